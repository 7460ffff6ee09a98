"""References as readers see them, compared with what the CSL reference processor prints.

`data/vancouver.txt` holds the lines that citeproc-js 2.4.63 prints for `data/hard.bib` in the
unchanged NLM style, locale en-GB, as plain text without the number; it is used in development
only. Where we differ on purpose, DIFFERENCES says why.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from hub.citing.formatting import Formatter
from hub.loading.bibtex import read_bibtex
from hub.model.references import Reference
from hub.source import SourceText

DATA = Path(__file__).parent / "data"
LIBRARY = Path(__file__).parents[2] / "evidence" / "references.bib"

DIFFERENCES = {
    # Names keep a plain apostrophe, as library catalogues do, so that they can be searched for.
    "apostrophe": "O'Roe A, D'Lee B. The singers’ choice: it’s working. Invented Journal. 2015.",
}
EXPECTED = {
    key: DIFFERENCES.get(key, line)
    for key, _, line in (
        row.partition("\t") for row in (DATA / "vancouver.txt").read_text("utf-8").splitlines()
    )
}


def read(path: Path) -> dict[str, Reference]:
    """Return the references of a file that is in order."""
    references, diagnostics, _ = read_bibtex(SourceText(path.name, path.read_text("utf-8")))
    assert [] == diagnostics
    return references


def reference(entry: str) -> Reference:
    """Return the reference of one BibTeX entry."""
    ((_, found),) = read_bibtex(SourceText("references.bib", entry))[0].items()
    return found


@pytest.fixture(scope="module")
def formatter() -> Formatter:
    """A formatter of the style that the site uses."""
    return Formatter()


@pytest.fixture(scope="module")
def hard() -> dict[str, Reference]:
    """The hard entries."""
    return read(DATA / "hard.bib")


def test_every_hard_entry_has_its_line(hard: dict[str, Reference]) -> None:
    """The table is complete."""
    assert set(hard) == set(EXPECTED)


@pytest.mark.parametrize("key", EXPECTED)
def test_hard_entries(key: str, hard: dict[str, Reference], formatter: Formatter) -> None:
    """An entry that citation software gets wrong is printed as the reference processor does."""
    html = formatter.format_html(hard[key])

    assert EXPECTED[key] == unescape(re.sub(r"</?a\b[^>]*>", "", html))


def test_text_is_never_markup(formatter: Formatter) -> None:
    """A title that looks like HTML is printed as text."""
    found = reference("@misc{a, title = {<script>alert(1)</script> a<b \\& c}}")

    assert "&lt;script&gt;alert(1)&lt;/script&gt; a&lt;b &amp; c." == formatter.format_html(found)


def test_marks_of_the_formatter_cannot_be_smuggled_in(formatter: Formatter) -> None:
    """The private characters that stand for italics are taken out of contributed text."""
    found = reference("@misc{a, title = {Plain \ue000text\ue001}}")

    assert "Plain text." == formatter.format_html(found)


def test_a_doi_is_linked(formatter: Formatter) -> None:
    """The DOI leads to its resolver, with its signs made safe for an address."""
    found = reference('@misc{a, title = {T}, doi = {10.1234/(a)"#?x}}'.replace('"', ""))

    assert (
        'T. <a href="https://doi.org/10.1234/(a)%23%3Fx" rel="noopener">doi:10.1234/(a)#?x</a>'
        == formatter.format_html(found)
    )


def test_an_address_is_linked_and_escaped(formatter: Formatter) -> None:
    """The web address of a work is a link, and its ampersands are escaped."""
    found = reference("@misc{a, title = {T}, url = {https://example.org/?b=1&c=2}}")

    assert (
        '<a href="https://example.org/?b=1&amp;c=2" rel="noopener">'
        "https://example.org/?b=1&amp;c=2</a>"
    ) in formatter.format_html(found)


def test_pubmed_ids_are_linked(formatter: Formatter) -> None:
    """A reader reaches PubMed, and the free copy in PubMed Central."""
    html = formatter.format_html(reference("@misc{a, title = {T}, pmid = 12, pmcid = {PMC34}}"))

    assert [
        "https://pubmed.ncbi.nlm.nih.gov/12",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC34",
    ] == re.findall(r'href="([^"]*)"', html)


def test_a_note_stands_at_the_end(formatter: Formatter) -> None:
    """A remark is printed after the entry, with a full stop."""
    found = reference("@misc{a, title = {T}, note = {Invented for this test}}")

    assert "T. Invented for this test." == formatter.format_html(found)


def test_a_state_is_left_to_the_page(formatter: Formatter) -> None:
    """Formatting does not say that a work was retracted: pages show it in their own way."""
    found = reference("@misc{a, title = {T}, status = {retracted}}")

    assert "T." == formatter.format_html(found)


def test_a_changed_reference_is_printed_anew(formatter: Formatter) -> None:
    """What was printed before is not kept for another content under the same key."""
    formatter.format_html(reference("@misc{a, title = {Before}}"))

    assert "After." == formatter.format_html(reference("@misc{a, title = {After}}"))


def test_every_work_of_the_library_can_be_reached(formatter: Formatter) -> None:
    """Each printed entry of the real library holds a link, and none the trace of a fault."""
    lines = {key: formatter.format_html(each) for key, each in read(LIBRARY).items()}

    assert [] == [key for key, line in lines.items() if 'href="http' not in line]
    assert [] == [key for key, line in lines.items() if re.search(r"None|\.\.|,,|  ", line)]

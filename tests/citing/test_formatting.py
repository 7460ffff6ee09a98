"""References as readers see them, compared with what the CSL reference processor prints.

`data/<style>.txt` hold the lines that citeproc-js 2.4.63 prints for `data/hard.bib` in the
unchanged styles, locale en-GB, as plain text without the number; it is used in development only.
Where we differ on purpose, DIFFERENCES says why.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from hub.citing import formatting
from hub.citing.formatting import Formatter
from hub.citing.styles import Style
from hub.loading.bibtex import read_bibtex
from hub.model.references import Reference
from hub.source import SourceText
from hub.store import Store

DATA = Path(__file__).parent / "data"
LIBRARY = Path(__file__).parents[2] / "evidence" / "references.bib"

DIFFERENCES = {
    # Names keep a plain apostrophe, as library catalogues do, so that they can be searched for.
    ("vancouver", "apostrophe"): (
        "O'Roe A, D'Lee B. The singers’ choice: it’s working. Invented Journal. 2015."
    ),
    ("apa", "apostrophe"): (
        "O'Roe, A., & D'Lee, B. (2015). The singers’ choice: it’s working. Invented Journal."
    ),
    ("harvard", "apostrophe"): (
        "O'Roe, A. and D'Lee, B. (2015) ‘The singers’ choice: it’s working’, "
        "Invented Journal [Preprint]."
    ),
    # citeproc-py does not remember that the publisher already stands in the author's place.
    ("apa", "pagebody"): (
        "Invented Centre. (2022, May). A page whose body is its publisher. Invented Centre. "
        "https://example.org/body"
    ),
    # The style asks for no comma before the last name; citeproc-js puts one between bodies.
    ("harvard", "reportbodies"): (
        "Invented Council, Invented Trust and Invented Office (2019) A report by three bodies. "
        "Invented Council."
    ),
}
EXPECTED = {
    (style.label.lower(), key): DIFFERENCES.get((style.label.lower(), key), line)
    for style in Style
    for key, _, line in (
        row.partition("\t")
        for row in (DATA / f"{style.label.lower()}.txt").read_text("utf-8").splitlines()
    )
}


def read(path: Path) -> Mapping[str, Reference]:
    """Return the references of a file that is in order."""
    library = read_bibtex(SourceText(path.name, path.read_text("utf-8")))
    assert () == library.faults
    return library.references


def reference(entry: str) -> Reference:
    """Return the reference of one BibTeX entry."""
    ((_, found),) = read_bibtex(SourceText("references.bib", entry)).references.items()
    return found


@pytest.fixture(scope="module")
def formatter() -> Formatter:
    """A formatter of the style that the site uses."""
    return Formatter()


@pytest.fixture(scope="module")
def hard() -> Mapping[str, Reference]:
    """The hard entries."""
    return read(DATA / "hard.bib")


def test_every_hard_entry_has_its_line(hard: Mapping[str, Reference]) -> None:
    """The tables are complete: at least forty entries, each in every style."""
    assert {(style.label.lower(), key) for style in Style for key in hard} == set(EXPECTED)
    assert len(hard) >= 40


@pytest.mark.parametrize(("style", "key"), EXPECTED)
def test_hard_entries(
    style: str, key: str, hard: Mapping[str, Reference], formatter: Formatter
) -> None:
    """An entry that citation software gets wrong is printed as the reference processor does."""
    html = formatter.format_html(hard[key], Style[style.upper()])

    assert EXPECTED[style, key] == unescape(re.sub(r"</?(?:a|i)\b[^>]*>", "", html))


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_differences_are_listed_for_readers(difference: tuple[str, str]) -> None:
    """What is printed otherwise than the reference processor prints it stands in the docs."""
    page = Path(__file__).parents[2] / "docs" / "reference" / "citations.md"

    assert DIFFERENCES[difference] in page.read_text("utf-8").replace("`", "")


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


@pytest.mark.parametrize("style", Style)
def test_every_style_links_the_doi(style: Style, formatter: Formatter) -> None:
    """A reader reaches the work from its entry in each style."""
    found = reference("@article{a, author = {Lee, Ann}, title = {T}, journal = {J}, year = 2020,"
                      " doi = {10.1234/x}}")  # fmt: skip

    assert 'href="https://doi.org/10.1234/x"' in formatter.format_html(found, style)


def test_what_was_printed_is_kept_for_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build takes every line from the store, and prints nothing itself."""
    found, store = reference("@misc{a, title = {T}}"), Store(tmp_path / "kept.sqlite")
    lines = [Formatter().format_html(found, style) for style in Style]
    first = Formatter(store)
    first.learn(first.printed(first.prepare([found])))
    monkeypatch.setattr(formatting, "_lines", lambda *_: pytest.fail("printed again"))
    second = Formatter(store)

    assert [] == second.prepare([found])
    assert lines == [second.format_html(found, style) for style in Style]


def test_one_style_is_printed_once(formatter: Formatter, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that was asked for before is at hand, whatever was asked for since."""
    found, other = reference("@misc{a, title = {T}}"), reference("@misc{b, title = {U}}")
    line = formatter.format_html(found)
    formatter.format_html(other)
    monkeypatch.setattr(formatting, "_lines", lambda *_: pytest.fail("printed again"))

    assert line == formatter.format_html(found)


def test_another_process_gets_what_was_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A formatter travels with its lines, and without the references: they travel by themselves."""
    found = reference("@misc{a, title = {A title in many words}}")
    formatter = Formatter()
    line = formatter.format_html(found)
    sent = pickle.dumps(formatter)
    monkeypatch.setattr(formatting, "_lines", lambda *_: pytest.fail("printed again"))

    assert line == pickle.loads(sent).format_html(found)  # noqa: S301 - our own
    assert b"hub.model" not in sent

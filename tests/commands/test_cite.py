"""`hub cite` adds one entry, refuses what is there, and touches no other byte."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.commands.cite import add, new_key
from hub.loading.bibtex import read_bibtex
from hub.source import SourceText
from tests.commands.conftest import Run
from tests.commands.registry_server import Reply, Server

ITEM: dict[str, Any] = {
    "type": "article-journal", "title": "A new work", "container-title": "Invented Journal",
    "author": [{"family": "Müller", "given": "Ann"}], "issued": {"date-parts": [[2020]]},
    "DOI": "10.5555/new",
}  # fmt: skip
RIS = (
    "TY  - JOUR\nAU  - Müller, Ann\nTI  - A new work\nT2  - Invented Journal\nPY  - 2020\nER  - \n"
)
BIBTEX = (
    '@article{x, author={M{\\"u}ller, Ann}, title={A new work}, journal={Invented Journal}, '
    "year=2020}"
)


def library(demo: Path) -> bytes:
    """Return the bytes of the library."""
    return (demo / "evidence/references.bib").read_bytes()


@pytest.mark.parametrize(
    "pasted", [json.dumps(ITEM), RIS, BIBTEX], ids=["CSL-JSON", "RIS", "BibTeX"]
)
def test_a_pasted_work_is_added(run: Run, demo: Path, pasted: str) -> None:
    """A work in any of the three formats becomes an entry with a key of its own."""
    before = library(demo)
    status, output = run("cite", stdin=pasted)
    after = library(demo)

    assert (0, "added Muller2020: cite it as [@Muller2020]") == (status, output.partition(",")[0])
    start = after.index(b"@article{Muller2020,")
    end = after.index(b"}\n\n@article{Sample2021") + 1
    assert before == after[:start] + after[end + 2 :]
    assert 0 == run("check")[0]


def test_a_doi_is_looked_up(server: Server, run: Run, demo: Path) -> None:
    """The resolver's answer becomes the entry, whatever form the DOI was given in."""
    server.says("/10.5555/new", Reply(ITEM))

    assert 0 == run("cite", "https://doi.org/10.5555/new")[0]
    assert "title = {A new work}" in library(demo).decode()


def test_a_pubmed_id_is_looked_up(server: Server, run: Run, demo: Path) -> None:
    """PubMed answers with CSL-JSON too."""
    server.says("/lit/ctxp/v1/pubmed/?format=csl&id=123", Reply({**ITEM, "PMID": "123"}))

    assert 0 == run("cite", "PMID: 123")[0]
    assert "pmid = {123}" in library(demo).decode()


def test_an_isbn_is_looked_up(server: Server, run: Run, demo: Path) -> None:
    """Crossref finds a book by its ISBN."""
    book = {
        **ITEM, "type": "monograph", "title": ["A book"], "publisher": "Press", "DOI": "",
        "ISBN": ["9789289054553"],
    }  # fmt: skip
    server.says("/works?filter=isbn:9789289054553&rows=1", Reply({"message": {"items": [book]}}))

    assert 0 == run("cite", "978-92-890-5455-3")[0]
    assert "@book{Muller2020" in library(demo).decode()


@pytest.mark.parametrize("identifier", ["10.5555/none", "123", "978-92-890-5455-3"])
def test_an_unknown_work_is_not_added(run: Run, demo: Path, identifier: str) -> None:
    """What no registry knows leaves the library as it was."""
    before = library(demo)

    assert 1 == run("cite", identifier)[0]
    assert before == library(demo)


@pytest.mark.parametrize("identifier", ["nothing", "10.5555", "978-92-890-5455-4", "1" * 20])
def test_what_is_no_identifier_is_misuse(server: Server, run: Run, identifier: str) -> None:
    """A wrong check digit is told before anybody is asked."""
    assert 2 == run("cite", identifier)[0]
    assert [] == server.asked


@pytest.mark.parametrize(
    "same",
    [{"DOI": "10.5555/INVENTED.2019.4"},
     {"DOI": "", "title": "Group singing and loneliness in Northshire: A Fictional Trial",
      "issued": {"date-parts": [[2019]]}}],
    ids=["DOI", "title and year"],
)  # fmt: skip
def test_a_work_that_is_there_is_refused(run: Run, demo: Path, same: dict[str, Any]) -> None:
    """The same work is not added twice; its key is told."""
    before = library(demo)
    status, output = run("cite", stdin=json.dumps({**ITEM, **same}))

    assert 1 == status
    assert "cite it as [@Example2019]" in output
    assert before == library(demo)


def test_an_incomplete_work_is_shown_and_refused(run: Run, demo: Path) -> None:
    """An entry that would be at fault is printed with the faults, for its writer to finish."""
    before = library(demo)
    status, output = run("cite", stdin='{"type": "article-journal", "title": "No journal"}')

    assert 1 == status
    assert "missing-field" in output
    assert before == library(demo)


@pytest.mark.parametrize("pasted", ["", "words", "{", "[]", "TY  - JOUR\nER  - \n", "@article{"])
def test_what_is_no_work_is_refused(run: Run, demo: Path, pasted: str) -> None:
    """Nothing readable, nothing changed."""
    before = library(demo)

    assert 1 == run("cite", stdin=pasted)[0]
    assert before == library(demo)


@pytest.mark.parametrize(
    ("item", "key"),
    [
        (ITEM, "Muller2020b"),
        ({**ITEM, "author": [{"literal": "Invented Council for the Arts"}]}, "ICA2020"),
        ({**ITEM, "author": [{"literal": "Singer"}]}, "Singer2020"),
        ({**ITEM, "author": [{"family": "Steen", "non-dropping-particle": "van der"}]},
         "vanderSteen2020"),
        ({"title": "李明", "type": "document"}, "Work"),
        ({**ITEM, "author": [{"family": "Łukasz"}], "issued": {"literal": "in press"}}, "Lukasz"),
    ],
)  # fmt: skip
def test_keys_are_sensible(item: dict[str, Any], key: str) -> None:
    """A key is who and when, in plain letters, and free."""
    assert key == new_key(item, {"muller2020"})


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from([
            "% a comment\n", "@misc{Aaa2000, title = {A}}\n", "@misc{Zzz2000,\ttitle={Z}  }  \n",
            "@comment{x}\n", "\n\n", "@misc{Nnn1999,\n title = {N},\n}",
            "@misc(Bbb, title = {B})\n",
            '@string{j = "J"}\n', "@misc{broken, title = {\n", "stray\n",
        ]), max_size=8, unique=True,
    ), st.booleans(),
)  # fmt: skip
def test_all_other_bytes_stay(pieces: list[str], windows: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever the library holds, the new text is the old one with one stretch put in."""
    content = "".join(pieces).replace("\n", "\r\n" if windows else "\n")
    after, key = add(content, ITEM)
    start = next((n for n, (a, b) in enumerate(zip(content, after, strict=False)) if a != b),
                 len(content))  # fmt: skip
    length = len(after) - len(content)

    assert any(
        content == after[:cut] + after[cut + length :]
        for cut in range(max(0, start - 400), start + 1)
    )
    assert ("\r\n" in after) == (windows and "\n" in content)
    if "broken" not in content:
        assert key in read_bibtex(SourceText("x.bib", after)).references

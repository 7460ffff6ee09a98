"""The references of a library are judged by whoever has time, and compared in one place."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hub.examining.library import faults_in_library
from hub.loading.bibtex import read_bibtex
from hub.pool import Pool
from hub.source import SourceText
from hub.store import Store

ENTRY = "@book{{{key}, title = {{{title}}}, author = {{Sample, Ada}}, year = {{2020}}}}\n"
TITLES = {
    "One2020": "Songs for the winter evenings",
    "Two2020": "TODO",
    "Three2020": "Songs for the winter evenings",
    "Four2020": "A <b>bold</b> book",
}
LIBRARY = "\n".join(ENTRY.format(key=key, title=title) for key, title in TITLES.items())


def faults(pool: Pool) -> list[str]:
    """Return what is wrong with the library, in the order in which it is told."""
    library = read_bibtex(SourceText("evidence/references.bib", LIBRARY))
    found = faults_in_library(library.references, library.key, Store(), pool)
    return [f"{each.span} {each.code.slug}" for each in found]


def test_it_does_not_matter_who_judges_a_reference(tmp_path: Path) -> None:
    """Faults of one reference, and of two beside each other, are the same from other processes."""
    with ThreadPoolExecutor(2) as executor:
        shared = faults(Pool(tmp_path / "site", executor=executor))

    assert shared == faults(Pool(tmp_path / "site"))
    assert {"placeholder-text", "raw-html", "duplicate-reference"} == {
        each.partition(" ")[2] for each in shared
    }


def test_an_empty_library_has_no_faults(tmp_path: Path) -> None:
    """There may be nothing to judge."""
    assert () == faults_in_library({}, b"", Store(), Pool(tmp_path / "site"))

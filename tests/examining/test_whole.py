"""A hub with nothing wrong between its records is not judged again while all is as it was."""

from pathlib import Path

import pytest

import hub.examining
from hub.examining import examine
from hub.store import Store

TEXT = "concordats/northshire-creative-health/1.0.md"
PAGE = "docs/about/index.md"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store in a file of its own."""
    return Store(tmp_path / "cache" / "library.sqlite")


def add(path: Path, words: str) -> None:
    """Write words at the end of a file."""
    path.write_text(path.read_text("utf-8") + words, "utf-8")


def same_without(demo: Path, store: Store) -> bool:
    """Tell whether a check that knows the last one finds faults, and those that a first one does.

    Warnings and advice count as faults.
    """
    known = examine(demo, store).diagnostics
    return () != known == examine(demo).diagnostics


def test_a_sound_hub_is_not_judged_again(
    demo: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second check asks no rule between records."""
    first = examine(demo, store)
    monkeypatch.setattr(hub.examining, "check_hub", lambda *_, **__: pytest.fail("judged again"))

    assert () == first.diagnostics == examine(demo, store).diagnostics


def test_a_citation_on_a_page_is_judged(demo: Path, store: Store) -> None:
    """A page that begins to cite an unknown work is a change, though no record is another."""
    examine(demo, store)
    add(demo / PAGE, "\nAs is known [@Nobody1999].\n")

    assert same_without(demo, store)


def test_a_changed_text_is_judged(demo: Path, store: Store) -> None:
    """Words of a concordat that became HTML are seen."""
    examine(demo, store)
    text = demo / TEXT
    text.write_text(text.read_text("utf-8").replace("We ", "We <b>do</b> ", 1), "utf-8")

    assert same_without(demo, store)


def test_a_lost_work_is_judged(demo: Path, store: Store) -> None:
    """What cites a work that has left the library is told of it."""
    examine(demo, store)
    library = demo / "evidence/references.bib"
    library.write_text("@misc{Else2020, title = {Else}, year = 2020}\n", "utf-8")

    assert same_without(demo, store)


def test_a_lost_record_is_judged(demo: Path, store: Store) -> None:
    """What names a body that is gone is told of it."""
    examine(demo, store)
    (demo / "evidence/organisations/midwater-arts.yml").unlink()

    assert same_without(demo, store)


def test_a_record_under_another_name_is_judged(demo: Path, store: Store) -> None:
    """A file that only moved has another id, which nobody names."""
    examine(demo, store)
    body = demo / "evidence/organisations/midwater-arts.yml"
    body.rename(body.with_stem("midwater-crafts"))

    assert same_without(demo, store)


def test_another_day_is_judged(demo: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sound today may be due for review tomorrow, or not have happened yet."""
    examine(demo, store)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")

    assert same_without(demo, store)


def test_a_fault_is_told_each_time(demo: Path, store: Store) -> None:
    """Only a hub without any fault between its records is remembered."""
    add(demo / PAGE, "\nAs is known [@Nobody1999].\n")
    first = examine(demo, store).diagnostics

    assert ["unknown-citation"] == [each.code.slug for each in first]
    assert first == examine(demo, store).diagnostics

"""From content to an edition: what goes on beside, and what is left of it when something breaks."""

import multiprocessing
from collections.abc import Callable
from operator import is_
from pathlib import Path
from typing import cast

import pytest

from hub.adapter import content
from hub.adapter.content import Learnt, load_edition
from hub.loading import stillness
from hub.model.base import Record
from hub.model.references import Reference
from hub.publishing.search_stubs import stub_of
from hub.views.reference_pages import REFERENCE
from hub.views.settings import Settings
from hub.views.site import Writer
from tests.conftest import DEMO

SUMMARY = "evidence/summaries/singing-and-loneliness.yml"
LIBRARY = "evidence/references.bib"


@pytest.fixture(autouse=True)
def forking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work on two cores, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HUB_WORKERS", "2")
    monkeypatch.setattr("threading.active_count", lambda: 1)


@pytest.mark.parametrize("previewing", [False, True])
def test_an_edition_tells_what_finds_each_ordered_page(tmp_path: Path, *, previewing: bool) -> None:
    """A build has it worked out in time, a preview when somebody searches."""
    made = load_edition(DEMO, Settings(), tmp_path / "site", previewing=previewing)
    assert isinstance(made.write, Writer)
    entries = [each for order in made.orders if (each := made.write.entry(order))]

    assert entries
    assert {each.address: stub_of(each) for each in entries} == made.found.answer()


def test_the_uses_of_works_are_the_same_whoever_finds_them(tmp_path: Path) -> None:
    """A build has them found beside; a preview finds them when a page asks."""
    beside, here = (
        load_edition(DEMO, Settings(), tmp_path / "site", previewing=each) for each in (False, True)
    )
    works = [order for order in here.orders if order.view == REFERENCE]

    assert works
    assert [*map(here.write, works)] == [*map(beside.write, works)]


@pytest.mark.parametrize("breaking", ["orders", "few_pages"])
def test_an_edition_that_cannot_be_written_leaves_nobody_at_work(
    breaking: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever works out what finds pages would wait for ever to be asked."""
    monkeypatch.setattr(content, breaking, broken)

    with pytest.raises(ZeroDivisionError):
        load_edition(DEMO, Settings(), tmp_path / "site", previewing=False)
    assert [] == multiprocessing.active_children()


def broken(*_: object) -> None:
    """Break."""
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("changed", "old"),
    [(SUMMARY, "title: Singing together"), (LIBRARY, "title = {Group singing")],
    ids=["record", "library"],
)
def test_a_preview_makes_those_records_anew_that_have_changed(
    demo: Path, change: Callable[[str, str, str], None], monkeypatch: pytest.MonkeyPatch,
    changed: str, old: str,
) -> None:  # fmt: skip
    """Others stay the very same objects; a work is printed as it is now."""
    monkeypatch.setattr(stillness, "_CALM", -3_600_000_000_000)
    learnt = Learnt()

    def made() -> tuple[Record, Record, str]:
        load_edition(demo, Settings(), demo / "site", learnt, previewing=True)
        records, references = learnt.shelves
        work = references["Example2019"]
        return records[SUMMARY], work, learnt.formatter.format_html(cast("Reference", work))

    made()  # What is read here is recognised from now on.
    before, again = made(), made()
    change(changed, old, f"{old} anew")
    summary, work, printed = made()

    assert [True, True] == [*map(is_, before[:2], again)]
    assert before[2] == again[2]
    assert (changed == SUMMARY) == ("together anew" in summary.title)
    assert (changed == LIBRARY) == (summary is before[0])
    assert (changed == SUMMARY) == (work is before[1])
    assert (changed == LIBRARY) == ("singing anew" in printed)

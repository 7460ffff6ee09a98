"""From content to an edition: what goes on beside, and what is left of it when something breaks."""

import multiprocessing
from pathlib import Path

import pytest

from hub.adapter import content
from hub.adapter.content import load_edition
from hub.publishing.search_stubs import stub_of
from hub.views.settings import Settings
from hub.views.site import Writer
from tests.conftest import DEMO


@pytest.fixture(autouse=True)
def forking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work on two cores, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HUB_WORKERS", "2")
    monkeypatch.setattr("threading.active_count", lambda: 1)


@pytest.mark.parametrize("previewing", [False, True])
def test_an_edition_tells_what_finds_each_ordered_page(*, previewing: bool) -> None:
    """A build has it worked out in time, a preview when somebody searches."""
    made = load_edition(DEMO, Settings(), previewing=previewing)
    assert isinstance(made.write, Writer)
    entries = [each for order in made.orders if (each := made.write.entry(order))]

    assert entries
    assert {each.address: stub_of(each) for each in entries} == made.found.answer()


def test_an_edition_that_cannot_be_written_leaves_nobody_at_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever works out what finds pages would wait for ever to be asked."""
    monkeypatch.setattr(content, "few_pages", broken)

    with pytest.raises(ZeroDivisionError):
        load_edition(DEMO, Settings(), previewing=False)
    assert [] == multiprocessing.active_children()


def broken(*_: object) -> None:
    """Break."""
    raise ZeroDivisionError

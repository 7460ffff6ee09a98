"""The search index of a site: made beside it while pages are printed, and put there last."""

import multiprocessing
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from hub.adapter.edition import Edition
from hub.adapter.search_index import BUNDLE, Index, finding
from hub.page import SearchEntry
from hub.pool import Aside, WorkerDiedError
from hub.publishing import PublishingError, search
from hub.publishing.earlier import Earlier
from hub.publishing.search import Stub
from hub.publishing.search_stubs import stub_of
from hub.publishing.writing import read_line, write
from hub.store import Store

ENTRY = SearchEntry("x/", "Choirs", "sing")
STUBS = {ENTRY.address: stub_of(ENTRY)}


@pytest.fixture(params=["1", "2"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a new site, to be made by one process alone or by several."""
    monkeypatch.setenv("HUB_WORKERS", request.param)
    monkeypatch.setattr("threading.active_count", lambda: 1)
    (tmp_path / "new").mkdir()
    return tmp_path / "new"


def begun(site: Path, stubs: dict[str, str] = STUBS, made_by: bytes = b"this") -> Index:
    """Begin the index of a new site; the old one stands beside it."""
    old = site.with_name("old")
    earlier = Earlier(old, Store(site.with_name("cache.sqlite")), "here")
    return Index(stubs, site, "en", earlier, made_by)


def inside(site: Path) -> set[str]:
    """Return the paths of all files of a site."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_an_index_is_in_the_site_when_it_is_settled(site: Path) -> None:
    """Before, nothing is; its lines tell of each of its files."""
    index = begun(site)

    assert [] == [*site.iterdir()]
    assert {read_line(line)[1] for line in index.settle()} == inside(site)
    assert f"{BUNDLE}/pagefind-entry.json" in inside(site)


def test_a_site_in_which_nothing_is_found_has_no_index(site: Path) -> None:
    """A browser would load it for nothing."""
    assert [] == [*begun(site, {}).settle()]
    assert [] == [*site.iterdir()]


@pytest.mark.parametrize(
    ("stubs", "made_by", "is_taken"),
    [
        (STUBS, b"this", True),
        (STUBS | {"y/": STUBS["x/"]}, b"this", False),
        (STUBS, b"that", False),
    ],
    ids=["nothing", "what finds pages", "what makes an index"],
)
def test_an_index_is_taken_over_if_nothing_has_changed(
    site: Path, stubs: dict[str, str], made_by: bytes, *, is_taken: bool
) -> None:
    """Then its files are the same on disk."""
    begun(site).settle()
    old = site.rename(site.with_name("old"))
    site.with_name("new-index").rmdir()
    site.mkdir()
    begun(site, stubs, made_by).settle()
    entry = f"{BUNDLE}/pagefind-entry.json"

    assert is_taken == (site / entry).samefile(old / entry)


def test_a_place_that_is_taken_is_left_alone(site: Path) -> None:
    """Whoever has put something there is told, and it is not lost."""
    write(f"{BUNDLE}/mine.txt", b"", site)

    with pytest.raises(PublishingError, match=f'want the same place on the site: "{BUNDLE}"'):
        begun(site).settle()
    assert {f"{BUNDLE}/mine.txt"} == inside(site)


def test_an_index_that_cannot_be_made_is_told_of(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it is asked for, whichever process was to make it."""
    monkeypatch.setattr(search, "make", refused)

    with pytest.raises(PublishingError, match="no indexer"):
        begun(site).settle()


def test_an_index_that_is_not_wanted_any_more_keeps_nobody_at_work(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often that is said."""
    monkeypatch.setattr(search, "make", endless)
    index = begun(site)
    index.stop()
    index.stop()

    assert [] == multiprocessing.active_children()


def test_a_process_that_dies_over_an_index_is_told_of(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build ends with a message, where a process may be forked for it."""
    monkeypatch.setenv("HUB_WORKERS", "2")
    monkeypatch.setattr(search, "make", dying(os.getpid()))

    with pytest.raises(WorkerDiedError):
        begun(site).settle()


@pytest.mark.parametrize("site", ["2"], indirect=True)
def test_with_a_scheduler_an_index_is_made_when_it_is_asked_for(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its workers read what they are to do once, so they do one thing after the other."""
    monkeypatch.setenv("HUB_SCHEDULER", "tcp://127.0.0.1:1")
    index = begun(site)

    assert [] == multiprocessing.active_children()
    assert [] != [*index.settle()]


def test_ordered_hand_written_and_all_other_pages_are_found() -> None:
    """Each by its address."""
    other, written = SearchEntry("y/", "Bands"), Stub("about/", Markup("<h1>About</h1>"))
    edition = Edition(entries=[other], found=Aside(STUBS.copy, is_forked=False))

    assert {
        "x/": stub_of(ENTRY), "y/": stub_of(other), "about/": written.html("en")
    } == finding(edition, [written], "en")  # fmt: skip


def refused(*_: object) -> None:
    """Make no index."""
    raise PublishingError("no indexer")


def endless(*_: object) -> None:
    """Make an index for ever."""
    while True:
        time.sleep(0.1)


def dying(parent: int) -> Callable[..., None]:
    """Return what ends the process, unless it is the one that is given."""

    def make(*_: object) -> None:
        if os.getpid() != parent:
            os._exit(1)

    return make

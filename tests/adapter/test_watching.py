"""Looking for changed files, and what is done in pauses."""

import gc
import threading
import weakref
from pathlib import Path

import pytest
from watchdog.observers.api import EventQueue, ObservedWatch

from hub.adapter import watching


def test_files_are_looked_at_when_the_work_is_done(tmp_path: Path) -> None:
    """What was saved during a build is found after it."""
    saved, at_work, told = tmp_path / "saved.md", threading.Lock(), EventQueue()
    watch = ObservedWatch(str(tmp_path), recursive=True)
    looking = watching.resting(at_work)(told, watch)
    looking.on_thread_start()
    look = threading.Thread(target=looking.queue_events, args=(0,))

    with at_work:
        look.start()
        saved.touch()
        before = told.qsize()
    look.join()
    event, of = told.get_nowait()

    assert 0 == before
    assert (str(saved), watch) == (event.src_path, of)


@pytest.mark.parametrize(
    ("timeout", "took", "expected"),
    [(0.5, 0.0, 0.1), (0.5, 0.01, 0.2), (0.5, 0.4, 0.5)],
    ids=["few files", "many", "a great many"],
)
def test_few_files_are_looked_at_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, timeout: float, took: float, expected: float
) -> None:
    """The time between two looks grows with what a look costs, and ends where MkDocs has it."""
    waited, watch = list[float](), ObservedWatch(str(tmp_path), recursive=True)
    looking = watching.resting(threading.Lock())(EventQueue(), watch)
    monkeypatch.setattr(looking.stopped_event, "wait", waited.append)
    vars(looking)["_took"] = took

    looking.queue_events(timeout)

    assert [expected, 0] == waited


class Circle:
    """Holds itself."""

    def __init__(self) -> None:
        """Close the circle."""
        self.itself = self


@pytest.mark.parametrize("is_busy", [False, True])
def test_what_builds_have_left_is_thrown_away_in_a_pause(*, is_busy: bool) -> None:
    """It is, even if it was put aside; while the server builds, all stays."""
    at_work, circle = threading.Lock(), Circle()
    left = weakref.ref(circle)
    gc.freeze()
    del circle
    if is_busy:
        at_work.acquire()

    watching.tidy(at_work)

    assert is_busy == (left() is not None)
    assert is_busy == at_work.locked()

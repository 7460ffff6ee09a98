"""Forked processes: each does one piece of the work, and ends."""

import multiprocessing
import os
import sys
import time
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest

if sys.platform != "linux":
    pytest.skip("processes are forked on Linux alone", allow_module_level=True)

from hub.forks import Aside, DiedError, forked


def test_answers_come_in_the_order_of_the_pieces() -> None:
    """Though the first piece takes longest."""

    def wait(seconds: float) -> float:
        time.sleep(seconds)
        return seconds

    pieces = [0.2, 0.0, 0.1, 0.0, 0.0]

    assert pieces == list(forked(wait, pieces, 3))


def test_each_piece_has_a_process_of_its_own() -> None:
    """What a process has touched of its parent's memory goes with it."""
    workers = [*forked(lambda _: os.getpid(), range(5), 2)]

    assert 5 == len({*workers} - {os.getpid()})


def test_no_more_are_at_work_than_may_be() -> None:
    """The third begins when one of two has answered."""
    spans = list(forked(_span, range(4), 2))
    begun = [sum(start <= other < end for start, end in spans) for other, _ in spans]

    assert max(begun) <= 2


def _span(_: int) -> tuple[float, float]:
    start = time.monotonic()
    time.sleep(0.05)
    return start, time.monotonic()


def test_a_failure_tells_where_it_was() -> None:
    """It is raised where the work was asked for, with the lines that led to it."""

    def divide(number: int) -> float:
        return 1 / number

    with pytest.raises(ZeroDivisionError) as failure:
        list(forked(divide, [1, 0], 2))

    assert "in divide" in "".join(failure.value.__notes__)


def test_a_process_that_ends_without_an_answer_is_told_of() -> None:
    """Nobody waits for it."""
    with pytest.raises(DiedError):
        list(forked(os._exit, [0], 2))


def test_who_stops_asking_leaves_nobody_at_work() -> None:
    """What is still being done is ended, and waited for."""

    def write_late(number: int) -> int:
        if number:
            time.sleep(60)
        return os.getpid()

    answers = forked(write_late, [0, 1], 2)
    with closing(cast("Generator[int, None, None]", answers)):
        next(answers)

    assert [] == multiprocessing.active_children()


def test_something_is_done_aside_by_a_process_of_its_own() -> None:
    """It has what this one had in memory, and this one goes on."""
    here = os.getpid()
    known, its_own = Aside(lambda: (here, os.getpid())).answer()

    assert here == known
    assert here != its_own
    assert [] == multiprocessing.active_children()


def test_what_was_done_aside_may_have_failed() -> None:
    """Who asks for the answer hears of it."""
    failing, dying = Aside(lambda: 1 // 0), Aside(lambda: os._exit(1))

    with pytest.raises(ZeroDivisionError):
        failing.answer()
    with pytest.raises(DiedError):
        dying.answer()


def test_what_is_stopped_leaves_nobody_at_work(tmp_path: Path) -> None:
    """Not those either that it had forked in its turn."""
    told = tmp_path / "pid"

    def tell(_: int) -> None:
        (tmp_path / "new").write_text(str(os.getpid()), "utf-8")
        (tmp_path / "new").rename(told)
        time.sleep(60)

    aside = Aside(lambda: [*forked(tell, [0], 2)])
    while not told.exists():
        time.sleep(0.01)
    aside.stop()
    aside.stop()  # harmless

    assert [] == multiprocessing.active_children()
    while _is_at_work(told.read_text("utf-8")):
        time.sleep(0.01)


def _is_at_work(pid: str) -> bool:
    """Tell whether a process is there that has not ended; nobody may have waited for it yet."""
    try:
        return Path("/proc", pid, "stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_what_is_stopped_clears_up(tmp_path: Path) -> None:
    """Also what it has begun in processes of its own."""

    def hold(name: str) -> None:
        path = tmp_path / name
        path.touch()
        try:
            time.sleep(60)
        finally:
            path.unlink()

    beside = Aside(lambda: list(forked(hold, ["first", "second"], 2)))
    while len([*tmp_path.iterdir()]) < 2:
        time.sleep(0.01)

    beside.stop()

    assert [] == [*tmp_path.iterdir()]

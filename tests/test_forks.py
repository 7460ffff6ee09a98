"""Forked processes: each does one piece of the work, and ends."""

import multiprocessing
import os
import sys
import time
from collections.abc import Generator
from contextlib import closing
from typing import cast

import pytest

if sys.platform != "linux":
    pytest.skip("processes are forked on Linux alone", allow_module_level=True)

from hub.forks import DiedError, forked


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

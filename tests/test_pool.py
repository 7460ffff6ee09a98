"""Work spread over processes: the same results in the same order, whoever did it."""

import os
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

import pytest

from hub import pool
from hub.pool import Pool, WorkerDiedError, local

THINGS = range(100)


@dataclass(frozen=True)
class Times:
    """Multiplies, and tells by whom it was done."""

    factor: int

    def __call__(self, things: Sequence[int]) -> tuple[int, list[int]]:
        """Return the process and the products."""
        return os.getpid(), [self.factor * each for each in things]


@dataclass(frozen=True)
class Counts:
    """Counts the threads that do the same at the same time."""

    busy: ClassVar[list[int]] = []

    def __call__(self, things: Sequence[int]) -> int:
        """Return how many there were."""
        self.busy.append(len(things))
        time.sleep(0.002)
        found = len(self.busy)
        self.busy.pop()
        return found


@dataclass(frozen=True)
class Dies:
    """Ends the process that works."""

    def __call__(self, things: Sequence[int]) -> None:
        """End without a word."""
        os._exit(len(things))


@dataclass(frozen=True)
class Fails:
    """Fails at one of the things."""

    def __call__(self, things: Sequence[int]) -> None:
        """Fail with a message of ours."""
        if 50 in things:
            raise RuntimeError("50 is too much")


def products(spread: Pool, *, each: float = 0.05) -> tuple[set[int], list[int]]:
    """Return the processes that worked, and what came back in order."""
    parts = list(spread.map(Times(7), THINGS, each=each))
    return {process for process, _ in parts}, [each for _, some in parts for each in some]


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_other_processes_return_the_same(tmp_path: Path, method: Literal["fork", "spawn"]) -> None:
    """However they start, this one does none of the work and gets all of it in order."""
    workers, found = products(Pool(tmp_path / "site", 2, method))

    assert os.getpid() not in workers
    assert [7 * each for each in THINGS] == found


@pytest.mark.parametrize(("workers", "each"), [(1, 0.05), (2, 0.01)])
def test_little_work_stays_here(tmp_path: Path, workers: int, each: float) -> None:
    """With a single worker, or with little work, no process is started."""
    done_by, found = products(Pool(tmp_path / "site", workers), each=each)

    assert {os.getpid()} == done_by
    assert [7 * each for each in THINGS] == found


def test_any_executor_may_do_the_work(tmp_path: Path) -> None:
    """It is given the name of a file with the work, and pieces of what there is to do."""
    with ThreadPoolExecutor(2) as executor:
        _, found = products(Pool(tmp_path / "site", executor=executor))

    assert [7 * each for each in THINGS] == found


def test_pieces_become_smaller(tmp_path: Path) -> None:
    """Half of what is left is shared out at a time, down to a twelfth of an equal share."""
    with ThreadPoolExecutor(4) as executor:
        spread = Pool(tmp_path / "site", 4, executor=executor)
        sizes = [len(some) for _, some in spread.map(Times(1), range(960), each=0.05)]

    first = [120, 105, 91, 80, 70, 61, 54, 47, 41, 36, 31, 28, 24, 21]
    assert [*first, 20, 20, 20, 20, 20, 20, 20, 11] == sizes


def test_every_process_gets_some_of_little_work(tmp_path: Path) -> None:
    """Four share a second of work in equal pieces, and a piece is never nothing."""
    with ThreadPoolExecutor(4) as executor:
        spread = Pool(tmp_path / "site", 4, executor=executor)

        for number, expected in {20: [5, 5, 5, 5], 3: [1, 1, 1]}.items():
            found = [len(some) for _, some in spread.map(Times(1), range(number), each=0.05)]
            assert expected == found


def test_few_pieces_are_as_many_for_each_process(tmp_path: Path) -> None:
    """Where a fifth piece would be left over for one of four processes, there are four."""
    with ThreadPoolExecutor(4) as executor:
        spread = Pool(tmp_path / "site", 4, executor=executor)
        sizes = [len(some) for _, some in spread.map(Times(1), range(150), each=0.008)]

    assert [38, 38, 38, 36] == sizes


def test_nothing_to_do_is_done_at_once(tmp_path: Path) -> None:
    """Whatever might do it, nobody is asked."""
    with ThreadPoolExecutor(1) as executor:
        asked = Pool(tmp_path / "site", executor=executor).map(Times(7), [], each=1.0)

        assert [] == list(asked)


def test_a_process_does_one_piece_at_a_time(tmp_path: Path) -> None:
    """Work need not think of threads, of which a worker of others may have several."""
    with ThreadPoolExecutor(4) as executor:
        spread = Pool(tmp_path / "site", 4, executor=executor)

        assert {1} == set(spread.map(Counts(), THINGS, each=0.05))


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_is_left_behind(tmp_path: Path, workers: int) -> None:
    """The file with the work is gone when the work is done."""
    products(Pool(tmp_path / "site", workers))

    assert [] == list(tmp_path.iterdir())
    assert {} == pool._held


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_comes_back_as_it_was(tmp_path: Path, workers: int) -> None:
    """Whoever asked for the work hears what was wrong, in the words of whoever did it."""
    with pytest.raises(RuntimeError, match="50 is too much"):
        list(Pool(tmp_path / "site", workers).map(Fails(), THINGS, each=0.05))


def test_a_process_that_dies_is_told_of(tmp_path: Path) -> None:
    """The message names what it may be, and the way to build with less memory."""
    with pytest.raises(WorkerDiedError, match="memory ran out; set HUB_WORKERS=1"):
        list(Pool(tmp_path / "site", 2).map(Dies(), THINGS, each=0.05))


@pytest.mark.parametrize(("workers", "is_elsewhere"), [(1, False), (2, True)])
def test_something_is_done_aside(tmp_path: Path, workers: int, *, is_elsewhere: bool) -> None:
    """With a single worker it is done here, when it is asked for."""
    aside = Pool(tmp_path / "site", workers, "fork").aside(os.getpid)

    assert is_elsewhere == (os.getpid() != aside.answer())


def test_a_process_that_dies_aside_is_told_of(tmp_path: Path) -> None:
    """The message is that of any other."""
    aside = Pool(tmp_path / "site", 2, "fork").aside(lambda: os._exit(1))

    with pytest.raises(WorkerDiedError, match="set HUB_WORKERS=1"):
        aside.answer()


def test_the_number_of_processes_may_be_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HUB_WORKERS says how many; at least one."""
    found = []
    for given in ("3", "0"):
        monkeypatch.setenv("HUB_WORKERS", given)
        found.append(local(tmp_path).workers)

    assert [3, 1] == found


def test_a_process_with_threads_is_not_forked(tmp_path: Path) -> None:
    """A lock that another thread holds would be held in the copy for ever."""
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert "spawn" == local(tmp_path).method
    finally:
        ended.set()
        thread.join()

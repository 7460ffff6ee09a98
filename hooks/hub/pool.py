"""The same work on many things: here, on all cores, by a scheduler, or on any executor.

Work is a value that is called with some of the things at a time and answers with something
small. A forked process finds the work in the memory it was born with, any other reads it from one
file, once. So whatever does the work need only see that file's folder, and the pickled work must
say all (nothing of closures). A process does one piece at a time, so work need not think of
threads. What comes back does not depend on who did it.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from hub.scheduler import SCHEDULER, hired

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from hub import forks

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[Sequence[T]], R]


class WorkerDiedError(Exception):
    """A process that shared the work has died; the message says so to whoever ran the build."""


WORKERS = "HUB_WORKERS"
"""The environment variable that says how many processes work; 1 is this one alone."""

_SMALLEST = 12
"""The last pieces are such a part of what one process does: all end at nearly the same time."""
_PIECE = 0.5
"""Seconds of work in a piece that stays here: enough to tell how far it is."""
_LEAST = 0.25
"""Seconds of work in a piece for another process, unless some would get none: it takes
milliseconds to start one, and more until it has touched what it needs."""
_WORTH = {"fork": 0.2, "spawn": 4.0, "scheduler": 4.0}
"""Seconds of work that it takes for starting processes to pay, or sending it to a scheduler's."""

_held: dict[str, Work[Any, Any]] = {}
"""Work by the name of its file, as this process has read it."""
_at_work = threading.Lock()
"""Held while this process does a piece of what it was sent."""


@dataclass(frozen=True, slots=True)
class Pool:
    """How work is spread: over the processes of an executor, else over `workers` of our own.

    Little work stays in this process: starting others takes longer. `method` is how our own start,
    and beside `folder` the file is made for those that cannot inherit. With the address of a
    `scheduler`, its workers do what is much.
    """

    folder: Path
    workers: int = 1
    method: Literal["fork", "spawn"] = "spawn"
    executor: Executor | None = None
    scheduler: str = ""

    def map(self, work: Work[T, R], things: Sequence[T], *, each: float) -> Iterator[R]:
        """Yield what the work answers, in the order of the things; one takes `each` seconds.

        Raises:
            WorkerDiedError: A process died.
            SchedulerError: The scheduler's workers cannot do it.
        """
        if not things:
            return
        seconds = len(things) * each
        is_far = self.scheduler != "" and seconds >= _WORTH["scheduler"]
        is_little = self.workers == 1 or seconds < _WORTH[self.method]
        if is_little and not is_far and not self.executor:
            yield from map(work, _chunks(things, max(1, int(_PIECE / each))))
            return
        if self.method == "fork" and not is_far and not self.executor:
            from hub.forks import DiedError, forked  # noqa: PLC0415 - slow to import

            with _told(DiedError):
                yield from forked(work, _pieces(things, self.workers, each), self.workers)
            return
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - slow to import

        with (
            self._hands(is_far=is_far) as (executor, hands),
            self._sent(work) as name,
            _told(BrokenProcessPool),
        ):
            pieces = _pieces(things, hands, each)
            yield from executor.map(_do, [name] * len(pieces), pieces)

    def aside(self, do: Callable[[], R]) -> Aside[R]:
        """Have something done while this process goes on, if another may be forked for it."""
        return Aside(do, is_forked=self.workers > 1 and self.method == "fork")

    @contextmanager
    def _sent(self, work: Work[T, R]) -> Iterator[str]:
        with TemporaryDirectory(prefix=f"{self.folder.name}-work-", dir=self.folder.parent) as made:
            path = Path(made, "work.pickle")
            path.write_bytes(pickle.dumps(work, pickle.HIGHEST_PROTOCOL))
            try:
                yield str(path)
            finally:
                _held.pop(str(path), None)

    @contextmanager
    def _hands(self, *, is_far: bool) -> Iterator[tuple[Executor, int]]:
        """Lend whatever is to do the work, and tell how many processes that is."""
        if self.executor:
            yield self.executor, self.workers
        elif is_far:
            with hired(self.scheduler, self.folder.parent, _forget) as crew:
                yield crew
        else:
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to import
            from multiprocessing import get_context  # noqa: PLC0415 - slow to import

            from hub.forks import begin  # noqa: PLC0415 - slow to import

            context = get_context(self.method)
            with ProcessPoolExecutor(self.workers, context, initializer=begin) as executor:
                yield executor, self.workers


class Aside(Generic[R]):
    """Something that is done while this process goes on, or when its answer is asked for."""

    def __init__(self, do: Callable[[], R], *, is_forked: bool) -> None:
        """Begin it, if a process is to be forked for it."""
        self._do = do
        self._forked: forks.Aside[R] | None = None
        if is_forked:
            from hub import forks  # noqa: PLC0415 - slow to import

            self._forked = forks.Aside(do)

    def answer(self) -> R:
        """Return what it answers; to be asked once.

        Raises:
            WorkerDiedError: A process died.
        """
        if not self._forked:
            return self._do()
        from hub.forks import DiedError  # noqa: PLC0415 - slow to import

        with _told(DiedError):
            return self._forked.answer()

    def stop(self) -> None:
        """Leave it undone; harmless if it is done."""
        if self._forked:
            self._forked.stop()


def local(folder: Path) -> Pool:
    """Return a pool of this machine's cores, or of as many processes as HUB_WORKERS says.

    Much work goes to the scheduler that HUB_SCHEDULER names, if it names one.
    Only a process on Linux with a single thread may be forked: others may hold locks for ever.
    """
    given = os.environ.get(WORKERS, "")
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    alone = sys.platform == "linux" and threading.active_count() == 1
    workers = int(given) if given.isdigit() else cores
    return Pool(
        folder, max(workers, 1), "fork" if alone else "spawn",
        scheduler=os.environ.get(SCHEDULER, ""),
    )  # fmt: skip


@contextmanager
def _told(death: type[Exception]) -> Iterator[None]:
    """Say what it may mean that a process has died."""
    try:
        yield
    except death as error:
        raise WorkerDiedError(
            "a process that shared the work has died, perhaps because memory ran out; "
            f"set {WORKERS}=1 to work in a single one"
        ) from error


def _pieces(things: Sequence[T], hands: int, each: float) -> Sequence[Sequence[T]]:
    """Return ever smaller pieces: half of what is left is shared out at a time.

    Equal ones that end as close together are more, and each process touches much memory anew.
    Where there are few, each process gets as many: the last is not waited for by all others.
    """
    share = -(-len(things) // hands)
    least = min(max(int(_LEAST / each), -(-share // _SMALLEST)), share)
    least = -(-share // (share // least))
    pieces, start = list[Sequence[T]](), 0
    while start < len(things):
        end = start + max((len(things) - start) // (2 * hands), least)
        pieces.append(things[start:end])
        start = end
    return pieces


def _chunks(things: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (things[start : start + size] for start in range(0, len(things), size))


def _do(name: str, things: Sequence[T]) -> Any:  # noqa: ANN401 - what the work answers
    with _at_work:
        if name not in _held:
            _held.clear()
            _held[name] = pickle.loads(Path(name).read_bytes())  # noqa: S301 - our own, of this build
        return _held[name](things)


def _forget() -> None:
    """Let go of work that is done, which may be a whole hub; no piece of it is done hereafter."""
    with _at_work:
        _held.clear()

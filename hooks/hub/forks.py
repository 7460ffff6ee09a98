"""Pieces of work done by forked processes, each of which does one and ends.

A forked process is born with all that its parent has in memory, and shares it until one of them
touches it: Python writes to whatever it looks at. One that ends with its piece never holds more
of its own than that piece has touched, and starting the next takes milliseconds.

It is killed when its parent ends, and has no other thread, so it may fork in its turn.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from traceback import format_exc
from typing import Any, Generic, TypeVar, cast

P = TypeVar("P")
R = TypeVar("R")
Running = dict[Connection, tuple[int, BaseProcess]]
"""Where each process at work will answer, with the number of its piece."""


_DEATH_OF_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2): which signal a process is sent when its parent ends."""
_PATIENCE = 5.0
"""Seconds that a process is given to clear up when it is told to end."""


class DiedError(Exception):
    """A process has ended without an answer."""


def forked(do: Callable[[P], R], pieces: Sequence[P], processes: int) -> Iterator[R]:
    """Yield what `do` answers to each piece, in their order; so many are done at a time.

    Raises:
        DiedError: A process has died.
    """
    running: Running = {}
    ended, done = list[BaseProcess](), dict[int, R]()
    left = iter(enumerate(pieces))
    try:
        for number in range(len(pieces)):
            while number not in done:
                while len(running) < processes and (piece := next(left, None)):
                    _start(do, piece, running)
                for receiver in cast("list[Connection]", wait(running)):
                    its_number, process = running.pop(receiver)
                    ended.append(process)
                    done[its_number] = _answer(receiver)
            yield done.pop(number)
    finally:
        _end(running)
        for process in ended:
            process.join()


class Aside(Generic[R]):
    """Something that a process of its own does while this one goes on."""

    def __init__(self, do: Callable[[], R]) -> None:
        """Begin it."""
        self._running: Running = {}
        _start(lambda _: do(), (0, None), self._running)

    def answer(self) -> R:
        """Wait for what it answers, once.

        Raises:
            DiedError: The process has died.
        """
        (receiver,) = self._running
        try:
            answer: R = _answer(receiver)
        except Exception:
            _kill(self._running)
            raise
        _kill(self._running)
        return answer

    def stop(self) -> None:
        """End it, and what it has started; harmless if it has answered."""
        _end(self._running)


def _end(running: Running) -> None:
    """End processes that are at work, which clear up what they have begun if they can."""
    for _, process in running.values():
        process.terminate()
    for _, process in running.values():
        process.join(_PATIENCE)
    _kill(running)


def _kill(running: Running) -> None:
    while running:
        receiver, (_, process) = running.popitem()
        process.kill()
        receiver.close()
        process.join()


def _start(do: Callable[[P], R], piece: tuple[int, P], running: Running) -> None:
    number, things = piece
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_work, args=(do, things, sender))
    process.start()
    sender.close()
    running[receiver] = number, process


def _answer(receiver: Connection) -> Any:  # noqa: ANN401 - what the work answers
    with receiver:
        try:
            answer, failure = receiver.recv()
        except EOFError as error:
            raise DiedError from error
    if failure:
        raise failure
    return answer


def _work(do: Callable[[P], R], piece: P, sender: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    _end_with_parent()
    gc.freeze()  # what was there before: to look for garbage is to touch
    answer: Any = None
    failure: BaseException | None = None
    try:
        answer = do(piece)
    except Exception as error:  # noqa: BLE001 - raised again where the work was asked for
        error.add_note(format_exc())
        failure = error
    sender.send((answer, failure))


def _leave(*_: object) -> None:
    """End in good order: what was begun is cleared up on the way out."""
    sys.exit(1)


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(_DEATH_OF_PARENT, signal.SIGKILL)
    parent = multiprocessing.parent_process()
    if parent and parent.pid != os.getppid():  # It has ended already.
        os._exit(1)


def begin() -> None:
    """Leave it to the process that spawned this one to end the work, and never outlive it.

    It ends when Ctrl-C is pressed; if it is killed, those it started would wait for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)

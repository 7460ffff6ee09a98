"""Pieces of work done by forked processes, each of which does one and ends.

A forked process is born with all that its parent has in memory, and shares it until one of them
touches it: Python writes to whatever it looks at. One that ends with its piece never holds more
of its own than that piece has touched, and starting the next takes milliseconds.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from traceback import format_exc
from typing import Any, TypeVar, cast

P = TypeVar("P")
R = TypeVar("R")
Running = dict[Connection, tuple[int, BaseProcess]]
"""Where each process at work will answer, with the number of its piece."""


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
        for receiver, (_, process) in running.items():
            process.kill()
            receiver.close()
            ended.append(process)
        for process in ended:
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
    begin()
    gc.freeze()  # what was there before: to look for garbage is to touch
    answer: Any = None
    failure: BaseException | None = None
    try:
        answer = do(piece)
    except Exception as error:  # noqa: BLE001 - raised again where the work was asked for
        error.add_note(format_exc())
        failure = error
    sender.send((answer, failure))


def begin() -> None:
    """Leave it to the process that started this one to end the work, and never outlive it.

    It ends when Ctrl-C is pressed; if it is killed, those it started would wait for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)

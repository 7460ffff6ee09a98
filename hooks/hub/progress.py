"""How far long work has come: one line on a terminal that renews itself, plain lines elsewhere.

Work that is soon done is left alone, so that small hubs and tests stay quiet. On a terminal there
is one such line at a time, and it makes way for whatever is logged.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import ClassVar, TextIO, TypeVar

T = TypeVar("T")

_SOON = 2.0
"""Seconds after which work is long."""
_PAUSE_ON_TERMINAL, _PAUSE = 0.2, 10.0
"""Seconds from one word to the next."""
_LINE = "\r\x1b[K"
"""Goes back to the begin of the line and empties it (ECMA-48: EL)."""


class Progress:
    """Tells how many of `total` things, called `what`, are done, and how long the rest takes.

    `say` prints a line where `stream` is no terminal.
    """

    _shown: ClassVar[Progress | None] = None
    """Whose line is on the terminal."""

    def __init__(
        self, what: str, total: int, say: Callable[[str], None], *,
        stream: TextIO | None = None, clock: Callable[[], float] = monotonic,
    ) -> None:  # fmt: skip
        """Begin now."""
        self._what, self._total, self._say, self._clock = what, total, say, clock
        self._stream = stream or sys.stderr
        self._on_terminal = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._begun = clock()
        self._next = self._begun + _SOON

    def through(self, parts: Iterable[T], size: Callable[[T], int]) -> Iterator[T]:
        """Yield the parts of the work as they are done; `size` tells how many things each was."""
        done = 0
        try:
            for part in parts:
                yield part
                done += size(part)
                now = self._clock()
                if now >= self._next and done < self._total:
                    self._tell(done, now)
        finally:
            self._take_away()

    def _tell(self, done: int, now: float) -> None:
        left = (now - self._begun) / done * (self._total - done) if done else 0.0
        line = f"{done:,} of {self._total:,} {self._what}, about {_duration(left)} left"
        if self._on_terminal:
            self._show(line)
        else:
            self._say(line)
        self._next = now + (_PAUSE_ON_TERMINAL if self._on_terminal else _PAUSE)

    def _show(self, line: str) -> None:
        if Progress._shown is None:
            Progress._shown = self
            self._make_record = logging.getLogRecordFactory()
            logging.setLogRecordFactory(self._make_way)
        if Progress._shown is self:
            self._print(_LINE + line)

    def _make_way(self, *args: object, **more: object) -> logging.LogRecord:
        """Take the line away before anything is logged; what `logging` calls to make a record."""
        make = self._make_record
        self._take_away()
        return make(*args, **more)

    def _take_away(self) -> None:
        if Progress._shown is self:
            Progress._shown = None
            logging.setLogRecordFactory(self._make_record)
            self._print(_LINE)

    def _print(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def _duration(seconds: float) -> str:
    """Return a duration as people say it: 7 s, 2 min."""
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"  # noqa: PLR2004 - then seconds say too much

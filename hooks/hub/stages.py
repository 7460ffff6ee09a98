"""Where the time of a build goes: a table by stage when the process ends, if HUB_PROFILE=1 is set.

A stage inside another is set in, and its time is part of the other's. All others add up to the
whole, from the start of Python to its end, with the line "in between" for what no stage covers.
"""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter, process_time

VARIABLE = "HUB_PROFILE"

if sys.platform == "win32":

    def _peaks() -> tuple[int, int]:  # Windows does not say
        return 0, 0

else:
    from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

    _UNITS = 1_000_000 if sys.platform == "darwin" else 1_000

    def _peaks() -> tuple[int, int]:
        """Return the peak memory of this process and of the largest it has started, in MB."""
        here, helpers = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
        return here.ru_maxrss // _UNITS, helpers.ru_maxrss // _UNITS


Times = tuple[float, float, float]
"""Seconds: by the clock, at work in this process, and in those it started that have ended."""

_HEAD = ("stage", "seconds", "CPU here", "CPU of helpers", "peak MB here", "peak MB of a helper")
_WIDTHS = [max(16, len(_HEAD[0])), *(len(each) + 2 for each in _HEAD[1:])]

# Python has hardly waited for anything until here, so it began as long ago as it has worked.
_begun: Times = (perf_counter() - process_time(), 0.0, 0.0)
_running: list[str] = []
_rows: list[str] = []
_ended: Times = _begun
"""When the last stage ended that is in no other."""
_covered: Times = (0.0, 0.0, 0.0)
"""How long such stages took."""


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Time what happens inside, if anyone wants to know."""
    if os.environ.get(VARIABLE) != "1":
        yield
        return
    place, indent, begun = _opened(), "  " * len(_running), _now()
    _running.append(name)
    try:
        yield
    finally:
        _running.pop()
        _rows[place] = _row(indent + name, _since(begun))
        if not _running:
            _cover(begun)


def passed(name: str) -> None:
    """Tell of the time since the last stage ended as of a stage of its own."""
    if os.environ.get(VARIABLE) == "1":
        _rows[_opened()] = _row(name, _since(_ended))
        _cover(_ended)


def table() -> str:
    """Return a line for each stage there was, and one for all since Python began."""
    whole = _since(_begun)
    between = [each - covered for each, covered in zip(whole, _covered, strict=True)]
    lines = [_line(_HEAD), *_rows, _row("in between", between), _row("all", whole)]
    return "".join(f"{line}\n" for line in lines)


def _opened() -> int:
    """Return the place of a new row."""
    if not _rows:
        atexit.register(_end)
    _rows.append("")
    return len(_rows) - 1


def _end() -> None:
    passed("end")
    sys.stderr.write(f"\n{table()}")


def _cover(begun: Times) -> None:
    """Add a stage that ends now to what is covered."""
    global _covered, _ended  # noqa: PLW0603 - as long as the process
    took = _since(begun)
    _covered = _covered[0] + took[0], _covered[1] + took[1], _covered[2] + took[2]
    _ended = _now()


def _row(name: str, seconds: Sequence[float]) -> str:
    return _line((name, *(f"{each:.2f}" for each in seconds), *map(str, _peaks())))


def _since(begun: Times) -> Times:
    now = _now()
    return now[0] - begun[0], now[1] - begun[1], now[2] - begun[2]


def _now() -> Times:
    used = os.times()
    return perf_counter(), used.user + used.system, used.children_user + used.children_system


def _line(cells: Sequence[str]) -> str:
    name, *numbers = cells
    first, *widths = _WIDTHS
    return name.ljust(first) + "".join(map(str.rjust, numbers, widths))

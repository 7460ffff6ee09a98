"""Where the time of a build goes: a table by stage when the process ends, if HUB_PROFILE=1 is set.

A stage inside another is set in, and its time is part of the other's.
"""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter

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

_begun: Times = (perf_counter(), 0.0, 0.0)
_running: list[str] = []
_rows: list[str] = []


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Time what happens inside, if anyone wants to know."""
    if os.environ.get(VARIABLE) != "1":
        yield
        return
    if not _rows:
        atexit.register(lambda: sys.stderr.write(f"\n{table()}"))
    place, indent, begun = len(_rows), "  " * len(_running), _now()
    _rows.append("")
    _running.append(name)
    try:
        yield
    finally:
        _running.pop()
        _rows[place] = _row(indent + name, begun)


def table() -> str:
    """Return a line for each stage there was, and one for all since the hub was loaded."""
    lines = [_line(_HEAD), *_rows, _row("all", _begun)]
    return "".join(f"{line}\n" for line in lines)


def _row(name: str, begun: Times) -> str:
    seconds = (now - then for now, then in zip(_now(), begun, strict=True))
    return _line((name, *(f"{each:.2f}" for each in seconds), *map(str, _peaks())))


def _now() -> Times:
    used = os.times()
    return perf_counter(), used.user + used.system, used.children_user + used.children_system


def _line(cells: Sequence[str]) -> str:
    name, *numbers = cells
    first, *widths = _WIDTHS
    return name.ljust(first) + "".join(map(str.rjust, numbers, widths))

"""Where the time of a build goes: seconds and memory for each stage, if HUB_PROFILE=1 is set."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, process_time

VARIABLE = "HUB_PROFILE"

if sys.platform == "win32":

    def _peak(who: str) -> int:  # noqa: ARG001 - Windows does not say
        return 0

else:
    from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

    _UNITS = 1_000_000 if sys.platform == "darwin" else 1_000

    def _peak(who: str) -> int:
        """Return the peak memory of this process, or of the largest it started, in MB."""
        return getrusage(RUSAGE_SELF if who == "self" else RUSAGE_CHILDREN).ru_maxrss // _UNITS


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Time what happens inside and print it to the error stream, if anyone wants to know."""
    begun, used = perf_counter(), process_time()
    try:
        yield
    finally:
        if os.environ.get(VARIABLE) == "1":
            line = _line(name, perf_counter() - begun, process_time() - used)
            sys.stderr.write(f"{line}\n")


def _line(name: str, seconds: float, used: float) -> str:
    return (
        f"{name:<12} {seconds:7.2f} s, of which {used:7.2f} s at work here; "
        f"peak {_peak('self')} MB, largest helper {_peak('children')} MB"
    )

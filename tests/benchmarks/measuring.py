"""Run a command and measure it from outside: wall time of the whole process, and memory.

Memory is the highest sum over all processes of the command, looked at ten times a second: of
their proportional set size, in which a page that processes share is counted once (Linux). Other
systems tell the largest single process only.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_PAUSE = 0.1


class FailedError(RuntimeError):
    """A command that was to be measured failed; the message holds the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds by the clock on the wall, and bytes of memory at the peak."""

    seconds: float
    memory: int


def measure(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Measured:
    """Run a command in `folder` and measure it.

    Raises:
        FailedError: The command failed.
    """
    peak = 0
    begun = perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, **variables}, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        errors="replace",
    ) as process:  # fmt: skip
        output = ""
        while process.returncode is None:
            try:
                output, _ = process.communicate(timeout=_PAUSE)
            except subprocess.TimeoutExpired:
                peak = max(peak, sum(_sizes(process.pid)))
    seconds = perf_counter() - begun
    if process.returncode != 0:
        raise FailedError(f"{' '.join(command)} failed:\n{output[-4000:]}")
    return Measured(seconds, peak)


def _sizes(session: int) -> Iterator[int]:
    """Yield the memory of each process of a session, in bytes."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            # After the name, which may hold anything: state, parent, group, session.
            facts = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            if int(facts[3]) == session:
                yield _proportional(folder / "smaps_rollup")
        except (OSError, IndexError):
            continue  # the process has ended


def _proportional(rollup: Path) -> int:
    for line in rollup.read_text(encoding="utf-8").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def is_memory_known() -> bool:
    """Tell whether this system says how much memory processes take."""
    return sys.platform == "linux"

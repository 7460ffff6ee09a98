"""Were the files left alone while the hub was read?

An editor or a `git pull` may be half-way through a file when we read it, and what was read then
may even be sound. Asked once all is read, this costs no waiting.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

State = tuple[int, int, int, int] | None
"""Which file it is, its size, and when it was last written and touched; None if it is not there."""

_CALM = 3_000_000_000
"""Nanoseconds after which another write has another time, however coarse the clock of the disk."""


def state_of(root: Path, name: str) -> State:
    """Return what changes whenever somebody writes a file."""
    try:
        found = os.lstat(f"{root}/{name}")  # not pathlib: there may be twenty thousand
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def is_settled(state: State, now: int) -> bool:
    """Tell whether a file found in this state after `now` will have another once it is written.

    `now` is in nanoseconds since 1970. Nobody can set the time at which a file was last touched, as
    checkouts, backups and copies set that of writing; Windows does not keep it.
    """
    return os.name != "nt" and state is not None and state[3] < now - _CALM


def changed_since(states: Mapping[str, State], root: Path) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file that is not as it was; `states` are by path below `root`."""
    for name, state in states.items():
        if state_of(root, name) != state:
            yield Diagnostic(
                code=Code.UNREADABLE_FILE, span=Span(name),
                message="the file was changed while the hub was being read",
                expected="files that nobody writes to at that moment",
                help="run the command again",
            )  # fmt: skip

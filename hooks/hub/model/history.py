"""What the versions in git say of each file: when it was changed, and what for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Change(NamedTuple):
    """A version of a file: its day (UTC), the id of its commit, and the commit's first line."""

    day: date
    commit: str
    subject: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The versions of one file: the newest of them first, and how many there are in all."""

    newest: tuple[Change, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """The changes of all files by path; none where nothing is known.

    `is_whole` is False where only the newest part of the history is here (a shallow clone): then
    a file may be older, and changed more often, than it seems.
    """

    changes: Mapping[str, Changes] = field(default_factory=dict)
    is_whole: bool = True

    def of(self, path: str) -> Changes:
        """Return the changes of a file."""
        return self.changes.get(path, _NONE)


_NONE = Changes()

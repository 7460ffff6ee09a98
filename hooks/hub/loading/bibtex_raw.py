"""Entries and fields of a BibTeX file as they are written: places, before any meaning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from hub.diagnostics import Diagnostic

Place = tuple[int, int]
"""Offsets in the text: from, and up to but not including."""


class RawField(NamedTuple):
    """A field as it is written: its name, the places of name and value, and what the value says.

    `text` has no braces or quotation marks around it, and no abbreviations.
    """

    name: str
    name_at: Place
    value_at: Place
    text: str


@dataclass(slots=True)
class RawEntry:
    """An entry as it is written; `is_sound` tells whether its punctuation is in order."""

    kind: str
    kind_at: Place
    key: str = ""
    key_at: Place = (0, 0)
    end: int = 0
    fields: list[RawField] = field(default_factory=list)
    is_sound: bool = True

    @property
    def head(self) -> Place:
        """The place that stands for the whole entry: its key, or its type."""
        return self.key_at if self.key else self.kind_at

    @property
    def name(self) -> str:
        """What messages call the entry."""
        return f'the entry "{self.key}"' if self.key else f"this @{self.kind}"


@dataclass(slots=True)
class Scan:
    """What a file holds: its entries in order, and its faults.

    `has_lost_entries` tells that there is text which may have been an entry with any key.
    """

    entries: list[RawEntry] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    has_lost_entries: bool = False

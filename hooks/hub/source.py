"""Where a value was written: spans in files, and the texts they point into.

Lines and columns count from 1, and columns count characters, as editors show them.
Reading files is `hub.loading`'s business; this module only does arithmetic on text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file, from (`line`, `column`) up to but not including the end.

    `path` is relative to the repository root and always uses `/`.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        """Return `path:line:column`, the form that editors and terminals open on a click."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class SourceText:
    """The text of one file as it was read, so that offsets can be turned into places."""

    path: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end, or "" past the end."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)].rstrip("\r")

    def span(self, start: int, end: int) -> Span:
        """Return the span of the characters from offset `start` up to offset `end`."""
        line, column = self._place(start)
        end_line, end_column = self._place(max(start, end))
        return Span(self.path, line, column, end_line, end_column)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a place, clamped to the text."""
        if line > len(self._starts):
            return len(self.text)
        return min(self._starts[line - 1] + column - 1, len(self.text))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


Loc = tuple[str | int, ...]
"""The way from a record to one of its values: field names and list positions."""


class Origin(Protocol):
    """What knows where the values of one record were written."""

    @property
    def path(self) -> str:
        """The file of the record, relative to the repository root."""

    def span(self, loc: Loc = ()) -> Span:
        """Return where the value at `loc` stands, or the nearest thing around it."""

    def key_span(self, loc: Loc) -> Span:
        """Return where the name of the field at `loc` stands."""

    def span_of(self, loc: Loc, text: str, occurrence: int = 0) -> Span:
        """Return where `text` stands for the nth time inside the value at `loc`."""

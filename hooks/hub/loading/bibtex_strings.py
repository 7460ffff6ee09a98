"""Abbreviations: what each @string stands for, from where it is given to where it is given anew."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from hub.loading.bibtex_tables import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CANDIDATES = 100
"""Abbreviations that are compared with a misspelled one."""


class Strings:
    """The abbreviations of a file, each with the offsets from which on it stands for a text."""

    def __init__(self) -> None:
        """Begin without any."""
        self._given: dict[str, list[tuple[int, str | None]]] = {}

    def give(self, name: str, start: int, text: str | None) -> None:
        """Let a name stand for a text from an offset on, later ones last; None if it is refused."""
        self._given.setdefault(name.lower(), []).append((start, text))

    def find(self, name: str, position: int) -> str | None:
        """Return what a name stands for at an offset, or None if what was given is refused.

        Raises:
            KeyError: The name stands for nothing there.
        """
        name = name.lower()
        given = self._given.get(name, ())
        before = bisect_left(given, position, key=lambda each: each[0])
        if before:
            return given[before - 1][1]
        return {name: name for name in MONTHS}[name]

    def names(self, position: int) -> Iterator[str]:
        """Yield some names that stand for something at an offset, and the months."""
        given = takewhile(lambda each: each[1][0][0] < position, self._given.items())
        yield from (name for name, _ in islice(given, MAX_CANDIDATES))
        yield from MONTHS

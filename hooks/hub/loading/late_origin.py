"""The places of a record that was not kept with its text: looked for when one is asked for.

Places are only needed for faults: ten thousand sound records need not keep ten thousand trees.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from hub.source import Loc, Origin, Span


class LateOrigin:
    """Stands for the places of a record in the file `path`; `find` returns them, and is slow."""

    def __init__(self, path: str, find: Callable[[], Origin]) -> None:
        """Look nowhere yet."""
        self._path = path
        self._find = find

    @property
    def path(self) -> str:
        """The file of the record."""
        return self._path

    @cached_property
    def _origin(self) -> Origin:
        return self._find()

    def span(self, loc: Loc = ()) -> Span:
        """Return where the value at `loc` stands."""
        return self._origin.span(loc)

    def key_span(self, loc: Loc) -> Span:
        """Return where the name of the field at `loc` stands."""
        return self._origin.key_span(loc)

    def span_of(self, loc: Loc, text: str, occurrence: int = 0) -> Span:
        """Return where `text` stands for the nth time inside the value at `loc`."""
        return self._origin.span_of(loc, text, occurrence)

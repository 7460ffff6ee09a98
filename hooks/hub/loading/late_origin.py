"""The places of a record that was not kept with its text: looked for when one is asked for.

Places are only needed for faults: ten thousand sound records need not keep ten thousand trees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from hub.source import Loc, Origin, Span


class LateOrigin:
    """Stands for the places of a record in the file `path`.

    `find` returns them by the name of the record, and is slow.
    """

    __slots__ = ("_find", "_found", "_name", "path")

    def __init__(self, path: str, name: str, find: Callable[[str], Origin]) -> None:
        """Look nowhere yet."""
        self.path = path
        self._name = name
        self._find = find
        self._found: Origin | None = None

    def span(self, loc: Loc = ()) -> Span:
        """Return where the value at `loc` stands."""
        return self._origin().span(loc)

    def key_span(self, loc: Loc) -> Span:
        """Return where the name of the field at `loc` stands."""
        return self._origin().key_span(loc)

    def span_of(self, loc: Loc, text: str, occurrence: int = 0) -> Span:
        """Return where `text` stands for the nth time inside the value at `loc`."""
        return self._origin().span_of(loc, text, occurrence)

    def _origin(self) -> Origin:
        if self._found is None:
            self._found = self._find(self._name)
        return self._found

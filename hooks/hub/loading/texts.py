"""The texts of a hub's files, read anew when somebody asks what stands at a place.

Places are only needed for faults: ten thousand sound records need not keep ten thousand texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from hub.loading.files import read_text
from hub.loading.origins import YamlOrigin
from hub.source import SourceText

if TYPE_CHECKING:
    from pathlib import Path

    from hub.source import Loc, Span


class Texts(Mapping[str, SourceText]):
    """Texts by path: what is held, or else what the file holds now."""

    def __init__(self, root: Path) -> None:
        """Begin without any."""
        self._root = root
        self._texts: dict[str, SourceText | None] = {}

    def hold(self, text: SourceText) -> None:
        """Hold a text that was read already."""
        self._texts[text.path] = text

    def know(self, path: str) -> None:
        """Take note of a file that has a text."""
        self._texts.setdefault(path, None)

    def __getitem__(self, path: str) -> SourceText:
        """Return the text of a file.

        Raises:
            KeyError: There is none, or none any more.
        """
        text = self._texts[path]
        if text is None:
            found = read_text(self._root / path, path)
            if not isinstance(found, SourceText):
                raise KeyError(path)
            text = self._texts[path] = found
        return text

    def __iter__(self) -> Iterator[str]:
        """Iterate over the paths."""
        return iter(self._texts)

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self._texts)


class FileOrigin:
    """The places of a record whose text is read again when a place is asked for."""

    def __init__(self, texts: Texts, path: str) -> None:
        """Stand for the record in the file `path`."""
        self._texts = texts
        self._path = path

    @property
    def path(self) -> str:
        """The file of the record."""
        return self._path

    @cached_property
    def _origin(self) -> YamlOrigin:
        return YamlOrigin(self._texts.get(self._path) or SourceText(self._path, ""))

    def span(self, loc: Loc = ()) -> Span:
        """Return where the value at `loc` stands."""
        return self._origin.span(loc)

    def key_span(self, loc: Loc) -> Span:
        """Return where the name of the field at `loc` stands."""
        return self._origin.key_span(loc)

    def span_of(self, loc: Loc, text: str, occurrence: int = 0) -> Span:
        """Return where `text` stands for the nth time inside the value at `loc`."""
        return self._origin.span_of(loc, text, occurrence)

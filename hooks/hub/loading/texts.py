"""The texts of a hub's files, read anew when somebody asks what stands at a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from hub.loading.files import read_text
from hub.loading.origins import YamlOrigin
from hub.source import SourceText

if TYPE_CHECKING:
    from pathlib import Path


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

    def origin(self, path: str) -> YamlOrigin:
        """Return the places of the record that is written in a file."""
        return YamlOrigin(self.get(path) or SourceText(path, ""))

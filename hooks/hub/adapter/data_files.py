"""The data files of a site: they need nothing of MkDocs, and are written while it is at work."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from hub.page import Document, LongDocument
from hub.pool import local
from hub.publishing.writing import move, read_line, write_documents


class DataFiles:
    """Writes documents beside the folder of a site that is being made, where `staging` clears up.

    Moved there last, they are never in the place of a file that MkDocs writes, nor it in theirs.
    """

    def __init__(self, documents: Iterable[Document | LongDocument], site: Path) -> None:
        """Begin to write documents for the site at a folder."""
        self._site = site
        self._folder = site.with_name(f"{site.name}-data")
        self._lines = local(site).aside(partial(write_documents, documents, self._folder))

    def settle(self) -> list[str]:
        """Put all files into the site, and return their lines.

        Raises:
            PublishingError: The place of one is taken.
            WorkerDiedError: The process that wrote them died.
        """
        lines = self._lines.answer()
        for line in lines:
            move(read_line(line)[1], self._folder, self._site)
        return lines

    def stop(self) -> None:
        """Write no more, if a build ends before its time."""
        self._lines.stop()

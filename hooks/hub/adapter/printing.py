"""When MkDocs has rendered: everything that remains to be written goes into the site's folder."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hub.adapter.edition import Edition
from hub.page import Document
from hub.pool import local
from hub.progress import Progress
from hub.publishing import checksums, policy, search
from hub.publishing.frames import Frame
from hub.publishing.press import Press
from hub.publishing.search import Stub
from hub.publishing.shell import Shell
from hub.publishing.writing import write_documents
from hub.stages import stage

log = logging.getLogger("mkdocs.hub")

_EACH = 0.002
"""Seconds, roughly, to print a page."""


@dataclass(frozen=True, slots=True)
class Printing:
    """What is printed, where, and in which language; when `lenient`, as far as it can be."""

    edition: Edition
    site: Path
    language: str
    lenient: bool

    def print(self, shells: Mapping[Frame, Shell], stubs: Iterable[Stub]) -> None:
        """Write all pages that MkDocs has not, the data files, and the search index.

        `stubs` find the hand-written pages.

        Raises:
            PublishingError: The site cannot be written whole.
        """
        bundle = self.site / "pagefind"
        with search.gathering(bundle, self.language) as folder:
            for stub in stubs:
                folder.add(stub)
            with stage("pages"):
                self._pages(Press(self.edition.write, shells, self.site, folder, self.lenient))
            with stage("search"), search.indexing(folder, bundle), stage("data"):
                write_documents(_documents(self.edition, lenient=self.lenient), self.site)
                write_documents(policy.header_files(), self.site)
        if not self.lenient:
            with stage("checksums"):
                write_documents([checksums.checksums(self.site, local(self.site))], self.site)

    def _pages(self, press: Press) -> None:
        for page in self.edition.pages:
            if page.kind == "front":
                press.note(page)
            else:
                press.print(page)
        orders = self.edition.orders
        parts = local(self.site).map(press, orders, each=_EACH)
        progress = Progress("pages", len(orders), log.info)
        for printed in progress.through(parts, lambda each: each.orders):
            for fault in printed.faults:
                log.error(fault)


def _documents(edition: Edition, *, lenient: bool) -> Iterator[Document]:
    try:
        yield from edition.documents
    except Exception:
        if not lenient:
            raise
        log.exception("Some data files could not be written")

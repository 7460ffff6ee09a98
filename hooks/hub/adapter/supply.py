"""What a preview makes when a browser asks for it: ordered pages, data files, the search index.

Whoever edits a record looks at a page or two. The rest of the site is there as soon as anybody
asks, and costs nothing before.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hub.adapter.edition import Edition
from hub.adapter.search_index import BUNDLE, finding
from hub.page import Document, Order
from hub.publishing import search
from hub.publishing.frames import Frame
from hub.publishing.press import Press
from hub.publishing.search import Stub
from hub.publishing.shell import Shell
from hub.publishing.writing import write_documents

log = logging.getLogger("mkdocs.hub")


@dataclass(slots=True)
class Supply:
    """Makes what the site in a folder lacks, each thing once; what breaks is told and left out.

    `stubs` find the hand-written pages.
    """

    edition: Edition
    shells: Mapping[Frame, Shell]
    stubs: Iterable[Stub]
    site: Path
    language: str
    _orders: dict[str, Order] = field(init=False)
    _has_index: bool = field(init=False, default=False)
    _has_data: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        """Take all orders."""
        self._orders = {order.address: order for order in self.edition.orders}

    def make(self, path: str) -> bool:
        """Make the file at a path of the site; tell whether anything was made that may be it."""
        try:
            if path.startswith(f"{BUNDLE}/"):
                return self._index()
            order = self._ordered(path)
            return self._page(order) if order else self._data()
        except Exception:
            log.exception('"%s" could not be made', path)
            return False

    def _ordered(self, path: str) -> Order | None:
        """Return the order of the page that a path leads to, or of what it is beside."""
        folder = path.rpartition("/")[0]
        return self._orders.pop(f"{folder}/", None) or self._orders.pop(f"{path}/", None)

    def _page(self, order: Order) -> bool:
        """Print a page, with what is beside it; tell whether it could be written."""
        press = Press(self.edition.write, self.shells, self.site, lenient=True)
        printed = press([order])
        for fault in printed.faults:
            log.error(fault)
        return not printed.faults

    def _data(self) -> bool:
        """Write the files for programs, unless they were."""
        if self._has_data:
            return False
        self._has_data = True
        write_documents(self._documents(), self.site)
        return True

    def _documents(self) -> Iterator[Document]:
        # Half a file is worse than none: each is written once it is all there.
        try:
            for each in self.edition.documents:
                yield Document(each.path, b"".join(each.pieces))
        except Exception:
            log.exception("Some data files could not be written")

    def _index(self) -> bool:
        """Make the search index, unless that was done."""
        if self._has_index:
            return False
        self._has_index = True
        stubs = finding(self.edition, self.stubs, self.language)
        search.make(stubs, self.site / BUNDLE, self.language)
        return True

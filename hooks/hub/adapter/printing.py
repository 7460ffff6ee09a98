"""When MkDocs has rendered: everything that remains to be written goes into the site's folder."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import hub
from hub.adapter.edition import Edition
from hub.adapter.search_index import Index, finding
from hub.page import Order
from hub.pool import local
from hub.progress import Progress
from hub.publishing import policy
from hub.publishing.checksums import checksums, lines_of
from hub.publishing.earlier import Earlier, Looked
from hub.publishing.frames import Frame
from hub.publishing.press import Press, Printed
from hub.publishing.search import Stub
from hub.publishing.shell import Shell
from hub.publishing.staging import Staging
from hub.publishing.taking import Taking
from hub.publishing.writing import write_documents
from hub.scheduler import kit
from hub.stages import stage
from hub.store import fingerprint, key_of

log = logging.getLogger("mkdocs.hub")

_EACH = 0.002
"""Seconds, roughly, to print a page."""
_EACH_TAKEN = 0.0004
"""Seconds, roughly, to take one over."""
_KIT = kit()
Keys = Callable[[], Mapping[str, bytes]]
"""Returns the keys of ordered pages by address, when they are there."""


class Printing:
    """Prints an edition: begins with its search index, which goes on beside all else."""

    def __init__(
        self, edition: Edition, staging: Staging, language: str, stubs: Iterable[Stub]
    ) -> None:
        """Begin; `stubs` find the hand-written pages.

        Raises:
            WorkerDiedError: A process that worked out what finds the others died.
        """
        self._edition, self._staging, self._site = edition, staging, staging.folder
        self._earlier = Earlier(staging.site, edition.store, str(staging.site))
        self._made_by = _made_by(language)
        with stage("entries"):
            found = finding(edition, stubs, language)
        self._index = Index(found, self._site, language, self._earlier, self._made_by)

    def print(
        self, shells: Mapping[Frame, Shell], header: str, data: Callable[[], list[str]],
        looked: Callable[[], Looked],
    ) -> None:  # fmt: skip
        """Write all pages that MkDocs has not, the data files, and the search index.

        `header` says to hosts what browsers may do with the pages (`hub.publishing.policy`).
        `data` puts the data files into the site and returns their lines. `looked` returns what
        was seen of the site before.

        Raises:
            PublishingError: The site cannot be written whole.
            WorkerDiedError: A process that shared the work died.
        """
        with stage("checksums"):
            lines = [*lines_of(self._site)]
        keys = cache(partial(self._keys, key_of(self._made_by, repr(shells))))
        with stage("taking over"):
            taken = self._taken(keys, looked)
        with stage("pages"):
            press = Press(self._edition.write, shells, self._site)
            lines += taken.lines + self._pages(press, taken, keys)
        with stage("data"):
            lines += data()
            lines += write_documents(policy.header_files(header), self._site)
        with stage("search"):
            lines += self._index.settle()
        with stage("list of files"):
            write_documents([checksums(lines)], self._site)

    def stop(self) -> None:
        """Leave undone what goes on, if a build ends before its time."""
        self._index.stop()

    def _keys(self, around: bytes) -> dict[str, bytes]:
        """Return the keys of ordered pages by address; `around` is one of all else about them."""
        with stage("keys"):
            keys = self._edition.keys.answer() if self._edition.keys else {}
        return {address: around + key for address, key in keys.items()}

    def _taken(self, keys: Keys, looked: Callable[[], Looked]) -> Printed:
        """Take over from the site before, if there is one, what can be; what cannot is left."""
        site, orders = self._site, self._edition.orders
        if not self._edition.keys or not self._staging.site.exists():
            return Printed(left=[*orders])
        ordered = [(order, keys()[order.address]) for order in orders]
        taken, taking = Printed(), Taking(replace(self._earlier, looked=looked()), site)
        for some in local(site).map(taking, ordered, each=_EACH_TAKEN):
            taken.orders += some.orders
            taken.lines += some.lines
            taken.left += some.left
        return taken

    def _pages(self, press: Press, taken: Printed, keys: Keys) -> list[str]:
        """Print all pages that were not taken over, and return the lines of their files."""
        # MkDocs has written the fronts.
        few = [page for page in self._edition.pages if page.kind != "front"]
        lines = [line for page in few for line in press.print(page)]
        # The last to be ordered take longest: begun first, they keep nobody waiting in the end.
        left = _together(taken.left)[::-1]
        progress = Progress("pages", len(left), log.info)
        parts = local(self._site).map(press, left, each=_EACH)
        for some in progress.through(parts, lambda each: each.orders):
            lines += some.lines
            known = keys()
            self._earlier.keep({
                address: (known[address], part)
                for address, part in some.made.items() if address in known
            })  # fmt: skip
        return lines


def _together(orders: Sequence[Order]) -> list[Order]:
    """Return orders with each next to the one that it is near: what both need is made once."""
    places = {order.address: place for place, order in enumerate(orders)}
    return sorted(orders, key=lambda each: places.get(each.near, places[each.address]))


def _made_by(language: str) -> bytes:
    """Return a key of all that makes pages of records, besides the theme."""
    # Templates are read for each build, code when this process began.
    templates = fingerprint(Path(hub.__file__).parent / "views")
    return key_of(_KIT.python, *sorted(_KIT.packages), _KIT.code, templates, language)

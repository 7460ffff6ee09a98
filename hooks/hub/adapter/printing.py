"""When MkDocs has rendered: everything that remains to be written goes into the site's folder."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import hub
from hub.adapter.edition import Edition
from hub.adapter.search_index import index
from hub.page import Document, LongDocument
from hub.pool import local
from hub.progress import Progress
from hub.publishing import policy
from hub.publishing.checksums import checksums, lines_of
from hub.publishing.earlier import Earlier
from hub.publishing.finding import Finding
from hub.publishing.frames import Frame
from hub.publishing.press import Left, Press, Printed
from hub.publishing.search import Stub, stub_of
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
_EACH_FOUND = 0.0003
"""Seconds, roughly, to make what finds one."""
_KIT = kit()


@dataclass(frozen=True, slots=True)
class Printing:
    """What is printed, where, and in which language; when `lenient`, as far as it can be.

    `policy` says to hosts what browsers may do with the pages (`hub.publishing.policy`).
    """

    edition: Edition
    staging: Staging
    language: str
    policy: str
    lenient: bool

    def print(self, shells: Mapping[Frame, Shell], stubs: Iterable[Stub]) -> None:
        """Write all pages that MkDocs has not, the data files, and the search index.

        `stubs` find the hand-written pages.

        Raises:
            PublishingError: The site cannot be written whole.
        """
        site = self.staging.folder
        # A preview has another place each time; what is remembered of one serves the next.
        place = "preview" if self.lenient else str(self.staging.site)
        earlier = Earlier(self.staging.site, self.edition.store, place)
        made_by = _made_by(self.language)
        around = key_of(made_by, repr(shells))
        lines = [] if self.lenient else [*lines_of(site)]
        with stage("taking over"):
            taken = self._taken(earlier, around)
        with stage("entries"):
            found = self._stubs(taken.left)
        fixed = [*map(stub_of, self.edition.entries), *stubs]
        finding = taken.stubs | found | {each.address: each.html(self.language) for each in fixed}
        press = Press(self.edition.write, shells, site, self.lenient)
        with index(finding, site, self.language, earlier, made_by) as index_lines:
            with stage("pages"):
                lines += taken.lines + self._pages(press, taken, found, earlier)
            with stage("data"):
                lines += write_documents(_documents(self.edition, lenient=self.lenient), site)
                lines += write_documents(policy.header_files(self.policy), site)
        if not self.lenient:
            write_documents([checksums([*lines, *index_lines])], site)

    def _taken(self, earlier: Earlier, around: bytes) -> Printed:
        """Take over from the site before what can be; what cannot is left."""
        site, orders = self.staging.folder, self.edition.orders
        if self.edition.inputs is None:
            return Printed(left=[(order, b"") for order in orders])
        taken = Printed()
        taking = Taking(self.edition.inputs, around, earlier, site, self.lenient)
        for some in local(site).map(taking, orders, each=_EACH_TAKEN):
            taken.orders += some.orders
            taken.lines += some.lines
            taken.stubs |= some.stubs
            taken.left += some.left
        return taken

    def _stubs(self, left: Sequence[Left]) -> dict[str, str]:
        """Return what finds the pages that are left to be written, by their addresses."""
        finding = Finding(self.edition.find, self.language, self.lenient)
        stubs = dict[str, str]()
        for some in local(self.staging.folder).map(finding, left, each=_EACH_FOUND):
            stubs |= some
        return stubs

    def _pages(
        self, press: Press, taken: Printed, found: Mapping[str, str], earlier: Earlier
    ) -> list[str]:
        """Print all pages that were not taken over, and return the lines of their files."""
        # MkDocs has written the fronts.
        few = [page for page in self.edition.pages if page.kind != "front"]
        lines = [line for page in few for line in press.print(page)]
        progress = Progress("pages", len(taken.left), log.info)
        parts = local(self.staging.folder).map(press, taken.left, each=_EACH)
        for some in progress.through(parts, lambda each: each.orders):
            lines += some.lines
            earlier.keep({
                address: (key, replace(part, stub=found.get(address, "")))
                for address, (key, part) in some.made.items()
            })  # fmt: skip
            for fault in some.faults:
                log.error(fault)
        return lines


def _made_by(language: str) -> bytes:
    """Return a key of all that makes pages of records, besides the theme."""
    # Templates are read for each build, code when this process began.
    templates = fingerprint(Path(hub.__file__).parent / "views")
    return key_of(_KIT.python, *sorted(_KIT.packages), _KIT.code, templates, language)


def _documents(edition: Edition, *, lenient: bool) -> Iterator[Document | LongDocument]:
    try:
        for each in edition.documents:
            # Half a file is worse than none: in a preview, one is written once it is all there.
            yield Document(each.path, b"".join(each.pieces)) if lenient else each
    except Exception:
        if not lenient:
            raise
        log.exception("Some data files could not be written")

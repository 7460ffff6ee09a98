"""When MkDocs has rendered: everything that remains to be written goes into the site's folder."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import hub
from hub.adapter.edition import Edition
from hub.adapter.search_index import index
from hub.pool import local
from hub.progress import Progress
from hub.publishing import policy
from hub.publishing.checksums import checksums, lines_of
from hub.publishing.earlier import Earlier
from hub.publishing.finding import Finding
from hub.publishing.frames import Frame
from hub.publishing.press import Inputs, Keys, Left, Press, Printed, no_key
from hub.publishing.search import Stub
from hub.publishing.search_stubs import stub_of
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
    """What is printed, where, and in which language.

    `policy` says to hosts what browsers may do with the pages (`hub.publishing.policy`). `data`
    puts the data files into the site and returns their lines.
    """

    edition: Edition
    staging: Staging
    language: str
    policy: str
    data: Callable[[], list[str]]

    def print(self, shells: Mapping[Frame, Shell], stubs: Iterable[Stub]) -> None:
        """Write all pages that MkDocs has not, the data files, and the search index.

        `stubs` find the hand-written pages.

        Raises:
            PublishingError: The site cannot be written whole.
        """
        site = self.staging.folder
        earlier = Earlier(self.staging.site, self.edition.store, str(self.staging.site))
        made_by = _made_by(self.language)
        inputs = self.edition.inputs
        key = Keys(inputs, key_of(made_by, repr(shells))) if inputs else no_key
        with stage("checksums"):
            lines = [*lines_of(site)]
        with stage("taking over"):
            taken = self._taken(earlier, key)
        with stage("entries"):
            found = self._stubs(taken.left)
            finding = taken.stubs | found
            finding |= {each.address: stub_of(each) for each in self.edition.entries}
            finding |= {each.address: each.html(self.language) for each in stubs}
        press = Press(self.edition.write, shells, site, key)
        index_lines = index(finding, site, self.language, earlier, made_by)
        with stage("pages"):
            lines += taken.lines + self._pages(press, taken, found, earlier)
        with stage("data"):
            lines += self.data()
            lines += write_documents(policy.header_files(self.policy), site)
        with stage("list of files"):
            write_documents([checksums([*lines, *index_lines])], site)

    def _taken(self, earlier: Earlier, key: Inputs) -> Printed:
        """Take over from the site before, if there is one, what can be; what cannot is left."""
        site, orders = self.staging.folder, self.edition.orders
        if self.edition.inputs is None or not self.staging.site.exists():
            return Printed(left=[(order, b"") for order in orders])
        taken, taking = Printed(), Taking(key, earlier, site)
        for some in local(site).map(taking, orders, each=_EACH_TAKEN):
            taken.orders += some.orders
            taken.lines += some.lines
            taken.stubs |= some.stubs
            taken.left += some.left
        return taken

    def _stubs(self, left: Sequence[Left]) -> dict[str, str]:
        """Return what finds the pages that are left to be written, by their addresses."""
        finding = Finding(self.edition.find)
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
        # The last to be ordered take longest: begun first, they keep nobody waiting in the end.
        left = taken.left[::-1]
        progress = Progress("pages", len(left), log.info)
        parts = local(self.staging.folder).map(press, left, each=_EACH)
        for some in progress.through(parts, lambda each: each.orders):
            lines += some.lines
            earlier.keep({
                address: (key, replace(part, stub=found.get(address, "")))
                for address, (key, part) in some.made.items()
            })  # fmt: skip
        return lines


def _made_by(language: str) -> bytes:
    """Return a key of all that makes pages of records, besides the theme."""
    # Templates are read for each build, code when this process began.
    templates = fingerprint(Path(hub.__file__).parent / "views")
    return key_of(_KIT.python, *sorted(_KIT.packages), _KIT.code, templates, language)

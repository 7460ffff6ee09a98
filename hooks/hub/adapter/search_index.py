"""The search index of a site: made of what finds each page, or taken over if nothing of it changed.

It needs nothing of the theme, and is made while pages are printed. What an index looks like is
`hub.publishing.search`'s business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from hub.adapter.edition import Edition
from hub.pool import local
from hub.publishing import search
from hub.publishing.earlier import Earlier, Part
from hub.publishing.search import Stub
from hub.publishing.search_groups import Kept
from hub.publishing.search_stubs import stub_of
from hub.publishing.writing import move
from hub.store import key_of

BUNDLE = "pagefind"
"""The folder of a site that holds its index."""


def finding(edition: Edition, written: Iterable[Stub], language: str) -> dict[str, str]:
    """Return what finds each page, by address; those of hand-written pages are given.

    Raises:
        WorkerDiedError: A process that made some of it died.
    """
    stubs = edition.found.answer()
    stubs |= {each.address: stub_of(each) for each in edition.entries}
    stubs |= {each.address: each.html(language) for each in written}
    return stubs


class Index:
    """Makes an index beside the folder of a site that is being made, where `staging` clears up.

    Moved there last, it is never in the place of a file that MkDocs writes, nor that in its.
    """

    def __init__(
        self, stubs: Mapping[str, str], site: Path, language: str, earlier: Earlier, made_by: bytes
    ) -> None:
        """Begin to make the index of these stubs, by address.

        `made_by` is a key of all else that an index depends on.
        """
        self._site = site
        self._folder = site.with_name(f"{site.name}-index")
        self._earlier = earlier
        pool = local(site)
        if pool.scheduler:  # whose workers do one thing after the other
            pool = replace(pool, workers=1)
        self._made = pool.aside(_Making(stubs, self._folder, language, earlier, made_by))

    def settle(self) -> Sequence[str]:
        """Put the index into the site, and return the lines of its files.

        Raises:
            PublishingError: It could not be made, or its place is taken.
            WorkerDiedError: The process that made it died.
        """
        key, part = self._made.answer()
        if part.lines:
            move(BUNDLE, self._folder, self._site)
            self._earlier.keep({BUNDLE: (key, part)})
        return part.lines

    def stop(self) -> None:
        """Make it no more, if a build ends before its time."""
        self._made.stop()


@dataclass(frozen=True, slots=True)
class _Making:
    stubs: Mapping[str, str]
    folder: Path
    language: str
    earlier: Earlier
    made_by: bytes

    def __call__(self) -> tuple[bytes, Part]:
        """Make the index, or take it over; return its key, and its files."""
        key = key_of(self.made_by, *chain.from_iterable(sorted(self.stubs.items())))
        part = self.earlier.find({BUNDLE: key}).get(BUNDLE)
        self.folder.mkdir()
        if not part or not self.earlier.take_over(part, self.folder):
            kept = Kept(self.earlier.store, self.made_by)
            lines = search.make(self.stubs, self.folder / BUNDLE, self.language, kept)
            part = Part(tuple(lines))
        return key, part

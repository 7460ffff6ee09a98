"""The search index: Pagefind's, whose words are put together here.

Pagefind reads each different word once, and tells how it is found (`search_reading`); given all
records, it would take eight times the memory. What finds them is written as Pagefind writes it
(`search_records`, `search_chunks`), and short to load (`search_files`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from markupsafe import Markup, escape

from hub.page import Pairs
from hub.pool import Pool, local
from hub.publishing import PublishingError, search_files, search_reading
from hub.publishing.search_chunks import write_words
from hub.publishing.search_groups import Kept
from hub.publishing.search_pagefind import SHOWN
from hub.publishing.search_reading import FIRST, Read
from hub.publishing.search_records import Recording, tell
from hub.publishing.search_runs import stretches
from hub.publishing.search_stubs import Numbered, value_of, words_of
from hub.publishing.writing import line, read_line

_TITLE = "title"
_HTML = "<"
"""With what the stub of a hand-written page begins, and no other."""
_EACH_SPLIT, _EACH = 0.000015, 0.0002
"""Seconds, roughly, to split the words of a record, and to write what finds it."""


@dataclass(frozen=True, slots=True)
class Stub:
    """What Pagefind is given of a hand-written page; the first heading of `body` is the title."""

    address: str
    body: Markup
    filters: Pairs = ()
    meta: Pairs = ()
    sorts: Pairs = ()

    def html(self, language: str) -> str:
        """Return the stub as a page."""
        said = value_of(self.filters, self.meta, self.sorts)
        return (
            f'{_HTML}!doctype html><html lang="{escape(language)}"><head>'
            f'<meta data-pagefind-filter="record[content]" content="{escape(said)}"></head>'
            f"<body data-pagefind-body>{self.body}</body></html>"
        )


def make(
    stubs: Mapping[str, str], bundle: Path, language: str, kept: Kept | None = None
) -> list[str]:
    """Make the index of what stubs find, by address, in the folder `bundle`; none without any.

    Return the lines of its files, whose paths are below the folder of `bundle`. What Pagefind
    makes of words is `kept` for the next time.

    Raises:
        PublishingError: Pagefind is missing or failed, or writes in another form than 1.5.2.
    """
    if not stubs:
        return []
    pages = {address: stub for address, stub in stubs.items() if stub.startswith(_HTML)}
    others = sorted((address, stub) for address, stub in stubs.items() if address not in pages)
    records = [(number, address, stub) for number, (address, stub) in enumerate(others)]
    site, pool = bundle.parent, local(bundle.parent)
    # Beside the site that is being built, where `staging` clears up after a build that was killed.
    with TemporaryDirectory(prefix=f"{site.name}-stubs-", dir=site.parent) as name:
        folder, words = Path(name), _different(records, pool)
        try:
            read = search_reading.read(words, pages, folder, language, pool, kept or Kept())
            lines = _make(records, read, folder / FIRST, bundle, pool)
        except (KeyError, TypeError, ValueError) as error:
            raise PublishingError(
                f"the search index has a form that the hub does not know: {error}; "
                "the hub is made for Pagefind 1.5.2"
            ) from error
    return [line(mark, f"{bundle.name}/{path}") for mark, path in map(read_line, lines)]


def _make(
    records: Sequence[Numbered], read: Read, theirs: Path, bundle: Path, pool: Pool
) -> list[str]:
    if _TITLE not in read.meta[SHOWN]:
        read.meta[SHOWN].append(_TITLE)
    cut = stretches(read.keys)
    recording = Recording(bundle, read.forms, -1 - read.meta[SHOWN].index(_TITLE), cut)
    told = [*pool.map(recording, records, each=_EACH), tell(read, len(records), bundle, cut)]
    chunks, lines = write_words(read.keys, [each.runs for each in told], cut, bundle, pool)
    return lines + search_files.settle(theirs, bundle, read.meta, told, chunks)


def _different(records: Sequence[Numbered], pool: Pool) -> dict[str, list[str]]:
    """Return the different words of all records, by their weight, in order."""
    found: dict[str, set[str]] = {}
    for some in pool.map(words_of, records, each=_EACH_SPLIT):
        for weight, words in some.items():
            found.setdefault(weight, set()).update(words)
    return {weight: sorted(found[weight]) for weight in sorted(found) if found[weight]}

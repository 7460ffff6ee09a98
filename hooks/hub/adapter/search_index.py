"""The search index of a site: made of what finds each page, or taken over if nothing of it changed.

What an index looks like is `hub.publishing.search`'s business.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from hub.pool import local
from hub.publishing import search
from hub.publishing.checksums import lines_of
from hub.publishing.earlier import Earlier, Part
from hub.stages import stage
from hub.store import key_of

BUNDLE = "pagefind"
"""The folder of a site that holds its index."""
_EACH = 0.0001
"""Seconds, roughly, to write a stub."""


@contextmanager
def index(
    stubs: Mapping[str, str], site: Path, language: str, earlier: Earlier, made_by: bytes
) -> Iterator[list[str]]:
    """See to the index of a site while the body of the `with` does something else.

    `stubs` are by address, as they are written; `made_by` is a key of all else that an index
    depends on. The list that is lent holds the lines of the index's files in the end.
    """
    lines = list[str]()
    key = key_of(made_by, *chain.from_iterable(sorted(stubs.items())))
    part = earlier.find({BUNDLE: key}).get(BUNDLE)
    with stage("search"):
        if part and earlier.take_over(part, site):
            yield lines
        else:
            with made(stubs, site / BUNDLE, language):
                yield lines
            part = Part(lines_of(site, f"{BUNDLE}/"))
            if part.lines:
                earlier.keep({BUNDLE: (key, part)})
    lines += part.lines


@contextmanager
def made(stubs: Mapping[str, str], bundle: Path, language: str) -> Iterator[None]:
    """Make an index in the folder `bundle` while the body of the `with` does something else."""
    with search.gathering(bundle, language) as gathered:
        for _ in local(bundle.parent).map(_Lay(gathered.folder), [*stubs.items()], each=_EACH):
            pass
        with search.indexing(gathered, bundle):
            yield


@dataclass(frozen=True, slots=True)
class _Lay:
    folder: Path

    def __call__(self, stubs: Sequence[tuple[str, str]]) -> None:
        for address, stub in stubs:
            search.lay(address, stub, self.folder)

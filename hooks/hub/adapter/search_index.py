"""The search index of a site: made of what finds each page, or taken over if nothing of it changed.

What an index looks like is `hub.publishing.search`'s business.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from hub.publishing import search
from hub.publishing.checksums import lines_of
from hub.publishing.earlier import Earlier, Part
from hub.stages import stage
from hub.store import key_of

BUNDLE = "pagefind"
"""The folder of a site that holds its index."""


def index(
    stubs: Mapping[str, str], site: Path, language: str, earlier: Earlier, made_by: bytes
) -> Sequence[str]:
    """See to the index of a site, and return the lines of its files.

    `stubs` are by address, as they are written; `made_by` is a key of all else that an index
    depends on.
    """
    key = key_of(made_by, *chain.from_iterable(sorted(stubs.items())))
    part = earlier.find({BUNDLE: key}).get(BUNDLE)
    with stage("search"):
        if not part or not earlier.take_over(part, site):
            search.make(stubs, site / BUNDLE, language)
            part = Part(lines_of(site, f"{BUNDLE}/"))
            if part.lines:
                earlier.keep({BUNDLE: (key, part)})
    return part.lines

"""What finds ordered pages in search: made of records, so that it is there before any page is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass

from hub.page import Order, SearchEntry
from hub.pool import Pool
from hub.publishing.search_stubs import stub_of

Find = Callable[[Order], SearchEntry | None]

_EACH = 0.0003
"""Seconds, roughly, to make what finds a page."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Makes the stubs of ordered pages, in whatever process it finds itself in.

    `find` returns what finds a page, if anything does. If `lenient`, an entry that cannot be made
    is left out: whoever prints the page will tell.
    """

    find: Find
    lenient: bool = False

    def __call__(self, orders: Sequence[Order]) -> dict[str, str]:
        """Return stubs by address."""
        stubs = {}
        for order in orders:
            with suppress(Exception) if self.lenient else nullcontext():
                if entry := self.find(order):
                    stubs[entry.address] = stub_of(entry)
        return stubs


def find_all(finding: Finding, orders: Sequence[Order], pool: Pool) -> dict[str, str]:
    """Return the stubs of all ordered pages by address, made by a pool.

    Raises:
        WorkerDiedError: A process died.
    """
    stubs = dict[str, str]()
    for some in pool.map(finding, orders, each=_EACH):
        stubs |= some
    return stubs

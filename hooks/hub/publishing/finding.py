"""What finds ordered pages in search: made of records, so that it is there before any page is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass

from hub.page import Order, SearchEntry
from hub.publishing.press import Left
from hub.publishing.search_stubs import stub_of

Find = Callable[[Order], SearchEntry | None]


@dataclass(frozen=True, slots=True)
class Finding:
    """Makes the stubs of ordered pages, in whatever process it finds itself in.

    `find` returns what finds a page, if anything does. If `lenient`, an entry that cannot be made
    is left out: whoever prints the page will tell.
    """

    find: Find
    lenient: bool = False

    def __call__(self, orders: Sequence[Left]) -> dict[str, str]:
        """Return stubs by address."""
        stubs = {}
        for order, _ in orders:
            with suppress(Exception) if self.lenient else nullcontext():
                if entry := self.find(order):
                    stubs[entry.address] = stub_of(entry)
        return stubs

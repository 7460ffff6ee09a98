"""Pages taken over from the build before: those that are made from what they were made from.

Many of them take little time, so this work is shared out apart from that of writing pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hub.page import Order
from hub.publishing.earlier import Earlier
from hub.publishing.press import Printed


@dataclass(frozen=True, slots=True)
class Taking:
    """Takes over what it can into the new site at `folder`; tells what is left to be written."""

    earlier: Earlier
    folder: Path

    def __call__(self, orders: Sequence[tuple[Order, bytes]]) -> Printed:
        """Take over what is ordered; with each order comes a key of all its page is made from.

        Raises:
            PublishingError: The place of a page is taken.
        """
        taken = Printed()
        known = self.earlier.find({order.address: key for order, key in orders})
        for order, _ in orders:
            part = known.get(order.address)
            if part and self.earlier.take_over(part, self.folder):
                taken.orders += 1
                taken.lines += part.lines
            else:
                taken.left.append(order)
        return taken

"""Pages taken over from the build before: those that are made from what they were made from.

Many of them take little time, so this work is shared out apart from that of writing pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hub.page import Order
from hub.publishing.earlier import Earlier
from hub.publishing.press import Inputs, Printed


@dataclass(frozen=True, slots=True)
class Taking:
    """Takes over what it can into the new site at `folder`, and tells what is left to be written.

    `key` returns a key of all that a page is made from.
    """

    key: Inputs
    earlier: Earlier
    folder: Path

    def __call__(self, orders: Sequence[Order]) -> Printed:
        """Take over what is ordered.

        Raises:
            PublishingError: The place of a page is taken.
        """
        taken = Printed()
        keys = {order.address: self.key(order) for order in orders}
        known = self.earlier.find(keys)
        for order in orders:
            part = known.get(order.address)
            if part and self.earlier.take_over(part, self.folder):
                taken.orders += 1
                taken.lines += part.lines
            else:
                taken.left.append((order, keys[order.address]))
        return taken

"""Pages taken over from the build before: those that are made from what they were made from.

Many of them take little time, so this work is shared out apart from that of writing pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from hub.page import Order
from hub.publishing.earlier import Earlier
from hub.publishing.press import Printed
from hub.store import key_of

Inputs = Callable[[Order], bytes]


@dataclass(frozen=True, slots=True)
class Taking:
    """Takes over what it can into the new site at `folder`, and tells what is left to be written.

    `inputs` returns a key of all that the writer of a page looks at, and `around` is one of all
    else that makes a page. Half a hub may not tell: if `lenient`, its pages are written anew.
    """

    inputs: Inputs
    around: bytes
    earlier: Earlier
    folder: Path
    lenient: bool = False

    def __call__(self, orders: Sequence[Order]) -> Printed:
        """Take over what is ordered.

        Raises:
            PublishingError: The place of a page is taken.
        """
        taken = Printed()
        keys = self._keys(orders)
        known = self.earlier.find(keys)
        for order in orders:
            part = known.get(order.address)
            if part and self.earlier.take_over(part, self.folder):
                taken.orders += 1
                taken.lines += part.lines
                if part.stub:
                    taken.stubs[order.address] = part.stub
            else:
                taken.left.append((order, keys.get(order.address, b"")))
        return taken

    def _keys(self, orders: Sequence[Order]) -> dict[str, bytes]:
        keys = {}
        for order in orders:
            with suppress(Exception) if self.lenient else nullcontext():
                keys[order.address] = key_of(self.around, self.inputs(order))
        return keys

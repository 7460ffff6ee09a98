"""From orders to files: each page is written and poured into its shell.

A `Press` can be sent to another process, and pages pass through it one at a time: however many
there are, few are in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from traceback import format_exception_only

from hub.page import Order, Page
from hub.publishing import PublishingError
from hub.publishing.earlier import Part
from hub.publishing.frames import Frame, frame_of
from hub.publishing.shell import Shell
from hub.publishing.writing import write, write_documents
from hub.store import key_of

Writer = Callable[[Order], Page]
Inputs = Callable[[Order], bytes]
Left = tuple[Order, bytes]
"""An order that is left to be written, and the key of what it is made from, if it is known yet."""


def no_key(_: Order) -> bytes:
    """Let no page be taken over next time."""
    return b""


@dataclass(frozen=True, slots=True)
class Keys:
    """Makes the keys of ordered pages.

    `inputs` returns one of all that the writer of a page looks at, or b"" if the page is to be
    written each time; `around` is one of all else that makes a page.
    """

    inputs: Inputs
    around: bytes

    def __call__(self, order: Order) -> bytes:
        """Return the key of all that a page is made from, if it has one."""
        inputs = self.inputs(order)
        return inputs and key_of(self.around, inputs)


@dataclass(slots=True)
class Printed:
    """What became of some orders: how many are done, which are `left`, and what went wrong.

    `lines` are those of their files (see `writing`), and `made` are the parts that may be taken
    over next time, each with its key.
    """

    orders: int = 0
    lines: list[str] = field(default_factory=list)
    made: dict[str, tuple[bytes, Part]] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Press:
    """Prints the pages of a site into a folder, and makes the `key` of each that has none yet.

    One that is `lenient` leaves out a page that cannot be written, and tells why.
    """

    writer: Writer
    shells: Mapping[Frame, Shell]
    site: Path
    key: Inputs = no_key
    lenient: bool = False

    def __call__(self, orders: Sequence[Left]) -> Printed:
        """Print what is ordered.

        Raises:
            PublishingError: A page has no shell, or its place is taken.
        """
        printed = Printed(len(orders))
        for order, key in orders:
            try:
                page = self.writer(order)
            except Exception as error:
                if not self.lenient:
                    raise
                said = "".join(format_exception_only(error)).strip()
                printed.faults.append(f'the page "{order.address}" could not be written: {said}')
                continue
            lines = self.print(page)
            printed.lines += lines
            if made_from := key or self.key(order):
                printed.made[order.address] = made_from, Part(lines)
        return printed

    def print(self, page: Page) -> tuple[str, ...]:
        """Print a page that is written, and return the lines of its files."""
        shell = self.shells.get(frame_of(page))
        if shell is None:
            raise PublishingError(
                f'the page "{page.address}" has another frame than the first of its kind; '
                "this is a mistake of the hub itself: please report it"
            )
        first = write(f"{page.address}index.html", shell.fill(page), self.site)
        return (first, *write_documents(page.beside, self.site))

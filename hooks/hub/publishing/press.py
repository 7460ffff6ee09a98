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

Writer = Callable[[Order], Page]


@dataclass(slots=True)
class Printed:
    """What became of some orders: how many are done, which are `left`, and what went wrong.

    `lines` are those of their files (see `writing`), and `made` are the parts that may be taken
    over next time, by address.
    """

    orders: int = 0
    lines: list[str] = field(default_factory=list)
    made: dict[str, Part] = field(default_factory=dict)
    left: list[Order] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Press:
    """Prints the pages of a site into a folder.

    One that is `lenient` leaves out a page that cannot be written, and tells why.
    """

    writer: Writer
    shells: Mapping[Frame, Shell]
    site: Path
    lenient: bool = False

    def __call__(self, orders: Sequence[Order]) -> Printed:
        """Print what is ordered.

        Raises:
            PublishingError: A page has no shell, or its place is taken.
        """
        printed = Printed(len(orders))
        for order in orders:
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
            printed.made[order.address] = Part(lines)
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

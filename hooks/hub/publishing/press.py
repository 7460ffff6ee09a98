"""From orders to files: each page is written, poured into its shell, and noted for the search.

A `Press` can be sent to another process, and pages pass through it one at a time: however many
there are, few are in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from traceback import format_exception_only

from hub.page import Order, Page
from hub.publishing import PublishingError
from hub.publishing.frames import Frame, frame_of
from hub.publishing.search import Stubs, stub_of
from hub.publishing.shell import Shell
from hub.publishing.writing import write, write_documents

Writer = Callable[[Order], Page]


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of some orders: how many there were, and what went wrong."""

    orders: int
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """Prints the pages of a site into a folder.

    One that is `lenient` leaves out a page that cannot be written, and tells why.
    """

    writer: Writer
    shells: Mapping[Frame, Shell]
    site: Path
    stubs: Stubs
    lenient: bool = False

    def __call__(self, orders: Sequence[Order]) -> Printed:
        """Print what is ordered.

        Raises:
            PublishingError: A page has no shell, or its place is taken.
        """
        faults = []
        for order in orders:
            try:
                page = self.writer(order)
            except Exception as error:
                if not self.lenient:
                    raise
                said = "".join(format_exception_only(error)).strip()
                faults.append(f'the page "{order.address}" could not be written: {said}')
            else:
                self.print(page)
        return Printed(len(orders), tuple(faults))

    def print(self, page: Page) -> None:
        """Print a page that is written."""
        shell = self.shells.get(frame_of(page))
        if shell is None:
            raise PublishingError(
                f'the page "{page.address}" has another frame than the first of its kind; '
                "this is a mistake of the hub itself: please report it"
            )
        # As MkDocs does: a character that UTF-8 lacks is no reason to lose the page.
        html = shell.fill(page).encode(errors="xmlcharrefreplace")
        write(f"{page.address}index.html", html, self.site)
        write_documents(page.beside, self.site)
        self.note(page)

    def note(self, page: Page) -> None:
        """Note for the search what finds a page, if it says so."""
        if stub := stub_of(page):
            self.stubs.add(stub)

"""Lists behind the gap map that have pages of their own: very full cells, and criticism."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.page import Order, Page
from hub.views import addresses, lists
from hub.views.gap_entries import counts, crumbs, entries
from hub.views.gap_words import size_words
from hub.views.gaps import CHALLENGED, CHALLENGING, OUTCOME, TERMS
from hub.views.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hub.views.gap_cells import Cell, Reading
    from hub.views.gaps import Gaps
    from hub.views.sheet import Studio

GAP_LIST = "gap-list"
"""The view of these pages."""

CRITICISM = {
    CHALLENGED: "Work that other work challenges",
    CHALLENGING: "Work that challenges other work",
}
"""What the lists that belong to no cell are called."""


def gap_list_orders(studio: Studio) -> Iterator[Order]:
    """Yield an order for each page: the subject is `<name of the list>#<page>`."""
    named = [*studio.gaps.criticism.items(), *_long_cells(studio.gaps)]
    for name, cell in named:
        for number in range(1, _pages(cell) + 1):
            yield Order(addresses.gap_list(name, number), GAP_LIST, f"{name}#{number}")


def _long_cells(gaps: Gaps) -> Iterator[tuple[str, Cell]]:
    for facet in TERMS:
        for (term, outcome), cell in gaps.cells(facet, OUTCOME).items():
            if is_long(cell):
                yield f"{facet}/{term}/{outcome}", cell


def is_long(cell: Cell) -> bool:
    """Whether a cell has pages of its own."""
    return len(cell.readings) > lists.LONG


def _pages(cell: Cell) -> int:
    return max(1, -(-len(cell.readings) // lists.EACH))


def part_of(studio: Studio, subject: str) -> tuple[Cell, Sequence[Reading]]:
    """Return the whole of the list that a page is of, and the summaries on the page."""
    name, _, number = subject.partition("#")
    start = lists.EACH * (int(number) - 1)
    if name in CRITICISM:
        cell = studio.gaps.criticism[name]
    else:
        facet, term, outcome = name.split("/")
        cell = studio.gaps.cells(facet, OUTCOME)[term, outcome]
    return cell, cell.readings[start : start + lists.EACH]


def list_beside(studio: Studio, subject: str) -> str:
    """Return what a page shows besides its entries, as text."""
    cell, _ = part_of(studio, subject)
    return repr((_told(cell, 1, cell.readings), counts(cell)))


def gap_list_page(studio: Studio, subject: str) -> Page:
    """Return the page with this subject."""
    name, _, number = subject.partition("#")
    cell, some = part_of(studio, subject)
    sheet = studio.sheet(addresses.gap_list(name, int(number)))
    title, told = _title(studio.gaps, name), _told(cell, int(number), some)
    outcome = "" if name in CRITICISM else name.rpartition("/")[2]
    pages = [addresses.gap_list(name, each) for each in range(1, _pages(cell) + 1)]
    html = sheet.render(
        "gap_list.html",
        crumbs=crumbs(sheet, title),
        title=title,
        lead=told,
        counts=counts(cell),
        entries=entries(sheet, outcome, some, are_brief=is_long(cell)),
        pages=lists.numbered(sheet, pages, int(number)),
    )
    return Page(
        address=sheet.address,
        kind=GAP_LIST,
        title=title if number == "1" else f"{title}, page {number}",
        description=f"{title}. {told}",
        html=html,
        section="evidence",
    )


def _title(gaps: Gaps, name: str) -> str:
    if name in CRITICISM:
        return CRITICISM[name]
    facet, term, outcome = name.split("/")
    return f"{gaps.choices(facet)[term].label}: {gaps.choices(OUTCOME)[outcome].label}"


def _told(cell: Cell, number: int, some: Sequence[Reading]) -> str:
    total, first = len(cell.readings), lists.EACH * (number - 1) + 1
    if total <= lists.EACH:
        return f"{size_words(cell)}."
    last = first + len(some) - 1
    part = f"Summaries {count(first)} to {count(last)} of {count(total)}, by title."
    return f"{size_words(cell)}. {part}"

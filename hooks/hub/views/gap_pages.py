"""The gap map and the lists behind it, as orders; and what each page is written from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.views.gap_lists import (
    GAP_LIST,
    gap_list_orders,
    gap_list_page,
    list_beside,
    part_of,
)
from hub.views.gap_map import GAP_MAP, gap_map_orders, gap_map_page
from hub.views.gap_terms import (
    GAP_TERM,
    gap_term_orders,
    gap_term_page,
    readings_of,
    term_beside,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hub.page import Order, Page
    from hub.views.gap_cells import Reading
    from hub.views.sheet import Studio

GAPS = {GAP_MAP, GAP_TERM, GAP_LIST}
"""The views of these pages."""


def gap_orders(studio: Studio) -> Iterator[Order]:
    """Yield an order for each page."""
    yield from gap_map_orders()
    yield from gap_term_orders(studio)
    yield from gap_list_orders(studio)


def gap_page(studio: Studio, order: Order) -> Page:
    """Return the page that is ordered."""
    page = {GAP_MAP: gap_map_page, GAP_TERM: gap_term_page, GAP_LIST: gap_list_page}
    return page[order.view](studio, order.subject)


def written_from(studio: Studio, order: Order) -> tuple[str, Sequence[Reading]]:
    """Return the summaries that a page lists, and what it says besides, as text."""
    if order.view == GAP_TERM:
        return term_beside(studio, order.subject), readings_of(studio, order.subject)
    if order.view == GAP_LIST:
        return list_beside(studio, order.subject), part_of(studio, order.subject)[1]
    return studio.gaps.mapped, ()

"""The map of evidence and gaps: one facet against another, as a table, on a page for each pair.

Every pair that a reader may choose has a page of its own, made beforehand: choosing is following
a link, so it works without JavaScript, the address says what is shown, and going back goes back.
Cells lead to lists (`hub.views.gap_lists`) where outcomes are one side, since a direction belongs
to a finding and a finding to an outcome. Cells of other pairs lead to their only summary, or to the
list of a term of which they hold all; where they hold some of both, to a search for both terms.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus

from markupsafe import escape

from hub.page import Order, Page
from hub.views import addresses, assets
from hub.views.facets import BY_ID
from hub.views.gap_data import file_links, gap_files
from hub.views.gap_directions import directions
from hub.views.gap_entries import crumbs
from hub.views.gap_looks import looks_of
from hub.views.gap_terms import address_of, search_words
from hub.views.gap_words import MARKS, size_words
from hub.views.gaps import FACETS, OUTCOME, TERMS, UNRECORDED, Nothing
from hub.views.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hub.views.facets import Choice
    from hub.views.gap_cells import Cell
    from hub.views.gap_looks import Look
    from hub.views.sheet import Sheet, Studio

GAP_MAP = "gap-map"
"""The view of these pages."""

ROWS, COLUMNS = FACETS[0], OUTCOME
"""The pair that is shown first."""

STYLES = ("css/gap-map.css", "css/gap-marks.css", "css/gap-print.css")

NOTHINGS = {
    Nothing.NOT_SEARCHED: "Nobody has searched for this yet",
    Nothing.NONE_FOUND: "Searched, and nothing found",
    Nothing.IN_PARTS: "Nothing on this as a whole, but on a part of it",
    Nothing.ALL_RECORDED: "None",
}
"""What an empty cell says."""


def gap_map_orders() -> Iterator[Order]:
    """Yield an order for each pair, and one for it turned round: what they show is the same.

    The subject is `<rows>/<columns>`.
    """
    for one, other in combinations(FACETS, 2):
        for rows, columns in ((one, other), (other, one)):
            yield Order(addresses.gap_map(rows, columns), GAP_MAP, f"{rows}/{columns}")


def gap_map_outline(subject: str) -> Page:
    """Return the map without what is dear: its cells."""
    rows, columns = subject.split("/")
    title = _title(rows, columns)
    return Page(
        address=addresses.gap_map(rows, columns),
        kind=GAP_MAP,
        title="Evidence and gaps" if (rows, columns) == (ROWS, COLUMNS)
        else f"{title}: evidence and gaps",
        description=f"{title}: where there is evidence, which way it points, how sure it is, "
        "and where there is none.",
        html="<h1></h1>",
        section="evidence",
    )  # fmt: skip


def _title(rows: str, columns: str) -> str:
    return f"{BY_ID[rows].title} by {BY_ID[columns].title.lower()}"


def gap_map_page(studio: Studio, subject: str) -> Page:
    """Return the map with this subject."""
    rows, columns = subject.split("/")
    gaps, sheet = studio.gaps, studio.sheet(addresses.gap_map(rows, columns))
    is_first = (rows, columns) == (ROWS, COLUMNS)
    title = _title(rows, columns)
    html = sheet.render(
        "gap_map.html",
        title="Evidence and gaps" if is_first else title,
        crumbs=crumbs(sheet, *([] if is_first else [title])),
        caption=title,
        size=size_words(gaps.everything),
        choosers=[
            {"label": "Rows", "choices": list(_choices(sheet, rows, columns))},
            {"label": "Columns", "choices": list(_choices(sheet, columns, rows, turned=True))},
        ],
        corner=BY_ID[rows].name.capitalize(),
        columns=_headers(studio, columns),
        rows=list(_rows(sheet, rows, columns)),
        has_outcome=OUTCOME in (rows, columns),
        marks=[(mark.value, label) for mark, label in MARKS.items()],
        downloads=file_links(sheet, rows, columns),
        directions=directions(sheet) if is_first else {},
        first=sheet.url(addresses.GAP_MAP),
        search=sheet.url(addresses.SEARCH),
    )
    return replace(
        gap_map_outline(subject),
        html=html,
        head=assets.head(sheet, *STYLES, "js/gap-map.js"),
        beside=gap_files(studio, rows, columns),
    )


def _choices(
    sheet: Sheet, this: str, other: str, *, turned: bool = False
) -> Iterator[dict[str, Any]]:
    """Yield what may stand on one side; to choose the other side's facet is to turn the map."""
    for facet in FACETS:
        pair = (facet, this if facet == other else other)
        rows, columns = reversed(pair) if turned else pair
        yield {
            "label": BY_ID[facet].title,
            "href": sheet.url(addresses.gap_map(rows, columns)),
            "is_current": facet == this,
            "turns": facet == other,
        }


def _headers(studio: Studio, facet: str) -> list[dict[str, Any]]:
    gaps = studio.gaps
    return [
        {"id": each.id, "label": each.label, "studies": count(gaps.of_term(facet, each.id).studies),
         "is_bare": not each.summaries}
        for each in gaps.choices(facet).values()
    ]  # fmt: skip


def _rows(sheet: Sheet, rows: str, columns: str) -> Iterator[dict[str, Any]]:
    gaps = sheet.studio.gaps
    cells, parts = gaps.cells(rows, columns), gaps.holding_parts(rows, columns)
    looks = looks_of(sheet.studio, rows, columns)
    across = [*gaps.choices(columns).values()]
    depths: dict[str, int] = {}
    for row in gaps.choices(rows).values():
        depths[row.id] = depths.get(row.broader, -1) + 1
        found = [
            _filled(sheet, {rows: row, columns: column}, column, cells[place], look)
            if (look := looks.get(place := (row.id, column.id)))
            else _empty(row, column, gaps.nothing(row, column, in_parts=place in parts))
            for column in across
        ]
        yield {
            "label": row.label,
            "href": sheet.url(_of_term(rows, row)) if row.term or row.summaries else "",
            "depth": depths[row.id],
            "studies": count(gaps.of_term(rows, row.id).studies),
            "is_bare": not row.summaries,
            "cells": found,
            "missing": _missing(found),
        }


def _missing(cells: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Return what the empty cells of a row say, each with the columns that say it."""
    columns: dict[str, list[str]] = {}
    for each in cells:
        columns.setdefault(each["kind"], []).append(each["column"])
    return [
        (words, ", ".join(columns[kind]))
        for kind, words in NOTHINGS.items()
        if kind in columns and kind is not Nothing.ALL_RECORDED
    ]


def _of_term(facet: str, choice: Choice) -> str:
    """Return where more is said of a row."""
    if facet in TERMS and choice.summaries:
        return addresses.gap_list(f"{facet}/{choice.id}")
    return addresses.browse(facet, choice.id) if choice.term else ""


def _filled(
    sheet: Sheet, places: dict[str, Choice], column: Choice, cell: Cell, look: Look
) -> dict[str, Any]:
    return {
        "column": column.label,
        "is_bare": not column.summaries,
        "href": escape(_list_of(sheet, places, cell)),
        "shown": look.shown,
        "words": look.words,
        "kind": look.kind,
    }


def _list_of(sheet: Sheet, places: dict[str, Choice], cell: Cell) -> str:
    """Return the link to exactly the summaries of a cell; "" if only a search could find them."""
    if OUTCOME in places:
        ((facet, term),) = ((each, choice) for each, choice in places.items() if each != OUTCOME)
        return sheet.url(address_of(facet, term.id, places[OUTCOME].id, cell))
    number = len(cell.readings)
    if number == 1:
        return sheet.url(addresses.summary(cell.readings[0].summary.id))
    for facet, choice in places.items():
        if choice.term and number == len(choice.summaries):
            return sheet.url(addresses.browse(facet, choice.id))
    if any(each.id == UNRECORDED for each in places.values()):
        return ""
    asked = "".join(f"&{facet}={_quoted(choice.label)}" for facet, choice in places.items())
    return f"{sheet.url(addresses.SEARCH)}?kind=Evidence+summary{asked}"


_quoted = lru_cache(1000)(quote_plus)  # Each term stands in a row or a column of cells.


def _empty(row: Choice, column: Choice, reason: Nothing) -> dict[str, Any]:
    return {
        "column": column.label,
        "is_bare": not column.summaries,
        "shown": "",
        "kind": reason.value,
        "words": NOTHINGS[reason] + search_words(reason, row, column),
    }

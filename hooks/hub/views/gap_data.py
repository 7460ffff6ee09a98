"""The numbers of the gap map as files beside its page: CSV for spreadsheets, JSON for programs.

Every cell is there, empty ones with the reason. The two ways round of a pair share the files.
"""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from hub.page import Document
from hub.views import addresses
from hub.views.gap_cells import Mark
from hub.views.gap_words import tally_details
from hub.views.gaps import FACETS, UNRECORDED
from hub.views.json_ld import LICENCE
from hub.views.pieces import json_object
from hub.views.signatory_data import cell as safe_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.views.gap_cells import Tally
    from hub.views.sheet import Sheet, Studio

STEM = "gap-map"

FIELDS = (
    "row", "row_label", "column", "column_label", "state", "studies", "summaries",
    *(each.value.replace("-", "_") for each in Mark), "challenged", "certainty",
)  # fmt: skip
"""What is said of each cell: numbers by mark are of studies, `state` says why one is empty."""

FILLED = "evidence"
"""The state of a cell that is not empty."""

_NONE = {each.value: 0 for each in Mark}


def gap_files(studio: Studio, rows: str, columns: str) -> tuple[Document, ...]:
    """Return the files that belong to the page of a pair; none for a pair turned round."""
    if FACETS.index(rows) > FACETS.index(columns):
        return ()
    path = addresses.gap_map(rows, columns) + STEM
    found = list(_cells(studio, rows, columns))
    return (
        Document(f"{path}.csv", _csv(found)),
        Document(f"{path}.json", _json(rows, columns, found)),
    )


def file_links(sheet: Sheet, rows: str, columns: str) -> list[dict[str, str]]:
    """Return the links to these files."""
    pair = sorted((rows, columns), key=FACETS.index)
    path = sheet.url(addresses.gap_map(*pair))
    return [
        {"label": ending.upper(), "href": f"{path}{STEM}.{ending}"} for ending in ("csv", "json")
    ]


def _cells(studio: Studio, rows: str, columns: str) -> Iterator[tuple[Any, ...]]:
    gaps = studio.gaps
    cells, parts = gaps.cells(rows, columns), gaps.holding_parts(rows, columns)
    across = [*gaps.choices(columns).values()]
    for row in gaps.choices(rows).values():
        for column in across:
            place = row.id, column.id
            named = _named(row.id), row.label, _named(column.id), column.label
            if cell := cells.get(place):
                numbers = _NONE | {each.mark.value: each.studies for each in cell.tallies}
                said = "; ".join(filter(None, map(_said, cell.tallies)))
                yield (*named, FILLED, cell.studies, len(cell.readings), *numbers.values(),
                       cell.challenged, said)  # fmt: skip
            else:
                state = gaps.nothing(row, column, in_parts=place in parts)
                yield (*named, state.value, 0, 0, *_NONE.values(), 0, "")


@lru_cache(10_000)
def _said(tally: Tally) -> str:
    words = tally_details(tally)
    return f"{tally.mark.value}: {words}" if words else ""


def _named(choice: str) -> str:
    """Return the id of a term; "" where records name none."""
    return "" if choice == UNRECORDED else choice


_safe = lru_cache(1000)(safe_cell)  # Each term is named in a row or a column of cells.


def _csv(cells: list[tuple[Any, ...]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(FIELDS)
    writer.writerows((*map(_safe, each[:4]), *each[4:-1], _safe(each[-1])) for each in cells)
    return file.getvalue().encode()


def _json(rows: str, columns: str, cells: list[tuple[Any, ...]]) -> bytes:
    head = {"version": 1, "licence": LICENCE, "rows": rows, "columns": columns, "fields": FIELDS}
    return b"".join(json_object(head, "cells", map(to_json, cells)))

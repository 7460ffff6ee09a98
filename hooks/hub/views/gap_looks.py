"""How the cells of a map look: bubbles, and the same in words for those who listen.

A pair of facets is drawn once. It is shown twice, the second time turned round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import escape

from hub.views.gap_terms import is_null
from hub.views.gap_words import bubbles, cell_words
from hub.views.gaps import FACETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from hub.views.gap_cells import Cell
    from hub.views.gaps import Place
    from hub.views.sheet import Studio

_FEW = 4
"""Cells with no more summaries often look alike, and are drawn once for all maps."""


class Look(NamedTuple):
    """A cell that is not empty: its bubbles with what they say, that alone, and its kind."""

    shown: Markup
    words: Markup
    kind: str


def looks_of(studio: Studio, rows: str, columns: str) -> Mapping[Place, Look]:
    """Return how the cells of a pair look, by the ids of row and column."""
    if FACETS.index(rows) > FACETS.index(columns):
        turned = looks_of(studio, columns, rows)
        return {(row, column): look for (column, row), look in turned.items()}
    kept = studio.gaps.drawn
    if (rows, columns) not in kept:
        kept.clear()  # They are many, and no other page shows them.
        cells = studio.gaps.cells(rows, columns)
        kept[rows, columns] = {place: _look(studio, cell) for place, cell in cells.items()}
    return kept[rows, columns]


def _look(studio: Studio, cell: Cell) -> Look:
    if len(cell.readings) > _FEW:
        return _drawn(studio, cell)
    told = cell.tallies, cell.studies, len(cell.readings), cell.challenged
    alike = studio.gaps.alike
    if told not in alike:
        alike[told] = _drawn(studio, cell)
    return alike[told]


def _drawn(studio: Studio, cell: Cell) -> Look:
    words = escape(cell_words(cell))
    shown = studio.piece("gap_cell.html", "cell", bubbles(cell), words)
    return Look(shown, words, "null" if is_null(cell) else "")

"""The gap map: which summaries stand where a term of one facet meets a term of another.

Where one of the two is an outcome, only findings for that outcome speak in the cell. What a cell
says is for `hub.views.gap_cells`, and how it looks for `hub.views.gap_map`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from enum import StrEnum
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from hub.store import key_of
from hub.views.facets import BY_ID, Choice
from hub.views.gap_cells import Cell, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from hub.model.evidence import EvidenceSummary
    from hub.views.facets import Summaries
    from hub.views.gap_cells import Reading, Tally
    from hub.views.gap_looks import Look

OUTCOME = "outcome"
FACETS = ("art-form", OUTCOME, "population", "condition", "setting", "life-course", "design")
"""The facets that rows and columns are chosen from: those with a vocabulary."""

TERMS = tuple(each for each in FACETS if each != OUTCOME)
"""Those whose terms have a page with their evidence, outcome by outcome."""

_TERMS = attrgetter(
    "id", "art_forms", "populations", "conditions", "settings", "life_course", "design",
    "cohort", "works",
)  # fmt: skip
_FINDING = attrgetter("outcome", "direction", "comparison", "subgroup")

UNRECORDED = "not_recorded"
"""Stands for a term where a record names none; no term can be called so."""

CHALLENGED, CHALLENGING = "challenged", "challenging"
"""The lists that belong to no cell: criticism is to be found as easily as good news."""

Place = tuple[str, str]
"""A cell's place: the ids of its row and its column."""


class Nothing(StrEnum):
    """Why a cell is empty; evidence of no difference is not empty."""

    NOT_SEARCHED = "not-searched"
    NONE_FOUND = "none-found"
    IN_PARTS = "in-parts"
    ALL_RECORDED = "all-recorded"


class Gaps:
    """The cells of every pair of facets; a pair is gathered when it is first asked for."""

    def __init__(self, summaries: Summaries, shelves: Mapping[str, Mapping[str, Choice]]) -> None:
        """Look at published summaries, by title; `shelves` has the choices of each facet.

        `printed` keeps entries of lists (`hub.views.gap_entries`), `drawn` the cells of one pair,
        and `alike` small ones of all by what is told of them (`hub.views.gap_looks`), so that each
        is made once.
        """
        self.summaries = summaries
        self._shelves = shelves
        self._choices: dict[str, dict[str, Choice]] = {}
        self._named: dict[str, list[list[tuple[str, Reading]]]] = {}
        self._whole: dict[tuple[str, str], Cell] = {}
        self._cells: dict[tuple[str, str], dict[Place, Cell]] = {}
        self._parts: dict[tuple[str, str], set[Place]] = {}
        self.printed: dict[tuple[str, bool], dict[str, Markup]] = {}
        self.drawn: dict[tuple[str, str], dict[Place, Look]] = {}
        self.alike: dict[tuple[tuple[Tally, ...], int, int, int], Look] = {}

    @cached_property
    def mapped(self) -> str:
        """A key of all that a map looks at: any summary may fill a cell, and empty one more."""
        seen = sorted(map(_seen, self.summaries), key=itemgetter(0))
        return key_of(json.dumps(seen)).hex()

    def choices(self, facet: str) -> Mapping[str, Choice]:
        """Return the terms of a facet by id, in their order; last, what names none, if any."""
        if facet not in self._choices:
            rest = tuple(
                reading.summary
                for [(name, reading), *_] in self._terms(facet)
                if name == UNRECORDED
            )
            label = f"No {BY_ID[facet].name} recorded"
            last = {UNRECORDED: Choice(UNRECORDED, label, rest)} if rest else {}
            self._choices[facet] = {**self._shelves[facet], **last}
        return self._choices[facet]

    def cells(self, rows: str, columns: str) -> Mapping[Place, Cell]:
        """Return the cells that are not empty, by the ids of row and column."""
        if (rows, columns) not in self._cells:
            if FACETS.index(rows) < FACETS.index(columns):
                found = self._gather(rows, columns)
            else:
                turned = self.cells(columns, rows).items()
                found = {(row, column): cell for (column, row), cell in turned}
            self._cells[rows, columns] = found
        return self._cells[rows, columns]

    def _gather(self, rows: str, columns: str) -> dict[Place, Cell]:
        found: defaultdict[Place, list[Reading]] = defaultdict(list)
        rows_speak = rows == OUTCOME
        for in_rows, in_columns in zip(self._terms(rows), self._terms(columns), strict=True):
            for row, of_row in in_rows:
                for column, of_column in in_columns:
                    found[row, column].append(of_row if rows_speak else of_column)
        return {place: Cell(tuple(readings)) for place, readings in found.items()}

    def _terms(self, facet: str) -> list[list[tuple[str, Reading]]]:
        """Return the terms that each summary names, each with what speaks in its cells."""
        if facet not in self._named:
            found: dict[str, list[tuple[str, Reading]]] = {name: [] for name in self._readings}
            for choice in self._shelves[facet].values():
                whole = self._whole[facet, choice.id] = self._together(choice)
                for each in whole.readings:
                    reading = _on(choice.id, each.summary) if facet == OUTCOME else each
                    found[each.name].append((choice.id, reading))
            self._named[facet] = [
                named or [(UNRECORDED, self._readings[name])] for name, named in found.items()
            ]
        return self._named[facet]

    @cached_property
    def _readings(self) -> dict[str, Reading]:
        """What each summary says altogether, by its id."""
        return {each.id: read(each, each.findings) for each in self.summaries}

    @cached_property
    def everything(self) -> Cell:
        """All summaries, with all that they found."""
        return Cell(tuple(self._readings.values()))

    @cached_property
    def criticism(self) -> dict[str, Cell]:
        """The summaries of contested work and of its critics, by the name of their list."""
        readings = self.everything.readings
        critics = {critique.reference for each in self.summaries for critique in each.critiques}
        return {
            CHALLENGED: Cell(tuple(each for each in readings if each.is_challenged)),
            CHALLENGING: Cell(tuple(
                each for each in readings if not critics.isdisjoint(each.summary.works)
            )),
        }  # fmt: skip

    def of_term(self, facet: str, term: str) -> Cell:
        """Return the summaries that name one term."""
        if (facet, term) not in self._whole:
            self._whole[facet, term] = self._together(self.choices(facet)[term])
        return self._whole[facet, term]

    def _together(self, choice: Choice) -> Cell:
        return Cell(tuple([self._readings[each.id] for each in choice.summaries]))

    def holding_parts(self, rows: str, columns: str) -> set[Place]:
        """Return the places under which, in narrower terms, there is something."""
        if (rows, columns) not in self._parts:
            wider_rows, wider_columns = self._wider(rows), self._wider(columns)
            self._parts[rows, columns] = {
                (row, column)
                for below_row, below_column in self.cells(rows, columns)
                for row in wider_rows[below_row]
                for column in wider_columns[below_column]
            }
        return self._parts[rows, columns]

    def _wider(self, facet: str) -> dict[str, tuple[str, ...]]:
        """Return each term with those above it."""
        choices = self.choices(facet)
        return {each: tuple(_upwards(each, choices)) for each in choices}

    def nothing(self, row: Choice, column: Choice, *, in_parts: bool) -> Nothing:
        """Return why a cell is empty: one search for either term would have filled it."""
        if UNRECORDED in (row.id, column.id):
            return Nothing.ALL_RECORDED
        if in_parts:
            return Nothing.IN_PARTS
        is_searched = any(each.term and each.term.searched for each in (row, column))
        return Nothing.NONE_FOUND if is_searched else Nothing.NOT_SEARCHED


def _seen(summary: EvidenceSummary) -> tuple[object, ...]:
    """Return all that a map looks at."""
    return (
        *_TERMS(summary),
        [
            (*_FINDING(each), (given.scale, given.level) if (given := each.certainty) else "")
            for each in summary.findings
        ],
        [each.reference for each in summary.critiques],
    )


def _on(outcome: str, summary: EvidenceSummary) -> Reading:
    """Return what a summary says on an outcome."""
    return read(summary, tuple([each for each in summary.findings if each.outcome == outcome]))


def _upwards(choice: str, choices: Mapping[str, Choice]) -> Iterator[str]:
    seen = set[str]()
    while choice in choices and choice not in seen:
        yield choice
        seen.add(choice)
        choice = choices[choice].broader

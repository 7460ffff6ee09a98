"""The gap map: which summaries stand where a term of one facet meets a term of another.

Where one of the two is an outcome, only findings for that outcome speak in the cell. What a cell
says is for `hub.views.gap_cells`, and how it looks for `hub.views.gap_map`.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from hub.store import key_of
from hub.views.facets import BY_ID, Choice
from hub.views.gap_cells import Cell, read
from hub.views.published import in_force

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub
    from hub.views.gap_cells import Reading
    from hub.views.gap_looks import Look

OUTCOME = "outcome"
FACETS = ("art-form", OUTCOME, "population", "condition", "setting", "life-course", "design")
"""The facets that rows and columns are chosen from: those with a vocabulary."""

TERMS = tuple(each for each in FACETS if each != OUTCOME)
"""Those whose terms have a page with their evidence, outcome by outcome."""

FIELDS = {
    "art_forms", "populations", "conditions", "settings", "life_course", "design", "findings",
    "cohort", "critiques", "source", "companions",
}  # fmt: skip
"""The fields of a summary that a map looks at."""

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

    def __init__(self, hub: Hub, shelves: Mapping[str, Mapping[str, Choice]]) -> None:
        """Look at the published summaries of `hub`; `shelves` has the choices of each facet.

        `printed` keeps entries of lists (`hub.views.gap_entries`), and `drawn` the cells of one
        pair (`hub.views.gap_looks`), so that each is made once.
        """
        self.summaries = in_force(hub.summaries.values())
        self._shelves = shelves
        self._choices: dict[str, dict[str, Choice]] = {}
        self._terms: dict[str, list[list[str]]] = {}
        self._whole: dict[tuple[str, str], Cell] = {}
        self._cells: dict[tuple[str, str], dict[Place, Cell]] = {}
        self._parts: dict[tuple[str, str], set[Place]] = {}
        self._readings: dict[tuple[str, str], Reading] = {}
        self.printed: dict[tuple[str, str, bool], Markup] = {}
        self.drawn: dict[tuple[str, str], dict[Place, Look]] = {}

    @cached_property
    def mapped(self) -> str:
        """A key of all that a map looks at: any summary may fill a cell, and empty one more."""
        seen = sorted(
            f"{each.id} {each.model_dump_json(include=FIELDS)}" for each in self.summaries
        )
        return key_of(*seen).hex()

    def choices(self, facet: str) -> Mapping[str, Choice]:
        """Return the terms of a facet by id, in their order; last, what names none, if any."""
        if facet not in self._choices:
            terms = self._shelves[facet]
            named = {each.id for choice in terms.values() for each in choice.summaries}
            rest = tuple(each for each in self.summaries if each.id not in named)
            label = f"No {BY_ID[facet].name} recorded"
            last = {UNRECORDED: Choice(UNRECORDED, label, rest)} if rest else {}
            self._choices[facet] = {**terms, **last}
        return self._choices[facet]

    def cells(self, rows: str, columns: str) -> Mapping[Place, Cell]:
        """Return the cells that are not empty, by the ids of row and column."""
        if FACETS.index(rows) > FACETS.index(columns):
            turned = self.cells(columns, rows)
            return {(row, column): cell for (column, row), cell in turned.items()}
        if (rows, columns) not in self._cells:
            self._cells[rows, columns] = self._gather(rows, columns)
        return self._cells[rows, columns]

    def _gather(self, rows: str, columns: str) -> dict[Place, Cell]:
        found: dict[Place, list[Reading]] = {}
        for whole, named_rows, named_columns in zip(
            self.everything.readings, self._named(rows), self._named(columns), strict=True
        ):
            for row in named_rows:
                for column in named_columns:
                    reading = whole
                    if OUTCOME in (rows, columns):
                        outcome = row if rows == OUTCOME else column
                        reading = self.reading(whole.summary, outcome)
                    found.setdefault((row, column), []).append(reading)
        return {place: Cell(tuple(readings)) for place, readings in found.items()}

    def _named(self, facet: str) -> list[list[str]]:
        """Return the terms that each summary names."""
        if facet not in self._terms:
            found: dict[str, list[str]] = {each.id: [] for each in self.summaries}
            for choice in self.choices(facet).values():
                for summary in choice.summaries:
                    found[summary.id].append(choice.id)
            self._terms[facet] = [*found.values()]
        return self._terms[facet]

    def reading(self, summary: EvidenceSummary, outcome: str = "") -> Reading:
        """Return what a summary says on an outcome, or altogether; made once."""
        key = summary.id, outcome
        if key not in self._readings:
            findings = tuple(
                each for each in summary.findings if outcome in ("", UNRECORDED, each.outcome)
            )
            self._readings[key] = read(summary, findings)
        return self._readings[key]

    @cached_property
    def everything(self) -> Cell:
        """All summaries, with all that they found."""
        return Cell(tuple(self.reading(each) for each in self.summaries))

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
            named = self.choices(facet)[term].summaries
            self._whole[facet, term] = Cell(tuple(map(self.reading, named)))
        return self._whole[facet, term]

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


def _upwards(choice: str, choices: Mapping[str, Choice]) -> Iterator[str]:
    seen = set[str]()
    while choice in choices and choice not in seen:
        yield choice
        seen.add(choice)
        choice = choices[choice].broader

"""A cell of the gap map as bubbles, and the same in words.

A bubble grows with the number of studies; its shape and colour are a direction, its dots the
highest certainty that was given for it. It is hollow where no summary compares groups.
"""

from __future__ import annotations

from bisect import bisect
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hub.model.certainty import LEVELS
from hub.views.directions import LABELS
from hub.views.gap_cells import Mark
from hub.views.shelves import graded_words
from hub.views.wording import count, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hub.model.certainty import Certainty
    from hub.views.gap_cells import Cell, Tally

MARKS = {
    **{Mark(direction.value): label for direction, label in LABELS.items()},
    Mark.SUBGROUP_ONLY: "For a subgroup only",
    Mark.NO_FINDING: "No finding recorded",
}
"""Marks by name, in the order in which they are shown."""

SIZES = (2, 4, 8, 16)
"""From so many studies on, a bubble has the next size."""

IN_WORDS = "words"
"""Stands for dots where authors gave a certainty in their own words."""

_kept = lru_cache(10_000)
"""What is said of a tally is said of all cells that share it."""


class Bubble(NamedTuple):
    """How a mark looks in a cell: `dots` is "3-4" for the third of four levels, or `IN_WORDS`."""

    mark: str
    size: int
    number: str
    dots: str
    is_hollow: bool


def bubbles(cell: Cell) -> tuple[Bubble, ...]:
    """Return the bubbles of a cell, one for each mark."""
    return tuple(map(_bubble, cell.tallies))


@_kept
def _bubble(tally: Tally) -> Bubble:
    return Bubble(
        mark=tally.mark.value,
        size=1 + bisect(SIZES, tally.studies),
        number=count(tally.studies),
        dots=_dots(tally.highest),
        is_hollow=not tally.compared,
    )


def _dots(given: Certainty | None) -> str:
    if given is None:
        return ""
    levels = LEVELS.get(given.scale)
    return f"{levels.index(given.level) + 1}-{len(levels)}" if levels else IN_WORDS


def size_words(cell: Cell) -> str:
    """Return how much stands in a cell: "3 studies or reviews, in 4 summaries"."""
    studies = plural(cell.studies, "study or review", "studies or reviews")
    summaries = len(cell.readings)
    apart = "" if summaries == cell.studies else f", in {plural(summaries, 'summary', 'summaries')}"
    return studies + apart


def cell_words(cell: Cell) -> str:
    """Return all that the bubbles of a cell say, in words."""
    parts = [size_words(cell), *_marks_in_words(cell.tallies)]
    if cell.challenged:
        parts.append(f"Challenged by other work: {count(cell.challenged)}")
    return f"{'. '.join(parts)}."


def _marks_in_words(tallies: Sequence[Tally]) -> list[str]:
    """Return marks in words: "Benefit: 2 (no groups compared; certainty not graded)".

    What is true of each of several marks is said once, with the last.
    """
    labels, details = [*map(tally_label, tallies)], [*map(tally_details, tallies)]
    if len(details) > 1 and details[0] and len(set(details)) == 1:
        return [*labels[:-1], f"{labels[-1]} (each of these: {details[0]})"]
    return [f"{label} ({said})" if said else label
            for label, said in zip(labels, details, strict=True)]  # fmt: skip


@_kept
def tally_label(tally: Tally) -> str:
    """Return a mark with its number: "Benefit: 2"."""
    return f"{MARKS[tally.mark]}: {count(tally.studies)}"


@_kept
def tally_details(tally: Tally) -> str:
    """Return what was compared, and how certain it is; "" where nothing holds for everybody."""
    if tally.mark in (Mark.SUBGROUP_ONLY, Mark.NO_FINDING):
        return ""
    return f"{_compared(tally)}; {_certainty(tally)}"


def _compared(tally: Tally) -> str:
    if not tally.compared:
        return "no groups compared"
    if tally.compared == tally.summaries:
        return "groups compared"
    return f"groups compared in {count(tally.compared)} of {count(tally.summaries)} summaries"


def _certainty(tally: Tally) -> str:
    if len(tally.certainties) == 1:
        return _graded(tally.certainties[0][0])
    return ", ".join(f"{_graded(each)} in {count(number)}" for each, number in tally.certainties)


def _graded(given: Certainty | None) -> str:
    if given is None:
        return "certainty not graded"
    words = graded_words(given)
    return words[:1].lower() + words[1:]

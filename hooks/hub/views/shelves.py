"""Summaries by all facets, each with its entry in lists: made once, whatever lists it stands in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hub.model.certainty import Scale
from hub.model.evidence import Seen
from hub.model.walk import mentions
from hub.views.cards import headline_certainty
from hub.views.directions import headline
from hub.views.facets import shelves
from hub.views.findings import certainty
from hub.views.published import in_force
from hub.views.rooted import turned
from hub.views.terms import tally_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from hub.model.certainty import Certainty
    from hub.model.evidence import EvidenceSummary
    from hub.model.practice import PracticeExample
    from hub.views.sheet import Sheet, Studio
    from hub.views.terms import Tally

OUTCOME = "outcome"
"""The facet of which a finding, and not only a summary, has one choice."""

_READ = {Seen.FULL_TEXT: "", Seen.ABSTRACT: "Abstract only", Seen.SECONDARY: "Second-hand"}


class Shelves:
    """The choices of all facets with their summaries, and the entries as they were made."""

    def __init__(self, studio: Studio) -> None:
        """Look at the published summaries of a studio's hub."""
        self.choices = shelves(studio.hub, studio.summaries)
        self._studio = studio
        self._hub = studio.hub
        self._entries: dict[str, Markup] = {}
        self._tallies: dict[tuple[str, str], Tally] = {}

    def tally(self, facet: str, choice: str) -> Tally:
        """Return the findings of a choice's summaries by direction (see `hub.views.terms`)."""
        key = facet, choice
        if key not in self._tallies:
            outcome = choice if facet == OUTCOME else ""
            self._tallies[key] = tally_of(self.choices[facet][choice].summaries, outcome)
        return self._tallies[key]

    def practice(self, vocabulary: str, term: str) -> tuple[PracticeExample, ...]:
        """Return the practice examples that name a term, by title."""
        return self._practice.get((f"term:{vocabulary}", term), ())

    @cached_property
    def _practice(self) -> dict[tuple[str, str], tuple[PracticeExample, ...]]:
        found: dict[tuple[str, str], list[PracticeExample]] = {}
        for example in in_force(self._hub.practice.values()):
            for term in dict.fromkeys((kind, name) for _, kind, name in mentions(example)):
                found.setdefault(term, []).append(example)
        return {term: tuple(examples) for term, examples in found.items()}

    def entries(self, sheet: Sheet, some: Iterable[EvidenceSummary]) -> Markup:
        """Return summaries as they stand in lists."""
        return turned(sheet, map(self._entry, some))

    def _entry(self, summary: EvidenceSummary) -> Markup:
        name = summary.id
        if name not in self._entries:
            self._entries[name] = _printed(self._studio, summary)
        return self._entries[name]


def _printed(studio: Studio, summary: EvidenceSummary) -> Markup:
    told, state = studio.lines.told(summary), studio.hub.references[summary.source].state
    graded = headline_certainty(summary)
    said = [
        *(each.words for each in headline(summary)),
        graded_words(graded) if graded else "Certainty not graded",
    ]
    seen = _READ[summary.seen]
    return studio.piece(
        "browse_entry.html", "entry", told.href, told.title, summary.answer,
        " · ".join(said), told.facts, seen, summary.critiques, state.value if state else "",
    )  # fmt: skip


def graded_words(given: Certainty) -> str:
    """Return a certainty in words, with its scale: Moderate certainty (GRADE)."""
    if given.scale is Scale.GRADE:
        return f"{given.level.capitalize()} certainty (GRADE)"
    shown = certainty(given)
    return f"Certainty {shown['words']} ({shown['scale']})"

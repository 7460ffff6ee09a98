"""Summaries by all facets, each with its entry in lists: made once, whatever lists it stands in."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from hub.model.certainty import Scale
from hub.model.evidence import Seen
from hub.model.walk import mentions
from hub.views.cards import headline_certainty
from hub.views.directions import for_everybody, headline
from hub.views.facets import shelves
from hub.views.feeds import LATEST, newest
from hub.views.findings import certainty
from hub.views.published import in_force
from hub.views.rooted import turned
from hub.views.terms import tally_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from hub.model.certainty import Certainty
    from hub.model.evidence import EvidenceSummary
    from hub.model.findings import Direction, Finding
    from hub.model.practice import PracticeExample
    from hub.views.facets import Summaries
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
        self.feed_entries: dict[str, str] = {}
        """What was made for feeds (see `hub.views.feeds`)."""

    def tally(self, facet: str, choice: str) -> Tally:
        """Return the findings of a choice's summaries by direction (see `hub.views.terms`)."""
        key = facet, choice
        if key not in self._tallies:
            if facet == OUTCOME:
                found = for_everybody(self._findings.get(choice, ()))
                self._tallies[key] = tally_of(each.direction for each in found)
            else:
                some = [self._directions[each.id] for each in self.choices[facet][choice].summaries]
                self._tallies[key] = tally_of(chain.from_iterable(some))
        return self._tallies[key]

    @cached_property
    def _findings(self) -> dict[str, list[Finding]]:
        """The findings for each outcome."""
        groups = self._studio.groups.outcomes
        return {group.term.id: [each for _, each in group.findings] for group in groups}

    @cached_property
    def _directions(self) -> dict[str, tuple[Direction, ...]]:
        """What each summary found for everybody who was studied, by its id."""
        return {
            each.id: tuple([finding.direction for finding in for_everybody(each.findings)])
            for each in self._studio.summaries
        }

    def latest(self, summaries: Summaries) -> tuple[EvidenceSummary, ...]:
        """Return those of some summaries that were reviewed last, the newest first."""
        ranks = self._ranks
        return tuple(sorted(summaries, key=lambda each: ranks[each.id])[:LATEST])

    @cached_property
    def _ranks(self) -> dict[str, int]:
        """How many summaries are newer than each, by its id."""
        return {each.id: rank for rank, each in enumerate(newest(self._studio.summaries))}

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

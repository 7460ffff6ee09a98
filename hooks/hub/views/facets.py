"""The facets of the evidence: by what summaries are found, and what each offers to choose from.

A summary stands under each choice that is true of it; what was found for a subgroup alone tells
nothing of its direction. Terms are as recorded: a broader one does not gather the summaries of
those inside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from hub.model.certainty import LEVELS, Scale
from hub.views.cards import headline_certainty
from hub.views.directions import LABELS, for_everybody
from hub.views.findings import certainty

if TYPE_CHECKING:
    from hub.model.certainty import Certainty
    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub
    from hub.model.vocabularies import Term

Summaries = tuple["EvidenceSummary", ...]
Found = Mapping[str, list["EvidenceSummary"]]


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be chosen in a facet, with the summaries of which it is true, by title.

    `id` stands in addresses. `term` is the vocabulary's, if the facet has one; `broader` is the id
    of the choice above it.
    """

    id: str
    label: str
    summaries: Summaries
    term: Term | None = None
    broader: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: `name` is what the search calls it, and `title` heads its page.

    `of` returns what a summary has of it, as recorded; `choices` makes choices of that.
    `vocabulary` is the id of the one whose terms these are, or "".
    """

    name: str
    title: str
    of: Callable[[Hub, EvidenceSummary], Iterable[str]]
    choices: Callable[[Hub, Found], Iterable[Choice]]
    vocabulary: str = ""

    @property
    def id(self) -> str:
        """The name as it stands in addresses."""
        return self.name.replace(" ", "-")


def shelves(hub: Hub, summaries: Summaries) -> dict[str, dict[str, Choice]]:
    """Return the choices of each facet, both by their ids; each summary is looked at once."""
    found = [(facet, defaultdict[str, list["EvidenceSummary"]](list)) for facet in FACETS]
    known = [(facet.of, by_value) for facet, by_value in found]
    for summary in summaries:
        for of, by_value in known:
            for value in dict.fromkeys(of(hub, summary)):
                by_value[value].append(summary)
    return {facet.id: _by_id(facet.choices(hub, by_value)) for facet, by_value in found}


def _by_id(choices: Iterable[Choice]) -> dict[str, Choice]:
    """Return choices by id; of names that are the same in addresses the second gets a number."""
    found: dict[str, Choice] = {}
    for each in choices:
        name = each.id or "other"
        while name in found:
            name += "-2"
        found[name] = replace(each, id=name)
    return found


@cache
def in_address(text: str) -> str:
    """Return a name as it stands in addresses: Côte d'Ivoire is cote-d-ivoire."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return re.sub(r"[^\w]+|_", "-", letters).strip("-")


def _terms(vocabulary: str) -> Callable[[Hub, Found], Iterator[Choice]]:
    """Return what makes choices of all terms of a vocabulary."""

    def choices(hub: Hub, found: Found) -> Iterator[Choice]:
        known = hub.vocabularies.get(vocabulary)
        for term in known.terms if known else ():
            summaries = tuple(found.get(term.id, ()))
            yield Choice(term.id, term.label, summaries, term, term.broader or "")

    return choices


def _choices_of_direction(_: Hub, found: Found) -> Iterator[Choice]:
    for direction, label in LABELS.items():
        yield Choice(direction.value, label, tuple(found.get(direction.value, ())))


def _directions(_: Hub, summary: EvidenceSummary) -> Iterator[str]:
    return (each.direction.value for each in for_everybody(summary.findings))


def grade(given: Certainty | None) -> str:
    """Return a level as readers see it; what authors say in their own words is no level."""
    if given is None:
        return _NOT_GRADED
    if given.scale is Scale.AUTHORS:
        return _IN_WORDS
    return str(certainty(given).get("words", given.level.capitalize()))


_NOT_GRADED, _IN_WORDS = "Not graded", "In the authors’ own words"
_GRADES = tuple(level.capitalize() for level in reversed(LEVELS[Scale.GRADE]))


def _choices_of_certainty(_: Hub, found: Found) -> Iterator[Choice]:
    """Yield GRADE's levels, the highest first, those of other scales, and what has no level."""
    others = sorted(found.keys() - {*_GRADES, _IN_WORDS, _NOT_GRADED})
    for label in (*_GRADES, *others, _IN_WORDS, _NOT_GRADED):
        yield Choice(in_address(label), label, tuple(found.get(label, ())))


def _places(hub: Hub, summary: EvidenceSummary) -> Iterator[str]:
    """Yield the ids of places, and in their stead the names of countries that have none."""
    yield from summary.places
    for name in summary.country:
        named = in_address(name)
        yield named if named in hub.places else name


def _choices_of_places(hub: Hub, found: Found) -> Iterator[Choice]:
    for place in hub.places.values():
        if place.id in found:
            within = place.within if place.within in found else None
            yield Choice(place.id, place.label, tuple(found[place.id]), broader=within or "")
    for name in sorted(found.keys() - hub.places.keys()):
        yield Choice(in_address(name), name, tuple(found[name]))


def _years(hub: Hub, summary: EvidenceSummary) -> Iterator[str]:
    year = hub.references[summary.source].issued.year
    if year:
        yield str(year)


def _choices_of_years(_: Hub, found: Found) -> Iterator[Choice]:
    for year in sorted(found, reverse=True):
        yield Choice(year, year, tuple(found[year]))


def _of_terms(
    name: str, title: str, vocabulary: str, of: Callable[[Hub, EvidenceSummary], Iterable[str]]
) -> Facet:
    return Facet(name, title, of, _terms(vocabulary), vocabulary)


FACETS = (
    _of_terms("art form", "Art forms", "art-forms", lambda _, each: each.art_forms),
    _of_terms("outcome", "Outcomes", "outcomes", lambda _, each: each.outcomes),
    Facet("direction", "Directions of findings", _directions, _choices_of_direction),
    Facet("certainty", "Certainty of the main finding",
          lambda _, each: (grade(headline_certainty(each)),), _choices_of_certainty),
    _of_terms("population", "Populations", "populations", lambda _, each: each.populations),
    _of_terms("life course", "Stages of life", "life-course", lambda _, each: each.life_course),
    _of_terms("condition", "Health conditions", "conditions", lambda _, each: each.conditions),
    _of_terms("setting", "Settings", "settings", lambda _, each: each.settings),
    _of_terms("design", "Study designs", "designs", lambda _, each: (each.design,)),
    Facet("place", "Places", _places, _choices_of_places),
    Facet("year", "Years", _years, _choices_of_years),
)  # fmt: skip
"""Every facet of the evidence, in the order in which they are shown."""

BY_ID = {facet.id: facet for facet in FACETS}
BY_VOCABULARY = {facet.vocabulary: facet for facet in FACETS if facet.vocabulary}

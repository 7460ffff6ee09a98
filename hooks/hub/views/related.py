"""Which summaries belong together: computed from the records, named in no list.

What links to what is gathered once for a whole build, so that ten thousand summaries are not
each compared with all the others. Scores are added for all summaries at once: bit n of a whole
number stands for the nth summary by id.
"""

from __future__ import annotations

from functools import cache, cached_property, reduce
from itertools import islice
from operator import or_
from typing import TYPE_CHECKING

from hub.views.published import in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub

FEW = 4
"""A reader follows a handful of links; a long list is what the index is for."""

Summaries = tuple["EvidenceSummary", ...]


class Kinship:
    """The published summaries of a hub, by what they share."""

    def __init__(self, hub: Hub) -> None:
        """Look at the published summaries of `hub`."""
        self._hub = hub
        self._summaries = in_force(hub.summaries.values())
        self._by_id = sorted(self._summaries, key=lambda each: each.id)
        self._place = {each.id: place for place, each in enumerate(self._by_id)}
        self._closest: dict[str, Summaries] = {}

    def same_people(self, summary: EvidenceSummary) -> Summaries:
        """Return the other summaries of the same cohort: one body of evidence, not several."""
        cohort = self._by_cohort.get(summary.cohort or "", ())
        return tuple(each for each in cohort if each.id != summary.id)

    def challenged_by(self, summary: EvidenceSummary) -> Summaries:
        """Return the summaries of works that this one challenges."""
        found = {each.id: each for key in summary.works for each in self._by_critic.get(key, ())}
        return tuple(each for each in found.values() if each.id != summary.id)

    def related(self, summary: EvidenceSummary) -> tuple[tuple[EvidenceSummary, list[str]], ...]:
        """Return the closest other summaries, each with what they share."""
        ours = self._subjects[summary.id]
        return tuple(
            (each, [word for subject, word in ours.items() if subject in self._subjects[each.id]])
            for each in self.closest(summary)
        )

    def closest(self, summary: EvidenceSummary) -> Summaries:
        """Return a few other summaries, closest first.

        A shared outcome counts twice as much as a shared art form. People of the same cohort are
        left out: they are shown as such.
        """
        if summary.id not in self._closest:
            self._closest[summary.id] = self._find_closest(summary)
        return self._closest[summary.id]

    def _find_closest(self, summary: EvidenceSummary) -> Summaries:
        scores = _Scores()
        for outcome in summary.outcomes:
            scores.add(self._by_outcome[outcome], power=1)
        for art_form in summary.art_forms:
            scores.add(self._by_art_form[art_form])
        for each in (summary, *self.same_people(summary)):
            scores.drop(1 << self._place[each.id])
        return tuple(self._by_id[place] for place in scores.highest(FEW))

    @cached_property
    def _subjects(self) -> dict[str, dict[tuple[str, str], str]]:
        """What each summary is about, by its id: terms of vocabularies and the words for them."""
        label = cache(lambda vocabulary, term: self._hub.label(vocabulary, term).lower())
        return {
            summary.id: {
                (vocabulary, term): label(vocabulary, term)
                for vocabulary, terms in (
                    ("outcomes", summary.outcomes), ("art-forms", summary.art_forms),
                )
                for term in terms
            }
            for summary in self._summaries
        }  # fmt: skip

    @cached_property
    def _by_cohort(self) -> dict[str, Summaries]:
        return self._by(lambda each: (each.cohort,) if each.cohort else ())

    @cached_property
    def _by_critic(self) -> dict[str, Summaries]:
        return self._by(lambda each: (critique.reference for critique in each.critiques))

    @cached_property
    def _by_outcome(self) -> dict[str, int]:
        return self._bits_by(lambda each: each.outcomes)

    @cached_property
    def _by_art_form(self) -> dict[str, int]:
        return self._bits_by(lambda each: each.art_forms)

    def _bits_by(self, names: Callable[[EvidenceSummary], Iterable[str]]) -> dict[str, int]:
        found: dict[str, int] = {}
        for place, summary in enumerate(self._by_id):
            for name in names(summary):
                found[name] = found.get(name, 0) | 1 << place
        return found

    def _by(self, names: Callable[[EvidenceSummary], Iterable[str]]) -> dict[str, Summaries]:
        found: dict[str, list[EvidenceSummary]] = {}
        for summary in self._summaries:
            for name in names(summary):
                found.setdefault(name, []).append(summary)
        return {name: tuple(summaries) for name, summaries in found.items()}


class _Scores:
    """A score for each place of a list: bit n of plane p is bit p of the score at place n."""

    def __init__(self) -> None:
        self._planes = [0, 0]

    def add(self, places: int, power: int = 0) -> None:
        """Add 2 ** `power`, 0 or 1, to the score of each place whose bit is set, as by hand."""
        while places:
            if power == len(self._planes):
                self._planes.append(0)
            plane = self._planes[power]
            self._planes[power], places = plane ^ places, plane & places
            power += 1

    def drop(self, places: int) -> None:
        """Set the score of these places to nothing."""
        self._planes = [plane & ~places for plane in self._planes]

    def highest(self, number: int) -> list[int]:
        """Return the places of the highest scores above nothing; of equal ones, the first."""
        scored = reduce(or_, self._planes)
        return [*islice(self._from_highest(scored, len(self._planes) - 1), number)]

    def _from_highest(self, places: int, power: int) -> Iterator[int]:
        """Yield these places, of which the planes above `power` say the same."""
        for each in range(power, -1, -1):
            if higher := places & self._planes[each]:
                yield from self._from_highest(higher, each - 1)
                places ^= higher
        while places:
            yield (places & -places).bit_length() - 1
            places &= places - 1

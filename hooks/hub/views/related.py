"""Which summaries belong together: computed from the records, named in no list.

What links to what is gathered once for a whole build, so that ten thousand summaries are not
each compared with all the others.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from hub.views.published import in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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

    def same_people(self, summary: EvidenceSummary) -> Summaries:
        """Return the other summaries of the same cohort: one body of evidence, not several."""
        cohort = self._by_cohort.get(summary.cohort or "", ())
        return tuple(each for each in cohort if each.id != summary.id)

    def challenged_by(self, summary: EvidenceSummary) -> Summaries:
        """Return the summaries of works that this one challenges."""
        found = {each.id: each for key in summary.works for each in self._by_critic.get(key, ())}
        return tuple(each for each in found.values() if each.id != summary.id)

    def related(self, summary: EvidenceSummary) -> tuple[tuple[EvidenceSummary, list[str]], ...]:
        """Return a few other summaries with what they share, closest first.

        A shared outcome counts twice as much as a shared art form. People of the same cohort are
        left out: they are shown as such.
        """
        scores: Counter[str] = Counter()
        for outcome in summary.outcomes:
            scores.update({each.id: 2 for each in self._by_outcome.get(outcome, ())})
        for art_form in summary.art_forms:
            scores.update({each.id: 1 for each in self._by_art_form.get(art_form, ())})
        for each in (summary, *self.same_people(summary)):
            scores.pop(each.id, None)
        closest = sorted(scores, key=lambda name: (-scores[name], name))[:FEW]
        others = (self._hub.summaries[name] for name in closest)
        return tuple((each, self._shared(summary, each)) for each in others)

    def _shared(self, ours: EvidenceSummary, theirs: EvidenceSummary) -> list[str]:
        label = self._hub.label
        outcomes = (label("outcomes", each) for each in ours.outcomes if each in theirs.outcomes)
        forms = (label("art-forms", each) for each in ours.art_forms if each in theirs.art_forms)
        return [each.lower() for each in (*outcomes, *forms)]

    @cached_property
    def _by_cohort(self) -> dict[str, Summaries]:
        return self._by(lambda each: (each.cohort,) if each.cohort else ())

    @cached_property
    def _by_critic(self) -> dict[str, Summaries]:
        return self._by(lambda each: (critique.reference for critique in each.critiques))

    @cached_property
    def _by_outcome(self) -> dict[str, Summaries]:
        return self._by(lambda each: each.outcomes)

    @cached_property
    def _by_art_form(self) -> dict[str, Summaries]:
        return self._by(lambda each: each.art_forms)

    def _by(self, names: Callable[[EvidenceSummary], Iterable[str]]) -> dict[str, Summaries]:
        found: dict[str, list[EvidenceSummary]] = {}
        for summary in self._summaries:
            for name in names(summary):
                found.setdefault(name, []).append(summary)
        return {name: tuple(summaries) for name, summaries in found.items()}

"""The published summaries by what they are about: outcomes, art forms, and all of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hub.model.evidence import EvidenceSummary
    from hub.model.findings import Finding
    from hub.model.hub import Hub
    from hub.model.vocabularies import Term

Found = tuple["EvidenceSummary", "Finding"]


@dataclass(frozen=True, slots=True)
class Group:
    """A term with the summaries that name it, and their findings for it."""

    term: Term
    summaries: tuple[EvidenceSummary, ...]
    findings: tuple[Found, ...] = ()


class Groups:
    """Groups in the order of the vocabularies; in each, summaries by title."""

    def __init__(self, hub: Hub, summaries: tuple[EvidenceSummary, ...]) -> None:
        """Look at the published summaries of `hub`, by title."""
        self._hub = hub
        self.summaries = summaries

    @cached_property
    def outcomes(self) -> tuple[Group, ...]:
        """The outcomes for which there are findings."""
        found: defaultdict[str, list[Found]] = defaultdict(list)
        for summary in self.summaries:
            for finding in summary.findings:
                found[finding.outcome].append((summary, finding))
        return tuple(
            Group(term, tuple({each.id: each for each, _ in pairs}.values()), tuple(pairs))
            for term in self.terms("outcomes")
            if (pairs := found.get(term.id))
        )

    @cached_property
    def art_forms(self) -> tuple[Group, ...]:
        """The art forms that summaries name."""
        found: dict[str, list[EvidenceSummary]] = {}
        for summary in self.summaries:
            for art_form in dict.fromkeys(summary.art_forms):
                found.setdefault(art_form, []).append(summary)
        return tuple(
            Group(term, tuple(summaries))
            for term in self.terms("art-forms")
            if (summaries := found.get(term.id))
        )

    def terms(self, vocabulary: str) -> tuple[Term, ...]:
        """Return the terms of a vocabulary; none while it is missing."""
        found = self._hub.vocabularies.get(vocabulary)
        return found.terms if found else ()

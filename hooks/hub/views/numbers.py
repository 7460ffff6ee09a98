"""The figures that pages state about the hub itself, so that none of them is ever typed.

Drafts and withdrawn records do not count, except where it is said (`hub.views.privacy`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hub.model.base import Status
from hub.model.coverage import coverage
from hub.model.evidence import Seen
from hub.model.findings import Comparison, Direction
from hub.views.directions import tally
from hub.views.privacy import named_authors, named_signers, personal_signatories
from hub.views.published import published
from hub.views.wording import day

if TYPE_CHECKING:
    from hub.model.concordats import Concordat
    from hub.model.coverage import Coverage
    from hub.model.evidence import EvidenceSummary
    from hub.model.findings import Finding
    from hub.model.hub import Hub

Value = int | str


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name on hand-written pages, what it says, and how it is counted."""

    name: str
    meaning: str
    of: Callable[[_Counted], Value]


def numbers(hub: Hub) -> dict[str, Value]:
    """Return every figure by its name."""
    counted = _Counted(hub)
    return {figure.name: figure.of(counted) for figure in FIGURES}


@dataclass
class _Counted:
    """What figures are counted from: each list is gathered once, whoever asks for it."""

    hub: Hub

    @cached_property
    def summaries(self) -> list[EvidenceSummary]:
        return published(self.hub.summaries.values())

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for summary in self.summaries for finding in summary.findings)

    @cached_property
    def directions(self) -> dict[Direction, int]:
        return tally(self.findings)

    @cached_property
    def concordats(self) -> list[Concordat]:
        return published(self.hub.concordats.values())

    @cached_property
    def coverages(self) -> tuple[Coverage, ...]:
        return tuple(coverage(self.hub, each) for each in self.concordats)


def _pointing(direction: Direction) -> Callable[[_Counted], int]:
    return lambda counted: counted.directions[direction]


def _benefits_between_groups(counted: _Counted) -> int:
    compared = (each for each in counted.findings if each.comparison is Comparison.BETWEEN_GROUPS)
    return tally(compared)[Direction.BENEFIT]


def _signatories(counted: _Counted) -> int:
    return sum(
        each.withdrawn is None and each.status is Status.PUBLISHED
        for concordat in counted.concordats
        for each in counted.hub.signatories.get(concordat.id, ())
    )


def _lessons(counted: _Counted) -> int:
    return sum(len(each.lessons) for each in published(counted.hub.programmes.values()))


def _last_review(counted: _Counted) -> str:
    dates = [each.reviewed.on for each in counted.summaries]
    return day(max(dates)) if dates else "not yet"


FIGURES = (
    Figure("evidence_count", "Evidence summaries.", lambda counted: len(counted.summaries)),
    Figure("reference_count", "Works in the reference library.",
           lambda counted: len(published(counted.hub.references.values()))),
    Figure("finding_count", "Findings in all summaries, those for a subgroup left out.",
           lambda counted: sum(counted.directions.values())),
    Figure("findings_benefit", "Findings of benefit.", _pointing(Direction.BENEFIT)),
    Figure("findings_benefit_between_groups",
           "Findings of benefit that compare groups; no other can show an effect.",
           _benefits_between_groups),
    Figure("findings_no_difference", "Findings of no difference.",
           _pointing(Direction.NO_DIFFERENCE)),
    Figure("findings_mixed", "Findings that point both ways.", _pointing(Direction.MIXED)),
    Figure("findings_harm", "Findings of harm.", _pointing(Direction.HARM)),
    Figure("findings_not_estimable", "Findings whose direction cannot be told.",
           _pointing(Direction.NOT_ESTIMABLE)),
    Figure("findings_subgroup", "Findings that hold for a subgroup only.",
           lambda counted: sum(bool(each.subgroup) for each in counted.findings)),
    Figure("summaries_challenged", "Summaries of works that another work challenges.",
           lambda counted: sum(bool(each.critiques) for each in counted.summaries)),
    Figure("summaries_from_abstract", "Summaries for which the full text was not read.",
           lambda counted: sum(each.seen is not Seen.FULL_TEXT for each in counted.summaries)),
    Figure("concordat_count", "Concordats.", lambda counted: len(counted.concordats)),
    Figure("clause_count", "Clauses of the texts in force, with bullets that stand alone.",
           lambda counted: sum(len(each.provisions) for each in counted.coverages)),
    Figure("clauses_with_direct_evidence", "Clauses that some work supports, wholly or in part.",
           lambda counted: sum(len(each.direct) for each in counted.coverages)),
    Figure("clauses_challenged", "Clauses that some work speaks against.",
           lambda counted: sum(len(each.challenged) for each in counted.coverages)),
    Figure("clauses_without_direct_evidence",
           "Clauses for which somebody looked and found nothing here that supports them.",
           lambda counted: sum(len(each.without) for each in counted.coverages)),
    Figure("signatory_count", "Signatories whose signature stands.", _signatories),
    Figure("programme_count", "Programmes.",
           lambda counted: len(published(counted.hub.programmes.values()))),
    Figure("practice_count", "Practice examples.",
           lambda counted: len(published(counted.hub.practice.values()))),
    Figure("lesson_count", "Lessons that programmes have drawn.", _lessons),
    Figure("organisation_count", "Organisations.",
           lambda counted: len(published(counted.hub.organisations.values()))),
    Figure("personal_signatory_count",
           "Signatories who signed for themselves, in all records, drafts included.",
           lambda counted: len(personal_signatories(counted.hub))),
    Figure("named_signer_count",
           "People whom records of signatures name, drafts and withdrawn ones included.",
           lambda counted: len(named_signers(counted.hub))),
    Figure("named_author_count",
           "Names of people among the authors and editors in the reference library.",
           lambda counted: len(named_authors(counted.hub))),
    Figure("last_review", "When a summary was last checked against its source.", _last_review),
)  # fmt: skip
"""Every figure, in the order in which the documentation lists them."""

"""The figures that pages state about the hub itself, so that none of them is ever typed.

Drafts and withdrawn records do not count, except where it is said (`hub.views.privacy`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.base import Status
from hub.model.coverage import coverage
from hub.model.evidence import Comparison, Direction, Seen
from hub.views.directions import tally
from hub.views.privacy import named_authors, named_signers, personal_signatories
from hub.views.published import in_force
from hub.views.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.coverage import Coverage
    from hub.model.evidence import EvidenceSummary, Finding
    from hub.model.hub import Hub

Value = int | str


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name on hand-written pages, what it says, and how it is counted."""

    name: str
    meaning: str
    of: Callable[[Hub], Value]


def numbers(hub: Hub) -> dict[str, Value]:
    """Return every figure by its name."""
    return {figure.name: figure.of(hub) for figure in FIGURES}


def _summaries(hub: Hub) -> tuple[EvidenceSummary, ...]:
    return in_force(hub.summaries.values())


def _findings(hub: Hub) -> tuple[Finding, ...]:
    return tuple(finding for summary in _summaries(hub) for finding in summary.findings)


def _coverages(hub: Hub) -> Iterator[Coverage]:
    return (coverage(hub, each) for each in in_force(hub.concordats.values()))


def _pointing(direction: Direction) -> Callable[[Hub], int]:
    return lambda hub: tally(_findings(hub))[direction]


def _benefits_between_groups(hub: Hub) -> int:
    compared = (each for each in _findings(hub) if each.comparison is Comparison.BETWEEN_GROUPS)
    return tally(compared)[Direction.BENEFIT]


def _challenged_summaries(hub: Hub) -> int:
    return sum(bool(each.critiques) for each in _summaries(hub))


def _signatories(hub: Hub) -> int:
    return sum(
        each.withdrawn is None and each.status is Status.PUBLISHED
        for concordat in in_force(hub.concordats.values())
        for each in hub.signatories.get(concordat.id, ())
    )


def _lessons(hub: Hub) -> int:
    return sum(len(each.lessons) for each in in_force(hub.programmes.values()))


def _last_review(hub: Hub) -> str:
    dates = [each.reviewed.on for each in _summaries(hub)]
    return day(max(dates)) if dates else "not yet"


FIGURES = (
    Figure("evidence_count", "Evidence summaries.", lambda hub: len(_summaries(hub))),
    Figure("reference_count", "Works in the reference library.",
           lambda hub: len(in_force(hub.references.values()))),
    Figure("finding_count", "Findings in all summaries, those for a subgroup left out.",
           lambda hub: sum(tally(_findings(hub)).values())),
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
           lambda hub: sum(bool(each.subgroup) for each in _findings(hub))),
    Figure("summaries_challenged", "Summaries of works that another work challenges.",
           _challenged_summaries),
    Figure("summaries_from_abstract", "Summaries for which the full text was not read.",
           lambda hub: sum(each.seen is not Seen.FULL_TEXT for each in _summaries(hub))),
    Figure("concordat_count", "Concordats.", lambda hub: len(in_force(hub.concordats.values()))),
    Figure("clause_count", "Clauses of the texts in force, with bullets that stand alone.",
           lambda hub: sum(len(each.provisions) for each in _coverages(hub))),
    Figure("clauses_with_direct_evidence", "Clauses that some work supports, wholly or in part.",
           lambda hub: sum(len(each.direct) for each in _coverages(hub))),
    Figure("clauses_challenged", "Clauses that some work speaks against.",
           lambda hub: sum(len(each.challenged) for each in _coverages(hub))),
    Figure("clauses_without_direct_evidence",
           "Clauses for which somebody looked and found nothing here that supports them.",
           lambda hub: sum(len(each.without) for each in _coverages(hub))),
    Figure("signatory_count", "Signatories whose signature stands.", _signatories),
    Figure("programme_count", "Programmes.", lambda hub: len(in_force(hub.programmes.values()))),
    Figure("lesson_count", "Lessons that programmes have drawn.", _lessons),
    Figure("organisation_count", "Organisations.",
           lambda hub: len(in_force(hub.organisations.values()))),
    Figure("personal_signatory_count",
           "Signatories who signed for themselves, in all records, drafts included.",
           lambda hub: len(personal_signatories(hub))),
    Figure("named_signer_count",
           "People whom records of signatures name, drafts and withdrawn ones included.",
           lambda hub: len(named_signers(hub))),
    Figure("named_author_count",
           "Names of people among the authors and editors in the reference library.",
           lambda hub: len(named_authors(hub))),
    Figure("last_review", "When a summary was last checked against its source.", _last_review),
)  # fmt: skip
"""Every figure, in the order in which the documentation lists them."""

"""Questions that readers ask: what is known of an outcome, for everybody or with a condition.

A question gathers findings and weighs nothing. Papers on one cohort are one body of evidence;
a finding for a subgroup speaks for the subgroup alone; retracted works are named, not counted;
arts therapy is kept apart from taking part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from hub.model.evidence import Mode
from hub.model.findings import Comparison, Direction
from hub.model.references import WorkState
from hub.views.directions import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hub.model.evidence import EvidenceSummary
    from hub.model.findings import Finding
    from hub.model.hub import Hub
    from hub.model.vocabularies import Term
    from hub.views.groups import Found, Group, Groups


class Strand(StrEnum):
    """What people did, as far as it may be counted together."""

    TAKING_PART = "Taking part in the arts"
    THERAPY = "Arts therapy, by a therapist"
    OTHER = "Other, or several kinds together"


_STRANDS = {None: Strand.OTHER, Mode.ARTS_THERAPY: Strand.THERAPY}


def strand(summary: EvidenceSummary) -> Strand:
    """Return the strand of a summary; where no one mode is recorded it is the last."""
    return _STRANDS.get(summary.mode, Strand.TAKING_PART)


@dataclass(frozen=True)
class Question:
    """An outcome, perhaps with a condition, and what was found: findings by title of summary.

    `retracted` are summaries of works that were withdrawn by their publishers. `conditions` are
    those with which there is a question on the same outcome, and all of it is about the `shared`.
    """

    outcome: Term
    condition: Term | None
    conditions: tuple[Term, ...]
    shared: tuple[Term, ...]
    findings: tuple[Found, ...]
    retracted: tuple[EvidenceSummary, ...]

    @property
    def name(self) -> str:
        """What it is called in addresses: `agitation`, `agitation/dementia`."""
        return name_of(self.outcome, self.condition)

    @property
    def title(self) -> str:
        """What it is called on pages: "Agitation", "Dementia: agitation"."""
        if self.condition is None:
            return self.outcome.label
        return f"{self.condition.label}: {inside(self.outcome.label)}"

    @cached_property
    def summaries(self) -> tuple[EvidenceSummary, ...]:
        """The summaries with findings, each once."""
        return tuple({id(each): each for each, _ in self.findings}.values())

    def overall(self, comparison: Comparison) -> tuple[Found, ...]:
        """Return the findings of one comparison that hold for all who were studied."""
        return self._overall[comparison]

    @cached_property
    def _overall(self) -> dict[Comparison, tuple[Found, ...]]:
        found: dict[Comparison, list[Found]] = {kind: [] for kind in Comparison}
        for each in self.findings:
            if not each[1].subgroup:
                found[each[1].comparison].append(each)
        return {kind: tuple(some) for kind, some in found.items()}

    @cached_property
    def compared(self) -> dict[Strand, tuple[Found, ...]]:
        """The findings for everybody that compare groups, by what people did."""
        return by_strand(self.overall(Comparison.BETWEEN_GROUPS))

    @cached_property
    def answers(self) -> dict[Strand, dict[Direction, int]]:
        """What those that compare groups say, by what people did; without zeros."""
        return {name: answers_of(found) for name, found in self.compared.items()}

    @cached_property
    def verdicts(self) -> dict[Direction, int]:
        """What those that compare groups say, whatever people did; every direction named."""
        return verdicts(self.overall(Comparison.BETWEEN_GROUPS))

    @cached_property
    def sources(self) -> int:
        """How many bodies of evidence the findings come from."""
        return len({body_of(each) for each in self.summaries})

    @property
    def in_subgroups(self) -> tuple[Found, ...]:
        """The findings that hold for a subgroup alone."""
        return tuple(each for each in self.findings if each[1].subgroup)


def name_of(outcome: Term, condition: Term | None) -> str:
    """Return the name of the question on an outcome, perhaps with a condition."""
    return f"{outcome.id}/{condition.id}" if condition else outcome.id


def inside(label: str) -> str:
    """Return a label as it stands inside a sentence; an abbreviation stays as it is."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def questions(hub: Hub, groups: Groups) -> dict[str, Question]:
    """Return all questions by name: each outcome, then it with each condition.

    A condition has a question of its own if two bodies of evidence bear on it. One that all the
    summaries of an outcome name has none: the question on the outcome says that it is about it.
    """
    gone = {each.id for each in groups.summaries if _is_retracted(hub, each)}
    found = (each for group in groups.outcomes for each in _of_outcome(hub, group, gone))
    return {each.name: each for each in found}


def _of_outcome(hub: Hub, group: Group, retracted: set[str]) -> Iterator[Question]:
    by_condition: defaultdict[str, list[Found]] = defaultdict(list)
    for each in group.findings:
        for condition in dict.fromkeys(each[0].conditions):
            by_condition[condition].append(each)
    terms = {condition: hub.find_term("conditions", condition) for condition in by_condition}
    shared = tuple(
        term
        for condition, found in by_condition.items()
        if len(found) == len(group.findings) and (term := terms[condition])
    )
    apart = {
        term: found
        for condition, found in by_condition.items()
        if (term := terms[condition]) and term not in shared and _are_several(found)
    }
    for one, found in [(None, group.findings), *apart.items()]:
        gone = {each.id: each for each, _ in found if each.id in retracted}
        sound = tuple([each for each in found if each[0].id not in gone] if gone else found)
        yield Question(group.term, one, tuple(apart), shared, sound, tuple(gone.values()))


def _are_several(found: Sequence[Found]) -> bool:
    """Whether findings come from more than one body of evidence."""
    first = body_of(found[0][0])
    return any(body_of(each) != first for each, _ in found)


def _is_retracted(hub: Hub, summary: EvidenceSummary) -> bool:
    return hub.references[summary.source].state is WorkState.RETRACTED


Bodies = dict[str, list["Found"]]
"""Findings by the body of evidence that they come from: a cohort, or one summary."""


def bodies(found: Iterable[Found]) -> Bodies:
    """Return findings by body of evidence: papers on the same people are one."""
    by_body: Bodies = {}
    for each in found:
        by_body.setdefault(body_of(each[0]), []).append(each)
    return by_body


def body_of(summary: EvidenceSummary) -> str:
    """Return the name of the body of evidence that a summary belongs to."""
    return f"cohort:{summary.cohort}" if summary.cohort else summary.id


def verdict(every: Sequence[Finding]) -> Direction:
    """Return what one body of evidence says: that of its main outcomes, else of all findings.

    More than one answer is a mixed one; that a source could not tell is none beside others.
    """
    if len(every) == 1:
        return every[0].direction
    given = {each.direction for each in every if each.primary} or {each.direction for each in every}
    answers = given - {Direction.NOT_ESTIMABLE} or given
    return answers.pop() if len(answers) == 1 else Direction.MIXED


def verdicts(found: Iterable[Found]) -> dict[Direction, int]:
    """Count bodies of evidence by what they say, every direction named."""
    said = Counter([verdict([each for _, each in body]) for body in bodies(found).values()])
    return {each: said[each] for each in Direction}


def answers_of(found: Iterable[Found]) -> dict[Direction, int]:
    """Return how many bodies of evidence say what, in the order of `LABELS`; no zeros."""
    counted = verdicts(found)
    return {each: counted[each] for each in LABELS if counted[each]}


def by_strand(found: Iterable[Found]) -> dict[Strand, tuple[Found, ...]]:
    """Return findings by what people did; a strand without findings is left out."""
    parts: dict[Strand, list[Found]] = {each: [] for each in Strand}
    for each in found:
        parts[strand(each[0])].append(each)
    return {name: tuple(part) for name, part in parts.items() if part}

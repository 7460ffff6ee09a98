"""One clause of a trace: from the clause to evidence, to programmes, to lessons, to practice.

Nothing is weighed here: the relation is the record's judgement, direction and certainty are the
summary's, and a critique is named beside the work that it challenges.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hub.views import addresses
from hub.views.cards import headline_certainty
from hub.views.directions import headline
from hub.views.findings import certainty

if TYPE_CHECKING:
    from hub.model.clauses import EvidenceLink
    from hub.model.coverage import Provision
    from hub.model.evidence import Critique
    from hub.model.hub import Hub
    from hub.model.practice import PracticeExample
    from hub.model.programmes import Lesson, Programme
    from hub.views.behind import Behind, Work
    from hub.views.directions import Sign
    from hub.views.sheet import Studio


@dataclass(frozen=True, slots=True)
class Evidence:
    """A work that bears on a clause, with what its summary found and what challenges it.

    `signs` are empty, and `certainty` is, where no summary says more.
    """

    work: Work
    signs: tuple[Sign, ...]
    certainty: dict[str, Any]
    critiques: tuple[Critique, ...]

    @property
    def link(self) -> EvidenceLink:
        """How the work bears on the clause, and why."""
        return self.work.link


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice example, and how it acts on the clause (Markdown).

    `why` is "" where it belongs with a programme that acts on the clause, and no more is said.
    """

    example: PracticeExample
    why: str

    @property
    def address(self) -> str:
        """Where the example stands."""
        return addresses.practice(self.example.id)


@dataclass(frozen=True, slots=True)
class Chain:
    """A programme, why it is here, its lessons on the clause, and the practice with it.

    `why` is Markdown, and "" where only a lesson of the programme names the clause.
    """

    programme: Programme
    why: str
    lessons: tuple[Lesson, ...]
    practice: tuple[Practice, ...]

    @property
    def address(self) -> str:
        """Where the programme stands."""
        return addresses.programme(self.programme.id)

    def lesson_address(self, lesson: Lesson) -> str:
        """Return where one of its lessons stands."""
        return addresses.programme(self.programme.id, lesson.number)


@dataclass(frozen=True, slots=True)
class Step:
    """A clause with all that leads on from it."""

    provision: Provision
    evidence: tuple[Evidence, ...]
    chains: tuple[Chain, ...]
    practice: tuple[Practice, ...]

    def count(self, relation: str) -> int:
        """Return how many works have a relation to the clause."""
        return sum(each.link.relation.value == relation for each in self.evidence)

    @property
    def programmes(self) -> int:
        """How many programmes are said to act on it."""
        return sum(bool(each.why) for each in self.chains)

    @property
    def lessons(self) -> int:
        """How many lessons bear on it."""
        return sum(len(each.lessons) for each in self.chains)

    @property
    def examples(self) -> int:
        """How many practice examples act on it, or belong with a programme that is here."""
        belonging = (each for chain in self.chains for each in chain.practice)
        return len({each.example.id for each in (*self.practice, *belonging)})


def step(studio: Studio, behind: Behind) -> Step:
    """Return a clause's step; `behind` is what stands behind it."""
    works = (work for group in behind.groups for work in group.works)
    return Step(
        behind.provision,
        tuple(_evidence(studio.hub, each) for each in works),
        chains(studio, behind.provision),
        tuple(Practice(example, link.why) for example, link in behind.provision.practice),
    )


def chains(studio: Studio, provision: Provision) -> tuple[Chain, ...]:
    """Return the programmes that act on a clause, then those that only learnt something of it."""
    hub, of_programme = studio.hub, studio.practices.of_programme
    why = {link.programme: link.why for link in provision.programmes
           if link.programme in hub.programmes}  # fmt: skip
    lessons: dict[str, list[Lesson]] = {name: [] for name in why}
    for programme, lesson in provision.lessons:
        lessons.setdefault(programme.id, []).append(lesson)
    return tuple(
        Chain(
            hub.programmes[name],
            why.get(name, ""),
            tuple(found),
            tuple(Practice(each, "") for each in of_programme.get(name, ())),
        )
        for name, found in lessons.items()
    )


def _evidence(hub: Hub, work: Work) -> Evidence:
    summary = hub.summary_of(work.link.reference)
    if summary is None:
        return Evidence(work, (), {}, ())
    graded = headline_certainty(summary)
    known = tuple(each for each in summary.critiques if each.reference in hub.references)
    return Evidence(work, headline(summary), certainty(graded) if graded else {}, known)

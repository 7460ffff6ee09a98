"""What stands behind the clauses of a concordat: gathered, grouped, counted and dated.

All of it is derived from the records and stored nowhere. How it looks is for `hub.views`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hub.model.clauses import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.clauses import ClauseBasis, EvidenceLink, ProgrammeLink
    from hub.model.concordats import Concordat, Version
    from hub.model.hub import Hub
    from hub.model.practice import PracticeClause, PracticeExample
    from hub.model.programmes import Lesson, Programme
    from hub.model.references import Reference
    from hub.model.texts import Text

RELATIONS = (
    Relation.SUPPORTS,
    Relation.PARTLY_SUPPORTS,
    Relation.CHALLENGES,
    Relation.CONTEXTUALISES,
)
"""The order in which evidence is shown: what speaks for a clause, what against it, the rest."""

DIRECT = frozenset({Relation.SUPPORTS, Relation.PARTLY_SUPPORTS})
"""The relations that count as direct evidence for a clause."""


@dataclass(frozen=True, slots=True)
class Provision:
    """A statement that can have evidence of its own: a clause, or a bullet with its own id."""

    id: str
    basis: ClauseBasis | None
    lessons: tuple[tuple[Programme, Lesson], ...] = ()
    practice: tuple[tuple[PracticeExample, PracticeClause], ...] = ()

    @property
    def label(self) -> str:
        """The statement in a few words; its id while nobody has written any."""
        return self.basis.label if self.basis else self.id

    @property
    def evidence(self) -> tuple[EvidenceLink, ...]:
        """The works that bear on it."""
        return self.basis.evidence if self.basis else ()

    @property
    def programmes(self) -> tuple[ProgrammeLink, ...]:
        """The programmes that act on it."""
        return self.basis.programmes if self.basis else ()

    @property
    def why_no_evidence(self) -> str:
        """Why nothing here tests it, where that was said; else ""."""
        return (self.basis.no_direct_evidence or "") if self.basis else ""

    @property
    def has_direct_evidence(self) -> bool:
        """Tell whether some work supports it, wholly or in part."""
        return any(link.relation in DIRECT for link in self.evidence)

    @property
    def is_challenged(self) -> bool:
        """Tell whether some work speaks against it."""
        return any(link.relation is Relation.CHALLENGES for link in self.evidence)

    @property
    def is_examined(self) -> bool:
        """Tell whether anybody has said what evidence there is, or that there is none."""
        return bool(self.evidence or self.why_no_evidence)


@dataclass(frozen=True)
class Coverage:
    """The provisions of a text by what is known of them.

    `direct`, `without` and `unexamined` share out all provisions; `challenged` cuts across them.
    """

    provisions: tuple[Provision, ...]

    @cached_property
    def direct(self) -> tuple[Provision, ...]:
        """Those with a work that supports them, wholly or in part."""
        return tuple(each for each in self.provisions if each.has_direct_evidence)

    @cached_property
    def challenged(self) -> tuple[Provision, ...]:
        """Those with a work that speaks against them."""
        return tuple(each for each in self.provisions if each.is_challenged)

    @cached_property
    def without(self) -> tuple[Provision, ...]:
        """Those for which somebody looked, and found nothing here that supports them."""
        return tuple(
            each for each in self.provisions if each.is_examined and not each.has_direct_evidence
        )

    @cached_property
    def unexamined(self) -> tuple[Provision, ...]:
        """Those about whose evidence nothing has been recorded yet."""
        return tuple(each for each in self.provisions if not each.is_examined)


def coverage(hub: Hub, concordat: Concordat) -> Coverage:
    """Return the coverage of the version in force; empty while its text could not be read."""
    text = hub.texts.get((concordat.id, concordat.current.number))
    return Coverage(provisions(hub, concordat, text) if text else ())


def provisions(hub: Hub, concordat: Concordat, text: Text) -> tuple[Provision, ...]:
    """Return what can have evidence of its own in this text, in order."""
    return tuple(
        Provision(
            each, concordat.clauses.get(each), hub.lessons_about(f"{concordat.id}/{each}"),
            hub.practice_about(f"{concordat.id}/{each}"),
        )
        for each in _own_ids(hub, concordat, text)
    )  # fmt: skip


def _own_ids(hub: Hub, concordat: Concordat, text: Text) -> Iterator[str]:
    """Yield the clauses, and the bullets that stand for themselves.

    A bullet does so when its part gives bullets ids of their own (`bullets: aim`), or when
    something is recorded about it; other bullets belong to what their clause says.
    """
    named = {part.id for part in concordat.parts if part.bullets}
    for part in text.parts:
        for clause in part.clauses:
            yield clause.id
            for bullet in clause.bullets:
                recorded = bullet.id in concordat.clauses
                about = f"{concordat.id}/{bullet.id}"
                acted_on = hub.lessons_about(about) or hub.practice_about(about)
                if part.id in named or recorded or acted_on:
                    yield bullet.id


def by_relation(
    links: Iterable[EvidenceLink],
) -> tuple[tuple[Relation, tuple[EvidenceLink, ...]], ...]:
    """Return the links grouped by relation, in the order of `RELATIONS`, without empty groups."""
    given = tuple(links)
    groups = ((each, tuple(link for link in given if link.relation is each)) for each in RELATIONS)
    return tuple((relation, found) for relation, found in groups if found)


def is_later(work: Reference, version: Version) -> bool:
    """Tell whether a work appeared in a later year than the text: it cannot have been its basis."""
    if work.issued.year is None or version.published is None:
        return False
    return work.issued.year > version.published.year

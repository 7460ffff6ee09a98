"""Lessons: the clauses they bear on, and the themes under which they stand together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.views import addresses
from hub.views.behind import Pointer

if TYPE_CHECKING:
    from hub.model.hub import Hub
    from hub.model.programmes import Lesson, Programme


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with the lessons under it, each with its programme."""

    id: str
    label: str
    lessons: tuple[tuple[Programme, Lesson], ...]


def lesson_clauses(hub: Hub, programme: Programme) -> dict[int, tuple[Pointer, ...]]:
    """Return the clauses on which each lesson bears, by the lesson's number."""
    return {
        lesson.number: tuple(_clause(hub, each) for each in lesson.about)
        for lesson in programme.lessons
    }


def _clause(hub: Hub, clause: str) -> Pointer:
    concordat_id, _, clause_id = clause.partition("/")
    concordat = hub.concordats.get(concordat_id)
    basis = concordat.clauses.get(clause_id) if concordat else None
    label = f"{basis.label} ({clause_id})" if basis else clause_id
    return Pointer(label, addresses.concordat(concordat_id, clause_id))


def lessons_by_theme(hub: Hub) -> tuple[Theme, ...]:
    """Return the lessons of all programmes by theme, in the vocabulary's order.

    A lesson with several themes stands under each; one without any stands at the end.
    """
    lessons = [(each, lesson) for each in hub.programmes.values() for lesson in each.lessons]
    vocabulary = hub.vocabularies.get("lesson-themes")
    terms = [(term.id, term.label) for term in vocabulary.terms] if vocabulary else []
    known = {term_id for term_id, _ in terms}
    themes = [
        Theme(term_id, label, tuple(pair for pair in lessons if term_id in pair[1].themes))
        for term_id, label in terms
    ]
    rest = tuple(pair for pair in lessons if known.isdisjoint(pair[1].themes))
    return tuple(each for each in (*themes, Theme("other", "Other lessons", rest)) if each.lessons)


def lesson_address(programme: Programme, lesson: Lesson) -> str:
    """Return the address of a lesson on its programme's page."""
    return addresses.programme(programme.id, lesson.number)

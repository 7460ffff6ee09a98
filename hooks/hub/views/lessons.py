"""Lessons: each with its source, the clauses it bears on, and the evidence that agrees or does not.

Works that somebody set beside a lesson are told apart from works that bear on the same clause: the
latter were not read with the lesson in mind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.coverage import by_relation
from hub.model.programmes import Bearing
from hub.page import Heading, Page
from hub.views import addresses, assets, downloads
from hub.views.behind import VERBS
from hub.views.clause_links import clause_address
from hub.views.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Source
    from hub.model.hub import Hub
    from hub.model.programmes import Lesson, LessonEvidence, Programme
    from hub.views.sheet import Studio

BEARINGS = {
    Bearing.AGREES: "Agrees with it",
    Bearing.PARTLY_AGREES: "Agrees in part",
    Bearing.DISAGREES: "Disagrees with it",
}
"""How a work may bear on a lesson, in the order in which works are shown."""


@dataclass(frozen=True, slots=True)
class OnClause:
    """A clause that a lesson bears on, and in words what works say of the same clause."""

    label: str
    address: str
    works: str


@dataclass(frozen=True, slots=True)
class Learnt:
    """A lesson as it is shown; `themes` are pairs of an id and a label."""

    programme: Programme
    lesson: Lesson
    source: Source
    clauses: tuple[OnClause, ...]
    evidence: tuple[tuple[str, tuple[LessonEvidence, ...]], ...]
    themes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with the lessons under it."""

    id: str
    label: str
    definition: str
    lessons: tuple[Learnt, ...]


def learnt(hub: Hub, programme: Programme) -> tuple[Learnt, ...]:
    """Return the lessons of a programme in the source's numbering."""
    return tuple(
        Learnt(
            programme,
            lesson,
            lesson.source or programme.sources[0],
            tuple(_clause(hub, each) for each in lesson.about),
            tuple(_by_bearing(lesson)),
            tuple((each, hub.label("lesson-themes", each)) for each in lesson.themes),
        )
        for lesson in programme.lessons
    )


def _by_bearing(lesson: Lesson) -> Iterator[tuple[str, tuple[LessonEvidence, ...]]]:
    for bearing, words in BEARINGS.items():
        if found := tuple(each for each in lesson.evidence if each.bearing is bearing):
            yield words, found


def _clause(hub: Hub, clause: str) -> OnClause:
    concordat_id, _, clause_id = clause.partition("/")
    concordat = hub.concordats.get(concordat_id)
    basis = concordat.clauses.get(clause_id) if concordat else None
    label = f"{basis.label} ({clause_id})" if basis else clause_id
    groups = by_relation(basis.evidence) if basis else ()
    works = [f"{len(links)} {VERBS[relation][len(links) != 1]}" for relation, links in groups]
    return OnClause(label, clause_address(hub, concordat_id, clause_id), listed(works))


def lessons_by_theme(hub: Hub) -> tuple[Theme, ...]:
    """Return the lessons of all programmes by theme, in the vocabulary's order.

    A lesson with several themes stands under each; one without any stands at the end.
    """
    lessons = [each for programme in hub.programmes.values() for each in learnt(hub, programme)]
    vocabulary = hub.vocabularies.get("lesson-themes")
    terms = vocabulary.terms if vocabulary else ()
    themes = [
        Theme(term.id, term.label, term.definition or "",
              tuple(each for each in lessons if term.id in each.lesson.themes))
        for term in terms
    ]  # fmt: skip
    known = {term.id for term in terms}
    rest = tuple(each for each in lessons if known.isdisjoint(each.lesson.themes))
    others = Theme("other", "Other lessons", "", rest)
    return tuple(each for each in (*themes, others) if each.lessons)


def lessons_page(studio: Studio) -> Page:
    """Return the page on which the lessons of all programmes stand together, by theme."""
    hub, sheet = studio.hub, studio.sheet(addresses.LESSONS)
    themes = lessons_by_theme(hub)
    programmes = [(each, learnt(hub, each)) for each in hub.programmes.values() if each.lessons]
    html = sheet.render(
        "lessons.html", themes=themes, programmes=programmes, addresses=addresses,
        total=sum(len(lessons) for _, lessons in programmes),
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind="lessons",
        title="Lessons",
        description="What programmes in creative health say they learnt, by theme, with where it "
        "was read, the clauses it bears on, and the evidence beside it.",
        html=html,
        headings=(
            *(Heading(f"theme-{each.id}", each.label) for each in themes),
            *([Heading("page-lessons", "Every lesson")] if programmes else []),
        ),
        section="programmes",
        head=assets.head(sheet, "css/programmes.css"),
        beside=downloads.beside(sheet),
    )

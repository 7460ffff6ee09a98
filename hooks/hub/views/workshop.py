"""Workshop sheets: a concordat, a programme or an area on paper, with room for a group's notes.

Partnerships work by collaborative inquiry: they read what is there, set what they know beside it,
and agree on what to do next. A sheet has what is there, and empty columns for the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from hub.model.base import Status
from hub.model.coverage import provisions
from hub.page import Order, Page
from hub.views import addresses, assets, markdown
from hub.views.behind import behind
from hub.views.wording import day, listed, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat
    from hub.model.coverage import Provision
    from hub.model.hub import Hub
    from hub.model.practice import PracticeExample
    from hub.model.programmes import Lesson, Phase, Programme
    from hub.model.texts import Text, TextPart
    from hub.model.vocabularies import Place
    from hub.views.area_index import Areas, Entry
    from hub.views.sheet import Studio


AREA_SHEET = "area-sheet"
"""The view of the sheet of an area; the subject is its id."""
_NAMED = 2
"""Works that are named for each way in which they bear on a clause; the page names all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet: what is talked about, and in short lines what is known of it."""

    name: str
    text: Markup
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sheet is about: its page, its title, its section, and which text it is, "" if none."""

    address: str
    title: str
    section: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet; `columns` head what is talked about, what is known, and empty columns."""

    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def workshop_pages(studio: Studio) -> Iterator[Page]:
    """Yield a sheet for each concordat that has a text, and for each programme."""
    hub = studio.hub
    for concordat in hub.concordats.values():
        text = hub.texts.get((concordat.id, concordat.current.number))
        if text and concordat.status is Status.PUBLISHED:
            address, state = addresses.concordat(concordat.id), _version(concordat)
            subject = Subject(address, concordat.title, "concordats", state)
            yield _page(studio, subject, _clauses(hub, concordat, text))
    for programme in hub.programmes.values():
        if programme.status is Status.PUBLISHED:
            subject = Subject(addresses.programme(programme.id), programme.title, "programmes")
            yield _page(studio, subject, _programme(programme))


def workshop_orders(studio: Studio) -> Iterator[Order]:
    """Yield an order for the sheet of each area that has a page."""
    for place in studio.areas.listed:
        yield Order(addresses.workshop(addresses.area(place.id)), AREA_SHEET, place.id)


def area_sheet(studio: Studio, place: Place) -> Page:
    """Return the sheet of an area."""
    subject = Subject(addresses.area(place.id), place.label, "practice")
    return _page(studio, subject, _area(studio.areas, place.id))


def _page(studio: Studio, subject: Subject, tables: tuple[Table, ...]) -> Page:
    sheet = studio.sheet(addresses.workshop(subject.address))
    html = sheet.render(
        "workshop.html", subject=subject, tables=[each for each in tables if each.lines]
    )
    return Page(
        address=sheet.address,
        kind="workshop",
        title=f"Workshop sheet: {subject.title}",
        description=f"{subject.title} on paper, for a group to read together, with room for its "
        "own notes.",
        html=html,
        section=subject.section,
        head=assets.head(sheet, "css/programmes.css"),
    )


def _version(concordat: Concordat) -> str:
    version = concordat.current
    published = f", published {day(version.published)}" if version.published else ""
    return f"Version {version.number}{published}"


def _clauses(hub: Hub, concordat: Concordat, text: Text) -> tuple[Table, ...]:
    found = {each.id: each for each in provisions(hub, concordat, text)}
    columns = ("Clause", "What stands behind it", "What we know here", "What we do next, who, when")
    return tuple(
        Table(part.heading.rstrip(" :") or "Clauses", columns,
              tuple(_part_lines(hub, concordat, part, found)))
        for part in text.parts
    )  # fmt: skip


def _part_lines(
    hub: Hub, concordat: Concordat, part: TextPart, found: dict[str, Provision]
) -> Iterator[Line]:
    for clause in part.clauses:
        bullets = [each for each in clause.bullets if each.id not in found]
        text = "\n".join([clause.text, "", *(f"- {each.text}" for each in bullets)])
        known = _known(hub, concordat, found[clause.id])
        yield Line(clause.number, markdown.block(text, breaks=True), known)
        for bullet in clause.bullets:
            if bullet.id in found:
                known = _known(hub, concordat, found[bullet.id])
                yield Line("", markdown.block(bullet.text, breaks=True), known)


def _known(hub: Hub, concordat: Concordat, provision: Provision) -> tuple[str, ...]:
    stands = behind(hub, provision, concordat.current)
    works = [f"{group.says}: {_some([each.title for each in group.works])}"
             for group in stands.groups]  # fmt: skip
    acting = [each.title for each in stands.programmes]
    return (
        *works,
        *([] if provision.has_direct_evidence else ["No direct evidence recorded here"]),
        *([f"Acting on it: {listed(acting)}"] if acting else []),
        *(f"Lesson: {each.title}" for each in stands.lessons),
    )


def _some(titles: list[str]) -> str:
    rest = len(titles) - _NAMED
    return listed([*titles[:_NAMED], f"{rest} more"] if rest > 1 else titles)


def _programme(programme: Programme) -> tuple[Table, ...]:
    steps = tuple(
        Line(each.number or "", markdown.inline(each.label), tuple(_reported(each)))
        for each in programme.phases
    )
    lessons = tuple(
        Line(str(each.number), markdown.block(each.statement), tuple(_bears(each)))
        for each in programme.lessons
    )
    ours = "What this means for us", "What we do next, who, when"
    return (
        Table("Planned and reported", ("Step", "What was planned and reported", *ours), steps),
        Table("Lessons", ("Lesson", "What it bears on", "Does it hold here?", ours[1]), lessons),
    )


def _reported(phase: Phase) -> Iterator[str]:
    yield f"Planned: {markdown.plain(phase.planned)}" if phase.planned else "No plan found"
    yield f"Reported: {markdown.plain(phase.reported)}" if phase.reported else "No report found"


def _bears(lesson: Lesson) -> Iterator[str]:
    clauses = [each.rpartition("/")[2] for each in lesson.about]
    if clauses:
        yield f"{plural(len(clauses), 'clause')}: {listed(clauses)}"


_QUESTIONS = (
    ("innovation", "New in it"), ("benefits", "Benefits seen"), ("commissioning", "Commissioned"),
    ("personalisation", "Personal"),
)  # fmt: skip
"""The call's four questions, as short as a sheet wants them."""


def _area(areas: Areas, place: str) -> tuple[Table, ...]:
    ours = "What we know here", "What we do next, who, when"
    examples = tuple(
        Line("", escape(each.title), tuple(_answers(each))) for each in areas.practice(place)
    )
    others = (
        ("Who signed", areas.signatories), ("Programmes", areas.programmes),
        ("Evidence from here", areas.evidence),
    )  # fmt: skip
    return (
        Table("What is practised", ("Example", "What is said of it", *ours), examples),
        *(Table(title, ("Name", "Of what", *ours), tuple(map(_entry, found.get(place, ()))))
          for title, found in others),
    )  # fmt: skip


def _answers(example: PracticeExample) -> Iterator[str]:
    for name, words in _QUESTIONS:
        if answer := getattr(example, name):
            yield f"{words}: {markdown.plain(answer)}"


def _entry(entry: Entry) -> Line:
    return Line("", escape(entry.title), (entry.detail,) if entry.detail else ())

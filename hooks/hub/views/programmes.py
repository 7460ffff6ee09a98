"""Programmes: one page each, and the front that lists them.

What a source states and what it names are both shown: a count that does not fit its list is
said in words (`hub.views.selection`), never smoothed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.model.programmes import ProgrammeStatus
from hub.page import Heading, Page
from hub.views import addresses, assets, downloads, markdown, naming
from hub.views.clause_links import clause_address
from hub.views.lessons import learnt
from hub.views.logic import logic_model
from hub.views.logic_drawing import draw
from hub.views.selection import named_tests, selection_of
from hub.views.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.programmes import Programme
    from hub.views.sheet import Sheet, Studio


def programme_pages(studio: Studio) -> Iterator[Page]:
    """Yield the page that lists the programmes, then one page for each."""
    yield programmes_page(studio)
    for programme in studio.hub.programmes.values():
        yield programme_page(studio, programme)


def programmes_page(studio: Studio) -> Page:
    """Return the front of the programmes; their lessons have a page of their own."""
    hub, sheet = studio.hub, studio.sheet(addresses.PROGRAMMES)
    programmes = [
        {
            "record": each,
            "address": addresses.programme(each.id),
            "facts": front_facts(sheet, each),
        }
        for each in hub.programmes.values()
    ]
    return Page(
        address=addresses.PROGRAMMES,
        kind="front",
        title="Programmes",
        description="Research projects, hub programmes and open calls in creative health: what "
        "was planned, what was reported, and what was learnt.",
        html=sheet.render(
            "programmes.html",
            programmes=programmes,
            lessons_address=addresses.LESSONS,
            stories_address=addresses.STORIES,
            lessons=sum(len(each.lessons) for each in hub.programmes.values()),
        ),
        headings=(
            *(Heading(each.id, each.title) for each in hub.programmes.values()),
            Heading("page-lessons", "What was learnt"),
        ),
        section="programmes",
    )


def programme_page(studio: Studio, programme: Programme) -> Page:
    """Return the page of a programme."""
    hub, sheet = studio.hub, studio.sheet(addresses.programme(programme.id))
    logic = logic_model(programme)
    html = sheet.render(
        "programme.html", programme=programme, kind=hub.label("programme-kinds", programme.kind),
        facts=facts(sheet, programme), partners=partners(sheet, programme),
        selection=selection_of(hub, programme), tests=named_tests(programme),
        logic=logic, picture=draw(logic), lessons=learnt(hub, programme),
        clauses=[(each, clause_address(hub, each.concordat.id, each.clause))
                 for each in hub.clauses_acted_on(programme.id)],
        practice=[(each.title, sheet.url(addresses.practice(each.id)))
                  for each in studio.practices.of_programme.get(programme.id, ())],
        front=addresses.PROGRAMMES, workshop=addresses.workshop(sheet.address),
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind="programme",
        title=programme.title,
        description=markdown.plain(programme.summary),
        html=html,
        headings=_headings(studio, programme),
        section="programmes",
        edit_path=programme.origin.path,
        head=assets.head(sheet, "css/programmes.css", "css/phases.css"),
        beside=downloads.beside(sheet),
    )


def facts(sheet: Sheet, programme: Programme) -> list[dict[str, str]]:
    """Return what is known of a programme, as terms and values; a body leads to its own page."""
    hub = sheet.studio.hub
    places = [naming.place(hub, each) for each in programme.places]
    return [
        {"term": "Where it stands", "value": progress(programme)},
        {"term": "Led by"} | _body(sheet, programme.lead),
        {"term": "Paid for by"} | _body(sheet, programme.funder),
        {"term": "Grant", "value": programme.grant or ""},
        {"term": "Places", "value": "; ".join(places)},
        {"term": "Began", "value": day(programme.begun) if programme.begun else ""},
        {"term": "Ended", "value": day(programme.ended) if programme.ended else ""},
    ]  # fmt: skip


def _body(sheet: Sheet, name: str | None, described: str = "") -> dict[str, str]:
    if not name:
        return {"value": described, "href": ""}
    hub = sheet.studio.hub
    href = sheet.url(addresses.organisation(name)) if name in hub.organisations else ""
    return {"value": naming.organisation(hub, name), "href": href}


def front_facts(sheet: Sheet, programme: Programme) -> list[dict[str, str]]:
    """Return what the front shows of a programme; what is unknown has its place on its page."""
    kind = {"term": "Kind", "value": sheet.studio.hub.label("programme-kinds", programme.kind)}
    shown = {"Where it stands", "Led by", "Places"}
    known = [each for each in facts(sheet, programme) if each["term"] in shown and each["value"]]
    counts = [("Lessons", len(programme.lessons)), ("Sites named", len(programme.sites))]
    return [kind, *known, *({"term": term, "value": str(number)} for term, number in counts)]


def progress(programme: Programme) -> str:
    """Return where a programme stands and as of when: "In progress, as of May 2024"."""
    state, as_of = programme.progress.state, programme.progress.as_of
    if state is ProgrammeStatus.UNKNOWN:
        words = "Not known"
    else:
        words = state.value.replace("-", " ").capitalize()
    return f"{words}, as of {day(as_of)}" if as_of else f"{words}; the source gives no date"


def partners(sheet: Sheet, programme: Programme) -> tuple[tuple[dict[str, str], str], ...]:
    """Return the partners, each with its page if it has one, and their roles, "" if not said."""
    return tuple(
        (_body(sheet, each.organisation, each.described or ""), each.role or "")
        for each in programme.partners
    )


def _headings(studio: Studio, programme: Programme) -> tuple[Heading, ...]:
    practice = studio.practices.of_programme.get(programme.id)
    sections = (
        ("partners", "Partners", programme.partners),
        ("phases", "Planned and reported", programme.phases),
        ("sites", "Selection and sites", programme.stages or programme.sites),
        ("micro-tests", "Micro-tests", programme.micro_tests or programme.stated_tests is not None),
        ("logic", "How it is meant to work", programme.logic_model),
        ("lessons", "Lessons", programme.lessons),
        ("clauses", "Clauses it acts on", studio.hub.clauses_acted_on(programme.id)),
        ("practice", "Practice that belongs with it", practice),
        ("claims", "Claims and who makes them", programme.claims),
        ("oddities", "Shown, not smoothed over", programme.oddities),
        ("sources", "Sources", programme.sources),
    )
    return tuple(Heading(f"page-{name}", title) for name, title, there in sections if there)

"""Practice: the map with its list, and a page for each example.

The four questions of the call head each page. What its sources state is shown with who states it;
a figure that was read only in the press or in a restatement is marked as not checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.model.base import Status
from hub.model.practice import SourceKind
from hub.page import Heading, Order, Page
from hub.views import addresses, assets, data, downloads, naming
from hub.views.clause_links import named_clause
from hub.views.directions import headline
from hub.views.own_record import mending
from hub.views.practice_facets import FACETS, QUESTIONS, STATES, choices
from hub.views.practice_map import groups_of, practice_map, told
from hub.views.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Record
    from hub.model.hub import Hub
    from hub.model.practice import Belonging, PracticeExample
    from hub.views.practices import Examples
    from hub.views.settings import Settings
    from hub.views.sheet import Sheet, Studio

EXAMPLE = "practice"
"""The view of the page of an example; the subject is its id."""
REACH = 30.0
"""Kilometres within which examples stand together on the map of all the islands."""
SPEAKERS = {
    SourceKind.PROVIDER: "the provider", SourceKind.NETWORK: "a network",
    SourceKind.PRESS: "the press", SourceKind.FUNDER: "a funder",
    SourceKind.PUBLIC_BODY: "a public body", SourceKind.RESEARCH: "research or an evaluator",
    SourceKind.RESTATEMENT: "a restatement",
}  # fmt: skip
NOT_CHECKED = "Figure not checked"
WORDS = {state.value: word for state, word in STATES.items()}


def practice_orders(hub: Hub) -> Iterator[Order]:
    """Yield an order for the page of each example; one that was withdrawn keeps its page."""
    for example in hub.practice.values():
        yield Order(addresses.practice(example.id), EXAMPLE, example.id, example.origin.path)


def practice_page(studio: Studio) -> Page:
    """Return the map of practice with the list of the same examples, by place."""
    hub, sheet, listed = studio.hub, studio.sheet(addresses.PRACTICE), studio.practices.listed
    groups, nowhere = groups_of(listed, REACH)
    lead = "What is done, where, with whom and for whom: put on the map by those who do it, or "
    lead += "found in public pages. An example says what was done; it is not evidence of effect."
    return Page(
        address=sheet.address,
        kind="front",
        title="Practice",
        description="Creative health in practice across the UK, on a map and in a list: what is "
        "new, what was seen, how it is paid for, and what went wrong.",
        html=sheet.render(
            "practice.html", lead=lead, total=len(listed), words=WORDS, facets=choices(hub, listed),
            map=practice_map(groups, len(nowhere)) if groups else None, told=told,
            groups=[{"id": each.id, "label": each.label, "items": items(sheet, each.examples)}
                    for each in groups],
            nowhere=items(sheet, nowhere), areas=sheet.url(addresses.AREAS),
            form=sheet.url(addresses.form("practice")),
            data={ending: sheet.url(addresses.practice_data(ending))
                  for ending in ("json", "csv", "geojson")},
        ),
        headings=(Heading("map", "The map"), Heading("by-place", "By place")),
        section="practice",
        head=assets.head(sheet, "css/signatories.css", "css/practice.css", "js/practice/page.js"),
    )  # fmt: skip


def items(sheet: Sheet, examples: Examples) -> list[dict[str, Any]]:
    """Return examples as they stand in lists, with what the filters look at."""
    hub = sheet.studio.hub
    return [
        {
            "id": each.id, "title": each.title, "href": sheet.url(addresses.practice(each.id)),
            "state": each.progress.state.value, "where": each.where.name,
            "art_forms": ", ".join(hub.label("art-forms", one) for one in each.art_forms),
            "populations": ", ".join(hub.label("populations", one) for one in each.populations),
            "facets": [(facet.name, " ".join(facet.of(each))) for facet in FACETS],
        }
        for each in examples
    ]  # fmt: skip


def example_page(studio: Studio, example: PracticeExample, settings: Settings) -> Page:
    """Return the page of an example."""
    hub, sheet = studio.hub, studio.sheet(addresses.practice(example.id))
    html = sheet.render(
        "practice_example.html", example=example, words=WORDS, facts=facts(hub, example),
        questions=[(name, title, getattr(example, name)) for name, title in QUESTIONS.items()],
        withdrawn=example.status is Status.WITHDRAWN, speakers=SPEAKERS, not_checked=NOT_CHECKED,
        evidence=_evidence(sheet, example), belongs=[_belonging(sheet, each)
                                                     for each in example.belongs],
        named_by=_named_by(sheet, example), bodies=_bodies(sheet, example),
        areas=[(naming.place(hub, each), sheet.url(addresses.area(each)))
               for each in dict.fromkeys((*example.where.places, *example.nations))
               if each in studio.areas.ids],
        clauses=_clauses(sheet, example), front=addresses.PRACTICE,
        record=mending(sheet, example, "practice", settings),
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind=EXAMPLE,
        title=f"{example.title} (practice)",
        description=f"{example.title}, {example.where.name}: what is done, what was seen, and how "
        "it is paid for.",
        html=html,
        headings=_headings(example),
        section="practice",
        edit_path=example.origin.path,
        head=assets.head(sheet, "css/practice.css"),
        beside=(*downloads.beside(sheet), *data.one_record(example, sheet.address)),
    )


def _headings(example: PracticeExample) -> tuple[Heading, ...]:
    sections = (
        *QUESTIONS.items(), ("caveats", "What to know before copying it"),
        ("reach", "Figures, and who states them"), ("evidence", "Evidence"),
        ("clauses", "Clauses it acts on"), ("sources", "Sources"),
    )  # fmt: skip
    absent = {name for name in ("caveats", "clauses") if not getattr(example, name)}
    return tuple(Heading(f"page-{name}", title) for name, title in sections if name not in absent)


def facts(hub: Hub, example: PracticeExample) -> list[dict[str, str]]:
    """Return what is known of an example, as terms and values."""
    labels = {
        "Art forms": ("art-forms", example.art_forms, example.art_forms_note),
        "For whom": ("populations", example.populations, example.populations_note),
        "Settings": ("settings", example.settings, None),
        "How people come": ("referral-routes", example.routes, None),
    }
    nations = "; ".join(naming.place(hub, each) for each in example.nations)
    where, point = example.where, example.where.point_of
    return [
        {"term": "Where", "value": _with(where.name, where.note)},
        {"term": "Nations", "value": _with(nations, example.nations_note)},
        {"term": "On the map", "value": f"the town of {point}, not an address" if point else "",
         "unknown": "No one place"},
        {"term": "Since", "value": day(example.since) if example.since else ""},
        *([{"term": "Until", "value": day(example.until)}] if example.until else []),
        *({"term": term, "value": _with("; ".join(hub.label(name, each) for each in terms), note)}
          for term, (name, terms, note) in labels.items()),
    ]  # fmt: skip


def _with(value: str, note: str | None) -> str:
    return f"{value} ({note.rstrip('.')})" if value and note else value or note or ""


def _bodies(sheet: Sheet, example: PracticeExample) -> list[tuple[str, str]]:
    known = sheet.studio.hub.organisations
    return [
        (each.named, sheet.url(addresses.organisation(each.organisation or ""))
         if each.organisation in known else "")
        for each in example.bodies
    ]  # fmt: skip


def related(studio: Studio, example: PracticeExample) -> tuple[list[Record], str]:
    """Return the records that the page looks at besides its own, and which of its links lead on.

    Both are for its key (see `hub.views.inputs`).
    """
    hub = studio.hub
    summaries = [hub.summary_of(each.reference) for each in example.evidence]
    looked: list[Record] = [each for each in summaries if each]
    looked += studio.practices.naming.get(example.id, ())
    leads = [
        *(each.organisation in hub.organisations for each in example.bodies),
        *(each.programme in hub.programmes for each in example.belongs),
        *(each.practice in hub.practice for each in example.belongs),
        *(each in studio.areas.ids for each in (*example.where.places, *example.nations)),
    ]
    return looked, repr(leads)


def _evidence(sheet: Sheet, example: PracticeExample) -> list[dict[str, Any]]:
    """Return the works that study the example, with how their summaries are marked in lists."""
    hub, found = sheet.studio.hub, list[dict[str, Any]]()
    for each in example.evidence:
        work, summary = hub.references.get(each.reference), hub.summary_of(each.reference)
        shown = summary if summary and summary.status is Status.PUBLISHED else None
        where = addresses.summary(shown.id) if shown else addresses.reference(each.reference)
        found.append({
            "link": each, "title": shown.title if shown else work.title if work else each.reference,
            "href": sheet.url(where) if work else "", "signs": headline(shown) if shown else (),
        })  # fmt: skip
    return found


def _belonging(sheet: Sheet, each: Belonging) -> dict[str, Any]:
    hub = sheet.studio.hub
    if each.programme in hub.programmes:
        kind, where = "Programme", addresses.programme(each.programme or "")
    elif each.practice in hub.practice:
        kind, where = "Practice", addresses.practice(each.practice or "")
    elif each.concordat in hub.concordats:
        kind, where = "Concordat", addresses.concordat(each.concordat or "")
    else:
        kind, where = "", ""
    return {"link": each, "kind": kind, "href": sheet.url(where) if where else ""}


def _named_by(sheet: Sheet, example: PracticeExample) -> list[tuple[str, str]]:
    ours = {each.practice for each in example.belongs}
    return [
        (each.title, sheet.url(addresses.practice(each.id)))
        for each in sheet.studio.practices.naming.get(example.id, ())
        if each.id not in ours
    ]


def _clauses(sheet: Sheet, example: PracticeExample) -> list[dict[str, Any]]:
    hub, found = sheet.studio.hub, list[dict[str, Any]]()
    for each in example.clauses:
        concordat_id = each.clause.partition("/")[0]
        concordat = hub.concordats.get(concordat_id)
        label, address = named_clause(hub, each.clause)
        found.append({
            "why": each.why, "label": label, "href": sheet.url(address) if address else "",
            "within": concordat.title if concordat else concordat_id,
        })  # fmt: skip
    return found

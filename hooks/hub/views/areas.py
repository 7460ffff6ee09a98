"""Areas: one page for each about which there is something, and one that lists them.

Health areas begin, end and merge: a page says for which time its area holds, what came before it
and what came after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.page import Heading, Order, Page
from hub.views import addresses, assets
from hub.views.practice import WORDS, items
from hub.views.practice_map import groups_of, practice_map, reach_of, told
from hub.views.wording import count, day, listed, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.vocabularies import Place
    from hub.views.settings import Settings
    from hub.views.sheet import Sheet, Studio

AREA = "area"
"""The view of the page of an area; the subject is its id."""
_FAR = 1.0
"""Kilometres within which places are the same on the map of a part of the islands, at first."""


def area_orders(studio: Studio) -> Iterator[Order]:
    """Yield an order for each area about which there is something."""
    for place in studio.areas.listed:
        yield Order(addresses.area(place.id), AREA, place.id)


def areas_page(studio: Studio) -> Page:
    """Return the page that lists the areas, by kind."""
    hub, sheet = studio.hub, studio.sheet(addresses.AREAS)
    kinds: dict[str, list[list[object]]] = {}
    known = hub.vocabularies.get("place-kinds")
    order = {term.id: rank for rank, term in enumerate(known.terms)} if known else {}
    listed_places = sorted(
        studio.areas.listed,
        key=lambda each: (order.get(each.kind, len(order)), each.label.casefold()),
    )
    for place in listed_places:
        kinds.setdefault(place.kind, []).append([
            (place.label, sheet.url(addresses.area(place.id))), held(place),
            *map(count, numbers(studio, place.id)),
        ])  # fmt: skip
    return Page(
        address=sheet.address,
        kind="areas",
        title="Areas",
        description="What is practised in each area, who signed, which programmes work there, and "
        "what evidence comes from it.",
        html=sheet.render(
            "areas.html", front=addresses.PRACTICE,
            kinds=[(kind, hub.label("place-kinds", kind), lines) for kind, lines in kinds.items()],
        ),
        section="practice",
        head=assets.head(sheet, "css/practice.css"),
    )  # fmt: skip


def numbers(studio: Studio, place: str) -> tuple[int, int, int, int]:
    """Return how many examples, signatories, programmes and summaries an area has."""
    areas = studio.areas
    return (
        len(areas.practice(place)), len(areas.signatories.get(place, ())),
        len(areas.programmes.get(place, ())), len(areas.evidence.get(place, ())),
    )  # fmt: skip


def held(place: Place) -> str:
    """Return for which time an area holds: "1 July 2022 to 31 March 2026"."""
    begun, ended = place.valid_from, place.valid_to
    if begun and ended:
        return f"{day(begun)} to {day(ended)}"
    return f"since {day(begun)}" if begun else f"until {day(ended)}" if ended else ""


def area_page(studio: Studio, place: Place, settings: Settings) -> Page:
    """Return the page of an area."""
    hub, sheet, areas = studio.hub, studio.sheet(addresses.area(place.id)), studio.areas
    examples = areas.practice(place.id)
    around = groups_of(examples, _FAR)[0]
    groups, nowhere = groups_of(examples, reach_of(around) if around else _FAR)
    html = sheet.render(
        "area.html", place=place, kind=hub.label("place-kinds", place.kind), words=WORDS, told=told,
        facts=_facts(place), workshop=addresses.workshop(sheet.address),
        fronts={"practice": addresses.PRACTICE, "areas": addresses.AREAS},
        before=_links(sheet, areas.before(place)),
        after=_links(sheet, [hub.places[each] for each in place.successors if each in hub.places]),
        within=_links(sheet, [each] if (each := hub.places.get(place.within or "")) else []),
        map=practice_map(groups, len(nowhere), whole=False) if groups else None,
        boundary=settings.boundaries.of(place.id, place.ons), credit=settings.boundaries.credit,
        groups=[{"id": each.id, "label": each.label, "items": items(sheet, each.examples)}
                for each in groups],
        nowhere=items(sheet, nowhere), signatories=areas.signatories.get(place.id, ()),
        programmes=areas.programmes.get(place.id, ()), evidence=areas.evidence.get(place.id, ()),
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind=AREA,
        title=place.label,
        description=f"{place.label}: {summed_up(studio, place.id)}.",
        html=html,
        headings=tuple(Heading(name, title) for name, title in _SECTIONS),
        section="practice",
        head=assets.head(sheet, "css/signatories.css", "css/practice.css"),
    )


_SECTIONS = (
    ("practice", "What is practised"), ("signed", "Who signed"),
    ("programmes", "Programmes"), ("evidence", "Evidence from here"),
)  # fmt: skip


def summed_up(studio: Studio, place: str) -> str:
    """Return what an area has, in words: "2 examples of practice and 1 programme"."""
    nouns = (
        ("example of practice", "examples of practice"), ("signatory", "signatories"),
        ("programme", "programmes"), ("summary of evidence", "summaries of evidence"),
    )  # fmt: skip
    found = zip(numbers(studio, place), nouns, strict=True)
    return listed([plural(number, *words) for number, words in found if number])


def shown(studio: Studio, place: Place) -> tuple[object, ...]:
    """Return what the page of an area shows besides practice, for its key."""
    areas = studio.areas
    near = (place.within, *place.successors, *(each.id for each in areas.before(place)))
    return (
        areas.signatories.get(place.id, ()), areas.programmes.get(place.id, ()),
        areas.evidence.get(place.id, ()), [each in areas.ids for each in near],
    )  # fmt: skip


def _facts(place: Place) -> list[dict[str, str]]:
    known = [
        ("Holds", held(place)), ("In Welsh", place.label_cy), ("Also called",
         "; ".join(place.alt_labels)), ("ONS code", place.ons), ("ODS code", place.ods),
    ]  # fmt: skip
    return [{"term": term, "value": value} for term, value in known if value]


def _links(sheet: Sheet, places: Iterable[Place]) -> list[tuple[str, str]]:
    known = sheet.studio.areas.ids
    return [
        (f"{each.label}{f' ({held(each)})' if held(each) else ''}",
         sheet.url(addresses.area(each.id)) if each.id in known else "")
        for each in places
    ]  # fmt: skip

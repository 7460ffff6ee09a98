"""What finds practice examples and areas: their names, and what they are about in few words.

A search for a remedy asks for evidence first. So both are minor: what they say of benefits, which
reads like evidence, is left out, and a summary that the same words find comes before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.model.base import Status
from hub.page import SearchEntry
from hub.views import addresses, markdown, naming
from hub.views.search_entries import known

if TYPE_CHECKING:
    from hub.model.hub import Hub
    from hub.model.practice import PracticeExample
    from hub.model.vocabularies import Place

_YEAR = 4
"""Digits of a date that tell its year."""


def practice_entry(hub: Hub, example: PracticeExample) -> SearchEntry | None:
    """Return what finds a practice example: what it is about, where, and who does it."""
    if example.status is not Status.PUBLISHED:
        return None
    places = [naming.place(hub, each) for each in (*example.where.places, *example.nations)]
    about = {
        "art form": [hub.label("art-forms", each) for each in example.art_forms],
        "population": [hub.label("populations", each) for each in example.populations],
        "setting": [hub.label("settings", each) for each in example.settings],
    }
    named = [*(each for some in about.values() for each in some),
             *(each.named for each in example.bodies), example.where.name, *places]  # fmt: skip
    return SearchEntry(
        addresses.practice(example.id),
        example.title,
        f"{markdown.plain(example.innovation or '')} {', '.join(dict.fromkeys(named))}".strip(),
        filters=known([
            ("kind", "Practice example"),
            *((facet, each) for facet, some in about.items() for each in some),
            *(("place", each) for each in places),
            ("year", (example.since or "")[:_YEAR]),
        ]),
        sorts=known([("newest", (example.since or "")[:_YEAR])]),
        is_minor=True,
    )  # fmt: skip


def area_entry(hub: Hub, place: Place) -> SearchEntry:
    """Return what finds the page of an area: its names, its kind, and what it lies in."""
    within = naming.place(hub, place.within) if place.within else ""
    names = [*place.alt_labels, place.label_cy or "", hub.label("place-kinds", place.kind), within]
    return SearchEntry(
        addresses.area(place.id),
        place.label,
        ", ".join(each for each in dict.fromkeys(names) if each),
        filters=(("kind", "Area"), ("place", place.label)),
        is_minor=True,
    )

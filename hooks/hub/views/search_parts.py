"""What finds all but summaries and works: concordats and clauses, bodies, programmes, lessons.

Several of them stand on one page; each is found by itself, where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.model.base import Status
from hub.model.coverage import provisions
from hub.page import SearchEntry
from hub.views import addresses, markdown, naming
from hub.views.search_entries import known

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from hub.model.concordats import Concordat
    from hub.model.hub import Hub
    from hub.model.programmes import Lesson, Programme
    from hub.model.texts import Text
    from hub.model.vocabularies import Organisation
    from hub.page import Page, Pairs
    from hub.views.sheet import Studio

_KINDS = {"story": "Story"}
"""Kinds of pages that are records, by what readers call them."""


def part_entries(hub: Hub) -> Iterator[SearchEntry]:
    """Yield what finds them."""
    for concordat in hub.concordats.values():
        yield _concordat(hub, concordat)
        yield from _clauses(hub, concordat)
    for programme in hub.programmes.values():
        yield _programme(hub, programme)
        yield from (_lesson(hub, programme, each) for each in programme.lessons)


def page_entries(pages: Iterable[Page], found: Collection[str]) -> Iterator[SearchEntry]:
    """Yield what finds those of the hub's own pages that are not `found`, which lead to records."""
    for page in pages:
        if page.address not in {addresses.HOME, addresses.SEARCH, *found}:
            filters = (("kind", _KINDS.get(page.kind, "Page")),)
            yield SearchEntry(page.address, page.title, page.description, filters, is_minor=True)


def _concordat(hub: Hub, concordat: Concordat) -> SearchEntry:
    """Return what finds a concordat: its summary, who issued it and where; clauses find theirs."""
    issuers = [name for each in concordat.issuers for name in _names(hub, each)]
    words = (markdown.plain(concordat.summary), *issuers, *_places(hub, concordat))
    return SearchEntry(
        addresses.concordat(concordat.id), concordat.title, " ".join(words),
        filters=_filters("Concordat", hub, concordat), sorts=_sorts(concordat),
    )  # fmt: skip


def _clauses(hub: Hub, concordat: Concordat) -> Iterator[SearchEntry]:
    """Yield what finds each clause of the version in force: its words, and its short label."""
    text = hub.texts.get((concordat.id, concordat.current.number))
    if text is None:
        return
    found = {each.id: each.label for each in provisions(hub, concordat, text)}
    words = dict(_words(text, found))
    for clause, label in found.items():
        yield SearchEntry(
            addresses.concordat(concordat.id, clause), label,
            f"{words[clause]} {_which(hub, concordat)}".strip(),
            filters=_filters("Clause", hub, concordat), sorts=_sorts(concordat),
        )  # fmt: skip


def _words(text: Text, apart: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the words of clauses, and of the bullets `apart` that are found by themselves."""
    for clause in (each for part in text.parts for each in part.clauses):
        with_clause = [each.text for each in clause.bullets if each.id not in apart]
        yield clause.id, " ".join(map(markdown.plain, (clause.text, *with_clause)))
        for bullet in clause.bullets:
            yield bullet.id, markdown.plain(bullet.text)


def organisation_entry(studio: Studio, body: Organisation) -> SearchEntry | None:
    """Return what finds a body, by all its names; nothing finds one that was withdrawn.

    Persons who signed have no page and are not looked for.
    """
    if body.status is not Status.PUBLISHED:
        return None
    hub, signed = studio.hub, studio.bodies.signed.get(body.id, ())
    ids = dict.fromkeys([*(each.place for _, each in signed), body.place])
    places = [naming.place(hub, each) for each in ids if each]
    did = [
        f"{'Withdrew' if signatory.withdrawn else 'Signed'} "
        f"{_which(hub, hub.concordats[concordat])}".strip()
        for concordat, signatory in signed
    ]
    others = {each.title: None for _, each in signed if each.title != body.title}
    names = [name for name in dict.fromkeys([*others, *body.aliases]) if name != body.title]
    about = ". ".join(filter(None, (*did, *names, hub.label("sectors", body.sector), *places)))
    return SearchEntry(
        addresses.organisation(body.id), body.title, about,
        filters=known([("kind", "Organisation"), *(("place", each) for each in places)]),
        is_minor=not signed,
    )  # fmt: skip


def _programme(hub: Hub, programme: Programme) -> SearchEntry:
    """Return what finds a programme: what it is, where, and who takes part."""
    bodies = [programme.lead, programme.funder, *(each.organisation for each in programme.partners),
              *(each.organisation for each in programme.sites)]  # fmt: skip
    names = [name for each in dict.fromkeys(bodies) if each for name in _names(hub, each)]
    sites = [each.name for each in programme.sites]
    places = [naming.place(hub, each) for each in programme.places]
    kind = hub.label("programme-kinds", programme.kind)
    about = ", ".join(dict.fromkeys([*names, *sites, *places]))
    return SearchEntry(
        addresses.programme(programme.id), programme.title,
        f"{markdown.plain(programme.summary)} {kind}. {about}",
        filters=known([("kind", "Programme"), *(("place", each) for each in places)]),
    )  # fmt: skip


def _lesson(hub: Hub, programme: Programme, lesson: Lesson) -> SearchEntry:
    themes = "".join(f" {hub.label('lesson-themes', each)}." for each in lesson.themes)
    places = [naming.place(hub, each) for each in programme.places]
    return SearchEntry(
        addresses.programme(programme.id, lesson.number), lesson.label,
        f"{markdown.plain(lesson.statement)}{themes} ({programme.title})",
        filters=known([("kind", "Lesson"), *(("place", each) for each in places)]),
    )  # fmt: skip


def _which(hub: Hub, concordat: Concordat) -> str:
    """Return which concordat it is; "" if there is but one."""
    return f"({concordat.title})" if len(hub.concordats) > 1 else ""


def _filters(kind: str, hub: Hub, concordat: Concordat) -> Pairs:
    year = _year(concordat)
    places = _places(hub, concordat)
    return known([("kind", kind), *(("place", each) for each in places), ("year", year)])


def _sorts(concordat: Concordat) -> Pairs:
    return known([("newest", _year(concordat))])


def _year(concordat: Concordat) -> str:
    published = concordat.current.published
    return str(published.year) if published else ""


def _places(hub: Hub, concordat: Concordat) -> tuple[str, ...]:
    return (naming.place(hub, concordat.area),) if concordat.area else ()


def _names(hub: Hub, organisation_id: str) -> tuple[str, ...]:
    """Return all names of an organisation."""
    found = hub.organisations.get(organisation_id)
    return (found.title, *found.aliases) if found else (organisation_id,)

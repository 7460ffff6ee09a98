"""What finds all but summaries and works: concordats and clauses, signatories, programmes, lessons.

Several of them stand on one page; each is found by itself, where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.model.coverage import provisions
from hub.model.standing import Standing
from hub.page import SearchEntry
from hub.views import addresses, markdown, naming
from hub.views.lessons import lesson_address
from hub.views.search_entries import known
from hub.views.signatories import rows_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from hub.model.concordats import Concordat, Text
    from hub.model.hub import Hub
    from hub.model.programmes import Lesson, Programme
    from hub.page import Page, Pairs
    from hub.views.signatories import Row


def part_entries(hub: Hub) -> Iterator[SearchEntry]:
    """Yield what finds them."""
    for concordat in hub.concordats.values():
        yield _concordat(hub, concordat)
        yield from _clauses(hub, concordat)
        yield from (_organisation(hub, concordat, row) for row in rows_of(hub, concordat))
    for programme in hub.programmes.values():
        yield _programme(hub, programme)
        yield from (_lesson(hub, programme, each) for each in programme.lessons)


def page_entries(pages: Iterable[Page], found: Collection[str]) -> Iterator[SearchEntry]:
    """Yield what finds those of the hub's own pages that are not `found`, which lead to records."""
    for page in pages:
        if page.address not in {addresses.HOME, addresses.SEARCH, *found}:
            filters = (("kind", "Page"),)
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


def _organisation(hub: Hub, concordat: Concordat, row: Row) -> SearchEntry:
    """Return what finds a body that signed, by all its names; persons are not looked for."""
    did = "Withdrew" if row.standing is Standing.WITHDRAWN else "Signed"
    about = ". ".join(filter(None, (*row.also_printed, row.sector, row.place)))
    return SearchEntry(
        f"{addresses.signatories(concordat.id)}#signatory-{row.id}", row.organisation,
        f"{did} {_which(hub, concordat)}".strip() + f". {about}",
        filters=known([("kind", "Organisation"), ("place", row.place)]),
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
        lesson_address(programme, lesson), lesson.label,
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

"""Browsing: a page for every facet of the evidence, and for everything it offers to choose from.

What the search does with scripts, these pages do with links. A summary is listed under each
choice that is true of it; its entry is made once (`hub.views.shelves`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hub.page import Order, Page
from hub.views import addresses, feeds, lists, terms
from hub.views.facets import BY_ID
from hub.views.wording import count, listed, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hub.views.facets import Choice, Facet, Summaries
    from hub.views.settings import Settings
    from hub.views.sheet import Sheet, Studio

_NAMED = 4
"""Choices that the front names for each facet."""

BROWSE = "browse"
"""The view of these pages."""


def browse_orders(studio: Studio) -> Iterator[Order]:
    """Yield an order for each page; the subject is "", a facet, or `<facet>/<choice>#<page>`."""
    yield Order(addresses.browse(), BROWSE, "")
    for facet, choices in studio.shelves.choices.items():
        yield Order(addresses.browse(facet), BROWSE, facet)
        for choice in choices.values():
            for number in range(1, _pages(choice) + 1):
                address = addresses.browse(facet, choice.id, number)
                yield Order(address, BROWSE, f"{facet}/{choice.id}#{number}")


def browse_page(studio: Studio, subject: str, settings: Settings) -> Page:
    """Return the page with this subject."""
    facet, _, choice = subject.partition("/")
    if choice:
        return _choice_page(studio, BY_ID[facet], *part_of(studio, subject), settings)
    return _facet_page(studio, BY_ID[facet]) if facet else _front(studio)


def fed(studio: Studio, choice: Choice, number: int) -> Summaries:
    """Return the summaries in the feed beside a page: the first page of a term has one."""
    return studio.shelves.latest(choice.summaries) if choice.term and number == 1 else ()


def part_of(studio: Studio, subject: str) -> tuple[Choice, int, Summaries]:
    """Return the choice that a page is of, the page's number, and the summaries on it."""
    facet, _, rest = subject.partition("/")
    name, _, number = rest.partition("#")
    choice, start = studio.shelves.choices[facet][name], lists.EACH * (int(number) - 1)
    return choice, int(number), choice.summaries[start : start + lists.EACH]


def counts(studio: Studio, subject: str) -> list[tuple[str, str, int]]:
    """Return the numbers of summaries that a page may show beside its links."""
    facet = subject.partition("/")[0]
    return [
        (name, choice.id, len(choice.summaries))
        for name, choices in studio.shelves.choices.items()
        if facet in ("", name)
        for choice in choices.values()
    ]


def _front(studio: Studio) -> Page:
    sheet = studio.sheet(addresses.browse())
    facets = [
        {"label": BY_ID[name].title, "href": sheet.url(addresses.browse(name)),
         "begin": _begin(choices.values())}
        for name, choices in studio.shelves.choices.items()
    ]  # fmt: skip
    lead = "Every summary stands under all that is true of it: choose where to begin."
    return _page(
        sheet,
        "Browse the evidence",
        lead,
        "browse.html",
        facets=facets,
        vocabularies=sheet.url(addresses.VOCABULARIES) if studio.hub.vocabularies else "",
    )


def _begin(choices: Iterable[Choice]) -> str:
    """Return the choices with the most summaries: "Singing (10), Dance (4) and 7 more"."""
    used = sorted((each for each in choices if each.summaries), key=_most)
    some = [f"{each.label} ({count(len(each.summaries))})" for each in used[:_NAMED]]
    rest = [f"{count(len(used) - _NAMED)} more"] if len(used) > _NAMED else []
    return listed([*some, *rest]) if some else "No summary yet"


def _most(choice: Choice) -> int:
    return -len(choice.summaries)


def _facet_page(studio: Studio, facet: Facet) -> Page:
    sheet = studio.sheet(addresses.browse(facet.id))
    choices = studio.shelves.choices[facet.id]
    lead = f"The evidence by {facet.name}, with the number of summaries."
    return _page(
        sheet, facet.title, lead, "browse_facet.html",
        choices=[_told(sheet, facet, each, choices) for each in choices.values()],
    )  # fmt: skip


def _choice_page(  # noqa: PLR0913, PLR0917 - what part_of returns, and around it
    studio: Studio, facet: Facet, choice: Choice, number: int, some: Summaries, settings: Settings
) -> Page:
    sheet = studio.sheet(addresses.browse(facet.id, choice.id, number))
    title, followed = f"{choice.label} ({facet.name})", fed(studio, choice, number)
    has_feed = bool(followed and settings.site_url)
    first, total = lists.EACH * (number - 1) + 1, len(choice.summaries)
    if total > lists.EACH:
        told = f"Summaries {count(first)} to {count(first + len(some) - 1)} of {count(total)}"
    else:
        told = plural(total, "summary", "summaries")
    pages = [addresses.browse(facet.id, choice.id, each) for each in range(1, _pages(choice) + 1)]
    choices = studio.shelves.choices[facet.id]
    page = _page(
        sheet, choice.label, f"{told}, by title." if some else "", "browse_choice.html",
        facet,
        choice=_told(sheet, facet, choice, choices),
        narrower=[_told(sheet, facet, each, choices) for each in terms.below(choice, choices)],
        entries=studio.shelves.entries(sheet, some),
        term=choice.term,
        question=_question(sheet, facet, choice),
        about=terms.about(sheet, facet, choice, choice.term) if choice.term else {},
        pages=lists.numbered(sheet, pages, number),
        feed=feeds.NAME if has_feed else "",
    )  # fmt: skip
    if has_feed:
        feed = feeds.feed(title, sheet.address, followed, settings, studio.shelves.feed_entries)
        page = replace(page, head=feeds.link(title, feeds.NAME), beside=(feed,))
    return page if number == 1 else replace(page, title=f"{title}, page {number}")


def _question(sheet: Sheet, facet: Facet, choice: Choice) -> str:
    """Return where the evidence on an outcome is weighed up; "" for other facets."""
    if facet.id != "outcome" or not choice.summaries:
        return ""
    return sheet.url(addresses.question(choice.id))


def _told(
    sheet: Sheet, facet: Facet, choice: Choice, choices: Mapping[str, Choice]
) -> dict[str, Any]:
    """Return what a list of choices says of one."""
    above = choices.get(choice.broader)
    return {
        "label": choice.label,
        "href": sheet.url(addresses.browse(facet.id, choice.id)),
        "summaries": len(choice.summaries),
        "definition": (choice.term.definition or "") if choice.term else "",
        "others": ", ".join(choice.term.alt_labels) if choice.term else "",
        "above": above.label if above else "",
        "above_href": sheet.url(addresses.browse(facet.id, above.id)) if above else "",
    }


def _page(
    sheet: Sheet, title: str, lead: str, template: str, facet: Facet | None = None,
    **values: object,
) -> Page:  # fmt: skip
    crumbs = [("Evidence", addresses.EVIDENCE)]
    crumbs += [("Browse", addresses.browse())] if sheet.address != addresses.browse() else []
    crumbs += [(facet.title, addresses.browse(facet.id))] if facet else []
    html = sheet.render(
        template, title=title, lead=lead, kicker=facet.name.capitalize() if facet else "Evidence",
        crumbs=[*({"label": label, "href": sheet.url(where)} for label, where in crumbs),
                {"label": title}],
        **values,
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind=BROWSE,
        title=f"{title} ({facet.name})" if facet else title,
        description=f"Evidence by {facet.name}: {title}. {lead}".strip() if facet else lead,
        html=html,
        section="evidence",
    )


def _pages(choice: Choice) -> int:
    return max(1, -(-len(choice.summaries) // lists.EACH))

"""Long lists of the evidence, page by page: the front shows how each begins, and leads here.

A list that readers can take in stays whole on the front, and has no page of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hub.page import Order, Page
from hub.views import addresses
from hub.views.cards import card
from hub.views.groups import Groups
from hub.views.rooted import turned
from hub.views.wording import count, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hub.views.groups import Group
    from hub.views.sheet import Sheet, Studio

LIST = "list"
"""The view of these pages."""

LONG = 100
"""A list of more than so many stands on pages of its own ..."""
SHOWN = 10
"""... and so many of it on the front."""
EACH = 200
"""Entries on a page."""


@dataclass(frozen=True, slots=True)
class List:
    """A list: its name in addresses, what it is called, and its entries.

    `noun` is what an entry is called: one, and many.
    """

    name: str
    title: str
    noun: tuple[str, str]
    entries: Sequence[Any]  # summaries, or pairs of a summary and a finding

    @property
    def is_long(self) -> bool:
        """Whether it has pages of its own."""
        return len(self.entries) > LONG

    @property
    def begin(self) -> Sequence[Any]:
        """What of it stands on the front."""
        return self.entries[:SHOWN] if self.is_long else self.entries

    def more(self, sheet: Sheet) -> dict[str, str]:
        """Return the link from the front to the whole list; nothing if it is there."""
        if not self.is_long:
            return {}
        label = f"All {plural(len(self.entries), *self.noun)}"
        return {"href": sheet.url(addresses.evidence_list(self.name)), "label": label}


def of_outcome(group: Group) -> List:
    """Return the findings for an outcome."""
    noun = ("finding", "findings")
    return List(f"outcomes/{group.term.id}", group.term.label, noun, group.findings)


def of_art_form(group: Group) -> List:
    """Return the summaries that name an art form."""
    noun = ("summary", "summaries")
    return List(f"art-forms/{group.term.id}", group.term.label, noun, group.summaries)


def of_all(groups: Groups) -> List:
    """Return all summaries."""
    return List("all", "All summaries", ("summary", "summaries"), groups.summaries)


def list_orders(studio: Studio) -> Iterator[Order]:
    """Yield an order for each page of each long list."""
    for found in studio.lists.values():
        for number in range(1, pages_of(found) + 1):
            address = addresses.evidence_list(found.name, number)
            yield Order(address, LIST, f"{found.name}#{number}")


def long_lists(groups: Groups) -> dict[str, List]:
    """Return the long lists by name."""
    lists = [*map(of_outcome, groups.outcomes), *map(of_art_form, groups.art_forms)]
    return {each.name: each for each in (*lists, of_all(groups)) if each.is_long}


def pages_of(found: List) -> int:
    """Return how many pages a list has."""
    return -(-len(found.entries) // EACH)


def list_page(studio: Studio, subject: str) -> Page:
    """Return one page of a long list; the subject is `<name>#<number>`."""
    found, number, some = part_of(studio, subject)
    sheet = studio.sheet(addresses.evidence_list(found.name, number))
    start = EACH * (number - 1)
    told = (
        f"{found.noun[1].capitalize()} {count(start + 1)} to {count(start + len(some))} "
        f"of {count(len(found.entries))}, by title."
    )
    html = sheet.render(
        "list.html", title=found.title, lead=told, pages=page_links(sheet, found, number),
        crumbs=[{"label": "Evidence", "href": sheet.url(addresses.EVIDENCE)},
                {"label": found.title}],
        **_entries(sheet, found.name, some),
    )  # fmt: skip
    title = found.title if number == 1 else f"{found.title}, page {number}"
    return Page(
        address=sheet.address,
        kind=LIST,
        title=title,
        description=f"{found.title}. {told}",
        html=html,
        section="evidence",
    )


def part_of(studio: Studio, subject: str) -> tuple[List, int, Sequence[Any]]:
    """Return the list that a page is of, the page's number, and the entries on it."""
    name, _, number = subject.partition("#")
    found, start = studio.lists[name], EACH * (int(number) - 1)
    return found, int(number), found.entries[start : start + EACH]


def _entries(sheet: Sheet, name: str, some: Sequence[Any]) -> dict[str, Any]:
    """Return entries as lines, or as cards."""
    lines = sheet.studio.lines
    if name.startswith("outcomes/"):
        return {"entries": turned(sheet, [lines.finding(*each) for each in some]), "cards": []}
    if name.startswith("art-forms/"):
        return {"entries": turned(sheet, map(lines.title, some)), "cards": []}
    return {"entries": "", "cards": [card(sheet, each) for each in some]}


def page_links(sheet: Sheet, found: List, current: int) -> list[dict[str, str]]:
    """Return the links of `parts.pages` to every page of a list."""
    pages = range(1, pages_of(found) + 1)
    return numbered(sheet, [addresses.evidence_list(found.name, each) for each in pages], current)


def numbered(sheet: Sheet, pages: Sequence[str], current: int) -> list[dict[str, str]]:
    """Return links to pages, given by their addresses, as `parts.pages` shows them."""
    return [
        {"label": count(number), "href": sheet.url(page),
         "current": "page" if number == current else ""}
        for number, page in enumerate(pages, start=1)
    ]  # fmt: skip

"""The list of all references, A to Z: its state, who verified it, and where it is cited.

A library that one page can bear stands on one page. Of a larger one, the front shows the letters
with their counts, and the works of each letter have pages of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.page import Heading, Order, Page
from hub.views import addresses, downloads, lists, naming
from hub.views.lists import List
from hub.views.states import state_notice
from hub.views.wording import count, day, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hub.model.references import Reference
    from hub.views.sheet import Sheet, Studio

WORKS = "works"
"""The view of the pages of a letter."""

LARGE = 500
"""A library of more works than this has pages for each letter."""


def references_page(studio: Studio) -> Page:
    """Return the page of all references, or the one that leads to the pages of the letters."""
    sheet, letters = studio.sheet(addresses.REFERENCES), studio.letters
    works = [work for some in letters.values() for work in some]
    is_large = len(works) > LARGE
    whole = {} if is_large else letters
    return Page(
        address=addresses.REFERENCES,
        kind="references",
        title="References",
        description=f"{plural(len(works), 'work')} that the hub cites, and where it cites them.",
        html=sheet.render(
            "references.html",
            letters={letter: _entries(sheet, some) for letter, some in whole.items()},
            pages=_letters(sheet, letters) if is_large else [],
            count=len(works),
            downloads=downloads.links(sheet.url(downloads.ALL.removesuffix("."))),
        ),
        headings=tuple(Heading(f"letter-{each.lower()}", each) for each in whole),
        section="evidence",
        edit_path=works[0].origin.path if works else "",
    )


def works_orders(studio: Studio) -> Iterator[Order]:
    """Yield an order for each page of each letter of a large library."""
    if sum(map(len, studio.letters.values())) <= LARGE:
        return
    for letter, works in studio.letters.items():
        found = _list(letter, works)
        for number in range(1, lists.pages_of(found) + 1):
            yield Order(addresses.evidence_list(found.name, number), WORKS, f"{letter}#{number}")


def works_page(studio: Studio, subject: str) -> Page:
    """Return one page of the works of a letter; the subject is `<letter>#<number>`."""
    letter, number, some = part_of(studio, subject)
    found = _list(letter, studio.letters[letter])
    sheet = studio.sheet(addresses.evidence_list(found.name, number))
    first = lists.EACH * (number - 1) + 1
    told = (
        f"Works {count(first)} to {count(first + len(some) - 1)} "
        f"of {count(len(found.entries))}, by author."
    )
    html = sheet.render(
        "works.html", title=found.title, lead=told, entries=_entries(sheet, some),
        crumbs=[{"label": "Evidence", "href": sheet.url(addresses.EVIDENCE)},
                {"label": "References", "href": sheet.url(addresses.REFERENCES)},
                {"label": letter}],
        letters=_letters(sheet, studio.letters, letter),
        pages=lists.page_links(sheet, found, number),
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind=WORKS,
        title=found.title if number == 1 else f"{found.title}, page {number}",
        description=f"{found.title}. {told}",
        html=html,
        section="evidence",
    )


def part_of(studio: Studio, subject: str) -> tuple[str, int, Sequence[Reference]]:
    """Return the letter that a page is of, the page's number, and the works on it."""
    letter, _, number = subject.partition("#")
    start = lists.EACH * (int(number) - 1)
    return letter, int(number), studio.letters[letter][start : start + lists.EACH]


def by_letter(works: Iterable[Reference]) -> dict[str, list[Reference]]:
    """Return works by the first letter of their authors, A to Z; what has another comes last."""
    named = [(_sort_name(work), work) for work in works]
    letters: dict[str, list[Reference]] = {}
    for name, work in sorted(named, key=lambda each: _by_author(*each)):
        letters.setdefault(_letter(name), []).append(work)
    return letters


def _list(letter: str, works: Sequence[Reference]) -> List:
    return List(f"works/{letter.lower()}", f"References: {letter}", ("work", "works"), works)


def _letters(
    sheet: Sheet, letters: dict[str, list[Reference]], current: str = ""
) -> list[dict[str, str]]:
    return [
        {"label": letter, "works": count(len(works)),
         "href": sheet.url(addresses.evidence_list(_list(letter, works).name)),
         "current": "true" if letter == current else ""}
        for letter, works in letters.items()
    ]  # fmt: skip


def _entries(sheet: Sheet, works: Iterable[Reference]) -> list[dict[str, Any]]:
    return [_entry(sheet, work) for work in works]


def _entry(sheet: Sheet, work: Reference) -> dict[str, Any]:
    verified = [
        f"Verified {day(work.verified)}" if work.verified else "Not yet verified",
        f"by {work.verified_by}" if work.verified_by else "",
    ]
    uses = sheet.studio.uses.get(work.key, ())
    return {
        "key": work.key,
        "entry": sheet.studio.entry(work.key),
        "state": state_notice(work),
        "verified": " ".join(each for each in verified if each),
        "uses": tuple({(use.label, use.address): use for use in uses}.values()),
        "byline": naming.byline(work),
        "address": addresses.reference(work.key),
        "coins": sheet.studio.coins(work.key),
    }


def _by_author(name: str, work: Reference) -> tuple[str, int, str]:
    return (name.casefold(), work.issued.year or 9999, work.title.casefold())


def _sort_name(work: Reference) -> str:
    names = work.author or work.editor
    return " ".join([each.family or each.literal for each in names]) or work.title


def _letter(name: str) -> str:
    first = name[:1].upper()
    return first if first.isascii() and first.isalpha() else "Other"

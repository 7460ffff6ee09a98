"""The lists behind the gap map, term by term: what is known of it, outcome by outcome.

A bubble leads to exactly the summaries that it counts. What of a term's outcomes is empty is said
at the end, with the reason: nothing is not one thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.page import Heading, Order, Page
from hub.views import addresses, lists
from hub.views.facets import BY_ID
from hub.views.gap_cells import Mark
from hub.views.gap_entries import counts, crumbs, entries
from hub.views.gap_lists import is_long
from hub.views.gap_words import size_words
from hub.views.gaps import OUTCOME, TERMS, Nothing
from hub.views.wording import day, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hub.views.facets import Choice
    from hub.views.gap_cells import Cell, Reading
    from hub.views.gaps import Gaps
    from hub.views.sheet import Sheet, Studio

GAP_TERM = "gap-term"
"""The view of these pages."""


def gap_term_orders(studio: Studio) -> Iterator[Order]:
    """Yield an order for each term that some summary names; the subject is `<facet>/<term>`."""
    for facet in TERMS:
        for choice in studio.gaps.choices(facet).values():
            if choice.summaries:
                name = f"{facet}/{choice.id}"
                yield Order(addresses.gap_list(name), GAP_TERM, name)


def address_of(facet: str, term: str, outcome: str, cell: Cell) -> str:
    """Return where the summaries of a cell are listed."""
    if is_long(cell):
        return addresses.gap_list(f"{facet}/{term}/{outcome}")
    return addresses.gap_list(f"{facet}/{term}", outcome=outcome)


def readings_of(studio: Studio, subject: str) -> list[Reading]:
    """Return the summaries that a page lists; those on two outcomes, twice."""
    found = _sections(studio.gaps, *subject.split("/"))
    return [each for _, cell in found for each in _shown(cell)]


def term_beside(studio: Studio, subject: str) -> str:
    """Return what a page shows besides its entries, as text, as far as these do not tell it."""
    facet, term = subject.split("/")
    gaps = studio.gaps
    sections = [(outcome.id, len(cell.readings), is_long(cell) and (size_words(cell), counts(cell)))
                for outcome, cell in _sections(gaps, facet, term)]  # fmt: skip
    choice = gaps.choices(facet)[term]
    return repr((size_words(gaps.of_term(facet, term)), sections, _empty(gaps, facet, choice)))


def _shown(cell: Cell) -> Sequence[Reading]:
    return cell.readings[: lists.SHOWN] if is_long(cell) else cell.readings


def _sections(gaps: Gaps, facet: str, term: str) -> Iterator[tuple[Choice, Cell]]:
    """Yield the outcomes of a term for which there is something."""
    cells = gaps.cells(facet, OUTCOME)
    for outcome in gaps.choices(OUTCOME).values():
        if (term, outcome.id) in cells:
            yield outcome, cells[term, outcome.id]


def gap_term_page(studio: Studio, subject: str) -> Page:
    """Return the page of a term."""
    facet, term = subject.split("/")
    gaps, sheet = studio.gaps, studio.sheet(addresses.gap_list(subject))
    choice = gaps.choices(facet)[term]
    found = [*_sections(gaps, facet, term)]
    are_brief = sum(len(_shown(cell)) for _, cell in found) > lists.EACH
    sections = [
        _section(sheet, address_of(facet, term, outcome.id, cell), outcome, cell)
        | {"entries": entries(sheet, outcome.id, _shown(cell), are_brief=are_brief)}
        for outcome, cell in found
    ]
    html = sheet.render(
        "gap_term.html",
        crumbs=crumbs(sheet, choice.label),
        title=choice.label,
        kicker=BY_ID[facet].name.capitalize(),
        size=size_words(gaps.of_term(facet, term)),
        definition=(choice.term.definition or "") if choice.term else "",
        sections=sections,
        empty=_empty(gaps, facet, choice),
        map=sheet.url(addresses.gap_map(facet, OUTCOME)),
    )
    return Page(
        address=sheet.address,
        kind=GAP_TERM,
        title=f"{choice.label}: evidence and gaps",
        description=f"What is known of {choice.label}, outcome by outcome, and what is not.",
        html=html,
        headings=(*(Heading(each["id"], each["label"]) for each in sections),
                  Heading("nothing", "What is missing")),
        section="evidence",
    )  # fmt: skip


def _section(sheet: Sheet, whole: str, outcome: Choice, cell: Cell) -> dict[str, Any]:
    """Return an outcome of a term without its entries; `whole` is where all of them are."""
    more = {
        "href": sheet.url(whole),
        "label": f"All {plural(len(cell.readings), 'summary', 'summaries')}",
    }
    return {
        "id": f"outcome-{outcome.id}",
        "label": outcome.label,
        "size": size_words(cell),
        "counts": counts(cell),
        "is_null": is_null(cell),
        "more": more if is_long(cell) else {},
    }


def is_null(cell: Cell) -> bool:
    """Whether everything in a cell found no difference: that is evidence, not a gap."""
    return [each.mark for each in cell.tallies] == [Mark.NO_DIFFERENCE]


def _empty(gaps: Gaps, facet: str, row: Choice) -> dict[str, list[str]]:
    """Return the outcomes for which a term has nothing, by the reason."""
    cells, parts = gaps.cells(facet, OUTCOME), gaps.holding_parts(facet, OUTCOME)
    found: dict[str, list[str]] = {each.value: [] for each in Nothing}
    for column in gaps.choices(OUTCOME).values():
        place = row.id, column.id
        if place not in cells:
            reason = gaps.nothing(row, column, in_parts=place in parts)
            found[reason.value].append(column.label + search_words(reason, row, column))
    return found


def search_words(reason: Nothing, *terms: Choice) -> str:
    """Return when and where one searched in vain for one of these; "" where nobody did."""
    searches = [each.term.searched for each in terms if each.term and each.term.searched]
    if reason is not Nothing.NONE_FOUND:
        return ""
    return "".join(f" ({each.where}, {day(each.on)}, by {each.by})" for each in searches[:1])

"""What the lists behind the gap map have in common: entries, counts, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.model.evidence import Seen
from hub.views import addresses
from hub.views.cards import size
from hub.views.directions import sign
from hub.views.gap_cells import Mark
from hub.views.gap_words import MARKS, tally_details, tally_label
from hub.views.rooted import turned
from hub.views.shelves import graded_words
from hub.views.states import TITLES
from hub.views.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from hub.views.gap_cells import Cell, Reading
    from hub.views.sheet import Sheet, Studio

_READ = {Seen.FULL_TEXT: "", Seen.ABSTRACT: "Abstract only", Seen.SECONDARY: "Second-hand"}


def entries(
    sheet: Sheet, outcome: str, some: Iterable[Reading], *, are_brief: bool = False
) -> Markup:
    """Return summaries as they stand in these lists, each made once.

    In a very long list entries are brief: it is read to choose, and it must load.
    """
    studio, make = sheet.studio, _brief if are_brief else _entry
    kept = studio.gaps.printed
    keys = {(each.summary.id, outcome, are_brief): each for each in some}
    for key, each in keys.items():
        if key not in kept:
            kept[key] = make(studio, each)
    return turned(sheet, map(kept.__getitem__, keys))


def _brief(studio: Studio, reading: Reading) -> Markup:
    summary = reading.summary
    signs = dict.fromkeys(sign(each).words for each in reading.findings)
    state = studio.hub.references[summary.source].state
    facts = (TITLES[state] if state else "", *(signs or [MARKS[Mark.NO_FINDING]]),
             *_facts(studio, reading))  # fmt: skip
    said = " · ".join(filter(None, facts))
    href = addresses.summary(summary.id)
    return studio.piece("gap_entry.html", "brief", href, summary.title, said)


def _entry(studio: Studio, reading: Reading) -> Markup:
    return studio.piece("gap_entry.html", "entry", _values(studio, reading))


def _values(studio: Studio, reading: Reading) -> dict[str, Any]:
    summary = reading.summary
    state = studio.hub.references[summary.source].state
    signs = dict.fromkeys(sign(each) for each in reading.findings)
    return {
        "title": summary.title,
        "href": addresses.summary(summary.id),
        "signs": [(each.direction.value, each.words) for each in signs],
        "none": "" if signs else MARKS[Mark.NO_FINDING],
        "answer": summary.answer,
        "facts": " · ".join(filter(None, _facts(studio, reading))),
        "notice": state.value if state else "",
    }


def _facts(studio: Studio, reading: Reading) -> Iterator[str]:
    summary, hub = reading.summary, studio.hub
    given = [each.certainty for each in reading.findings if each.certainty]
    if reading.findings:
        yield from dict.fromkeys(map(graded_words, given)) if given else ["Certainty not graded"]
    yield hub.label("designs", summary.design)
    yield size(summary)
    issued = hub.references[summary.source].issued
    yield str(issued.year or issued.literal)
    yield _READ[summary.seen]
    papers = 1 + len(studio.kinship.same_people(summary))
    if papers > 1:
        yield f"One of {count(papers)} papers on the same people, counted as one study"
    if reading.is_challenged:
        yield "Challenged by other work"


def counts(cell: Cell) -> list[dict[str, str]]:
    """Return what `gaps.counts` shows of a cell, mark by mark."""
    return [
        {"mark": each.mark.value, "label": tally_label(each), "details": tally_details(each)}
        for each in cell.tallies
    ]


def crumbs(sheet: Sheet, *last: str) -> list[dict[str, str]]:
    """Return the way from the evidence to a page of the map, or to its front."""
    ways = [("Evidence", addresses.EVIDENCE), ("Evidence and gaps", addresses.GAP_MAP)]
    linked = [{"label": label, "href": sheet.url(where)} for label, where in ways]
    return [*linked, *({"label": each} for each in last)] if last else [
        linked[0], {"label": ways[1][0]}
    ]  # fmt: skip

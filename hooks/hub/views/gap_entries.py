"""What the lists behind the gap map have in common: entries, counts, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from hub.model.evidence import Seen
from hub.views import addresses
from hub.views.directions import sign
from hub.views.gap_cells import Mark
from hub.views.gap_words import MARKS, tally_details, tally_label
from hub.views.rooted import turned
from hub.views.shelves import graded_words
from hub.views.states import TITLES
from hub.views.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hub.model.references import WorkState
    from hub.views.gap_cells import Cell, Reading
    from hub.views.sheet import Sheet, Studio

_READ = {Seen.FULL_TEXT: "", Seen.ABSTRACT: "Abstract only", Seen.SECONDARY: "Second-hand"}


def entries(
    sheet: Sheet, outcome: str, some: Sequence[Reading], *, are_brief: bool = False
) -> Markup:
    """Return summaries as they stand in these lists, each made once.

    In a very long list entries are brief: it is read to choose, and it must load.
    """
    studio, make = sheet.studio, _brief if are_brief else _entry
    kept = studio.gaps.printed.setdefault((outcome, are_brief), {})
    for each in some:
        if each.name not in kept:
            kept[each.name] = make(studio, each)
    return turned(sheet, [kept[each.name] for each in some])


def _brief(studio: Studio, reading: Reading) -> Markup:
    told, state = studio.lines.told(reading.summary), _state(studio, reading)
    signs = dict.fromkeys([sign(each).words for each in reading.findings])
    said = [*([TITLES[state]] if state else []), *(signs or [MARKS[Mark.NO_FINDING]])]
    facts = _facts(studio, reading, said)
    return studio.piece("gap_entry.html", "brief", told.href, told.title, facts)


def _entry(studio: Studio, reading: Reading) -> Markup:
    told, state = studio.lines.told(reading.summary), _state(studio, reading)
    signs = dict.fromkeys([sign(each) for each in reading.findings])
    return studio.piece(
        "gap_entry.html", "entry", told.href, told.title,
        [(each.direction.value, each.words) for each in signs],
        "" if signs else MARKS[Mark.NO_FINDING], reading.summary.answer,
        _facts(studio, reading, []), state.value if state else "",
    )  # fmt: skip


def _state(studio: Studio, reading: Reading) -> WorkState | None:
    return studio.hub.references[reading.summary.source].state


def _facts(studio: Studio, reading: Reading, said: list[str]) -> Markup:
    """Return the facts of a reading after what else is `said`."""
    summary = reading.summary
    if reading.findings:
        given = [each.certainty for each in reading.findings if each.certainty]
        said += dict.fromkeys(map(graded_words, given)) if given else ["Certainty not graded"]
    papers = 1 + len(studio.kinship.same_people(summary) if reading.cohort else ())
    same = f"One of {count(papers)} papers on the same people, counted as one study"
    facts = (
        escape(" · ".join(said)),
        studio.lines.told(summary).facts,
        _READ[summary.seen],
        same if papers > 1 else "",
        "Challenged by other work" if reading.is_challenged else "",
    )
    return Markup(" · ".join(filter(None, facts)))  # noqa: S704 - all others are words of ours


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

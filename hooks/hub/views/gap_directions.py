"""What the evidence says altogether, by direction; criticism and gaps stand beside good news."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.model.findings import Direction
from hub.views import addresses
from hub.views.directions import LABELS, tally
from hub.views.gap_cells import Cell, Mark
from hub.views.gap_lists import CRITICISM
from hub.views.gap_words import MARKS
from hub.views.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.views.sheet import Sheet


NOTES = {
    Direction.NO_DIFFERENCE: "worth knowing before money is spent",
    Direction.NOT_ESTIMABLE: "reported in a way that does not tell",
}


def tiles(sheet: Sheet) -> list[dict[str, Any]]:
    """Return the findings by direction, none left out, however few there are."""
    figures = sheet.studio.numbers
    return [
        {"number": count(int(figures[f"findings_{each.value.replace('-', '_')}"])), "label": label,
         "href": sheet.url(addresses.gap_direction(each.value)), "note": NOTES.get(each, "")}
        for each, label in LABELS.items()
    ]  # fmt: skip


def directions(sheet: Sheet) -> list[dict[str, Any]]:
    """Return a row for each direction, none left out, and for what has none or is contested.

    Findings are counted as the records give them; one summary may have several, and bear several
    marks.
    """
    return [*_by_direction(sheet), *_without(sheet), *_criticism(sheet)]


def _by_direction(sheet: Sheet) -> Iterator[dict[str, Any]]:
    everything = sheet.studio.gaps.everything
    findings = tally(finding for each in everything.readings for finding in each.findings)
    tallies = {each.mark: each for each in everything.tallies}
    for direction, label in LABELS.items():
        found = tallies.get(Mark(direction.value))
        yield {
            "mark": direction.value,
            "label": label,
            "href": sheet.url(addresses.browse("direction", direction.value)),
            "findings": count(findings[direction]),
            "summaries": count(found.summaries if found else 0),
            "studies": count(found.studies if found else 0),
        }


def _without(sheet: Sheet) -> Iterator[dict[str, Any]]:
    readings = sheet.studio.gaps.everything.readings
    in_subgroups = Cell(tuple(
        each for each in readings if any(finding.subgroup for finding in each.findings)
    ))  # fmt: skip
    findings = sum(bool(each.subgroup) for one in readings for each in one.findings)
    yield _row(Mark.SUBGROUP_ONLY.value, MARKS[Mark.SUBGROUP_ONLY], "", in_subgroups, findings)
    silent = Cell(tuple(each for each in readings if not each.findings))
    yield _row(Mark.NO_FINDING.value, MARKS[Mark.NO_FINDING], "", silent, 0)


def _criticism(sheet: Sheet) -> Iterator[dict[str, Any]]:
    for name, label in CRITICISM.items():
        cell = sheet.studio.gaps.criticism[name]
        yield _row(name, label, sheet.url(addresses.gap_list(name)), cell, None)


def _row(mark: str, label: str, href: str, cell: Cell, findings: int | None) -> dict[str, Any]:
    return {
        "mark": mark,
        "label": label,
        "href": href,
        "findings": "" if findings is None else count(findings),
        "summaries": count(len(cell.readings)),
        "studies": count(cell.studies),
    }

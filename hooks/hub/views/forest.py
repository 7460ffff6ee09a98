"""Forest plots: figures of one kind on one axis, as they were printed. Nothing is pooled here.

Figures share a picture only if they are of one statistic and one comparison, if the same side is
the better one, and if people did the same kind of thing; differences in points of a scale only
on the same scale. Others stay in the lists: a picture that mixes kinds is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from hub.model.estimates import Side, Statistic
from hub.model.findings import Comparison
from hub.views import addresses, naming
from hub.views.axes import axis_over
from hub.views.designs import REVIEWS
from hub.views.directions import sign
from hub.views.findings import STATISTICS, number_of
from hub.views.plots import WIDTH, label_at
from hub.views.questions import body_of, strand
from hub.views.wording import figure, interval, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from hub.model.estimates import Estimate
    from hub.model.evidence import EvidenceSummary
    from hub.model.findings import Finding
    from hub.views.axes import Axis
    from hub.views.groups import Found
    from hub.views.questions import Strand
    from hub.views.sheet import Sheet

LEFT, RIGHT = 14, 346
"""The ends of the axis."""
HEAD, ROW, FOOT = 30, 48, 30
MARK = 40
"""Where in a row its mark stands, below two lines of words."""
MOST = 40
"""More rows than so many are no picture that anybody can read."""

RATIOS = frozenset({Statistic.RR, Statistic.OR, Statistic.HR})
"""Statistics that stand on a logarithmic axis."""

_NAME, _DETAIL = 30, 58  # letters that fit on a line
_COMPARED = {
    Comparison.BETWEEN_GROUPS: "groups compared",
    Comparison.WITHIN_GROUP: "changes within one group",
    Comparison.ASSOCIATION: "associations",
    Comparison.DESCRIPTION: "as described",
}
_NULLS = {
    Comparison.BETWEEN_GROUPS: "no difference",
    Comparison.WITHIN_GROUP: "no change",
    Comparison.ASSOCIATION: "no association",
    Comparison.DESCRIPTION: "no difference",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What figures must share to stand in one picture."""

    statistic: Statistic
    comparison: Comparison
    favours: Side
    strand: Strand
    measure: str


class Printed(NamedTuple):
    """A figure with its interval, and the value that means no effect."""

    low: Decimal
    value: Decimal
    high: Decimal
    null: Decimal


class Drawn(NamedTuple):
    """A finding with its figure, ready for a row."""

    summary: EvidenceSummary
    finding: Finding
    printed: Printed


def plots_of(found: Iterable[Found]) -> dict[Kind, list[Drawn]]:
    """Return the figures that can be drawn together, two or more, those of one body in a row."""
    kinds: dict[Kind, dict[str, list[Drawn]]] = {}
    for summary, finding in found:
        printed = drawable(finding.estimate) if finding.estimate else None
        kind = _kind(summary, finding) if printed else None
        if printed and kind:
            of_body = kinds.setdefault(kind, {}).setdefault(body_of(summary), [])
            of_body.append(Drawn(summary, finding, printed))
    every = {kind: [*chain.from_iterable(parts.values())] for kind, parts in kinds.items()}
    return {kind: rows for kind, rows in every.items() if len(rows) > 1}


def drawable(estimate: Estimate) -> Printed | None:
    """Return the figure as a row needs it: with an interval, and with a value of no effect."""
    value, ci = estimate.value, estimate.ci
    if value is None or ci is None:
        return None
    null = estimate.statistic.null_value
    if null is None or (estimate.statistic in RATIOS and ci[0] <= 0):
        return None
    return Printed(ci[0], value, ci[1], null)


def _kind(summary: EvidenceSummary, finding: Finding) -> Kind | None:
    """Return the kind of a finding's figure; None where it is not known well enough."""
    estimate = finding.estimate
    if estimate is None or estimate.favours is None:
        return None
    is_in_points = estimate.statistic is Statistic.MD
    if is_in_points and not finding.measure:
        return None
    measure = (finding.measure or "").casefold() if is_in_points else ""
    return Kind(estimate.statistic, finding.comparison, estimate.favours, strand(summary), measure)


def plot(sheet: Sheet, number: int, kind: Kind, drawn: Sequence[Drawn]) -> dict[str, Any]:
    """Return what `plots.forest` shows of figures of one kind; `number` makes ids of it."""
    values = [value for each in drawn for value in each.printed]
    axis = axis_over(values, LEFT, RIGHT, is_log=kind.statistic in RATIOS)
    people, telling = len({body_of(each.summary) for each in drawn}), differing(drawn)
    return {
        "id": f"forest-{number}",
        "title": title(kind, drawn[0].printed.null),
        "width": WIDTH, "bottom": HEAD + ROW * len(drawn), "head": HEAD, "foot": FOOT,
        "left": LEFT, "right": RIGHT,
        "null": axis.at(drawn[0].printed.null),
        "null_words": _NULLS[kind.comparison],
        "is_lower_better": kind.favours is Side.LOWER,
        "is_log": axis.is_log,
        "ticks": [_tick(axis, each) for each in axis.ticks],
        "rows": [_row(sheet, axis, place, each, telling) for place, each in enumerate(drawn)],
        "figures": plural(len(drawn), "figure"),
        "people": plural(people, "body of evidence", "bodies of evidence"),
        "is_one_body": people == 1,
        "has_subgroups": any(each.finding.subgroup for each in drawn),
        "has_pooled": any(each.summary.design in REVIEWS for each in drawn),
    }  # fmt: skip


def title(kind: Kind, null: Decimal) -> str:
    """Return what a picture shows, and on which side is better."""
    name = STATISTICS[kind.statistic]
    many = name if kind.statistic is Statistic.D else f"{name}s"
    scale = f" on one scale ({kind.measure})" if kind.measure else ""
    side = "below" if kind.favours is Side.LOWER else "above"
    return f"{many}{scale}, {_COMPARED[kind.comparison]}: {side} {null} is favourable"


def _tick(axis: Axis, value: Decimal) -> dict[str, Any]:
    """Return a value named on the axis; its label stays inside the picture."""
    at, label = axis.at(value), figure(format(value.normalize(), "f"))
    return {"x": at, "label": label, "label_x": label_at(at, label)}


def differing(drawn: Sequence[Drawn]) -> tuple[int, ...]:
    """Return which of the facts that `_told` gives tell the rows of a picture from each other."""
    columns = [*zip(*(_told(each.finding) for each in drawn), strict=True)]
    return tuple(place for place, each in enumerate(columns) if len(set(each)) > 1)


def _told(finding: Finding) -> tuple[str, str, str, str]:
    """Return for whom a figure holds, of what it is, when, and what else was printed."""
    note = finding.estimate.note if finding.estimate else None
    return (
        f"Subgroup: {finding.subgroup}" if finding.subgroup else "",
        finding.measure or "",
        finding.time_point or "",
        (note or "").rstrip("."),
    )


def _row(
    sheet: Sheet, axis: Axis, place: int, drawn: Drawn, telling: Sequence[int]
) -> dict[str, Any]:
    summary, finding, (low, value, high, _) = drawn
    work = sheet.studio.hub.references[summary.source]
    anchor = f"#finding-{number_of(summary, finding)}"
    told = _told(finding)
    short = [each for number, each in enumerate(told) if number in (telling or range(len(told)))]
    return {
        "top": HEAD + ROW * place,
        "y": HEAD + ROW * place + MARK,
        "low": axis.at(low), "x": axis.at(value), "high": axis.at(high),
        "name": cut(naming.byline(work), _NAME),
        "detail": cut("; ".join(filter(None, short)), _DETAIL),
        "byline": naming.byline(work),
        "told": "; ".join(filter(None, told)),
        "value": figure(value), "interval": interval((low, high)),
        "is_subgroup": bool(finding.subgroup),
        "is_pooled": summary.design in REVIEWS,
        "direction": sign(finding),
        "href": sheet.url(addresses.summary(summary.id) + anchor),
    }  # fmt: skip


def cut(text: str, letters: int) -> str:
    """Return a text that fits on a line: what is too long ends with "…"."""
    return text if len(text) <= letters else text[: letters - 1].rstrip(" ,;") + "…"

"""The works that are summed up, by the year in which they came out: three small pictures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from hub.page import Page
from hub.views import addresses, assets
from hub.views.designs import Family, family
from hub.views.plots import STYLE, WIDTH, label_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hub.views.sheet import Sheet, Studio

KIND = "over-time"
"""The kind of this page."""

LEFT, RIGHT, TALL = 26, 352, 84
"""The ends of the axis, and how tall the tallest bar is."""
_MOST_BARS = 40
_SPANS = (1, 2, 5, 10, 20, 50, 100, 1000)
"""Years that a bar may stand for."""


def over_time_page(studio: Studio) -> Page:
    """Return the page of works over time."""
    sheet = studio.sheet(addresses.OVER_TIME)
    html = sheet.render("over_time.html", **_values(sheet))
    return Page(
        address=sheet.address,
        kind=KIND,
        title="Evidence over time",
        description="The works that are summed up here, by year and by design.",
        html=html,
        section="evidence",
        head=assets.head(sheet, STYLE),
    )


def _values(sheet: Sheet) -> dict[str, Any]:
    hub, counted, undated = sheet.studio.hub, Counter[tuple[Family, int]](), 0
    for summary in sheet.studio.groups.summaries:
        year = hub.references[summary.source].issued.year
        if year:
            counted[family(hub, summary.design), year] += 1
        else:
            undated += 1
    spans = spans_of([year for _, year in counted])
    numbers = {
        kind: [sum(counted[kind, year] for year in range(first, last + 1)) for first, last in spans]
        for kind in Family
    }
    most = max(map(max, numbers.values())) if spans else 0
    labels = [str(first) if first == last else f"{first} to {last}" for first, last in spans]
    return {
        "crumbs": [{"label": "Evidence", "href": sheet.url(addresses.EVIDENCE)},
                   {"label": "Over time"}],
        "families": [each.value for each in Family],
        "rows": [*zip(labels, zip(*numbers.values(), strict=True), strict=True)],
        "totals": [*map(sum, numbers.values())],
        "undated": undated,
        "pictures": [picture(each, labels, most) for each in numbers.values()] if spans else [],
    }  # fmt: skip


def spans_of(years: Sequence[int]) -> list[tuple[int, int]]:
    """Return the spans of years that have a bar each: single years, while they fit on a phone."""
    if not years:
        return []
    for span in _SPANS:
        first = min(years) // span * span
        starts = range(first, max(years) + 1, span)
        if len(starts) <= _MOST_BARS:
            return [(start, start + span - 1) for start in starts]
    raise ValueError(years)


def picture(numbers: Sequence[int], labels: Sequence[str], most: int) -> dict[str, Any]:
    """Return one picture, a bar for each number; `most` is the tallest of all pictures.

    All share one scale, so that they can be compared. The first, the middle and the last bar have
    their labels below them.
    """
    step = (RIGHT - LEFT) / len(numbers)
    bars = [
        {"x": round(LEFT + place * step + 1, 1), "width": round(step - 2, 1),
         "y": round(TALL - number / most * TALL, 1), "height": round(number / most * TALL, 1)}
        for place, number in enumerate(numbers)
        if number
    ]  # fmt: skip
    named = sorted({0, len(numbers) // 2, len(numbers) - 1})
    return {
        "bars": bars, "most": most, "left": LEFT, "right": RIGHT, "tall": TALL, "width": WIDTH,
        "years": [
            {"x": label_at(LEFT + (place + 0.5) * step, labels[place]), "label": labels[place]}
            for place in named
        ],
    }  # fmt: skip

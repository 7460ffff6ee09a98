"""Harvest plots: a bar for each body of evidence, by what it says and what its design can show.

After Ogilvie and others (2008): columns are directions, and the height of a bar is the design.
What compares groups stands in a row of its own. Findings for subgroups are not drawn.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from hub.model.findings import Comparison, Direction
from hub.views import addresses, naming
from hub.views.designs import HEIGHTS, height
from hub.views.directions import LABELS, words_for
from hub.views.plots import WIDTH
from hub.views.questions import Strand, bodies, strand, verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hub.views.groups import Found
    from hub.views.questions import Bodies, Question
    from hub.views.sheet import Sheet

COLUMN, BAR, GAP = 72, 18, 4
"""Five columns on a phone; a bar has room for its number."""
UNIT, LINE, HEAD, BAND = 14, 62, 40, 26
"""How tall a step of a bar, a line of bars, the head, and the name of a row of the plot are."""
MOST = 60
"""More bars than so many are no picture that anybody can read."""

_A_LINE = (COLUMN - GAP) // (BAR + GAP)
_BANDS = (
    ("Groups compared", (Comparison.BETWEEN_GROUPS,)),
    ("Other findings: they cannot show an effect",
     (Comparison.WITHIN_GROUP, Comparison.ASSOCIATION, Comparison.DESCRIPTION)),
)  # fmt: skip
_WORDS = {
    Direction.BENEFIT: ("Benefit",),
    Direction.NO_DIFFERENCE: ("No", "difference"),
    Direction.MIXED: ("Mixed",),
    Direction.HARM: ("Harm",),
    Direction.NOT_ESTIMABLE: ("Cannot", "tell"),
}


def harvest(sheet: Sheet, question: Question) -> dict[str, Any]:
    """Return what `plots.harvest` shows of a question; nothing if it is none or too many bars."""
    if sum(question.verdicts.values()) > MOST:
        return {}
    found = [
        (name, bodies(chain.from_iterable(map(question.overall, kinds)))) for name, kinds in _BANDS
    ]
    if not 1 < sum(len(some) for _, some in found) <= MOST:
        return {}
    bands = [(name, _bars(sheet, some)) for name, some in found]
    bars = [bar for _, some in bands for bar in some]
    for number, bar in enumerate(bars, start=1):
        bar["number"] = number
    top, drawn = HEAD, list[dict[str, Any]]()
    for name, some in bands:
        if some:
            lines = _place(some, top + BAND)
            drawn.append(
                {
                    "name": name,
                    "y": top + BAND - 9,
                    "bars": some,
                    "floors": [top + BAND + LINE * each for each in range(1, lines + 1)],
                }
            )
            top += BAND + LINE * lines
    return {
        "width": WIDTH, "height": top + 8, "bands": drawn, "bars": bars,
        "columns": [{"x": COLUMN * place + COLUMN // 2, "words": _WORDS[each]}
                    for place, each in enumerate(LABELS)],
        "rules": [COLUMN * place for place in range(1, len(LABELS))],
        "heights": HEIGHTS,
        "has_therapy": any(bar["is_therapy"] for bar in bars),
    }  # fmt: skip


def _bars(sheet: Sheet, found: Bodies) -> list[dict[str, Any]]:
    """Return a bar for each body of evidence, in the order of directions, the tallest first."""
    order = [*LABELS]
    bars = [_bar(sheet, body) for body in found.values()]
    return sorted(bars, key=lambda bar: (order.index(bar["direction"]), -bar["steps"]))


def _bar(sheet: Sheet, body: Sequence[Found]) -> dict[str, Any]:
    """Return the bar of a body of evidence; of several papers it has the strongest design."""
    hub = sheet.studio.hub
    papers = {summary.id: summary for summary, _ in body}.values()
    direction = verdict([finding for _, finding in body])
    kinds = {finding.comparison for _, finding in body}
    steps, first = max(
        ((height(hub, each.design), each) for each in papers), key=lambda found: found[0]
    )
    first_paper, *others = [
        {"label": naming.byline(hub.references[each.source]),
         "href": sheet.url(addresses.summary(each.id))}
        for each in papers
    ]  # fmt: skip
    return {
        "direction": direction.value,
        "words": words_for(direction, kinds.pop()) if len(kinds) == 1 else LABELS[direction],
        "steps": steps,
        "is_therapy": strand(first) is Strand.THERAPY,
        "strand": strand(first).value,
        "design": hub.label("designs", first.design),
        **first_paper,
        "others": others,
    }


def _place(bars: Sequence[dict[str, Any]], top: int) -> int:
    """Give each bar its place below `top`; return how many lines of bars there are."""
    columns = {each: place for place, each in enumerate(LABELS)}
    filled = dict.fromkeys(LABELS, 0)
    for bar in bars:
        line, slot = divmod(filled[bar["direction"]], _A_LINE)
        filled[bar["direction"]] += 1
        tall = UNIT * bar["steps"]
        bar["x"] = COLUMN * columns[bar["direction"]] + GAP + slot * (BAR + GAP)
        bar["y"] = top + LINE * (line + 1) - tall
        bar["width"], bar["height"] = BAR, tall
        bar["middle"] = str(bar["x"] + BAR / 2)
    return -(-max(filled.values()) // _A_LINE)

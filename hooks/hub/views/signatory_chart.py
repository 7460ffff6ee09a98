"""How many had signed when: the figures of a chart, and where its columns stand.

A column is as high as the number whose signature stood at the end of the period; what was signed
within it is drawn darker. The table beside the chart says the same in numbers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.views.wording import MONTHS, count, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from hub.model.signatories import Signatory

WIDTH, HEIGHT = 640, 240
"""The picture without the labels below it."""
_TOP, _LEFT = 24, 4
_GAP = 0.28
"""The part of a column's room that stays empty."""
_WIDEST = 72
_MOST = 18
"""Columns, at most, as long as a longer period makes fewer."""
_MONTH, _QUARTER, _YEAR = 1, 3, 12


@dataclass(frozen=True, slots=True)
class Period:
    """A month, a quarter or a year: who signed and withdrew in it, and how many stood at its end.

    `short` is the label under the column.
    """

    label: str
    short: str
    signed: int
    withdrawn: int
    standing: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the chart, in units of its view box; `new` is the height of the darker part."""

    period: Period
    x: float
    y: float
    width: float
    height: float
    new: float

    @property
    def middle(self) -> float:
        """Where the labels stand."""
        return round(self.x + self.width / 2, 1)


def periods(signatories: Iterable[Signatory]) -> tuple[Period, ...]:
    """Return the periods from the first known date of signing to the last that anything is known.

    Who signed on an unknown day is in none of them.
    """
    dated = [(first, each.withdrawn) for each in signatories if (first := each.first_signed)]
    signed = [_month(first) for first, _ in dated]
    gone = [_month(withdrawn.on) for _, withdrawn in dated if withdrawn]
    if not signed:
        return ()
    months = signed + gone
    step = next((each for each in (_MONTH, _QUARTER) if _length(months, each) <= _MOST), _YEAR)
    came, went = (Counter(month // step for month in some) for some in (signed, gone))
    found, standing = list[Period](), 0
    for each in range(min(months) // step, max(months) // step + 1):
        standing += came[each] - went[each]
        found.append(Period(*_labels(each, step), came[each], went[each], standing))
    return tuple(found)


def columns(found: Sequence[Period]) -> tuple[Column, ...]:
    """Return the columns for some periods; heights are in proportion to the numbers."""
    if not found:
        return ()
    highest = max(1, *(each.standing for each in found))
    room, scale = (WIDTH - 2 * _LEFT) / len(found), (HEIGHT - _TOP) / highest
    width = min(room * (1 - _GAP), _WIDEST)
    return tuple(
        Column(
            each, round(_LEFT + room * (at + 0.5) - width / 2, 1),
            round(HEIGHT - each.standing * scale, 1), round(width, 1),
            round(each.standing * scale, 1), round(min(each.signed, each.standing) * scale, 1),
        )
        for at, each in enumerate(found)
    )  # fmt: skip


def told(found: Sequence[Period]) -> str:
    """Return the chart in a sentence; "" where there is nothing to draw."""
    if not found:
        return ""
    first, last = found[0], found[-1]
    if first is last:
        return f"{count(first.signed)} signed in {first.label}."
    return (
        f"{plural(first.standing, 'signature')} stood at the end of {first.label}, and "
        f"{count(last.standing)} at the end of {last.label}."
    )


def _month(when: date) -> int:
    return when.year * _YEAR + when.month - 1


def _length(months: Sequence[int], step: int) -> int:
    return max(months) // step - min(months) // step + 1


def _labels(number: int, step: int) -> tuple[str, str]:
    """Return what a period is called, in full and in short."""
    year, month = divmod(number * step, _YEAR)
    if step == _YEAR:
        return str(year), str(year)
    first, last = MONTHS[month], MONTHS[month + step - 1]
    full = first if step == _MONTH else f"{first} to {last}"
    return f"{full} {year}", f"{first[:3]} {year % 100:02}"

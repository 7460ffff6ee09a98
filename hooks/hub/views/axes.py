"""Axes of pictures: where a value stands, and which values are named; even steps, or logarithms."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from math import ceil, floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_TICKS = 6
"""As many numbers stand below an axis on the screen of a phone."""
_MARGIN = 0.06  # of the axis, beyond the outermost value at each end
_LEAST = 0.01  # a margin of a logarithmic axis: values may differ by next to nothing
_NARROW = 4  # a logarithmic axis whose ends are not so many times apart has even steps


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from `left` to `right` (units of the picture), and the values named below it."""

    left: float
    right: float
    low: float
    high: float
    is_log: bool
    ticks: tuple[Decimal, ...]

    def at(self, value: Decimal) -> float:
        """Return where a value stands, rounded to a tenth of a unit."""
        share = (_measure(value, is_log=self.is_log) - self.low) / (self.high - self.low)
        return round(self.left + share * (self.right - self.left), 1)


def axis_over(values: Iterable[Decimal], left: float, right: float, *, is_log: bool) -> Axis:
    """Return an axis on which all values have room; on a logarithmic one all are above nothing."""
    every = sorted(values)
    first, last = (_measure(each, is_log=is_log) for each in (every[0], every[-1]))
    margin = max((last - first) * _MARGIN, _LEAST) if is_log else (last - first) * _MARGIN or 1
    low, high = first - margin, last + margin
    names = _log_ticks(low, high) if is_log else _ticks(low, high)
    return Axis(left, right, low, high, is_log, tuple(names))


def _measure(value: Decimal, *, is_log: bool) -> float:
    return float(value.log10()) if is_log else float(value)


def _ticks(low: float, high: float) -> list[Decimal]:
    """Return multiples of 1, 2 or 5 times a power of ten: the closest that are not too many."""
    power = floor(log10((high - low) / MOST_TICKS))
    for exponent in count(power):
        for mantissa in (1, 2, 5):
            step = Decimal(mantissa).scaleb(exponent)
            first, last = ceil(low / float(step)), floor(high / float(step))
            if last - first < MOST_TICKS:
                return [each * step for each in range(first, last + 1)]
    raise AssertionError  # count() does not end


def _log_ticks(low: float, high: float) -> list[Decimal]:
    """Return values for an axis between two powers of ten: the closest that are not too many."""
    if 10 ** (high - low) < _NARROW:
        return _ticks(10**low, 10**high)
    for ladder in _ladders(floor(low), ceil(high)):
        inside = [each for each in ladder if low <= float(each.log10()) <= high]
        if len(inside) <= MOST_TICKS:
            return inside
    raise AssertionError  # _ladders does not end


def _ladders(first: int, last: int) -> Iterator[Sequence[Decimal]]:
    """Yield values from 10 to the power `first` on, fewer and fewer; one is always among them."""
    for mantissas in (("1", "1.5", "2", "3", "5", "7"), ("1", "2", "5"), ("1", "3")):
        yield [Decimal(m).scaleb(power) for power in range(first, last + 1) for m in mantissas]
    for step in count(1):
        yield [Decimal(1).scaleb(power) for power in range(first, last + 1) if power % step == 0]

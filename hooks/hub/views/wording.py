"""Dates, numbers and figures as readers see them: 5 July 2018, 1,165, −0.98."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@lru_cache(10_000)
def day(when: date | str) -> str:
    """Return a date, or a partial one (2018-07, 2018), in words: 5 July 2018, July 2018, 2018."""
    year, *rest = (int(part) for part in str(when).split("-"))
    words = [MONTHS[rest[0] - 1]] if rest else []
    return " ".join([*(str(part) for part in rest[1:]), *words, str(year)])


def count(number: int) -> str:
    """Return a whole number with its thousands set apart: 1,165."""
    return f"{number:,}"


def figure(value: Decimal | str) -> str:
    """Return a figure with the digits it was printed with and a true minus sign: −0.98."""
    return str(value).replace("-", "−")


def interval(limits: tuple[Decimal, Decimal]) -> str:
    """Return an interval in words, which a minus sign cannot make ambiguous: −1.69 to −0.27."""
    return f"{figure(limits[0])} to {figure(limits[1])}"


def plural(number: int, singular: str, many: str = "") -> str:
    """Return a number with its noun: 1 finding, 1,165 findings."""
    return f"{count(number)} {singular if number == 1 else many or singular + 's'}"


def listed(words: tuple[str, ...] | list[str], last: str = "and") -> str:
    """Return words as a list in a sentence: singing, dance and drama."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


FILTERS = {"day": day, "count": count, "figure": figure, "interval": interval, "plural": plural,
           "listed": listed}  # fmt: skip
"""The names under which templates know these."""

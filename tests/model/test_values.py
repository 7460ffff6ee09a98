"""The values of fields: what thousands of records say is kept once."""

from datetime import date
from decimal import Decimal

from pydantic import TypeAdapter

from hub.model.values import Day, Number

NUMBERS, DAYS = TypeAdapter(Number), TypeAdapter(Day)


def test_equal_texts_share_a_number() -> None:
    """A number keeps the digits it was printed with, and takes its place in memory once."""
    one, same, other = map(NUMBERS.validate_python, ("0.70", "0.70", "0.7"))

    assert one is same
    assert ("0.70", "0.7", Decimal("0.7")) == (str(one), str(other), one)


def test_equal_texts_share_a_day() -> None:
    """Most records were looked at on the same few days."""
    one, same = map(DAYS.validate_python, ("2026-01-15", "2026-01-15"))

    assert one is same
    assert date(2026, 1, 15) == one

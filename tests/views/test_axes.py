"""Axes: every value has its place inside, greater ones further right, and few have a name."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.views.axes import MOST_TICKS, axis_over

DIFFERENCES = st.lists(st.decimals(-(10**6), 10**6, places=3), min_size=1, max_size=20)
RATIOS = st.lists(st.decimals("0.001", 10**6, places=3), min_size=1, max_size=20)


def named(*values: str, is_log: bool = False) -> str:
    """Return the values named on an axis."""
    axis = axis_over([Decimal(each) for each in values], 0, 100, is_log=is_log)
    return " ".join(format(each.normalize(), "f") for each in axis.ticks)


@given(DIFFERENCES)
def test_differences_stand_inside_in_their_order(values: list[Decimal]) -> None:
    """Whatever the values, no effect among them."""
    check([*values, Decimal(0)], is_log=False)


@given(RATIOS)
def test_ratios_stand_inside_in_their_order(values: list[Decimal]) -> None:
    """Whatever the values, no effect among them."""
    check([*values, Decimal(1)], is_log=True)


def check(values: list[Decimal], *, is_log: bool) -> None:
    """Values and names stand inside and in order; a value between has its share of the way."""
    axis = axis_over(values, 14, 346, is_log=is_log)
    places = [axis.at(each) for each in sorted(values)]
    names = [axis.at(each) for each in axis.ticks]

    assert sorted(places) == places
    assert sorted(set(axis.ticks)) == list(axis.ticks)
    assert all(14 <= each <= 346 for each in (*places, *names))
    assert 1 <= len(axis.ticks) <= MOST_TICKS


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (("0", "4.77"), "0 1 2 3 4 5"),
        (("-0.98", "0"), "-1 -0.8 -0.6 -0.4 -0.2 0"),
        (("-1298", "0"), "-1000 -500 0"),
        (("0",), "-1 -0.5 0 0.5 1"),
    ],
)
def test_a_straight_axis_has_round_steps(values: tuple[str, ...], names: str) -> None:
    """Ones, twos and fives, as close as they fit on a phone."""
    assert names == named(*values)


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (("0.59", "1"), "0.6 0.7 0.8 0.9 1"),
        (("0.5", "1", "8"), "0.5 1 2 5"),
        (("0.01", "1", "100"), "0.01 0.1 1 10 100"),
        (("0.000001", "1", "1000000"), "0.000001 0.001 1 1000 1000000"),
    ],
)
def test_a_logarithmic_axis_has_round_values(values: tuple[str, ...], names: str) -> None:
    """The wider it is, the fewer; where it is narrow, even steps."""
    assert names == named(*values, is_log=True)


def test_a_half_is_as_far_from_one_as_two() -> None:
    """That is what the logarithm is for."""
    axis = axis_over([Decimal("0.5"), Decimal(2)], 0, 100, is_log=True)

    assert pytest.approx(50) == axis.at(Decimal(1))

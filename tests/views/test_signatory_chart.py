"""The chart of signatures: periods add up, and columns are as high as their numbers."""

from collections import Counter
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hub.model.signatories import Signatory
from hub.views.signatory_chart import HEIGHT, WIDTH, columns, periods, told
from tests.views.small_concordat import signatory, signed

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
ACTS = st.lists(st.tuples(DAYS, st.none() | DAYS), min_size=1, max_size=40)


def signatories(*acts: tuple[date, date | None]) -> list[Signatory]:
    """Return those who signed on a day, and perhaps withdrew on another, not before."""
    return [
        signatory(
            "midwater", signed(signed=first.isoformat()),
            withdrawn={"on": max(first, gone).isoformat()} if gone else None,
        )
        for first, gone in acts
    ]  # fmt: skip


@given(ACTS)
def test_periods_hold_everybody_once(acts: list[tuple[date, date | None]]) -> None:
    """What was signed less what was taken back stands at the end, from each period to the next."""
    found = periods(signatories(*acts))
    gone = sum(1 for _, each in acts if each)

    assert (len(acts), gone) == (
        sum(each.signed for each in found), sum(each.withdrawn for each in found)
    )  # fmt: skip
    assert len(acts) - gone == found[-1].standing
    assert all(
        after.standing == before.standing + after.signed - after.withdrawn
        for before, after in pairwise(found)
    )


@given(ACTS)
def test_columns_stand_in_the_picture(acts: list[tuple[date, date | None]]) -> None:
    """No column leaves the picture or covers another, and heights are as the numbers."""
    found = columns(periods(signatories(*acts)))

    assert all(
        0 <= each.x and each.x + each.width <= WIDTH and 0 <= each.new <= each.height <= HEIGHT
        for each in found
    )
    assert all(one.x + one.width < other.x for one, other in pairwise(found))
    assert all(
        each.height * other.period.standing - other.height * each.period.standing < 20
        for each, other in pairwise(found)
    )


def test_a_short_time_is_told_by_months_and_a_long_one_by_years() -> None:
    """Months, quarters or years: as fine as fits the picture."""
    spans = [
        (date(2021, 11, 3), end) for end in (date(2022, 1, 9), date(2025, 1, 9), date(2031, 1, 9))
    ]
    labels = [
        [each.label for each in periods(signatories(*((day, None) for day in span)))][:2]
        for span in spans
    ]

    assert [
        ["November 2021", "December 2021"],
        ["October to December 2021", "January to March 2022"],
        ["2021", "2022"],
    ] == labels


def test_years_are_counted_as_a_reader_would() -> None:
    """The number of a year is that of the dates that begin with it."""
    days = [date(2001 + 2 * each, 5, 1) for each in range(12)] + [date(2003, 1, 1)]
    expected = Counter(str(each.year) for each in days)
    found = periods(signatories(*((day, None) for day in days)))

    assert expected == {each.label: each.signed for each in found if each.signed}


def test_who_signed_on_an_unknown_day_is_left_out() -> None:
    """There is nothing to draw where no day is known."""
    record = signatory("midwater", signed(date_unknown="Nobody knows."))

    assert ((), (), "") == (periods([record]), columns(()), told(()))


def test_the_picture_is_told_in_a_sentence() -> None:
    """The first and the last number; one period alone is told as it is."""
    early, late = (date(2021, 1, 5), None), (date(2021, 2, 5), date(2021, 3, 5))

    assert (
        "1 signature stood at the end of January 2021, and 1 at the end of March 2021."
    ) == told(periods(signatories(early, late)))
    assert "1 signed in January 2021." == told(periods(signatories(early)))

"""Dates as people write them are understood, unless they could be two days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.model.dates import as_iso


@pytest.mark.parametrize(
    "text",
    ["1 March 2026", "1st March 2026", "1 Mar 2026", "March 1, 2026", "Mar. 1st, 2026", "2026-3-1",
     "2026/03/01", "1st of March, 2026", " 1 march 2026 "],
)  # fmt: skip
def test_a_day_in_words_is_a_day(text: str) -> None:
    """In whichever order, with a month in letters or the year first."""
    assert "2026-03-01" == as_iso(text)


@pytest.mark.parametrize(
    "text",
    ["3/4/2026", "spring 2026", "March 2026", "30 February 2026", "2026", "1 Ma 2026", "1/13/2026",
     "1 Mayor 2026", ""],
)  # fmt: skip
def test_what_is_no_day_or_could_be_two_is_left_alone(text: str) -> None:
    """Nothing is guessed: the writer is asked."""
    assert "" == as_iso(text)


FORMS = ["%d %B %Y", "%B %d, %Y", "%Y/%m/%d", "%d-%b-%Y"]


@given(st.dates(date(1000, 1, 1)), st.sampled_from(FORMS))
def test_every_day_is_found_again(day: date, form: str) -> None:
    """What the calendar writes is read back."""
    assert day.isoformat() == as_iso(day.strftime(form))


@given(st.dates(date(1000, 1, 1)))
def test_figures_are_read_only_when_they_can_be_read_in_one_way(day: date) -> None:
    """Day and month may be told apart by a number above twelve, or be the same."""
    is_plain = day.day > 12 or day.day == day.month

    assert (day.isoformat() if is_plain else "") == as_iso(day.strftime("%d/%m/%Y"))


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_none(text: str) -> None:
    """No text breaks the reading, and what comes out is a date."""
    found = as_iso(text)

    assert found == "" or date.fromisoformat(found).isoformat() == found

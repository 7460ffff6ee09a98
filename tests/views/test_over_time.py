"""Works over time: counted by year and design, drawn to one scale."""

import re

import pytest

from hub.views.over_time import LEFT, RIGHT, TALL, over_time_page, picture, spans_of
from tests.views.small_hub import studio_of, summary, vocabulary, work

DESIGNS = vocabulary("designs", rct="Trial", meta_analysis="Meta-analysis", cohort="Cohort")


def words(html: str) -> str:
    """Return what a reader sees, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("years", "number", "first", "last"),
    [
        ([2018], 1, (2018, 2018), (2018, 2018)),
        ([2010, 2018, 2012], 9, (2010, 2010), (2018, 2018)),
        ([1961, 2018], 30, (1960, 1961), (2018, 2019)),
        ([1850, 2018], 34, (1850, 1854), (2015, 2019)),
        ([30, 2018], 21, (0, 99), (2000, 2099)),
        ([], 0, None, None),
    ],
)
def test_a_bar_is_a_year_while_years_fit(
    years: list[int], number: int, first: tuple[int, int] | None, last: tuple[int, int] | None
) -> None:
    """Else it is two, five, ten: never more than forty bars."""
    spans = spans_of(years)

    assert (number, first, last) == (
        len(spans), spans[0] if spans else None, spans[-1] if spans else None
    )  # fmt: skip


def test_works_are_counted_by_year_and_design() -> None:
    """The table has years with works alone, and says how many have no year."""
    given = [("rct", 2018), ("rct", 2018), ("meta-analysis", 2020), ("cohort", 2020), ("rct", None)]
    records = [
        record
        for number, (design, year) in enumerate(given)
        for record in (
            work(f"k{number}", issued={"year": year} if year else {}),
            summary(f"s{number}", f"k{number}", design=design),
        )
    ]
    said = words(over_time_page(studio_of(DESIGNS, *records)).html)

    assert "1 work without a year is not shown." in said
    assert "2018 0 2 0 2020 1 0 1 All 1 2 1" in said


def test_a_hub_without_summaries_has_no_pictures() -> None:
    """It says so."""
    page = over_time_page(studio_of(DESIGNS))

    assert "No summary has been added yet" in page.html
    assert "<svg" not in page.html


def test_bars_stand_inside_and_share_one_scale() -> None:
    """A bar of half as many is half as tall, in whichever picture."""
    made = picture([4, 0, 2], ["2018", "2019", "2020"], 4)
    (tall, low) = made["bars"]

    assert (TALL, TALL / 2) == (tall["height"], low["height"])
    assert LEFT <= tall["x"] < tall["x"] + tall["width"] <= low["x"]
    assert low["x"] + low["width"] <= RIGHT
    assert [TALL, TALL] == [each["y"] + each["height"] for each in made["bars"]]

"""Reviews that are due: a calendar of them, and what a page says when one is late."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from hub.page import Order
from hub.views.inputs import Inputs
from hub.views.reviews_due import calendar_documents, is_stale
from hub.views.settings import Settings
from hub.views.summaries import SUMMARY, summary_page
from tests.views.small_hub import hub_of, studio_of, summary, vocabulary, work

DUE = {"on": "2026-02-03", "by": "an editor", "next": "2027-02-03"}
HUB = (
    work("w1"), work("w2"), work("w3"), vocabulary("designs", rct="Trial"),
    summary("late", "w1", reviewed={**DUE, "next": "2028-01-01"}),
    summary("soon", "w2", reviewed=DUE), summary("free", "w3"),
)  # fmt: skip
NOTICE = 'data-hub-due="2027-02-03" hidden>'


@pytest.mark.parametrize(
    ("built", "expected"),
    [(None, False), (date(2027, 2, 3), False), (date(2027, 2, 4), True)],
    ids=["not told", "the day itself", "the day after"],
)
def test_a_summary_is_stale_after_its_review_was_due(
    built: date | None,
    expected: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """By the date that the build was told, and no other; a page without a date never is."""
    _, _, _, _, _, soon, free = HUB
    page = summary_page(studio_of(*HUB), soon, Settings(built=built))

    assert expected is is_stale(soon, built)
    assert expected is not (NOTICE in page.html)
    assert not is_stale(free, built)


def test_only_what_changes_on_a_page_is_in_its_key() -> None:
    """A build of another day takes the page over, until the review is overdue."""
    studio, order = studio_of(*HUB), Order("evidence/summaries/soon/", SUMMARY, "soon")
    keys = {
        day: Inputs(studio, replace(Settings(), built=date.fromisoformat(day)))(order)
        for day in ("2026-05-05", "2027-02-03", "2027-02-04", "2029-09-09")
    }

    assert keys["2026-05-05"] == keys["2027-02-03"] != keys["2027-02-04"] == keys["2029-09-09"]


def test_the_calendar_holds_every_review_that_is_planned() -> None:
    """By their days, with the address of the page and a name that stays the same."""
    settings = Settings(site_url="https://hub.example/h/")
    (document,) = calendar_documents(hub_of(*HUB), settings)
    read: Any = Calendar.from_ical(document.content)

    assert "evidence/reviews.ics" == document.path
    assert [
        ("review-soon@hub.example", date(2027, 2, 3), date(2026, 2, 3),
         "https://hub.example/h/evidence/summaries/soon/"),
        ("review-late@hub.example", date(2028, 1, 1), date(2026, 2, 3),
         "https://hub.example/h/evidence/summaries/late/"),
    ] == [
        (each["UID"], each["DTSTART"].dt, each["DTSTAMP"].dt.date(), each["URL"])
        for each in read.walk("VEVENT")
    ]  # fmt: skip


def test_without_planned_reviews_there_is_no_calendar() -> None:
    """An empty calendar would promise what nobody has planned."""
    assert [] == [*calendar_documents(hub_of(work("w3"), summary("free", "w3")), Settings())]

"""A review that is overdue by the reader's own calendar is said at the top of the page."""

import pytest

from tests.e2e.browser import PageAt

SUMMARY = "evidence/summaries/singing-postnatal-depression-trial/"
"""Its review is due on 21 November 2027."""
OVERDUE = "A new look is overdue"


@pytest.mark.parametrize(
    ("now", "expected"),
    [("2027-11-21T20:00:00Z", False), ("2027-11-22T01:00:00Z", True)],
    ids=["on the day", "the day after"],
)
def test_a_page_that_was_made_in_time_tells_when_its_review_is_overdue(
    hub_url: str,
    page_at: PageAt,
    now: str,
    expected: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """Nothing has to be built again for it."""
    page = page_at(hub_url + SUMMARY).page
    page.clock.set_fixed_time(now)
    page.reload()

    assert expected is page.get_by_text(OVERDUE).is_visible()


def test_without_scripts_a_page_still_tells_when_it_is_due(hub_url: str, page_at: PageAt) -> None:
    """The day stands with the facts of the work; what may not be so yet stays hidden."""
    page = page_at(hub_url + SUMMARY, scripts=False).page

    assert page.get_by_text("21 November 2027", exact=True).is_visible()
    assert not page.get_by_text(OVERDUE).is_visible()

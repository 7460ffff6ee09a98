"""A page of any kind fits a small phone, and keeps to itself."""

from tests.e2e.browser import PageAt
from tests.e2e.kinds import every_kind, open_all


@every_kind
def test_page_fits_and_keeps_to_itself(hub_url: str, page_at: PageAt, address: str) -> None:
    """At 320 pixels nothing but a table scrolls sideways; no other host is asked, no error made."""
    visit = page_at(hub_url + address, width=320)
    open_all(visit.page)

    assert 320 == visit.page.evaluate("document.documentElement.scrollWidth")
    assert ([], []) == (visit.outside_requests, visit.errors)

"""A page of any kind can be read without JavaScript."""

from urllib.parse import urljoin

from tests.e2e.browser import PageAt
from tests.e2e.kinds import every_kind


@every_kind
def test_page_needs_no_javascript(hub_url: str, page_at: PageAt, address: str) -> None:
    """Without JavaScript the heading, the sections and the way to the evidence are there."""
    page = page_at(hub_url + address, scripts=False).page
    search = page.get_by_role("banner").get_by_role("link", name="Search")

    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("navigation", name="Sections").is_visible()
    assert f"{hub_url}evidence/" == urljoin(page.url, search.get_attribute("href"))


def test_without_javascript_search_leads_to_the_evidence(hub_url: str, page_at: PageAt) -> None:
    """The search button is then a link to where the evidence can be browsed."""
    page = page_at(hub_url, scripts=False).page

    page.get_by_role("banner").get_by_role("link", name="Search").click()

    assert f"{hub_url}evidence/" == page.url
    assert page.get_by_role("heading", name="Evidence", exact=True).is_visible()

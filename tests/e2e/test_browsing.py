"""Without JavaScript, every facet can be browsed: from the first page to a summary."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.browser import PageAt, Scheme

PAGES = {
    "front": "evidence/by/",
    "facet": "evidence/by/art-form/",
    "choice": "evidence/by/art-form/singing/",
    "nothing": "evidence/by/art-form/cooking/",
    "only narrower": "evidence/by/art-form/performing-arts/",
}
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=[*PAGES])


def test_a_reader_without_scripts_finds_a_summary_by_links(hub_url: str, page_at: PageAt) -> None:
    """Home, evidence, browse, art forms, singing, summary: every step is a link."""
    page = page_at(hub_url, scripts=False).page
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Evidence").click()
    for name in (
        "by everything else that is recorded",
        "Art forms",
        "Singing",
        "Does group singing help mothers with symptoms of postnatal depression?",
    ):
        page.get_by_role("main").get_by_role("link", name=name, exact=True).click()

    assert f"{hub_url}evidence/summaries/singing-postnatal-depression-trial/" == page.url


@every_page
@pytest.mark.parametrize("view", [("light", 390), ("dark", 1280)], ids=["phone", "desk"])
def test_axe_finds_nothing(
    hub_url: str,
    page_at: PageAt,
    axe: Callable[[Page], list[str]],
    address: str,
    view: tuple[Scheme, int],
) -> None:
    """No fault of accessibility is found on a page for browsing."""
    assert [] == axe(page_at(hub_url + address, *view).page)


@every_page
def test_page_fits_and_keeps_to_itself(hub_url: str, page_at: PageAt, address: str) -> None:
    """At 320 pixels nothing scrolls sideways; no other host is asked, no error made."""
    visit = page_at(hub_url + address, width=320)

    assert 320 == visit.page.evaluate("document.documentElement.scrollWidth")
    assert ([], []) == (visit.outside_requests, visit.errors)

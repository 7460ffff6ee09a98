"""Pages of the demonstration, of kinds that the real site does not show, in Chromium."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.browser import PageAt, Scheme
from tests.e2e.kinds import INVENTED, open_all

every_page = pytest.mark.parametrize("address", INVENTED.values(), ids=[*INVENTED])


@every_page
@pytest.mark.parametrize("view", [("light", 390), ("dark", 1280)], ids=["phone", "desk"])
def test_axe_finds_nothing(
    demo_url: str,
    page_at: PageAt,
    axe: Callable[[Page], list[str]],
    address: str,
    view: tuple[Scheme, int],
) -> None:
    """No fault of accessibility is found, be it on a phone in light or on a desk in the dark."""
    page = page_at(demo_url + address, *view).page
    open_all(page)

    assert [] == axe(page)


@every_page
def test_page_fits_and_keeps_to_itself(demo_url: str, page_at: PageAt, address: str) -> None:
    """At 320 pixels nothing but a table scrolls sideways; no other host is asked, no error made."""
    visit = page_at(demo_url + address, width=320)
    open_all(visit.page)

    assert 320 == visit.page.evaluate("document.documentElement.scrollWidth")
    assert ([], []) == (visit.outside_requests, visit.errors)

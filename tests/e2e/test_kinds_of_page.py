"""Nothing on a page of any kind stands in the way of somebody: axe looks at each in Chromium."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.browser import PageAt, Scheme
from tests.e2e.kinds import every_kind, open_all


@every_kind
@pytest.mark.parametrize("view", [("light", 390), ("dark", 1280)], ids=["phone", "desk"])
def test_axe_finds_nothing(
    hub_url: str,
    page_at: PageAt,
    axe: Callable[[Page], list[str]],
    address: str,
    view: tuple[Scheme, int],
) -> None:
    """No fault of accessibility is found, be it on a phone in light or on a desk in the dark."""
    page = page_at(hub_url + address, *view).page
    open_all(page)

    assert [] == axe(page)

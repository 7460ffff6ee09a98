"""What the site leaves in a reader's browser: nothing, until they choose their colours."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.e2e.browser import PageAt

KEPT = "() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]"


def kept_by(page: Page) -> object:
    """Return what is stored: names in both kinds of storage, and cookies."""
    assert [] == page.context.cookies()
    return page.evaluate(KEPT)


@pytest.mark.parametrize("address", ["", "evidence/", "concordats/"])
def test_nothing_is_kept_until_a_reader_chooses(
    page_at: PageAt, hub_url: str, address: str
) -> None:
    """Opening a page stores nothing and sets no cookie."""
    visit = page_at(f"{hub_url}{address}")

    assert [[], [], ""] == kept_by(visit.page)


def test_one_entry_remembers_the_colours(page_at: PageAt, hub_url: str) -> None:
    """Choosing other colours stores one entry; choosing the system's again removes it."""
    page = page_at(hub_url).page
    switch = page.locator("[data-hub-scheme-switch]")
    switch.click()

    assert [["/.hub-scheme"], [], ""] == kept_by(page)

    switch.click()

    assert [[], [], ""] == kept_by(page)


def test_the_privacy_page_names_the_entry() -> None:
    """Readers can find the entry that the page speaks of."""
    page = Path(__file__).parents[2] / "docs" / "about" / "privacy.md"

    assert "`hub-scheme`" in page.read_text(encoding="utf-8")

"""The search page in a reader's hands: asking, choosing, and reading what is there."""

import re

from playwright.sync_api import Locator, Page, expect


def status(page: Page) -> Locator:
    """Return the line that says what was found, and is read aloud."""
    return page.locator("[data-hub-status]")


def number(page: Page) -> int:
    """Return how many results the page says there are."""
    expect(status(page)).not_to_be_empty()
    said = re.match(r"[\d,]+", status(page).inner_text())
    return int(said[0].replace(",", "")) if said else 0


def ask(page: Page, words: str) -> None:
    """Type words, and wait until the page says what they find."""
    page.get_by_role("textbox", name="What are you looking for?").fill(words)
    if words:
        expect(status(page)).to_contain_text(f"“{words}”")
    else:
        expect(status(page)).not_to_contain_text("“")


def facet(page: Page, name: str) -> Locator:
    """Return a facet, opened."""
    found = page.locator(f'[data-hub-facet="{name}"]')
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    expect(found.locator("[data-hub-values] li").first).to_be_attached()
    return found


def choose(page: Page, name: str, value: str) -> None:
    """Tick a value of a facet, and wait until the page says so."""
    within = facet(page, name)
    button = within.get_by_role("button", name="Show all")
    if button.count():
        button.click()
    within.get_by_role("checkbox", name=re.compile(rf"^{re.escape(value)} \d")).check()
    expect(status(page)).to_contain_text(value)


def counts(page: Page, name: str) -> dict[str, int]:
    """Return the numbers beside the values of a facet."""
    within = facet(page, name)
    expect(within.locator(".hub-facet__count").last).not_to_be_empty()
    lines = within.locator("label").all_text_contents()
    found = [re.fullmatch(r"\s*(.+?)\s+([\d,]+) records?\s*", line) for line in lines]
    return {each[1]: int(each[2].replace(",", "")) for each in found if each}


def results(page: Page) -> Locator:
    """Return the cards of what was found."""
    return page.locator("[data-hub-results] > li")


def titles(page: Page) -> list[str]:
    """Return the titles on the cards."""
    return results(page).get_by_role("heading").all_inner_texts()

"""The real site by keyboard: the skip link, search, and nothing out of reach."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import PageAt

TRIAL = "evidence/summaries/singing-postnatal-depression-trial/"

SEEN = "filter(e => e.checkVisibility({visibilityProperty: true})).map(e => e.innerText.trim())"


def results(page: Page) -> Locator:
    """Return the links to what was found."""
    return page.get_by_role("dialog", name="Search the hub").get_by_role("list").get_by_role("link")


def search(page: Page, question: str) -> None:
    """Open search with the keyboard, type, and wait until it says what it found."""
    page.keyboard.press("/")
    page.keyboard.type(question)
    expect(page.get_by_role("status")).to_contain_text(f"“{question}”")


@pytest.mark.parametrize("address", ["", "evidence/", "about/", "404.html"])
def test_the_first_stop_skips_to_the_content(hub_url: str, page_at: PageAt, address: str) -> None:
    """Tab shows a link that leads past the header into the main part of the page."""
    page = page_at(hub_url + address).page

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main, footer') !== null")


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_keys_open_search(hub_url: str, page_at: PageAt, keys: str) -> None:
    """Either key opens the dialog, ready to type in."""
    page = page_at(hub_url).page

    page.keyboard.press(keys)

    expect(page.get_by_role("dialog", name="Search the hub")).to_be_visible()
    expect(page.get_by_role("textbox", name="Search the hub")).to_be_focused()
    expect(page.get_by_role("textbox", name="Search the hub")).to_have_value("")


def test_the_number_of_results_is_announced(hub_url: str, page_at: PageAt) -> None:
    """What is shown is counted, in words that a screen reader speaks."""
    page = page_at(hub_url).page

    search(page, "singing")

    said = page.get_by_role("status").inner_text()
    stated, shown = re.findall(r"\d+", said)[0], re.findall(r"\d+", said)[-1]
    assert int(stated) >= int(shown) == results(page).count() > 3


def test_arrow_and_enter_open_a_result(hub_url: str, page_at: PageAt) -> None:
    """The arrow goes to the first result, Enter opens it."""
    page = page_at(hub_url).page
    search(page, "singing")
    first = results(page).first
    address = str(first.evaluate("link => link.href"))

    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(address)

    expect(page.get_by_role("main")).to_contain_text(re.compile("singing", re.IGNORECASE))


def test_escape_closes_search_and_gives_the_focus_back(hub_url: str, page_at: PageAt) -> None:
    """After Escape the reader is where they were."""
    page = page_at(f"{hub_url}evidence/").page
    link = page.get_by_role("main").get_by_role("link").first
    link.focus()

    page.keyboard.press("Control+k")
    page.keyboard.type("singing")
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog", name="Search the hub")).to_be_hidden()
    expect(link).to_be_focused()


def test_a_key_that_is_typed_into_search_stays_text(hub_url: str, page_at: PageAt) -> None:
    """The stroke that opens search can be typed in it."""
    page = page_at(hub_url).page

    page.keyboard.press("/")
    page.keyboard.type("and/or")

    expect(page.get_by_role("textbox", name="Search the hub")).to_have_value("and/or")


def test_postnatal_finds_the_singing_trial(hub_url: str, page_at: PageAt) -> None:
    """A practitioner who asks about postnatal depression finds the trial."""
    page = page_at(hub_url).page

    search(page, "postnatal")

    assert f"{hub_url}{TRIAL}" in [link.evaluate("a => a.href") for link in results(page).all()]


def test_singing_and_postnatal_depression_come_first(hub_url: str, page_at: PageAt) -> None:
    """The question of the hub's founders is answered by the two trials, before anything else."""
    page = page_at(hub_url).page

    search(page, "singing postnatal depression")

    first = {str(link.evaluate("a => a.href")) for link in results(page).all()[:2]}
    assert {f"{hub_url}{TRIAL}", f"{hub_url}evidence/summaries/melodies-for-mums-trial/"} == first


def test_a_word_that_is_nowhere_is_said_to_be_nowhere(hub_url: str, page_at: PageAt) -> None:
    """No result is an answer in words, with a way on."""
    page = page_at(hub_url).page

    search(page, "xylqvortz")

    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    expect(results(page)).to_have_count(0)
    expect(
        page.get_by_role("dialog").get_by_role("link", name="Browse the evidence")
    ).to_be_visible()


def test_search_asks_nobody_else(hub_url: str, page_at: PageAt) -> None:
    """A question stays in the browser; the index comes from the site itself."""
    visit = page_at(hub_url)

    search(visit.page, "singing")

    assert any("pagefind" in url for url in visit.requests)
    assert ([], []) == (visit.outside_requests, visit.errors)


def test_everything_that_can_be_clicked_can_be_reached(hub_url: str, page_at: PageAt) -> None:
    """Tab comes past each link and button of the first page, in the order of reading."""
    page = page_at(hub_url).page
    expected = page.evaluate(f"[...document.querySelectorAll('a, button, summary')].{SEEN}")

    reached = []
    for _ in expected:
        page.keyboard.press("Tab")
        reached += page.evaluate(f"[document.activeElement].{SEEN}")

    assert expected == reached

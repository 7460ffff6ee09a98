"""The demonstration's versions, steps and translations in Chromium."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.browser import PageAt, Scheme

CONCORDAT = "concordats/demonstration-national/"
PAGES = {
    "version that was superseded": f"{CONCORDAT}1.1/",
    "what changed": f"{CONCORDAT}2.0/changes/",
    "translation": f"{CONCORDAT}1.1/cy/",
}
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=[*PAGES])


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
    assert [] == axe(page_at(demo_url + address, *view).page)


@every_page
def test_page_fits_and_keeps_to_itself(demo_url: str, page_at: PageAt, address: str) -> None:
    """At 320 pixels nothing but a table scrolls sideways; no other host is asked, no error made."""
    visit = page_at(demo_url + address, width=320)

    assert 320 == visit.page.evaluate("document.documentElement.scrollWidth")
    assert ([], []) == (visit.outside_requests, visit.errors)


@pytest.mark.parametrize("width", [1280, 390])
def test_languages_stand_beside_each_other_or_in_turn(
    demo_url: str, page_at: PageAt, width: int
) -> None:
    """A clause in Welsh is level with the same clause in English, or on a phone above it."""
    page = page_at(demo_url + PAGES["translation"], width=width).page
    clause = page.locator("#believe-2")
    welsh, english = (clause.locator(f"[lang={each}]").bounding_box() for each in ("cy", "en-GB"))
    assert welsh
    assert english
    is_beside = width > 390

    assert is_beside == (welsh["y"] == english["y"])
    assert is_beside == (welsh["x"] + welsh["width"] <= english["x"])
    assert is_beside == (welsh["y"] + welsh["height"] > english["y"])


@pytest.mark.parametrize(("mark", "line"), [("ins", "underline"), ("del", "line-through")])
def test_marked_words_can_be_told_without_colour(
    demo_url: str, page_at: PageAt, mark: str, line: str
) -> None:
    """A line runs under what was added and through what was dropped."""
    page = page_at(demo_url + PAGES["what changed"]).page
    found = page.locator(f".hub-changes {mark}").first.evaluate(
        "each => getComputedStyle(each).textDecorationLine"
    )

    assert line == found

"""Citations in a real browser: the entry where it is cited, copying, and pages without scripts."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import PageAt

SUMMARY = "evidence/summaries/singing-postnatal-depression-trial/"
REFERENCE = "evidence/references/Malik2020retracted/"

Axe = Callable[[Page], list[str]]


def test_a_citation_shows_its_entry_to_the_keyboard(hub_url: str, page_at: PageAt) -> None:
    """Focus on a citation shows its entry and describes the link by it; Escape closes it."""
    page = page_at(hub_url + SUMMARY).page
    citation = page.locator(".hub-cite a").first
    tooltip = page.get_by_role("tooltip")

    citation.focus()
    expect(tooltip).to_be_visible()
    expect(tooltip).to_contain_text(page.locator("#ref-1 .hub-references__entry").inner_text()[:40])
    expect(citation).to_have_attribute("aria-describedby", "hub-reference")
    page.keyboard.press("Escape")
    expect(tooltip).to_be_hidden()


def test_the_pointer_may_move_onto_the_entry(hub_url: str, page_at: PageAt) -> None:
    """The entry stays while the pointer is on it, and goes when it leaves."""
    page = page_at(hub_url + SUMMARY).page
    tooltip = page.get_by_role("tooltip")

    page.locator(".hub-cite a").first.hover()
    tooltip.hover()
    page.wait_for_timeout(400)
    expect(tooltip).to_be_visible()
    page.mouse.move(2, 2)
    expect(tooltip).to_be_hidden()


def test_a_citation_can_be_copied(hub_url: str, page_at: PageAt) -> None:
    """There is a button for each style; without a clipboard it selects the citation."""
    page = page_at(hub_url + REFERENCE).page
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")

    for style in ("Vancouver", "APA", "Harvard"):
        page.get_by_role("button", name=f"Copy {style} citation").click()
        expect(page.get_by_role("status").filter(has_text="Selected")).not_to_have_count(0)
        assert "Malik" in page.evaluate("getSelection().toString()")


def test_without_scripts_a_citation_leads_to_the_list(hub_url: str, page_at: PageAt) -> None:
    """No script, no popover and no dead button: links and text that can be selected."""
    page = page_at(hub_url + REFERENCE, scripts=False).page

    assert 0 == page.get_by_role("button", name="Copy Vancouver citation").count()
    assert "Malik" in page.locator(".hub-copy").first.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_page_of_a_work_is_accessible(
    hub_url: str, page_at: PageAt, axe: Axe, scheme: Literal["light", "dark"], width: int
) -> None:
    """No fault is found, with buttons and all."""
    page = page_at(hub_url + REFERENCE, scheme, width).page

    assert [] == axe(page)


def test_an_entry_that_is_shown_is_accessible(hub_url: str, page_at: PageAt, axe: Axe) -> None:
    """No fault is found in the entry beside its citation."""
    page = page_at(hub_url + SUMMARY).page
    page.locator(".hub-cite a").first.focus()

    assert [] == axe(page)

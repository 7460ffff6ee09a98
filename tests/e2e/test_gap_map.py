"""The gap map in a browser: with and without JavaScript, by keyboard, on a phone, on paper."""

import re
from collections.abc import Callable
from typing import get_args

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import PageAt, Scheme

MAP = "evidence/gap-map/"


def table(page: Page) -> Locator:
    """Return the map, by its caption."""
    return page.get_by_role("table", name=re.compile("bubbles are studies and reviews"))


def cell(page: Page, row: str, column: str) -> Locator:
    """Return a cell by its headers, as a screen reader finds it."""
    headers = table(page).get_by_role("columnheader").all_inner_texts()
    at = next(number for number, each in enumerate(headers) if each.startswith(column))
    line = table(page).get_by_role("row").filter(
        has=page.get_by_role("rowheader", name=re.compile(rf"^{row}\b"))
    )  # fmt: skip
    return line.locator("td").nth(at - 1)


def test_the_map_needs_no_javascript(hub_url: str, page_at: PageAt) -> None:
    """From the evidence to the map, a cell, its list and a summary: every step is a link."""
    page = page_at(f"{hub_url}evidence/", scripts=False).page
    page.get_by_role("main").get_by_role("link", name="See where there is evidence").click()
    assert hub_url + MAP == page.url

    link = cell(page, "Singing", "Postnatal depression").get_by_role("link")
    number = int(re.findall(r"^\d+", link.locator(".hub-hidden").inner_text())[0])
    link.click()

    assert f"{hub_url}{MAP}art-form/singing/#outcome-postnatal-depression" == page.url
    entries = page.locator("#outcome-postnatal-depression ~ ul.hub-found").first
    assert number == entries.get_by_role("listitem").count() > 0
    entries.get_by_role("link").first.click()
    assert f"{hub_url}evidence/summaries/" in page.url


def test_a_pair_is_chosen_by_keyboard_and_taken_back(hub_url: str, page_at: PageAt) -> None:
    """Tab and Enter choose; the address says what is shown; going back shows what was before."""
    page = page_at(hub_url + MAP).page
    rows = page.get_by_role("navigation", name="Rows of the map")
    expect(rows.locator("[aria-current]")).to_have_text("Art forms")

    rows.locator("[aria-current]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(rows.get_by_role("link", name="Populations")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{hub_url}{MAP}population-by-outcome/")
    expect(table(page)).to_contain_text("Older adults")
    page.get_by_role("navigation", name="Columns of the map").get_by_role(
        "link", name="Settings"
    ).press("Enter")
    page.wait_for_url(f"{hub_url}{MAP}population-by-setting/")
    page.go_back()

    assert f"{hub_url}{MAP}population-by-outcome/" == page.url
    page.go_back()
    expect(table(page)).to_contain_text("Singing")


def test_arrow_keys_go_from_cell_to_cell(hub_url: str, page_at: PageAt) -> None:
    """The arrow leads to the next cell with evidence, in view, and what it says is written out."""
    page = page_at(hub_url + MAP).page
    row = table(page).get_by_role("row").filter(
        has=page.get_by_role("rowheader", name=re.compile("^Singing"))
    )  # fmt: skip
    links = row.locator("td").get_by_role("link")
    links.first.focus()
    for _ in range(links.count() - 1):
        page.keyboard.press("ArrowRight")

    expect(links.last).to_be_focused()
    expect(links.last).to_be_in_viewport(ratio=0.9)
    said = page.locator("[data-hub-said]")
    expect(said).to_contain_text("Singing · ")
    expect(said).to_contain_text(links.last.locator(".hub-hidden").inner_text())
    cell(page, "Singing", "Depression").get_by_role("link").focus()
    page.keyboard.press("ArrowUp")
    expect(cell(page, "Music making", "Depression").get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"{MAP}art-form/music-making/#outcome-depression$"))


def test_headers_stay_in_view(hub_url: str, page_at: PageAt) -> None:
    """However far the table is scrolled, its row and column headers are seen."""
    page = page_at(hub_url + MAP).page
    region = page.get_by_role("region", name=re.compile("^Art forms by outcomes"))
    region.scroll_into_view_if_needed()
    region.evaluate("each => each.scrollTo(each.scrollWidth, each.scrollHeight)")

    expect(table(page).get_by_role("rowheader").last).to_be_in_viewport()
    expect(table(page).get_by_role("columnheader").last).to_be_in_viewport()


def test_empty_rows_and_columns_can_be_left_out(hub_url: str, page_at: PageAt) -> None:
    """The box works without JavaScript; what has evidence stays."""
    page = page_at(hub_url + MAP, scripts=False).page
    cooking = table(page).get_by_role("rowheader", name=re.compile("^Cooking"))
    cells = table(page).locator("td a:visible")
    before = cells.count()
    expect(cooking).to_be_visible()

    page.get_by_role("checkbox", name="Leave out rows and columns without any evidence").check()

    expect(cooking).to_be_hidden()
    assert before == cells.count() > 0


def test_a_search_behind_a_cell_finds_as_many(hub_url: str, page_at: PageAt) -> None:
    """Where a cell leads to a search, the search finds the summaries that the cell counts."""
    page = page_at(f"{hub_url}{MAP}art-form-by-population/").page
    link = cell(page, "Singing", "Older adults").get_by_role("link")
    sizes = re.findall(r"(\d+) (?:study|studies|summar)", link.locator(".hub-hidden").inner_text())
    number = int(sizes[-1])
    link.click()

    expect(page.get_by_role("main").get_by_role("status").first).to_contain_text(
        re.compile(rf"^{number} results?\b")
    )


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_everything_opened_is_accessible(
    hub_url: str, page_at: PageAt, axe: Callable[[Page], list[str]], scheme: Scheme
) -> None:
    """With the table scrolled and a cell in focus, nothing is wrong either."""
    page = page_at(f"{hub_url}{MAP}outcome-by-condition/", scheme).page
    table(page).locator("td a").last.focus()

    assert [] == axe(page)


def test_the_map_fits_one_sheet(hub_url: str, page_at: PageAt) -> None:
    """On paper the whole table stands on one sheet turned sideways, with what its signs mean."""
    page = page_at(hub_url + MAP, width=1047).page  # A4 without its margins, at 96 dpi
    page.emulate_media(media="print")

    right, bottom = page.evaluate(
        "(({right, bottom}) => [right, bottom])"
        "(document.querySelector('.hub-gap__table').getBoundingClientRect())"
    )

    assert (True, True) == (right <= 1047, bottom <= 718)
    expect(page.get_by_role("list", name="Signs")).to_be_visible()
    expect(page.get_by_role("navigation", name="Rows of the map")).to_be_hidden()

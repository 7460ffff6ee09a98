"""Pages of the demonstration as Chromium prints them: papers for a board."""

from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PageObject, PdfReader

from tests.e2e.browser import PageAt

CONCORDAT = "concordats/demonstration-national/"
LOCAL = "concordats/demonstration-northshire/"
PAGES = {
    "concordat": CONCORDAT,
    "version": f"{CONCORDAT}2.0/",
    "signatories": f"{LOCAL}signatories/",
    "what it rests on": f"{CONCORDAT}trace/",
    "summary": "evidence/summaries/singing-and-loneliness/",
}
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=[*PAGES])


def printed(page: Page) -> PdfReader:
    """Return a page as printed."""
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def words(sheet: PageObject) -> str:
    """Return all that is printed on a sheet, on one line."""
    return " ".join(sheet.extract_text().split())


@every_page
def test_page_is_a_paper_on_a4(demo_url: str, page_at: PageAt, address: str) -> None:
    """It begins with what it is, ends with its address, and counts its sheets."""
    sheets = printed(page_at(demo_url + address).page).pages
    first, last = words(sheets[0]), words(sheets[-1])

    assert {(595, 842)} == {
        (round(each.mediabox.width), round(each.mediabox.height)) for each in sheets
    }
    assert first.startswith(f"1 / {len(sheets)} Demonstration: everything here is invented.")
    assert f"https://demonstration.example/{address}" in last
    assert "Contribute" not in first


def test_every_signatory_is_printed_below_a_header(demo_url: str, page_at: PageAt) -> None:
    """The header stands on each sheet of the table, and no row is left out."""
    page = page_at(demo_url + PAGES["signatories"]).page
    sheets = [words(each) for each in printed(page).pages]
    names = page.locator("#signatories tbody th").all_text_contents()
    found = [sheet for sheet in sheets if any(" ".join(each.split()) in sheet for each in names)]
    text = " ".join(sheets)

    assert 2 <= len(found)
    assert all("Sector Place Version Signed Signed by" in each for each in found)
    assert [] == [name for name in names if " ".join(name.split()) not in text]


def test_rows_that_wait_on_the_screen_are_printed(demo_url: str, page_at: PageAt) -> None:
    """Some are shown, all three hundred are printed, and then as many are shown as before."""
    page = page_at(f"{demo_url}{CONCORDAT}signatories/").page
    rows, said = page.locator("#signatories tbody tr"), page.locator("#sift-said")

    shown = rows.count()
    assert 300 > shown
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert 300 == rows.count()
    expect(said).to_have_text("300 signatories. Sorted by organisation.")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shown == rows.count()


def test_what_is_folded_in_is_unfolded(demo_url: str, page_at: PageAt) -> None:
    """A paper has nothing to click on: the clauses of each kind of coverage are listed."""
    page = page_at(demo_url + PAGES["concordat"]).page
    folded = page.locator("main details:not([open]) li").all_text_contents()
    text = " ".join(map(words, printed(page).pages))

    assert folded
    assert [] == [each for each in folded if " ".join(each.split()) not in text]


@pytest.mark.parametrize(
    ("address", "selector"),
    [
        (PAGES["signatories"], "#signatories tbody tr"),
        (PAGES["concordat"], ".hub-nothing"),
        (PAGES["what it rests on"], ".hub-trace__works > li"),
    ],
    ids=["row", "box", "work"],
)
def test_nothing_is_cut_in_two(demo_url: str, page_at: PageAt, address: str, selector: str) -> None:
    """A row or a box that does not fit goes to the next page whole."""
    page = page_at(demo_url + address).page
    page.emulate_media(media="print")
    breaks = page.locator(selector).evaluate_all(
        "all => [...new Set(all.map(each => getComputedStyle(each).breakInside))]"
    )

    assert ["avoid"] == breaks


def test_banner_is_a_landmark_that_axe_accepts(
    demo_url: str, page_at: PageAt, axe: Callable[[Page], list[str]]
) -> None:
    """The line above every page harms nobody who listens to it."""
    assert [] == axe(page_at(f"{demo_url}about/").page)

"""The demonstration's traces, themes and ways to sign in Chromium, on screen and on paper."""

from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.e2e.browser import PageAt, Scheme

CONCORDAT = "concordats/demonstration-national/"
PAGES = {
    "trace": f"{CONCORDAT}trace/",
    "how to sign": f"{CONCORDAT}sign/",
    "themes across concordats": "concordats/",
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


def test_printed_trace_spells_out_where_links_lead(demo_url: str, page_at: PageAt) -> None:
    """On paper, programmes and lessons have their addresses, and both fingerprints are whole."""
    page = page_at(demo_url + PAGES["trace"]).page
    hashes = page.locator(".hub-trace-cite dd").all_text_contents()
    sheet = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    text = "".join("".join(each.extract_text() for each in sheet.pages).split())

    assert "(programmes/northshire-sings/)" in text
    assert "Asitstoodon31January2026." in text
    assert [] == [each for each in hashes if each not in text]


def test_nothing_of_the_printed_table_is_cut_off(demo_url: str, page_at: PageAt) -> None:
    """The table of all clauses fits between the margins of A4, its last column included."""
    page = page_at(demo_url + PAGES["trace"], width=673).page  # 178 mm
    page.emulate_media(media="print")
    table = page.locator("#glance").bounding_box()

    assert table
    assert table["x"] + table["width"] <= 673

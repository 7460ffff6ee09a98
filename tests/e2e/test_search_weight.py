"""What a browser loads before the first result: measured at 10,000 records by the benchmark."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.benchmarks.weighing import KIND, Files, first_result_of_link
from tests.e2e.browser import PageAt

CODE = 53_000
"""Bytes of the page, its styles and its scripts, as a server sends them."""
REQUESTS = 38


@pytest.fixture(scope="module")
def code(browser: Browser, hub_url: str, real_site: Path) -> Files:
    """Return what is loaded that is the same however many records there are."""
    files = first_result_of_link(browser, hub_url, real_site, {"q": "singing", "kind": KIND})
    assert any(name.startswith("pagefind/") for name in files)
    return {name: size for name, size in files.items() if not name.startswith("pagefind/")}


def test_code_and_styles_are_few(code: Files) -> None:
    """They leave the index three quarters of the 200 kB that are allowed at 10,000 records."""
    assert sum(code.values()) <= CODE, code
    assert len(code) <= REQUESTS, code


def test_fonts_and_material_s_style_sheet_are_not_waited_for(code: Files) -> None:
    """Fonts come after the results on a first visit; the words of suggestions, when needed.

    What serves citations never comes: the page has none.
    """
    late = (".woff2", ".min.css", "words.json", "citations.js")
    assert [] == [name for name in code if name.endswith(late)]


def test_fonts_come_with_the_first_results(hub_url: str, page_at: PageAt) -> None:
    """On a first visit what holds them back goes when something is found, or nothing is."""
    for address in ("?q=singing", "?year=1066"):
        visit = page_at(f"{hub_url}search/{address}")

        expect(visit.page.locator("html[data-hub-fresh]")).to_have_count(0)
        visit.page.wait_for_load_state("networkidle")
        assert any(url.endswith(".woff2") for url in visit.requests)

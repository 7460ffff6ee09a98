"""The real site in a reader's hands: colours, paper, and a site that lives below another."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import PageAt, Scheme
from tests.e2e.serving import Serve

CONCORDAT = "concordats/cheshire-merseyside-creative-health/"


def lightness(page: Page) -> int:
    """Return how light the page's paper is, from 0 to 765."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(int(part) for part in re.findall(r"\d+", colour)[:3])


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("clause", ["need-7", "believe-3-b", "aim-b"])
def test_a_link_to_a_clause_shows_the_clause(
    hub_url: str, page_at: PageAt, clause: str, width: int
) -> None:
    """The clause that a link names is in sight, and not under the header that stays in place."""
    page = page_at(f"{hub_url}{CONCORDAT}#{clause}", width=width).page

    header = page.get_by_role("banner").bounding_box()
    shown = page.locator(f"#{clause}").bounding_box()

    assert header is not None
    assert shown is not None
    assert header["y"] + header["height"] <= shown["y"] < 600


class TestColours:
    """Light and dark."""

    @pytest.mark.parametrize(("scheme", "is_light"), [("light", True), ("dark", False)])
    def test_page_follows_the_system(
        self, hub_url: str, page_at: PageAt, scheme: Scheme, *, is_light: bool
    ) -> None:
        """A reader whose system is dark gets a dark page, and the other way round."""
        page = page_at(hub_url, scheme).page

        assert is_light == (lightness(page) > 382)

    @pytest.mark.parametrize(("scheme", "other"), [("light", "dark"), ("dark", "light")])
    def test_switch_is_remembered(
        self, hub_url: str, page_at: PageAt, scheme: Scheme, other: str
    ) -> None:
        """What the reader chose holds on the next page, and the switch then offers the way back."""
        page = page_at(hub_url, scheme).page
        before = lightness(page)

        page.get_by_role("button", name=f"Use {other} colours").click()
        page.goto(f"{hub_url}about/")

        expect(page.get_by_role("button", name=f"Use {scheme} colours")).to_be_visible()
        assert (before > 382) != (lightness(page) > 382)

    def test_without_javascript_there_is_no_switch(self, hub_url: str, page_at: PageAt) -> None:
        """A button that could do nothing is not shown."""
        page = page_at(hub_url, scripts=False).page

        expect(page.get_by_role("button", name=re.compile("colours"))).to_have_count(0)


class TestPaper:
    """The concordat as a board would print it."""

    @pytest.fixture
    def paper(self, hub_url: str, page_at: PageAt) -> Page:
        """Return the concordat as it is printed by a reader with a dark screen."""
        page = page_at(hub_url + CONCORDAT, "dark").page
        page.emulate_media(media="print")
        return page

    def test_the_frame_stays_off_the_paper(self, paper: Page) -> None:
        """Header, search and menus are not printed; the heading is."""
        for part in ("banner", "navigation", "search"):
            expect(paper.get_by_role(part)).to_have_count(0)
        expect(paper.get_by_role("heading", level=1)).to_be_visible()

    def test_paper_is_white(self, paper: Page) -> None:
        """Ink is not spent on a dark ground."""
        assert "rgb(255, 255, 255)" == paper.evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )

    def test_what_is_folded_on_the_screen_is_printed(self, paper: Page) -> None:
        """A work in a closed list stands on paper."""
        folded = paper.locator("details:not([open]) li p").first

        assert folded.evaluate("each => each.getBoundingClientRect().height") > 0

    def test_the_concordat_fills_some_pages(self, paper: Page) -> None:
        """The PDF has the whole text and what stands behind it: more than three pages."""
        pdf = paper.pdf(format="A4")

        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 3


class TestBelowAnotherSite:
    """The site under a sub-path, as on a host's project page."""

    @pytest.fixture
    def home(self, real_site: Path, serve: Serve) -> str:
        """Return the address of the site below /hub/."""
        return serve(real_site, under="/hub/")

    def test_styles_are_found(self, home: str, page_at: PageAt) -> None:
        """Every file that a page asks for is there, at any depth."""
        for address in ("", CONCORDAT, f"{CONCORDAT}signatories/"):
            visit = page_at(home + address)

            assert [] == visit.errors
            assert lightness(visit.page) > 382
            assert all(url.startswith(home) for url in visit.requests)

    def test_links_stay_below(self, home: str, page_at: PageAt) -> None:
        """From the first page to the concordat, to a summary, and back home by the name."""
        page = page_at(home).page

        page.get_by_role("link", name="Read clause by clause").click()
        assert home + CONCORDAT == page.url
        page.get_by_role("main").locator("a[href*='evidence/summaries/']:visible").first.click()
        assert page.url.startswith(f"{home}evidence/summaries/")
        page.get_by_role("banner").get_by_role("link", name="Creative Health Hub").click()
        assert home == page.url

    def test_search_finds_pages_below(self, home: str, page_at: PageAt) -> None:
        """Results lead to pages below the sub-path."""
        page = page_at(home + CONCORDAT).page

        page.keyboard.press("/")
        page.keyboard.type("postnatal")
        page.get_by_role("dialog").get_by_role("list").get_by_role("link").first.click()

        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.url.startswith(f"{home}evidence/")

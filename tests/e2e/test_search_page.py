"""The search page in Chromium: words, facets, sorting, its address, and whoever uses it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import PageAt, Scheme
from tests.e2e.searching import ask, choose, counts, facet, number, results, status, titles
from tests.e2e.serving import Serve

Axe = Callable[[Page], list[str]]


@pytest.fixture
def search(hub_url: str, page_at: PageAt) -> Callable[[str], Page]:
    """Return a function that opens the search page at an address, and waits for results."""

    def opened(address: str = "") -> Page:
        page = page_at(f"{hub_url}search/{address}").page
        expect(status(page)).not_to_be_empty()
        return page

    return opened


@pytest.fixture
def visit(hub_url: str, page_at: PageAt) -> PageAt:
    """Return what opens a page of the real site."""
    return lambda address, scheme="light", width=1280, *, scripts=True: page_at(
        hub_url + address, scheme, width, scripts=scripts
    )


@pytest.fixture(scope="session")
def outcomes(real_site: Path) -> dict[str, set[str]]:
    """Return the summaries of each outcome by its label, from the data files and vocabularies."""
    text = (real_site / "data/v1/summaries.json").read_text(encoding="utf-8")
    summaries: list[dict[str, Any]] = json.loads(text)["summaries"]
    home = Path(__file__).parents[2] / "evidence" / "vocabularies" / "outcomes.yml"
    terms = re.findall(r"- id: (\S+)\n\s+label: (.+)", home.read_text(encoding="utf-8"))
    labels = {name: label.strip("\"'") for name, label in terms}
    found: dict[str, set[str]] = {}
    for each in summaries:
        for finding in each.get("findings", ()):
            found.setdefault(labels[finding["outcome"]], set()).add(each["id"])
    return found


class TestFacets:
    """Choosing: more of one facet widens, another facet narrows."""

    def test_values_of_a_facet_add_up(
        self, search: Callable[[str], Page], outcomes: dict[str, set[str]]
    ) -> None:
        """Two outcomes find the summaries of the one and of the other."""
        page = search("?kind=Evidence+summary")
        choose(page, "outcome", "Depression")
        choose(page, "outcome", "Anxiety")

        assert len(outcomes["Depression"] | outcomes["Anxiety"]) == number(page)

    def test_outcome_finds_its_questions(self, search: Callable[[str], Page]) -> None:
        """A page that gathers all findings on an outcome is chosen with it."""
        page = search("?kind=Question&outcome=Depression")

        assert "Depression: evidence for a question" in titles(page)
        assert all("depression" in each.lower() for each in titles(page))

    def test_facets_narrow_each_other(self, search: Callable[[str], Page]) -> None:
        """A second facet leaves what belongs to both."""
        page = search("?outcome=Depression")
        before, singing = number(page), counts(page, "art form")["Singing"]
        choose(page, "art form", "Singing")

        assert singing == number(page) < before

    def test_counts_of_a_facet_are_those_of_choosing_it(
        self, search: Callable[[str], Page], outcomes: dict[str, set[str]]
    ) -> None:
        """A choice leaves the numbers of its own facet as they are."""
        page = search("?kind=Evidence+summary")
        before = counts(page, "outcome")
        choose(page, "outcome", "Depression")

        assert before == counts(page, "outcome")
        assert {label: len(ids) for label, ids in outcomes.items()}.items() <= before.items()

    def test_counts_follow_the_words(self, search: Callable[[str], Page]) -> None:
        """The numbers of the kinds are those of what the words find, and add up to it."""
        page = search("?q=singing")
        found = counts(page, "kind")

        assert number(page) == sum(found.values()) > 0

    def test_long_lists_are_folded(self, search: Callable[[str], Page]) -> None:
        """Of many values the first are shown; the button shows the rest and goes there."""
        page = search("")
        boxes = facet(page, "outcome").get_by_role("checkbox")
        assert 8 == boxes.count()

        page.get_by_role("button", name=re.compile(r"Show all \d+ of Outcome")).click()

        assert boxes.count() > 8
        expect(boxes.nth(8)).to_be_focused()

    def test_choices_can_be_taken_back(self, search: Callable[[str], Page]) -> None:
        """Each choice is a button that removes it; the focus goes to the next."""
        page = search("?outcome=Depression&outcome=Anxiety&kind=Evidence+summary")
        page.get_by_role("button", name="Remove Outcome: Depression").click()

        expect(
            page.get_by_role("button", name=re.compile("Remove Outcome: Anxiety"))
        ).to_be_focused()
        expect(status(page)).not_to_contain_text("Depression")

        page.get_by_role("button", name="Clear all").click()

        expect(page.get_by_role("list", name="Chosen")).to_be_hidden()
        expect(page.get_by_role("textbox", name="What are you looking for?")).to_be_focused()


class TestAddress:
    """All that is asked stands in the address, and the way back leads back."""

    def test_address_says_all(self, search: Callable[[str], Page]) -> None:
        """Words, choices and order; an address opened afresh shows the same."""
        page = search("")
        ask(page, "music")
        choose(page, "outcome", "Depression")
        choose(page, "art form", "Music making")
        page.get_by_label("Sort by").select_option("Newest")
        expect(page).to_have_url(re.compile("sort=newest"))
        asked = parse_qs(urlsplit(page.url).query)
        other = search(f"?{urlsplit(page.url).query}")

        assert {"q": ["music"], "outcome": ["Depression"], "art-form": ["Music making"],
                "sort": ["newest"]} == asked  # fmt: skip
        assert (status(page).inner_text(), titles(page)) == (
            status(other).inner_text(), titles(other),
        )  # fmt: skip

    def test_back_and_forward(self, search: Callable[[str], Page]) -> None:
        """Each choice is a step; the words that were typed are one, however many keys it took."""
        page = search("")
        everything = number(page)
        page.get_by_role("textbox", name="What are you looking for?").press_sequentially("singing")
        expect(page).to_have_url(re.compile("q=singing$"))
        singing = number(page)
        choose(page, "kind", "Evidence summary")

        page.go_back()
        expect(
            page.get_by_role("checkbox", name=re.compile("^Evidence summary"))
        ).not_to_be_checked()
        expect(status(page)).to_have_text(re.compile(rf"^{singing} results for “singing”"))
        page.go_back()
        expect(status(page)).to_have_text(re.compile(rf"^{everything} results"))
        expect(page.get_by_role("textbox", name="What are you looking for?")).to_have_value("")
        page.go_forward()
        expect(status(page)).to_have_text(re.compile(rf"^{singing} results for “singing”"))

    def test_back_from_a_record_finds_the_same_place(self, search: Callable[[str], Page]) -> None:
        """After reading a record the reader has as many results as before."""
        page = search("")
        page.get_by_role("button", name=re.compile(r"Show \d+ more")).click()
        expect(results(page)).to_have_count(40)
        results(page).nth(30).get_by_role("link").click()
        page.wait_for_load_state()
        page.go_back()

        expect(results(page)).to_have_count(40)

    def test_what_an_address_may_not_say_is_left_out(self, search: Callable[[str], Page]) -> None:
        """Unknown orders, facets and hubs are passed over; markup in it stays text."""
        page = search("?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&sort=up&colour=red&also=Elsewhere")

        expect(status(page)).to_contain_text("“<img src=x onerror=alert(1)>”")
        assert 0 == page.locator("main img").count()
        expect(page.get_by_label("Sort by")).to_have_value("best")


class TestResults:
    """What is shown of each result, in which order, and how many."""

    def test_card_tells_the_main_things(self, search: Callable[[str], Page]) -> None:
        """Kind, direction with its sign, certainty, design, size and year at one glance."""
        page = search("?q=singing+postnatal+trial")
        link = page.get_by_role("link", name=re.compile("^Does group singing help mothers"))
        card = results(page).filter(has=link)

        for text in ("Evidence summary", "No difference", "Not graded", "134 participants", "2018",
                     "Randomised controlled trial"):  # fmt: skip
            expect(card).to_contain_text(text)
        expect(card.locator(".hub-badge svg")).to_be_visible()
        assert {"singing", "postnatal"} <= {
            each.lower() for each in card.locator("mark").all_inner_texts()
        }

    def test_newest_come_first(self, search: Callable[[str], Page]) -> None:
        """By year, and what has none comes last and is not lost."""
        page = search("?q=music&sort=newest")
        found = number(page)
        while page.get_by_role("button", name=re.compile(r"Show \d+ more")).is_visible():
            shown = results(page).count()
            page.get_by_role("button", name=re.compile(r"Show \d+ more")).click()
            expect(results(page)).not_to_have_count(shown)
        cards = results(page).all()
        lines = [card.locator(".hub-card__meta") for card in cards]
        texts = [line.inner_text() if line.count() else "" for line in lines]
        years = [int((re.findall(r"\b(?:19|20)\d\d\b", text) or [0])[-1]) for text in texts]

        assert found == len(cards)
        assert sorted(years, reverse=True) == years

    def test_largest_come_first(self, search: Callable[[str], Page]) -> None:
        """By the number of people who took part."""
        page = search("?kind=Evidence+summary&sort=largest")
        sizes = [
            int(found[1].replace(",", ""))
            for card in results(page).all_inner_texts()
            if (found := re.search(r"([\d,]+) participants", card))
        ]

        assert sorted(sizes, reverse=True) == sizes
        assert len(sizes) > 3

    def test_more_is_shown_when_asked(self, search: Callable[[str], Page]) -> None:
        """Twenty more; the focus goes to the first of them, and the status says so."""
        page = search("")
        page.get_by_role("button", name="Show 20 more").press("Enter")

        expect(results(page).nth(20).get_by_role("link")).to_be_focused()
        expect(status(page)).to_contain_text("the first 40 are shown")

    def test_typing_error_is_mended_and_said(self, search: Callable[[str], Page]) -> None:
        """The page shows what was meant, says so, and offers what was typed."""
        page = search("?q=dementai")

        expect(page.get_by_text("Showing results for “dementia”")).to_be_visible()
        expect(page.locator("mark").first).to_have_text(re.compile("dementia", re.IGNORECASE))
        page.get_by_role("button", name="Search for “dementai” instead").click()
        expect(page.get_by_text("Showing results for")).to_have_count(0)
        expect(page).to_have_url(re.compile("literal="))

    def test_nothing_found_says_what_to_loosen(self, search: Callable[[str], Page]) -> None:
        """A way on, with the number of results that it has; taking it finds them."""
        page = search("?q=singing&year=1066")
        expect(status(page)).to_contain_text("Nothing found")
        way = page.locator("[data-hub-meant]").get_by_role("button").first
        promised = re.search(r"\((\d+) results?\)", way.inner_text())
        assert promised is not None
        way.click()

        expect(status(page)).to_have_text(re.compile(rf"^{promised[1]} result"))

    def test_few_results_are_followed_by_what_has_some_of_the_words(
        self, search: Callable[[str], Page]
    ) -> None:
        """They stand apart and say what they are; none was found already, and any can be kept."""
        page = search("?q=singing+dementia+xylqvortz+accordion+reminiscence+ballet")
        near = page.get_by_role("region", name="With some of these words")
        cards = near.get_by_role("article")
        expect(near.get_by_role("status")).to_contain_text("some of these words, and not all")
        links = [
            each.get_attribute("href")
            for each in cards.get_by_role("heading").get_by_role("link").all()
        ]
        found = [
            each.get_attribute("href")
            for each in results(page).get_by_role("heading").get_by_role("link").all()
        ]

        assert number(page) < 3
        assert links
        assert not {*links} & {*found}
        cards.first.get_by_role("checkbox").check()
        expect(page.locator("[data-hub-count]")).to_contain_text("1")

    def test_many_results_are_followed_by_nothing(self, search: Callable[[str], Page]) -> None:
        """Three are enough; and what is in quotes is meant as it stands."""
        page = search("?q=singing+dementia")
        near = page.locator("[data-hub-near]")
        assert number(page) >= 3
        expect(near).to_be_hidden()
        ask(page, '"singing accordion"')

        expect(near).to_be_hidden()

    def test_an_index_that_is_missing_is_said(self, hub_url: str, page_at: PageAt) -> None:
        """Without an index the page says that nothing was searched, and still leads on."""
        page = page_at(f"{hub_url}about/").page
        page.route("**/pagefind/**", lambda route: route.abort())
        page.goto(f"{hub_url}search/?q=singing")

        expect(status(page)).to_contain_text("nothing was searched")
        expect(page.get_by_role("link", name="Evidence by outcome")).to_be_visible()


class TestReaders:
    """By keyboard, by ear, on paper, without scripts, below another site, on a phone."""

    def test_keyboard_alone_is_enough(self, search: Callable[[str], Page]) -> None:
        """From the words to a facet, to the results, and into a record, without a pointer."""
        page = search("")
        page.get_by_role("textbox", name="What are you looking for?").focus()
        page.keyboard.type("singing")
        expect(status(page)).to_contain_text("“singing”")
        box = page.get_by_role("checkbox", name=re.compile("^Evidence summary"))
        for _ in range(12):
            page.keyboard.press("Tab")
            if box.evaluate("each => each === document.activeElement"):
                break
        page.keyboard.press("Space")
        expect(status(page)).to_contain_text("kind of record: Evidence summary")
        expect(box).to_be_focused()
        page.get_by_role("textbox", name="What are you looking for?").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Results")).to_be_focused()
        first = results(page).first.get_by_role("link")
        for _ in range(12):
            page.keyboard.press("Tab")
            if first.evaluate("each => each === document.activeElement"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/evidence/summaries/*/")

    def test_what_is_found_is_said_aloud(self, search: Callable[[str], Page]) -> None:
        """One live region counts the results; the parts of the page have names."""
        page = search("?q=singing")

        assert "status" == status(page).get_attribute("role")
        for role, name in (("search", "All records"), ("region", "Narrow the search"),
                           ("region", "Results"), ("group", "Outcome")):  # fmt: skip
            expect(page.get_by_role(role, name=name, exact=True)).to_be_visible()  # type: ignore[arg-type]

    def test_without_scripts_it_says_so_and_leads_on(self, hub_url: str, page_at: PageAt) -> None:
        """What can be searched can be browsed; nothing that needs scripts is shown."""
        page = page_at(f"{hub_url}search/", scripts=False).page
        main = page.get_by_role("main")

        expect(main.get_by_text("This page needs JavaScript")).to_be_visible()
        expect(main.get_by_role("textbox")).to_have_count(0)
        main.get_by_role("link", name="Evidence by outcome").click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()

    @pytest.mark.parametrize("way", range(18))
    def test_ways_to_browse_lead_somewhere(
        self, hub_url: str, page_at: PageAt, real_site: Path, way: int
    ) -> None:
        """Every link for readers without scripts is good."""
        page = page_at(f"{hub_url}search/", scripts=False).page
        links = page.locator(".hub-find__browse li a")
        path = urlsplit(str(links.nth(way % links.count()).evaluate("a => a.href"))).path

        assert (real_site / path.lstrip("/") / "index.html").is_file()

    def test_it_works_below_another_site(
        self, real_site: Path, serve: Serve, page_at: PageAt
    ) -> None:
        """Results, and all that is asked for, are below the sub-path."""
        home = serve(real_site, under="/hub/")
        visit = page_at(f"{home}search/?q=singing")
        expect(results(visit.page).first).to_be_visible()
        href = str(results(visit.page).first.get_by_role("link").evaluate("a => a.href"))

        assert href.startswith(f"{home}evidence/")
        assert [] == [url for url in visit.requests if not url.startswith(home)]
        assert [] == visit.errors

    def test_nobody_else_is_asked_and_nothing_kept(self, hub_url: str, page_at: PageAt) -> None:
        """Searching and choosing ask this site alone, and store nothing."""
        visit = page_at(f"{hub_url}search/?q=singing&outcome=Depression")
        expect(results(visit.page).first).to_be_visible()

        assert ([], []) == (visit.outside_requests, visit.errors)
        assert "[[],[]]" == visit.page.evaluate(
            "JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage)])"
        )

    def test_on_a_phone_the_facets_wait(self, hub_url: str, page_at: PageAt) -> None:
        """The results come first, nothing scrolls sideways, and no facet's file is fetched."""
        visit = page_at(f"{hub_url}search/?q=singing", width=320)
        expect(results(visit.page).first).to_be_visible()

        assert 320 == visit.page.evaluate("document.documentElement.scrollWidth")
        assert [] == [url for url in visit.requests if "/pagefind/facets/" in url]

    def test_choosing_without_words_fetches_no_words(self, hub_url: str, page_at: PageAt) -> None:
        """Browsing by facets needs the facets' files, and none of the index of words."""
        visit = page_at(f"{hub_url}search/?outcome=Depression")
        expect(results(visit.page).first).to_be_visible()
        expect(facet(visit.page, "kind")).to_be_visible()

        assert [] == [url for url in visit.requests if url.endswith(".pf_index")]

    @pytest.mark.parametrize("view", [("light", 390), ("dark", 1280)], ids=["phone", "desk"])
    @pytest.mark.parametrize(
        "address",
        [
            "",
            "?q=singing&outcome=Depression",
            "?q=xylqvortz",
            "?q=dementai",
            "?year=1066",
            "?q=singing+ballet+accordion",
        ],
        ids=["empty", "results", "none", "mended", "loosen", "near"],
    )
    def test_axe_finds_nothing(
        self, visit: PageAt, axe: Axe, address: str, view: tuple[Scheme, int]
    ) -> None:
        """No fault of accessibility, with all that can be opened open."""
        page = visit(f"search/{address}", *view).page
        expect(status(page)).not_to_be_empty()
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.wait_for_load_state("networkidle")

        assert [] == axe(page)


def test_header_search_leads_to_all_results(hub_url: str, page_at: PageAt) -> None:
    """The dialog shows kinds and directions, and its last link takes the words to the page."""
    page = page_at(f"{hub_url}about/").page
    page.keyboard.press("/")
    page.keyboard.type("singing & dementia")
    dialog = page.get_by_role("dialog", name="Search the hub")
    expect(dialog.get_by_role("status")).to_contain_text("“singing & dementia”")
    assert dialog.locator(".hub-hit__kind").count() > 0
    assert dialog.locator(".hub-hit__sign").count() > 0

    dialog.get_by_role("link", name="All results for “singing & dementia”").click()

    expect(page.get_by_role("heading", level=1, name="Search")).to_be_visible()
    expect(status(page)).to_contain_text("“singing & dementia”")

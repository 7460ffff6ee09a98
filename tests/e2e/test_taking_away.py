"""Taking results away in Chromium: the shortlist, a link to it, files, and a brief to print."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from hub.citing.items import read_csl_json
from hub.citing.ris import read_ris
from hub.loading.bibtex import read_bibtex
from hub.source import SourceText
from tests.e2e.browser import PageAt
from tests.e2e.searching import number, results, status

TRIAL = "evidence/summaries/singing-postnatal-depression-trial/"
TABLE = """async ([address, records]) => {
  const { table } = await import(address);
  return table(records.map((record) => ({ directions: [], ...record })));
}"""
BLANK = dict.fromkeys(("kind", "answer", "certainty", "design", "size", "year", "href"), "")


@pytest.fixture
def singing(hub_url: str, page_at: PageAt) -> Page:
    """Return the search page with the summaries on singing."""
    page = page_at(f"{hub_url}search/?kind=Evidence+summary&art-form=Singing").page
    expect(results(page).first).to_be_visible()
    return page


def tick(page: Page, place: int) -> str:
    """Put the result at a place on the shortlist; return its title."""
    card = results(page).nth(place)
    card.get_by_role("checkbox").check()
    return card.get_by_role("heading").inner_text()


def panel(page: Page) -> Locator:
    """Return the shortlist, opened."""
    found = page.locator("[data-hub-shortlist]")
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    return found


def saved(page: Page, part: Locator, name: str) -> str:
    """Press a button that makes a file; return what is in it."""
    if part.get_attribute("open") is None:
        part.locator("summary").click()
    with page.expect_download() as download:
        part.get_by_role("button", name=name, exact=True).click()
    return Path(download.value.path()).read_bytes().decode()


def works(real_site: Path, page: Page) -> list[dict[str, Any]]:
    """Return the works of the summaries that are shown, from the hub's own data."""
    text = (real_site / "data/v1/summaries.json").read_text(encoding="utf-8")
    known = {each["page"]: each["work"] for each in json.loads(text)["summaries"]}
    links = results(page).get_by_role("heading").get_by_role("link").all()
    return [known[urlsplit(str(a.evaluate("a => a.href"))).path.lstrip("/")] for a in links]


class TestShortlist:
    """Ticked results stay in this browser, and nowhere else."""

    def test_ticked_results_are_listed(self, singing: Page) -> None:
        """In the order of ticking, with their number; the list is there after a reload."""
        chosen = [tick(singing, 1), tick(singing, 0)]
        singing.reload()
        expect(results(singing).first).to_be_visible()

        assert (
            chosen == panel(singing).get_by_role("listitem").get_by_role("link").all_inner_texts()
        )
        expect(panel(singing).locator("summary")).to_have_text(re.compile(r"Shortlist\s+\(2\)"))
        expect(results(singing).nth(0).get_by_role("checkbox")).to_be_checked()

    def test_what_is_pressed_early_is_not_lost(self, hub_url: str, page_at: PageAt) -> None:
        """Ticks and buttons wait for their script, and happen in the order of pressing."""
        page = page_at(hub_url).page
        held = list[Route]()
        page.route("**/kept.js", lambda route: held.append(route))  # noqa: PLW0108 - it marks it
        with page.expect_request("**/kept.js"):
            page.goto(f"{hub_url}search/?kind=Evidence+summary&art-form=Singing")
        chosen = [tick(page, 1), tick(page, 0)]
        away = page.locator("[data-hub-away]")
        away.locator("summary").click()
        away.get_by_role("button", name="CSV", exact=True).click()
        with page.expect_download():
            held[0].continue_()

        assert chosen == panel(page).get_by_role("listitem").get_by_role("link").all_inner_texts()

    def test_one_entry_is_kept_and_goes_with_the_list(self, singing: Page) -> None:
        """Nothing is stored before the first tick, nor after the list is cleared."""
        stored = "Object.keys(localStorage)"
        before = singing.evaluate(stored)
        tick(singing, 0)
        kept = singing.evaluate(stored)
        panel(singing).get_by_role("button", name="Clear the shortlist").click()

        assert ([], ["/.hub-shortlist"], []) == (before, kept, singing.evaluate(stored))
        expect(results(singing).nth(0).get_by_role("checkbox")).not_to_be_checked()
        expect(panel(singing)).to_contain_text("Tick “Shortlist” at a result")

    def test_removing_keeps_the_focus_in_the_list(self, singing: Page) -> None:
        """The button of the next entry has it."""
        removed, kept = tick(singing, 0), tick(singing, 1)
        panel(singing).get_by_role("button", name=removed).click()

        expect(panel(singing).get_by_role("button", name=kept)).to_be_focused()

    def test_the_privacy_page_names_the_entry(self) -> None:
        """Readers can find the entry that the page speaks of."""
        page = Path(__file__).parents[2] / "docs" / "about" / "privacy.md"

        assert "`hub-shortlist`" in page.read_text(encoding="utf-8")

    def test_what_is_stored_is_not_trusted(self, hub_url: str, page_at: PageAt) -> None:
        """What is no list of records is passed over; a title in it stays text."""
        page = page_at(hub_url).page
        kept = [
            {"id": "javascript:alert(1)", "title": "x"},
            {"id": "//else.example/", "title": "x"},
            {"id": TRIAL, "title": "<img src=x>", "kind": None},
            7,
        ]
        page.evaluate("kept => window.__md_set('hub-shortlist', kept)", kept)
        page.goto(f"{hub_url}search/")

        links = panel(page).get_by_role("listitem").get_by_role("link")
        expect(links).to_have_text(["<img src=x>"])
        assert f"{hub_url}{TRIAL}" == links.evaluate("a => a.href")


class TestLink:
    """A list that is passed on."""

    @pytest.fixture
    def link(self, singing: Page) -> str:
        """Return the link to a list of two."""
        tick(singing, 0)
        tick(singing, 1)
        return panel(singing).get_by_label("A link to this list").input_value()

    def test_link_shows_the_list_elsewhere(self, link: str, singing: Page, page_at: PageAt) -> None:
        """In another browser the titles are there, and nothing is stored until it is asked."""
        wanted = panel(singing).get_by_role("listitem").get_by_role("link").all_inner_texts()
        page = page_at(link).page
        shared = page.get_by_role("region", name="A shortlist from somebody else")
        expect(shared.get_by_role("status")).to_have_text("2 records")

        assert wanted == shared.get_by_role("listitem").get_by_role("link").all_inner_texts()
        assert [] == page.evaluate("Object.keys(localStorage)")

        shared.get_by_role("button", name="Add it to my shortlist").click()

        assert wanted == panel(page).get_by_role("listitem").get_by_role("link").all_inner_texts()
        assert ["/.hub-shortlist"] == page.evaluate("Object.keys(localStorage)")

    def test_ids_stay_behind_the_sign(self, link: str) -> None:
        """Servers never see what is on the list."""
        parts = urlsplit(link)

        assert ("/search/", "") == (parts.path, parts.query)
        assert unquote(parts.fragment).startswith("shortlist=evidence/summaries/")

    def test_list_can_be_taken_away_where_it_arrives(self, link: str, page_at: PageAt) -> None:
        """Its files need not be stored first."""
        page = page_at(link).page
        shared = page.get_by_role("region", name="A shortlist from somebody else")
        expect(shared.get_by_role("status")).to_have_text("2 records")
        with page.expect_download() as download:
            shared.get_by_role("button", name="CSL-JSON").click()

        assert 2 == len(json.loads(Path(download.value.path()).read_text(encoding="utf-8")))

    @pytest.mark.parametrize(
        "ids",
        ["https%3A%2F%2Felse.example%2F", "..%2Fabout%2F", "%2F%2Felse.example", "javascript:1",
         "%ZZ", ""],
    )  # fmt: skip
    def test_other_addresses_are_no_ids(self, hub_url: str, page_at: PageAt, ids: str) -> None:
        """A link can only name pages of this hub."""
        visit = page_at(f"{hub_url}search/#shortlist={ids}")
        expect(status(visit.page)).not_to_be_empty()

        expect(visit.page.locator("[data-hub-shared]")).to_be_hidden()
        assert [] == visit.outside_requests

    def test_a_record_that_is_gone_is_said_to_be_gone(self, hub_url: str, page_at: PageAt) -> None:
        """The others are still shown."""
        page = page_at(f"{hub_url}search/#shortlist=evidence%2Fsummaries%2Fgone%2F,{TRIAL}").page
        shared = page.get_by_role("region", name="A shortlist from somebody else")

        expect(shared).to_contain_text("gone/: this is no longer in the hub")
        expect(shared.get_by_role("link", name=re.compile("Does group singing"))).to_be_visible()


class TestFiles:
    """Files of the results, read by others than those who wrote them."""

    @pytest.fixture
    def away(self, singing: Page) -> Locator:
        """Return the part of the page that takes all results away."""
        return singing.locator("[data-hub-away]")

    def test_csv_has_every_result(self, singing: Page, away: Locator, hub_url: str) -> None:
        """One row each, in the order of the page, with address and year."""
        rows = [*csv.DictReader(io.StringIO(saved(singing, away, "CSV"), newline=""))]
        shown = results(singing).get_by_role("heading").all_inner_texts()

        assert number(singing) == len(rows)
        assert shown == [row["title"] for row in rows]
        assert all(row["address"].startswith(f"{hub_url}evidence/summaries/") for row in rows)
        assert all(re.fullmatch(r"\d{4}", row["year"]) for row in rows)

    def test_ris_has_every_work(self, singing: Page, away: Locator, real_site: Path) -> None:
        """Each work once, by title."""
        items = read_ris(saved(singing, away, "RIS"))

        assert {each["title"] for each in works(real_site, singing)} == {
            each["title"] for each in items
        }

    def test_bibtex_has_every_work(self, singing: Page, away: Locator, real_site: Path) -> None:
        """The hub's own reader finds all keys, and nothing to complain of but what is unused."""
        library = read_bibtex(SourceText("x.bib", saved(singing, away, "BibTeX")))

        assert {each["id"] for each in works(real_site, singing)} == set(library.references)

    def test_csl_json_has_every_work(self, singing: Page, away: Locator, real_site: Path) -> None:
        """One list of items, as reference managers read it."""
        items = read_csl_json(saved(singing, away, "CSL-JSON"))

        assert {each["id"] for each in works(real_site, singing)} == {each["id"] for each in items}

    def test_what_has_no_work_is_said_to_be_left_out(self, hub_url: str, page_at: PageAt) -> None:
        """Pages cannot be cited: the file of references says so, and CSV has them."""
        page = page_at(f"{hub_url}search/?kind=Page").page
        expect(results(page).first).to_be_visible()
        away = page.locator("[data-hub-away]")
        rows = saved(page, away, "CSV").count("\r\n") - 1
        away.get_by_role("button", name="RIS").click()

        expect(away.get_by_role("status")).to_contain_text(
            f"No file was made. Left out: {number(page)} records without a work to cite"
        )
        assert number(page) == rows

    @pytest.mark.parametrize(
        "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\u00a0=1", "\uff1d1", 'a "quoted", text'],
    )  # fmt: skip
    def test_no_spreadsheet_runs_a_cell(self, hub_url: str, page_at: PageAt, text: str) -> None:
        """A cell that looks like a formula gets an apostrophe; nothing else is changed."""
        page = page_at(hub_url).page
        address = f"{hub_url}assets/hub/js/search/take.js"
        table = page.evaluate(TABLE, [address, [{**BLANK, "title": text}]])
        _, row = csv.reader(io.StringIO(table, newline=""))

        assert (text if text[0] == "a" else f"'{text}") == row[0]


class TestBrief:
    """A page for a meeting, with numbered references."""

    @pytest.fixture
    def brief(self, singing: Page) -> Locator:
        """Return the brief on what is shown."""
        singing.locator("[data-hub-away] > summary").click()
        singing.locator("[data-hub-away]").get_by_role("button", name="Brief to print").click()
        found = singing.get_by_role("region", name="Evidence brief")
        expect(found).to_be_visible()
        return found

    def test_brief_says_what_was_asked_and_found(self, brief: Locator, singing: Page) -> None:
        """The question in words, and each record with its direction, certainty and number."""
        records = brief.locator(".hub-brief__record")

        expect(brief).to_contain_text("Asked: kind of record: Evidence summary; art form: Singing.")
        assert records.count() == results(singing).count()
        for record in records.all():
            expect(record.locator(".hub-badge").first).to_be_visible()
            expect(record.locator(".hub-certainty").first).to_be_visible()
            expect(record.get_by_role("link", name=re.compile(r"^\[\d+\]$"))).to_be_visible()

    def test_numbers_lead_to_the_entries(self, brief: Locator) -> None:
        """Each entry is printed as the page of its work prints it."""
        record = brief.locator(".hub-brief__record").filter(
            has_text="Does group singing help mothers"
        )
        target = record.get_by_role("link", name=re.compile(r"^\[")).get_attribute("href")

        expect(brief.locator(f"li{target}")).to_contain_text("Fancourt D, Perkins R.")

    def test_brief_is_accessible_and_can_be_left(
        self, brief: Locator, singing: Page, axe: Callable[[Page], list[str]]
    ) -> None:
        """It has one heading of the first order; leaving it gives the focus back."""
        assert [] == axe(singing)
        assert 1 == singing.get_by_role("heading", level=1).count()

        brief.get_by_role("button", name="Back to the search").click()

        expect(singing.get_by_role("button", name="Brief to print").first).to_be_focused()
        expect(brief).to_be_hidden()

    def test_only_the_brief_is_printed(self, brief: Locator, singing: Page) -> None:
        """On paper there are no buttons and no search; the PDF is there in full."""
        singing.emulate_media(media="print")

        expect(singing.get_by_role("button")).to_have_count(0)
        expect(brief.get_by_role("heading", name="References")).to_be_visible()
        assert len(re.findall(rb"/Type\s*/Page\b", singing.pdf(format="A4"))) >= 1


def test_axe_finds_nothing_on_filled_lists(
    singing: Page, axe: Callable[[Page], list[str]], hub_url: str
) -> None:
    """The shortlist and a shared list, both open."""
    tick(singing, 0)
    singing.goto(f"{hub_url}search/?q=singing#shortlist={TRIAL}")
    expect(singing.locator("[data-hub-shared] [data-hub-said]")).to_have_text("1 record")
    panel(singing)

    assert [] == axe(singing)

"""The table of 300 invented signatories in Chromium: sorted, narrowed, searched, linked, printed.

What must stand in it is counted from the files of the demonstration hub with plain PyYAML.
"""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import PageAt, Scheme
from tests.e2e.serving import Serve
from tests.site.reading import Records, read_records

ADDRESS = "concordats/demonstration-national/signatories/"
STEP = 50
FOLD = """async ([root, texts]) => {
  const { fold } = await import(`${root}assets/hub/js/table/rows.js`);
  return texts.map(fold);
}"""

Axe = Callable[[Page], list[str]]
Open = Callable[[str], Page]


@pytest.fixture(scope="session")
def demo_url(demo_site: Path, serve: Serve) -> str:
    """Serve the demonstration; return its address."""
    return serve(demo_site)


@pytest.fixture(scope="session")
def records(demo_hub: Path) -> Records:
    """Return those who signed, as their files say."""
    return read_records(demo_hub / "concordats/demonstration-national/signatories")


@pytest.fixture
def table(demo_url: str, page_at: PageAt) -> Open:
    """Return a function that opens the table at an address, and waits until it is awake."""

    def opened(address: str = "") -> Page:
        page = page_at(f"{demo_url}{ADDRESS}{address}").page
        expect(status(page)).not_to_be_empty()
        return page

    return opened


def status(page: Page) -> Locator:
    """Return the line that says what is shown, and is read aloud."""
    return page.locator("[data-hub-said]")


def rows(page: Page) -> Locator:
    """Return the rows that are there."""
    return page.locator("#signatories tbody tr")


def ids(page: Page) -> list[str]:
    """Return the ids of the signatories whose rows are there, in their order."""
    names: list[str] = page.evaluate(
        "[...document.querySelectorAll('#signatories tbody tr')].map((row) => row.id)"
    )
    return [name.removeprefix("signatory-") for name in names]


def show_all(page: Page) -> list[str]:
    """Show all rows that were asked for, and return their ids."""
    button = page.get_by_role("button", name=re.compile("^Show all [0-9]"))
    if button.is_visible():
        button.click()
    return ids(page)


def header(page: Page, name: str) -> Locator:
    """Return the header of a column."""
    return page.locator("#signatories").get_by_role("columnheader", name=name, exact=True)


def newest(record: dict[str, object]) -> str:
    """Return the day of the signature of the newest version, "" where it is not known."""
    signatures = record["signatures"]
    assert isinstance(signatures, list)
    return str(signatures[-1].get("signed", ""))


class TestOrder:
    """Headers are buttons that sort, and say so."""

    def test_enter_sorts_and_sorts_back(self, table: Open, records: Records) -> None:
        """Days in their order, then in the reverse one; who signed on an unknown day comes last."""
        page = table("")
        button = header(page, "Signed").get_by_role("button")
        days = {name: newest(record) for name, record in records.items()}
        unknown = sum(not day for day in days.values())

        button.press("Enter")
        expect(header(page, "Signed")).to_have_attribute("aria-sort", "ascending")
        expect(status(page)).to_contain_text("Sorted by signed.")
        up = [days[name] for name in show_all(page)]
        button.press("Enter")
        expect(header(page, "Signed")).to_have_attribute("aria-sort", "descending")
        expect(status(page)).to_contain_text("Sorted by signed, descending.")
        expect(button).to_be_focused()
        down = [days[name] for name in show_all(page)]

        assert sorted(filter(None, days.values())) + [""] * unknown == up
        assert sorted(filter(None, days.values()), reverse=True) + [""] * unknown == down

    def test_one_column_at_a_time_is_sorted(self, table: Open) -> None:
        """Of all headers one says that the rows are in its order."""
        page = table("")
        header(page, "Delivery").get_by_role("button").press("Space")
        expect(status(page)).to_contain_text("Sorted by delivery.")

        assert 1 == page.locator("#signatories [aria-sort]").count()

    def test_steps_of_delivery_have_their_own_order(self, table: Open, records: Records) -> None:
        """From declared to delivered, and not by the alphabet."""
        page = table("?sort=delivery&order=descending")
        order = ["delivered", "under-way", "plan", "declared", "lapsed"]
        steps = [
            str(record["delivery"][-1]["stage"])
            if (record := records[name]).get("delivery")
            else ""
            for name in show_all(page)
        ]

        assert [*order, ""] == [*dict.fromkeys(steps)]


class TestChoice:
    """Names, choices and days narrow the table, each by keyboard."""

    def test_a_choice_leaves_as_many_rows_as_it_says(self, table: Open) -> None:
        """The number beside a choice is that of the rows that it leaves."""
        page = table("")
        select = page.get_by_label("Delivery", exact=True)
        for option in select.locator("option").all_inner_texts()[1:]:
            label, number = re.fullmatch(r"(.+) \((\d+)\)", option).groups()  # type: ignore[union-attr]
            select.select_option(label=option)
            expect(status(page)).to_contain_text(f"{number} of 300 signatories: delivery: {label}.")

            assert int(number) == len(show_all(page))

    def test_choices_narrow_each_other(self, table: Open, records: Records) -> None:
        """Who withdrew and had a plan, as the files say; numbers beside other choices follow."""
        page = table("?status=Withdrawn")
        expected = {
            name
            for name, record in records.items()
            if "withdrawn" in record
            and record.get("delivery", [{"stage": ""}])[-1]["stage"] == "plan"
        }
        options = page.get_by_label("Delivery", exact=True).locator("option").all_inner_texts()
        page.get_by_label("Delivery", exact=True).select_option("Plan")
        expect(status(page)).to_contain_text("delivery: Plan")

        assert f"Plan ({len(expected)})" in options
        assert expected == set(ids(page))

    def test_the_arrow_keys_choose(self, table: Open) -> None:
        """A choice is made without a pointer, and the focus stays where it is."""
        page = table("")
        select = page.get_by_label("Status", exact=True)
        select.focus()
        page.keyboard.press("ArrowDown")
        expect(status(page)).to_contain_text("of 300 signatories: status: ")

        expect(select).to_be_focused()

    def test_days_narrow_the_table(self, table: Open, records: Records) -> None:
        """From and up to a day, both included; who signed on an unknown day is not among them."""
        page = table("?from=2024-06-03&to=2024-07-15")
        expected = {
            name
            for name, record in records.items()
            if "2024-06-03" <= newest(record) <= "2024-07-15"
        }

        expect(status(page)).to_contain_text("signed from 3 June 2024; signed up to 15 July 2024")
        assert expected == set(show_all(page))

    def test_words_are_found_wherever_they_stand_in_a_name(self, table: Open) -> None:
        """Each word counts; every key is answered at once."""
        page = table("")
        field = page.get_by_label("Name", exact=True)
        field.press_sequentially("playhouse amber")
        expect(status(page)).to_contain_text("“playhouse amber”")

        expect(rows(page)).to_have_count(1)
        expect(rows(page)).to_contain_text("Amberlow Playhouse")

    def test_accents_and_capitals_do_not_matter(self, demo_url: str, page_at: PageAt) -> None:
        """What is typed without accents finds names that have them."""
        page = page_at(demo_url).page
        texts = ["Ŵyn", "Theatr Crëwyd", "SØRENSEN", "Łódź", "Straße", "n\u0303", "Ístanbul"]

        assert ["wyn", "theatr crewyd", "sorensen", "lodz", "strasse", "n", "istanbul"] == (
            page.evaluate(FOLD, [demo_url, texts])
        )

    def test_nothing_found_is_said(self, table: Open) -> None:
        """The line says that there is none, and one button shows all again."""
        page = table("?q=zzzz")
        expect(status(page)).to_contain_text("0 of 300 signatories: “zzzz”")
        page.get_by_role("button", name="Show all again").press("Enter")

        expect(status(page)).to_have_text(re.compile(r"^300 signatories\."))
        expect(page.get_by_label("Name", exact=True)).to_be_focused()


class TestAddress:
    """All that is asked stands in the address, and the way back leads back."""

    def test_an_address_opened_afresh_shows_the_same(self, table: Open) -> None:
        """Words, choices, days and the order."""
        page = table("")
        page.get_by_label("Status", exact=True).select_option("Current")
        page.get_by_label("Signed from").fill("2025-09-10")
        header(page, "Place").get_by_role("button").click()
        header(page, "Place").get_by_role("button").click()
        page.get_by_label("Name", exact=True).fill("trust")
        expect(page).to_have_url(re.compile("q=trust"))
        asked = urlsplit(page.url).query
        other = table(f"?{asked}")

        assert {"q": ["trust"], "status": ["Current"], "from": ["2025-09-10"], "sort": ["place"],
                "order": ["descending"]} == parse_qs(asked)  # fmt: skip
        assert (status(page).inner_text(), ids(page)) == (status(other).inner_text(), ids(other))
        assert "trust" == other.get_by_label("Name", exact=True).input_value()

    def test_back_takes_the_last_step_back(self, table: Open) -> None:
        """Each choice is a step of the history."""
        page = table("")
        page.get_by_label("Status", exact=True).select_option("Withdrawn")
        expect(status(page)).to_contain_text("status: Withdrawn")
        header(page, "Signed").get_by_role("button").click()
        expect(status(page)).to_contain_text("Sorted by signed.")
        page.go_back()
        expect(status(page)).to_contain_text("Sorted by organisation.")
        expect(page.get_by_label("Status", exact=True)).to_have_value("Withdrawn")
        page.go_back()

        expect(status(page)).to_have_text(re.compile(r"^300 signatories\."))
        expect(page.get_by_label("Status", exact=True)).to_have_value("")

    def test_what_an_address_may_not_say_is_left_out(self, table: Open) -> None:
        """Unknown choices, columns and days are passed over; markup in it stays text."""
        page = table("?q=%3Cimg+src%3Dx%3E&status=Perhaps&sort=colour&from=soon")

        expect(status(page)).to_have_text(
            "0 of 300 signatories: “<img src=x>”. Sorted by organisation."
        )
        assert 0 == page.locator("main [data-hub-said] img").count()

    def test_a_link_to_a_row_leads_to_it(self, table: Open, records: Records) -> None:
        """Also to one that is not among the first, or that the choices would leave out."""
        last = max(records)
        page = table(f"?status=Withdrawn#signatory-{last}")
        row = page.locator(f"#signatory-{last}")

        expect(row).to_be_in_viewport()
        expect(status(page)).to_have_text(re.compile(r"^300 signatories\."))


class TestReaders:
    """For those who ask for more, print, listen, or have no scripts."""

    def test_more_is_shown_when_asked(self, table: Open) -> None:
        """The focus goes to the first new row, and a reader who comes back finds as many."""
        page = table("")
        expect(rows(page)).to_have_count(STEP)
        page.get_by_role("button", name=f"Show {STEP} more").press("Enter")
        expect(rows(page).nth(STEP)).to_be_focused()
        expect(status(page)).to_contain_text(f"The first {2 * STEP} are shown.")
        rows(page).nth(70).get_by_role("link").first.click()
        page.wait_for_url("**/organisations/*/")
        page.go_back()

        expect(rows(page)).to_have_count(2 * STEP)

    def test_all_rows_are_printed(self, table: Open, records: Records) -> None:
        """Paper has every row that was asked for; the screen is as it was afterwards."""
        page = table("")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        printed = ids(page)
        page.evaluate("dispatchEvent(new Event('afterprint'))")

        assert (set(records), STEP) == (set(printed), rows(page).count())

    def test_without_scripts_all_rows_are_there(
        self, demo_url: str, page_at: PageAt, records: Records
    ) -> None:
        """They can be seen, by name; what needs scripts is not shown."""
        page = page_at(demo_url + ADDRESS, scripts=False).page
        shown = rows(page).locator("visible=true")

        expect(shown).to_have_count(len(records))
        expect(page.locator("form[data-hub-sift]")).to_be_hidden()
        expect(page.locator("[data-hub-more]")).to_be_hidden()
        assert 0 == page.locator("#signatories thead button").count()

    def test_what_is_shown_is_said_aloud(self, table: Open) -> None:
        """One live region; the form is a search with a name, and each field has its label."""
        page = table("")

        assert "status" == status(page).get_attribute("role")
        expect(page.get_by_role("search", name="Signatories")).to_be_visible()
        for label in (
            "Name",
            "Status",
            "Delivery",
            "Sector",
            "Place",
            "Signed from",
            "Signed up to",
        ):
            expect(page.get_by_label(label, exact=True)).to_be_visible()

    @pytest.mark.parametrize("view", [("light", 390), ("dark", 1280)], ids=["phone", "desk"])
    @pytest.mark.parametrize("address", [ADDRESS, "organisations/amberlow-constabulary/",
                                         "organisations/", "organisations/page/2/"])  # fmt: skip
    def test_axe_finds_nothing(
        self, demo_url: str, page_at: PageAt, axe: Axe, address: str, view: tuple[Scheme, int]
    ) -> None:
        """No fault of accessibility, pictures and badges included; nobody else is asked."""
        visit = page_at(demo_url + address, *view)

        assert [] == axe(visit.page)
        assert ([], []) == (visit.outside_requests, visit.errors)

    def test_it_fits_a_small_phone(self, demo_url: str, page_at: PageAt) -> None:
        """At 320 pixels nothing but a table scrolls sideways."""
        page = page_at(demo_url + ADDRESS, width=320).page

        assert 320 == page.evaluate("document.documentElement.scrollWidth")

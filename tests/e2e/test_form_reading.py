"""What a contributor sees before a file is handed over, and the ways it can then take."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import PageAt, Scheme
from tests.e2e.filling import FORMS, fill, finished, keep_hub_at
from tests.e2e.kinds import open_all

READING = "[data-hub-read]"
MAILBOX = "hub@council.example"
CHOIR = {"Title": "Harbour Choir", "Sector": "Arts organisation"}
LONG = "Sung by many. " * 200


def reading(page: Page) -> str:
    """Ask how it reads; return the lines."""
    page.get_by_role("button", name="See how it reads").click()
    return page.locator(READING).inner_text()


def test_a_record_is_shown_as_it_reads(hub_url: str, page_at: PageAt) -> None:
    """Fields by name, terms by label, works by title, dates in words: no id, key or YAML."""
    page = page_at(f"{hub_url}{FORMS}summary/").page
    fill(page, {"Title": "Does singing help?", "Source": "FancourtPerkins2018",
                "Design": "Randomised controlled trial", "Reviewed: On": "2026-01-15",
                "Plain summary": "Once.\n\nSee [@FancourtPerkins2018, p. 4]."})  # fmt: skip
    title = "Effect of singing interventions on symptoms of postnatal depression: three-arm"
    said = reading(page)

    assert f"Source\n{title}" in re.sub(r"\n+", "\n", said)
    assert f"See [“{title}" in said
    assert "Randomised controlled trial" in said
    assert "15 January 2026" in said
    assert "FancourtPerkins2018" not in said
    expect(page.locator(f"{READING} h3")).to_have_text("Does singing help?")
    expect(page.locator(f"{READING} h4")).to_have_text(
        ["Source", "Design", "Plain summary", "Reviewed"]
    )


def test_the_reading_is_found_and_follows_what_is_typed(hub_url: str, page_at: PageAt) -> None:
    """It takes the focus once, is named, and then changes without a word."""
    page = page_at(f"{hub_url}{FORMS}organisation/").page
    assert "No title yet" in reading(page)
    expect(page.get_by_role("region", name="How it reads")).to_be_focused()
    page.get_by_label("Title").fill("Harbour Choir")

    expect(page.locator(f"{READING} h3")).to_have_text("Harbour Choir")
    expect(page.get_by_label("Title")).to_be_focused()
    expect(page.get_by_role("region", name="Your file")).to_be_hidden()
    assert 0 == page.locator("[data-hub-reading] [aria-live]").count()


def test_a_file_that_is_no_longer_true_is_taken_away(hub_url: str, page_at: PageAt) -> None:
    """Nobody sends what stood there before the last answer."""
    page = page_at(f"{hub_url}{FORMS}organisation/").page
    fill(page, CHOIR)
    finished(page)
    page.get_by_label("Title").fill("Harbour Band")

    expect(page.get_by_role("region", name="Your file")).to_be_hidden()
    expect(page.get_by_role("status")).to_contain_text("check again for the file")


def test_what_is_typed_never_becomes_html(hub_url: str, page_at: PageAt) -> None:
    """It is shown, letter by letter."""
    hostile = "<img src=x onerror=alert(1)> & <b>bold</b> [x](javascript:alert(1))"
    visit = page_at(f"{hub_url}{FORMS}story/")
    fill(visit.page, {"Title": hostile, "Text": hostile, "Told by": hostile})
    said = reading(visit.page)

    assert 3 == said.count(hostile)
    assert 0 == visit.page.locator(f"{READING} :is(img, b, a, script)").count()
    assert [] == visit.errors


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("dark", 390)])
def test_a_finished_form_has_no_barriers(
    scheme: Scheme, width: int, hub_url: str, page_at: PageAt, axe: Callable[[Page], list[str]]
) -> None:
    """The reading beside the file, or above it on a phone; nothing is cut off."""
    page = page_at(f"{hub_url}{FORMS}practice/?record=melodies-for-mums", scheme, width).page
    fill(page, {"Title": "Tunes"})
    finished(page)
    tops = {
        page.locator(f"[data-hub-{each}]").evaluate("each => each.getBoundingClientRect().top")
        for each in ("reading", "done")
    }

    assert [] == axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (1 if width > 1000 else 2) == len(tops)


def test_a_record_that_is_missing_is_no_barrier(
    hub_url: str, page_at: PageAt, axe: Callable[[Page], list[str]]
) -> None:
    """The page that says so is like any other."""
    page = page_at(f"{hub_url}{FORMS}story/?record=nobody").page
    expect(page.get_by_role("alert")).to_be_visible()

    assert [] == axe(page)


def sent_to(page: Page, url: str, place: str, answers: dict[str, str]) -> tuple[str, str]:
    """Finish a form of a hub that takes files at a place; return its words and its address."""
    keep_hub_at(page, send_to=place)
    page.goto(f"{url}{FORMS}organisation/")
    expect(page.get_by_label("Title")).to_be_visible()
    open_all(page)
    fill(page, answers)
    finished(page)
    way = page.locator("[data-hub-ways] li").filter(has_text="Without an account")
    return way.inner_text(), way.locator("a").get_attribute("href") or ""


def test_a_file_can_be_sent_by_mail(hub_url: str, page_at: PageAt) -> None:
    """To the mailbox that the hub names, with the file in it, exactly."""
    page = page_at(hub_url).page
    said, link = sent_to(page, hub_url, MAILBOX, CHOIR | {"Title": "A & B + C: 100%"})
    text = page.locator("[data-hub-preview]").evaluate("each => each.textContent")
    address = urlsplit(link)
    # In a mailbox's address, a plus is a plus.
    given = parse_qs(address.query.replace("+", "%2B"))

    assert ("mailto", MAILBOX) == (address.scheme, unquote(address.path))
    assert ["A & B + C: 100% (a-b-c-100.yml)"] == given["subject"]
    assert text == given["body"][0].replace("\r\n", "\n")
    assert f"send it by e-mail to {MAILBOX}; the file is in it." in said


def test_a_file_that_is_too_long_for_an_address_is_attached(hub_url: str, page_at: PageAt) -> None:
    """Then it is said in words how."""
    page = page_at(hub_url).page
    said, link = sent_to(page, hub_url, MAILBOX, CHOIR | {"Note": LONG})

    assert "as an attachment: it is too long to be filled in" in said
    assert "body" not in parse_qs(urlsplit(link).query)


def test_a_file_can_be_handed_in_at_a_page(hub_url: str, page_at: PageAt) -> None:
    """Which takes it in a way of its own."""
    place = "https://council.example/hand-in/?for=hub"
    said, link = sent_to(page_at(hub_url).page, hub_url, place, CHOIR)

    assert place == link
    assert "Without an account: download it, and hand it in at council.example." == said


def test_no_way_is_named_that_a_hub_does_not_have(hub_url: str, page_at: PageAt) -> None:
    """Without a code host and a mailbox, a file is copied or downloaded."""
    page = page_at(f"{hub_url}{FORMS}organisation/").page
    fill(page, CHOIR)
    finished(page)

    expect(page.locator("[data-hub-ways] li")).to_have_text(["Copy it", "Download it"])

"""The pictures of the guide are taken from the real site; `HUB_UPDATE_GOLDEN=1` takes them anew.

Otherwise it is only looked whether what they show is still there: letters are drawn a little
differently on every machine.
"""

import os
import re
import struct
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import REPOSITORY
from tests.e2e.browser import PageAt

FOLDER = REPOSITORY / "docs" / "assets" / "guide"
GUIDE = sorted((REPOSITORY / "docs" / "contributing").glob("*.md"))
WIDTH = 720
TALLEST = 520
LARGEST = 90_000
SIGN = "concordats/cheshire-merseyside-creative-health/sign/"


class Picture(NamedTuple):
    """A picture: its page, what must be seen there, where it begins, and what is pressed first."""

    address: str
    subject: str
    begin: str = "h1"
    ask: str = ""
    height: int = TALLEST


PICTURES = {
    "summary-form": Picture("contributing/forms/summary/", "Add a summary"),
    "summary-faults": Picture(
        "contributing/forms/summary/", "Title", "[data-hub-faults]", "Check and show the file", 300
    ),
    "how-to-sign": Picture(SIGN, "sign"),
    "organisation-form": Picture("contributing/forms/organisation/", "Add an organisation"),
    "practice-form": Picture("contributing/forms/practice/", "Put work on the map"),
    "practice-example": Picture("practice/melodies-for-mums/", "Melodies for Mums"),
    "own-record": Picture(
        "evidence/summaries/art-therapy-schizophrenia-trial/",
        "The record is evidence/summaries/art-therapy-schizophrenia-trial.yml",
        "p:has-text('Something wrong or missing?')",
        height=100,
    ),
    "diagnostic": Picture("reference/diagnostics/impossible-date/", "impossible-date"),
    "fields": Picture("reference/fields/", "Evidence summary", "#evidence-summary"),
}
every_picture = pytest.mark.parametrize("name", PICTURES)


def subject_of(page: Page, picture: Picture) -> Locator:
    """Do what the picture asks for; return the place where it begins."""
    if picture.ask:
        page.get_by_role("button", name=picture.ask).click()
    place = page.locator(picture.begin).first
    expect(place).to_be_visible()
    return place


@every_picture
def test_what_a_picture_shows_is_there(hub_url: str, page_at: PageAt, name: str) -> None:
    """The page still has what its picture was taken for."""
    picture = PICTURES[name]
    page = page_at(hub_url + picture.address, width=WIDTH).page
    place = subject_of(page, picture)
    if os.environ.get("HUB_UPDATE_GOLDEN") == "1":
        take(page, place, name, picture.height)

    assert picture.subject.lower() in page.locator("main").inner_text().lower()


@every_picture
def test_a_picture_is_small_and_described(name: str) -> None:
    """It is a PNG of one width, and the guide shows it with words for those who cannot see it."""
    content = (FOLDER / f"{name}.png").read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    shown = [
        words
        for page in GUIDE
        for words in re.findall(
            rf"!\[(.+)\]\(\.\./assets/guide/{name}\.png\)", page.read_text(encoding="utf-8")
        )
    ]

    assert (WIDTH, True, True) == (width, height <= TALLEST, len(content) <= LARGEST)
    assert [True] == [len(words) > len("A picture of a page") for words in shown]


def test_no_picture_is_left_over() -> None:
    """Each file is a picture of the list above."""
    assert sorted(PICTURES) == sorted(path.stem for path in FOLDER.iterdir())


def take(page: Page, place: Locator, name: str, height: int) -> None:
    """Take the part of a page that begins a little above a place, in the same way each time."""
    page.evaluate("document.activeElement.blur(); document.querySelector('.md-header').remove()")
    box = place.bounding_box()
    assert box
    top = max(box["y"] + page.evaluate("scrollY") - 12, 0)
    height = min(height, page.evaluate("document.documentElement.scrollHeight") - top)
    page.screenshot(
        path=FOLDER / f"{name}.png", full_page=True, animations="disabled", caret="hide",
        clip={"x": 0, "y": top, "width": WIDTH, "height": height},
    )  # fmt: skip

"""The home page says what the hub is, leads on, and shows null results beside good news."""

import re

from hub.views.home import home_page, latest_summaries
from hub.views.settings import Settings
from tests.views.small_hub import finding, hub_of, studio_of, summary, work


def words(html: str) -> str:
    """Return what a reader sees, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_every_direction_has_its_number() -> None:
    """A direction in which nothing points is shown as nought, not left out."""
    record = summary("x", "a", findings=[finding("mood", "no-difference")])
    said = words(home_page(studio_of(work("a"), record), Settings()).html)

    for tile in ("0 Benefit", "1 No difference", "0 Mixed results", "0 Harm", "0 Not estimable"):
        assert tile in said


def test_three_doors_lead_on() -> None:
    """Evidence, a concordat, and a way to add something are one step away."""
    html = home_page(studio_of(), Settings()).html
    links = re.findall(r'hub-button" href="([^"]+)"', html)

    assert ["evidence/", "concordats/", "contributing/"] == links


def test_latest_are_the_newest_works() -> None:
    """Summaries stand by the age of the work, the newest first, four at most."""
    works = [work(key, issued={"year": year}) for key, year in
             [("a", 2011), ("b", 2024), ("c", 2019), ("d", 2020), ("e", 2021)]]  # fmt: skip
    hub = hub_of(*works, *(summary(f"s-{each.key}", each.key) for each in works))

    assert ["s-b", "s-e", "s-d", "s-c"] == [each.id for each in latest_summaries(hub)]


def test_empty_hub_has_a_home_page() -> None:
    """With nothing in it yet, the page has one title and no empty headings."""
    page = home_page(studio_of(), Settings())

    assert 1 == page.html.count("<h1")
    assert [each.id for each in page.headings] == re.findall(r'<h2 id="([^"]+)"', page.html)

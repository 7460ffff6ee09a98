"""Long lists begin on the front and go on, whole, on pages of their own."""

import re

import pytest

from hub.page import Page
from hub.views import lists
from hub.views.evidence import evidence_page
from hub.views.lists import list_orders, list_page
from hub.views.sheet import Studio
from tests.views.small_hub import finding, studio_of, summary, vocabulary, work


@pytest.fixture
def studio(monkeypatch: pytest.MonkeyPatch) -> Studio:
    """Return a studio with seven summaries, where more than four are many and a page holds three.

    All are of singing; the first five are of mood.
    """
    monkeypatch.setattr(lists, "LONG", 4)
    monkeypatch.setattr(lists, "SHOWN", 2)
    monkeypatch.setattr(lists, "EACH", 3)
    records = [
        summary(
            f"s-{number}", "a", art_forms=["singing"],
            findings=[finding("mood" if number < 5 else "sleep", "benefit")],
        )
        for number in range(7)
    ]  # fmt: skip
    return studio_of(
        vocabulary("outcomes", mood="Mood", sleep="Sleep"),
        vocabulary("art-forms", singing="Singing"), work("a"), *records,
    )  # fmt: skip


def pages(studio: Studio, name: str) -> list[Page]:
    """Return the pages of one list, as they are ordered."""
    wanted = [each for each in list_orders(studio) if each.subject.startswith(f"{name}#")]
    return [list_page(studio, each.subject) for each in wanted]


def listed(html: str) -> list[str]:
    """Return the summaries that a piece of HTML links to, in order."""
    return re.findall(r'href="[^"]*summaries/(s-\d)/"', html)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [("all", range(7)), ("art-forms/singing", range(7)), ("outcomes/mood", range(5))],
)
def test_the_pages_of_a_list_hold_it_whole(studio: Studio, name: str, numbers: range) -> None:
    """Every entry stands once, in order, three to a page."""
    found = [listed(page.html) for page in pages(studio, name)]

    assert [f"s-{number}" for number in numbers] == [each for page in found for each in page]
    assert all(len(page) == 3 for page in found[:-1])


def test_a_list_that_is_not_long_has_no_pages(studio: Studio) -> None:
    """Two findings on sleep stand on the front and nowhere else."""
    assert {"all", "art-forms/singing", "outcomes/mood"} == {
        each.subject.partition("#")[0] for each in list_orders(studio)
    }


def test_the_front_shows_how_a_long_list_begins(studio: Studio) -> None:
    """Two of five findings on mood are there with a link to all; counts are of all."""
    html = evidence_page(studio).html
    mood = html.partition('id="outcome-mood"')[2].partition('id="outcome-sleep"')[0]

    assert ["s-0", "s-1"] == listed(mood)
    assert '<a href="../evidence/outcomes/mood/">All 5 findings</a>' in mood
    assert "Benefit: 5" in mood


def test_a_short_list_stays_whole_on_the_front(studio: Studio) -> None:
    """Where all is shown, nothing leads on."""
    html = evidence_page(studio).html
    sleep = html.partition('id="outcome-sleep"')[2].partition('id="by-art-form"')[0]

    assert ["s-5", "s-6"] == listed(sleep)
    assert "All 2" not in sleep


def test_a_page_says_where_in_the_list_it_is(studio: Studio) -> None:
    """Title, description and lead tell one page from the next, and the present one is marked."""
    last = pages(studio, "all")[-1]

    assert "evidence/all/3/" == last.address
    assert "All summaries, page 3" == last.title
    assert "Summaries 7 to 7 of 7, by title." in last.html
    assert '<a href="../../../evidence/all/3/" aria-current="page">3</a>' in last.html


def test_the_pages_of_a_list_lead_to_each_other(studio: Studio) -> None:
    """From each page, one step leads to any other."""
    addresses = [page.address for page in pages(studio, "outcomes/mood")]

    assert ["evidence/outcomes/mood/", "evidence/outcomes/mood/2/"] == addresses
    for page in pages(studio, "outcomes/mood"):
        assert [f"{'../' * page.address.count('/')}{each}" for each in addresses] == re.findall(
            r'href="([^"]*outcomes/mood/[^"]*)"', page.html
        )

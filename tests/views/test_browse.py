"""Every facet of the evidence has pages of links, with each summary under all that it is."""

import re

import pytest

from hub.model.vocabularies import Vocabulary
from hub.page import Page
from hub.views import lists
from hub.views.browse import browse_orders, browse_page
from hub.views.facets import FACETS, in_address
from hub.views.search_entries import Finder
from hub.views.settings import Settings
from hub.views.sheet import Studio
from tests.views.small_hub import finding, placed, studio_of, summary, vocabulary, work

SEARCHED = {"on": "2026-01-02", "where": "two databases", "by": "an editor"}
ART_FORMS = [
    {"id": "music", "label": "Music", "definition": "Sound in time."},
    {"id": "singing", "label": "Singing", "alt_labels": ["choir"], "broader": "music"},
    {"id": "opera", "label": "Opera", "searched": SEARCHED},
    {"id": "mime", "label": "Mime"},
]
GRADED = {"scale": "grade", "level": "very low", "assessor": "authors"}
IN_WORDS = {"scale": "authors", "level": "promising", "assessor": "authors"}


@pytest.fixture
def studio(monkeypatch: pytest.MonkeyPatch) -> Studio:
    """Return a studio with four summaries of singing, three to a page, and a withdrawn one."""
    monkeypatch.setattr(lists, "EACH", 3)
    art_forms = Vocabulary.model_validate({"title": "Art forms", "terms": ART_FORMS})
    given: list[dict[str, object]] = [
        {"findings": [finding("mood", "harm", certainty=GRADED)], "country": ["Norway"]},
        {"findings": [finding("mood", "benefit", certainty=IN_WORDS)], "participants": 12},
        {"findings": [finding("mood", "mixed", subgroup="children")], "design": "cohort"},
        {},
    ]
    records = [
        summary(f"s-{number}", f"w{number}", art_forms=["singing"], **fields)
        for number, fields in enumerate(given)
    ]
    return studio_of(
        placed(art_forms, "art-forms"), vocabulary("outcomes", mood="Mood"),
        vocabulary("designs", rct="Trial", cohort="Cohort study"),
        *(work(f"w{number}", issued={"year": 2010 + number}) for number in range(4)), work("gone"),
        *records, summary("s-9", "gone", art_forms=["singing"], status="withdrawn"),
    )  # fmt: skip


def page(studio: Studio, subject: str) -> Page:
    """Return a page by its subject."""
    return browse_page(studio, subject, Settings())


def words(page: Page) -> str:
    """Return what a page says."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.html).split())


def listed(page: Page) -> list[str]:
    """Return the summaries that a page links to, in order."""
    return re.findall(r'href="[^"]*summaries/(s-\d)/"', page.html)


def test_the_front_names_every_facet_with_its_commonest_choices(studio: Studio) -> None:
    """Each facet leads to its page; choices without summaries are not named there."""
    front = page(studio, "")

    assert [f"../../evidence/by/{facet.id}/" for facet in FACETS] == re.findall(
        r'<li><a href="([^"]+/by/[^"]+)"', front.html
    )
    assert "Art forms Singing (4)" in words(front)
    assert "Settings No summary yet" in words(front)


def test_a_facet_lists_its_choices_with_their_numbers(studio: Studio) -> None:
    """Terms stand in the order of the vocabulary, with what they mean and belong to."""
    found = words(page(studio, "art-form"))

    assert (
        "Music (0 summaries) Sound in time. Singing (4 summaries) Part of Music. "
        "Other words: choir. Opera (0 summaries) Mime (0 summaries)" in found
    )


def test_a_choice_lists_its_summaries_page_by_page(studio: Studio) -> None:
    """Withdrawn ones are left out, and pages lead to each other."""
    first, second = (page(studio, f"art-form/singing#{number}") for number in (1, 2))

    assert [["s-0", "s-1", "s-2"], ["s-3"]] == [listed(first), listed(second)]
    assert ("evidence/by/art-form/singing/2/", "Singing (art form), page 2") == (
        second.address, second.title,
    )  # fmt: skip
    assert "Summaries 4 to 4 of 4, by title." in words(second)
    assert 'href="../../../../../evidence/by/art-form/singing/"' in second.html


def test_an_entry_says_what_was_found_and_how_sure_it_is(studio: Studio) -> None:
    """Direction, certainty, design, number and year stand with the answer, in words."""
    found = words(page(studio, "art-form/singing#1"))

    assert "Harm · Very low certainty (GRADE) · Trial · 2010 · Abstract only" in found
    assert "Certainty “promising” (in their own words) · Trial · 12 participants · 2011" in found
    assert "Mixed results, in a subgroup · Certainty not graded · Cohort study · 2012" in found


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("music", "No summary is about this as a whole ; some are about parts of it."),
        ("opera", "Searched, and nothing found. two databases, 2 January 2026, by an editor."),
        ("mime", "Nobody has searched for this yet."),
    ],
)
def test_a_term_without_summaries_says_why(studio: Studio, choice: str, said: str) -> None:
    """Nothing found, not searched, and filed under something narrower are different things."""
    assert said in words(page(studio, f"art-form/{choice}#1"))


@pytest.mark.parametrize(
    ("facet", "filled"),
    [
        ("direction", {"benefit": "s-1", "harm": "s-0"}),
        ("certainty", {"very-low": "s-0", "in-the-authors-own-words": "s-1",
                       "not-graded": "s-2 s-3"}),
        ("design", {"rct": "s-0 s-1 s-3", "cohort": "s-2"}),
        ("outcome", {"mood": "s-0 s-1 s-2"}),
        ("place", {"norway": "s-0"}),
        ("year", {"2013": "s-3", "2012": "s-2", "2011": "s-1", "2010": "s-0"}),
    ],
)  # fmt: skip
def test_a_facet_holds_what_is_recorded(studio: Studio, facet: str, filled: dict[str, str]) -> None:
    """What holds for a subgroup alone tells no direction; a year comes from the work."""
    choices = studio.shelves.choices[facet].values()

    assert filled == {
        each.id: " ".join(summary.id for summary in each.summaries)
        for each in choices
        if each.summaries
    }


def test_browsing_and_searching_agree(studio: Studio) -> None:
    """A summary stands under a choice just where the search has it under the same label."""
    browsed = {
        (facet.name, choice.label, each.id)
        for facet in FACETS
        for choice in studio.shelves.choices[facet.id].values()
        for each in choice.summaries
    }
    searched = {
        (name, value, each.id)
        for each in studio.groups.summaries
        if (entry := Finder(studio.hub).summary(each))
        for name, value in entry.filters
        if name != "kind"
    }

    assert searched == browsed


def test_every_page_has_an_address_of_its_own(studio: Studio) -> None:
    """All choices have pages, those without summaries too; places and years only where used."""
    orders = [*browse_orders(studio)]
    addresses = [order.address for order in orders]

    assert len(addresses) == len(set(addresses))
    assert addresses == [browse_page(studio, order.subject, Settings()).address for order in orders]
    assert "evidence/by/art-form/mime/" in addresses


def test_names_that_are_alike_in_addresses_stay_apart() -> None:
    """Two spellings of a country have a page each."""
    studio = studio_of(
        work("a"), work("b"), summary("one", "a", country=["Cote d'Ivoire"]),
        summary("two", "b", country=["Côte d'Ivoire"]),
    )  # fmt: skip

    assert {"cote-d-ivoire": ("one",), "cote-d-ivoire-2": ("two",)} == {
        name: tuple(each.id for each in choice.summaries)
        for name, choice in studio.shelves.choices["place"].items()
    }


def test_a_name_in_an_address_is_plain() -> None:
    """Small letters without marks, joined by hyphens."""
    assert "in-the-authors-own-words" == in_address("In the authors’ own words")

"""A programme's page keeps plan and report apart, and counts stated beside what is named."""

import re

import pytest
from lxml import html as parser

from hub.model.hub import Hub
from hub.model.programmes import Programme, Site
from hub.page import Page
from hub.views.lessons import lessons_by_theme
from hub.views.programmes import programme_page, programmes_page
from hub.views.selection import named_tests, stated_and_named
from tests.views.small_concordat import (
    WEB,
    basis,
    concordat,
    northshire,
    organisation,
    programme,
    studio,
)
from tests.views.small_hub import vocabulary

STAGES = [{"id": "selected", "label": "Selected", "stated_count": 3}]
THEMES = vocabulary("lesson-themes", trust="Trust", money="Money")


def page_of(record: Programme, *others: object) -> Page:
    """Return the page of a programme in a hub with these other records."""
    return programme_page(studio(northshire(None, record, *others)), record)  # type: ignore[arg-type]


def words_of(element: parser.HtmlElement) -> str:
    """Return what a reader sees of an element, on one line."""
    return " ".join(" ".join(element.itertext()).split())


def said(page: Page) -> str:
    """Return what a reader sees, on one line."""
    return words_of(parser.fromstring(page.html))


def lesson(number: int, **fields: object) -> dict[str, object]:
    """Return the fields of a lesson."""
    return {"number": number, "label": f"Lesson {number}", "statement": "So.", **fields}


def site(name: str, **fields: object) -> Site:
    """Return a selected site."""
    return Site.model_validate({"name": name, "stage": "selected", **fields})


def test_plan_and_report_stand_apart() -> None:
    """What was planned and what was reported have a side each; a missing report is said."""
    phases = [{"label": "First", "planned": "Choirs will sing."}]
    tree = parser.fromstring(page_of(programme(phases=phases)).html)
    sides = [words_of(each) for each in tree.find_class("hub-pair__side")]

    assert ["Planned Choirs will sing.", "Reported No report found"] == sides


def test_phase_has_a_number_only_where_the_source_gives_one() -> None:
    """A step without a number in the source gets none."""
    phases = [
        {"label": "First"}, {"label": "Second", "number": "2"}, {"label": "Phase 3", "number": "3"},
    ]  # fmt: skip
    tree = parser.fromstring(page_of(programme(phases=phases)).html)

    assert ["First", "2 Second", "Phase 3"] == [
        words_of(each) for each in tree.find_class("hub-phase__title")
    ]


@pytest.mark.parametrize(
    ("stated", "sites", "expected"),
    [
        (3, [site("A"), site("B"), site("C", source=WEB)],
         "3 stated; 2 named in the source, 1 named by another source"),
        (3, [site("A"), site("B")],
         "3 stated; 2 named in the source, 1 not named in anything read here"),
        (10, [], "10 stated; none named in the source"),
        (None, [site("A")], "no number stated; 1 named in the source"),
        (2, [site("A", source=WEB), site("B", source=WEB)],
         "2 stated; none named in the source, 2 named by another source"),
    ],
)  # fmt: skip
def test_stated_count_stands_beside_what_is_named(
    stated: int | None, sites: list[Site], expected: str
) -> None:
    """A count that does not fit its list is said in words, with who names the rest."""
    assert expected == stated_and_named(stated, sites)


def test_sites_stand_under_their_stage() -> None:
    """Each stage shows its own sites; a stage the programme does not list is shown too."""
    sites = [{"name": "Hall", "stage": "selected"}, {"name": "Barn", "stage": "hub"}]
    words = said(page_of(programme(stages=STAGES, sites=sites)))

    assert "Selected 3 stated; 1 named in the source, 2 not named in anything" in words
    assert "here. Hall" in words
    assert "hub no number stated; 1 named in the source. Barn" in words


@pytest.mark.parametrize(
    ("stated", "numbers", "expected"),
    [
        (6, [2, 4, 1], "6 stated; 1, 2 and 4 named"),
        (6, [], "6 stated; none named"),
        (None, [1], "no number stated; 1 named"),
        (None, [], ""),
    ],
)
def test_micro_tests_are_counted_as_stated_and_as_named(
    stated: int | None, numbers: list[int], expected: str
) -> None:
    """How many micro-tests there were stands beside those that are named, in order."""
    tests = [{"number": number, "title": f"Test {number}"} for number in numbers]

    assert expected == named_tests(programme(stated_tests=stated, micro_tests=tests))


def test_lesson_has_an_anchor_its_test_and_its_clauses() -> None:
    """A lesson can be linked to, and says where it comes from and what it bears on."""
    about = ["northshire/need-1"]
    record = programme(lessons=[lesson(3, from_test=2, about=about, themes=["trust"])])
    others = (THEMES, concordat(clauses={"need-1": basis()}))
    tree = parser.fromstring(page_of(record, *others).html)
    found = tree.get_element_by_id("lesson-3")
    words = words_of(found)

    assert "From micro-test 2 Themes: Trust Bears on: A label (need-1)" in words
    assert "../../concordats/northshire/#need-1" in [each.get("href") for each in found.iter("a")]


def test_lesson_from_no_micro_test_says_so() -> None:
    """A lesson for which the source names no micro-test is given none."""
    assert "The source names no micro-test" in said(page_of(programme(lessons=[lesson(1)])))


def test_claim_names_who_makes_it_and_the_caution() -> None:
    """A claim stands with its source and with what to know before repeating it."""
    claim = {"statement": "Half of all visits.", "source": WEB, "note": "It cites nothing."}
    words = said(page_of(programme(claims=[claim])))

    assert (
        "Half of all visits. Stated by: Northshire news Before repeating this It cites nothing."
        in words
    )


def test_source_says_how_and_when_it_was_read() -> None:
    """A public page is linked, with what was read of it and when."""
    source = {**WEB, "seen": "2026-11-01", "note": "An archived copy."}
    html = page_of(programme(sources=[source])).html

    assert (
        '<a href="https://northshire.example/" rel="noopener noreferrer">Northshire news</a>'
        " (An archived copy; seen 1 November 2026)" in html
    )


def test_arrows_of_the_logic_model_are_words() -> None:
    """Each box of the logic model names what it leads to, and links to it."""
    model = {
        "activities": [{"id": "sing", "text": "Singing", "leads_to": ["joy"]}],
        "outcomes": [{"id": "joy", "text": "Joy"}],
    }
    page = page_of(programme(logic_model=model))

    assert "What is done Singing leads to: Joy What changes Joy" in said(page)
    assert 'href="#logic-joy"' in page.html


def test_headings_are_on_the_page_in_order() -> None:
    """The table of contents lists the page's sections, each once, in their order."""
    full = programme(
        partners=[{"described": "Choirs"}], phases=[{"label": "First"}], stages=STAGES,
        stated_tests=2, lessons=[lesson(1)], claims=[{"statement": "So.", "source": WEB}],
        oddities=["Odd."], logic_model={"inputs": [{"id": "a", "text": "A"}]},
    )  # fmt: skip
    page = page_of(full)

    assert [each.id for each in page.headings] == re.findall(r'<h2 id="([^"]+)"', page.html)


def test_bodies_lead_to_their_own_pages() -> None:
    """Who leads, who pays and the partners are links where the hub knows them, and words else."""
    record = programme(
        lead="midwater-arts", funder="unheard-of",
        partners=[{"organisation": "midwater-arts", "role": "Host"}, {"described": "Choirs"}],
    )  # fmt: skip
    page = parser.fromstring(page_of(record, organisation("midwater-arts")).html)
    led, paid = (page.xpath(f"//dt[.='{term}']/following-sibling::dd[1]")[0]
                 for term in ("Led by", "Paid for by"))  # fmt: skip
    partners = page.xpath("//*[@id='page-partners']/following-sibling::ul[1]")[0]

    assert ["../../organisations/midwater-arts/"] * 2 == [
        *led.xpath(".//a/@href"), *partners.xpath(".//a/@href")
    ]  # fmt: skip
    assert ("Midwater Arts", "unheard-of", "Midwater Arts Host Choirs") == (
        words_of(led), words_of(paid), words_of(partners)
    )  # fmt: skip


def test_clauses_it_acts_on_are_one_link_away() -> None:
    """A programme leads back to each clause whose record names it, with how it acts on it."""
    acts = [{"programme": "northshire-sings", "why": "It sings."}]
    record = concordat(clauses={"need-1": basis(programmes=acts), "need-4": basis()})
    page = parser.fromstring(page_of(programme(), record).html)

    (act,) = page.xpath("//*[@id='page-clauses']/following-sibling::ul[1]/li")
    assert "A label (need-1) Northshire Concordat It sings." == words_of(act)
    assert ["../../concordats/northshire/#need-1"] == act.xpath(".//a/@href")


def test_lessons_are_gathered_by_theme() -> None:
    """A lesson stands under each of its themes, one without any at the end."""
    record = programme(lessons=[lesson(1, themes=["money", "trust"]), lesson(2)])
    hub = northshire(None, record, THEMES)

    assert [("Trust", [1]), ("Money", [1]), ("Other lessons", [2])] == [
        (theme.label, [each.lesson.number for each in theme.lessons])
        for theme in lessons_by_theme(hub)
    ]


def front(hub: Hub) -> str:
    """Return what the front of the programmes says."""
    return said(programmes_page(studio(hub)))


def test_front_shows_where_each_programme_stands() -> None:
    """The front gives kind, state with its date, and counts of lessons and sites."""
    kinds = vocabulary("programme-kinds", research_project="Research project")
    progress = {"state": "in-progress", "as_of": "2021-12-07"}
    words = front(northshire(None, programme(progress=progress, lessons=[lesson(1)]), kinds))

    assert "Kind Research project Where it stands In progress, as of 7 December 2021" in words
    assert "Lessons 1 Sites named 0" in words


def test_empty_front_says_so() -> None:
    """Without a programme the front says that there is none yet."""
    assert "No programme has been added yet" in front(northshire(None))

"""Practice: the map and its list, the page of an example, its data, what finds it, the areas."""

import csv
import io
import json
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.model.hub import Hub
from hub.model.practice import PracticeExample
from hub.model.vocabularies import Organisation, Place
from hub.views.areas import area_orders, area_page, areas_page
from hub.views.outline import project
from hub.views.practice import example_page, practice_page
from hub.views.practice_data import COLUMNS, practice_documents
from hub.views.practice_facets import FACETS, choices
from hub.views.practice_map import DRAWN, groups_of, practice_map
from hub.views.search_practice import practice_entry
from hub.views.settings import Boundaries, Settings
from hub.views.sheet import Studio
from tests.views.small_hub import PlainFormatter, placed, vocabulary

PLACES: list[dict[str, Any]] = [
    {"id": "north", "label": "North", "kind": "country"},
    {"id": "midshire", "label": "Midshire", "kind": "board", "within": "north",
     "valid_from": "2022-07-01", "valid_to": "2026-03-31", "successors": ["greater-midshire"]},
    {"id": "greater-midshire", "label": "Greater Midshire", "kind": "board",
     "within": "north", "valid_from": "2026-04-01"},
]  # fmt: skip


def example(name: str, **fields: Any) -> PracticeExample:  # noqa: ANN401 - any field
    """Return a practice example; `at` is its point."""
    lat, long = fields.pop("at", (None, None))
    where = {"name": "Midwater", "lat": lat, "long": long, "point_of": fields.pop("town", None),
             "places": fields.pop("places", ())}  # fmt: skip
    given_fields: dict[str, Any] = {
        "title": name.title(), "where": where, "nations": ["north"],
        "progress": {"state": "in-progress"}, "sources": ["https://midwater.example/"],
        "seen": "the page, whole", "seen_on": "2026-03-01", "confidence": "high",
    }  # fmt: skip
    return placed(PracticeExample.model_validate(given_fields | fields), name, "evidence/practice")


def studio(*examples: PracticeExample, **more: Any) -> Studio:  # noqa: ANN401 - parts of a hub
    """Return a studio for a hub with these examples."""
    terms = [vocabulary("art-forms", singing="Singing"), vocabulary("settings", hospital="Ward")]
    hub = Hub(
        practice={each.id: each for each in examples},
        places={each["id"]: Place.model_validate(each) for each in PLACES},
        vocabularies={each.id: each for each in terms},
        **more,
    )
    return Studio(hub, PlainFormatter())


def text(html: str) -> str:
    """Return a page without its tags, in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


QUAY = example("quay", at=("54.5", "-1.5"), town="Quay", art_forms=["singing"])
WARD = example("ward", settings=["hospital"], progress={"state": "ended", "as_of": "2024"},
               until="2024", places=["midshire"])  # fmt: skip


def test_every_example_stands_in_the_list_and_those_with_a_point_on_the_map() -> None:
    """One without a point is in the list alone; the map says so."""
    html = practice_page(studio(QUAY, WARD)).html

    assert ["quay", "ward"] == re.findall(r'id="example-(\w+)"', html)
    assert ["quay"] == re.findall(r'data-hub-mark="(\w+)"', html)
    assert "1 example in 1 place; 1 example without one place in the list alone" in html


def test_a_status_is_shown_by_a_shape_and_a_word() -> None:
    """What ended has a cross and the word."""
    html = practice_page(studio(WARD)).html

    assert re.search(r'hub-status--ended"><svg[^>]*><path class="hub-cross"', html)
    assert "Ended" in text(html)


def test_what_the_filters_look_at_stands_with_each_entry() -> None:
    """Each facet is an attribute of the entry, by ids."""
    html = practice_page(studio(WARD)).html
    [entry] = re.findall(r'<li class="hub-practice"[^>]*>', html)

    assert 'data-setting="clinical"' in entry
    assert 'data-status="ended"' in entry
    assert all(f"data-{facet.name}=" in entry for facet in FACETS)


def test_choices_are_counted_from_the_examples() -> None:
    """What no example has is not offered."""
    made = studio(QUAY, WARD)

    offered = {facet.name: values for facet, values in choices(made.hub, (QUAY, WARD))}

    assert [("singing", "Singing", 1)] == offered["art-form"]
    assert [("in-progress", "In progress", 1), ("ended", "Ended", 1)] == offered["status"]
    assert [] == offered["question"]


POINTS = st.lists(
    st.tuples(st.decimals("50", "58", places=2), st.decimals("-7", "1", places=2)), max_size=25
)


@given(POINTS, st.floats(5, 80))
def test_groups_hold_every_example_once_and_stand_apart(
    points: list[tuple[Decimal, Decimal]], reach: float
) -> None:
    """Grouping loses nothing, and no two groups are nearer than asked."""
    examples = [
        example(f"e{number}", at=(str(lat), str(long)), town=f"Town {number}")
        for number, (lat, long) in enumerate(points)
    ]
    groups, nowhere = groups_of(examples, reach)
    middles = [(each.x, each.y) for each in groups]

    assert sorted(each.id for each in examples) == sorted(
        each.id for group in groups for each in group.examples
    )
    assert () == nowhere
    assert len(groups) == len({each.id for each in groups})
    assert all(
        (a - c) ** 2 + (b - d) ** 2 >= (reach - 0.01) ** 2
        for at, (a, b) in enumerate(middles)
        for c, d in middles[:at]
    )


@pytest.mark.parametrize("number", range(1, DRAWN + 3))
def test_a_group_draws_its_examples_apart_or_counts_them(number: int) -> None:
    """Up to a number each is drawn, none over another and all inside; more become a number."""
    examples = [example(f"e{at}", at=("54.5", "-1.5"), town="Quay") for at in range(number)]
    [group], _ = groups_of(examples, 30)
    marks = [(each.x - group.x, each.y - group.y) for each in group.marks(10)]

    assert len(marks) == (number if number <= DRAWN else 0)
    assert all((a - c) ** 2 + (b - d) ** 2 >= 100 for at, (a, b) in enumerate(marks)
               for c, d in marks[:at])  # fmt: skip
    assert all((x**2 + y**2) ** 0.5 + 5 <= group.radius(10) + 0.2 for x, y in marks)


def test_a_part_of_the_map_shows_its_groups() -> None:
    """The part has all points inside it."""
    groups, _ = groups_of([QUAY, example("far", at=("51.5", "-0.1"), town="Far")], 30)
    left, top, width, height = map(float, practice_map(groups, whole=False).view_box.split())

    for point in (project(54.5, -1.5), project(51.5, -0.1)):
        assert left < point[0] < left + width
        assert top < point[1] < top + height


def test_a_figure_from_the_press_is_marked_as_not_checked() -> None:
    """One from research is not; each says who states it."""
    reach = [
        {"figure": "77", "what": "people", "source": "https://news.example/", "source_kind": kind}
        for kind in ("press", "restatement", "research")
    ]
    said = text(example_page(studio(QUAY), example("quay", reach=reach), Settings()).html)

    assert 2 == said.count("Figure not checked")
    assert "the press Figure not checked" in said
    assert "a restatement Figure not checked" in said


def test_a_question_without_an_answer_says_so() -> None:
    """All four questions head the page, answered or not."""
    said = text(example_page(studio(QUAY), example("quay", innovation="Boats."), Settings()).html)

    assert "What is new in it ¶ Boats." in said
    assert 3 == said.count("Not found in what was read")


def test_contributed_text_stays_text() -> None:
    """Nothing in a record can become a part of the page or of the map."""
    evil = '<script>alert(1)</script>"><img src=x>'
    made = example("evil", title=evil, at=("54.5", "-1.5"), town=evil, contact=None)
    pages = (practice_page(studio(made)), example_page(studio(made), made, Settings()))

    assert not any("<script>alert" in each.html or "<img" in each.html for each in pages)


def test_an_example_is_found_by_what_it_is_about() -> None:
    """Its kind is a facet of the search; what is withdrawn is not found."""
    made = studio(QUAY)
    entry = practice_entry(made.hub, QUAY)

    assert entry is not None
    assert ("kind", "Practice example") in entry.filters
    assert ("art form", "Singing") in entry.filters
    assert practice_entry(made.hub, example("gone", status="withdrawn")) is None


def documents(*examples: PracticeExample) -> dict[str, str]:
    """Return the data files by their endings."""
    return {
        each.path.rpartition(".")[2]: b"".join(each.pieces).decode()
        for each in practice_documents(studio(*examples).hub)
    }


def test_data_files_hold_the_same_examples() -> None:
    """JSON, CSV and GeoJSON agree; longitude comes first in GeoJSON, and no point is null."""
    files = documents(QUAY, WARD)
    rows = list(csv.DictReader(io.StringIO(files["csv"], newline="")))
    features = json.loads(files["geojson"])["features"]

    assert ["quay", "ward"] == [each["id"] for each in json.loads(files["json"])["practice"]]
    assert ["quay", "ward"] == [each["id"] for each in rows]
    assert [*COLUMNS] == [*rows[0]]
    assert [[-1.5, 54.5], None] == [
        each["geometry"] and each["geometry"]["coordinates"] for each in features
    ]


def test_a_cell_is_no_formula() -> None:
    """A spreadsheet runs nothing; a longitude stays a number."""
    files = documents(example("sum", title="=1+1", at=("54.5", "-1.5")))
    [row] = csv.DictReader(io.StringIO(files["csv"], newline=""))

    assert ("'=1+1", "-1.5") == (row["title"], row["long"])


def test_areas_are_those_about_which_there_is_something() -> None:
    """What lies within an area belongs to the one around it too."""
    made = studio(WARD)

    assert ["north", "midshire"] == [each.subject for each in area_orders(made)]
    assert "Greater Midshire" not in areas_page(made).html


def test_an_area_says_when_it_held_and_what_came_after() -> None:
    """The page of an area that ended names its successor first of all."""
    made = studio(WARD)
    said = text(area_page(made, made.hub.places["midshire"], Settings()).html)

    assert "This area has ended It was followed by Greater Midshire (since 1 April 2026)" in said
    assert "1 July 2022 to 31 March 2026" in said
    assert "Ward" in said


def test_an_area_shows_a_boundary_that_was_brought() -> None:
    """The line is drawn with who made it."""
    settings = Settings(boundaries=Boundaries((("north", "M1 2L3 4Z"),), "Invented."))
    made = studio(QUAY)
    html = area_page(made, made.hub.places["north"], settings).html

    assert 'class="hub-map__area" d="M1 2L3 4Z"' in html
    assert "Boundary: Invented." in html


def test_an_organisation_is_named_by_the_practice_it_takes_part_in() -> None:
    """Its page says where it is named."""
    body = placed(Organisation.model_validate({"title": "Choir", "sector": "arts"}), "choir")
    shown = example("quay", bodies=[{"named": "The Choir", "organisation": "choir"}])
    made = studio(shown, organisations={"choir": body})

    assert [("Practice", "Quay")] == [
        (each.kind, each.label) for each in made.bodies.named["choir"]
    ]


def test_withdrawn_practice_is_on_no_list() -> None:
    """It keeps its page, which says so."""
    gone = example("gone", status="withdrawn", at=("54.5", "-1.5"))
    made = studio(gone)

    assert "example-gone" not in practice_page(made).html
    assert "hub-notice--withdrawn" in example_page(made, gone, Settings()).html

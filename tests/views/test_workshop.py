"""A workshop sheet has what is there on the left, and room for the group on the right."""

from dataclasses import replace

from lxml import html as parser

from hub.model.hub import Hub
from hub.model.practice import PracticeExample
from hub.model.vocabularies import Place
from hub.views.settings import Settings
from hub.views.site import site_pages
from tests.views.small_concordat import (
    basis,
    clause,
    concordat,
    link,
    northshire,
    programme,
    studio,
    text,
)
from tests.views.small_hub import placed, work


def sheets(hub: Hub) -> dict[str, str]:
    """Return every sheet of a hub by its address."""
    pages = site_pages(studio(hub), Settings())
    return {page.address: page.html for page in pages if page.kind == "workshop"}


def rows(hub: Hub, address: str) -> list[list[str]]:
    """Return the cells of every line on a sheet, each on one line."""
    tree = parser.fromstring(sheets(hub)[address])
    return [[" ".join(" ".join(cell.itertext()).split()) for cell in row] for row in tree.iter("tr")
            if row.getparent().tag == "tbody"]  # fmt: skip


def test_each_clause_has_a_line_with_what_stands_behind_it_and_empty_cells() -> None:
    """What the hub does not know, the group may."""
    record = concordat(clauses={"need-1": basis(link("Lee2020", "challenges"))})
    hub = northshire(text(clause("need-1", "Sing.", "1")), record, work("Lee2020"))

    assert [
        ["1 Sing.", "1 challenges it: The Lee2020 study No direct evidence recorded here",
         "Empty, for notes", "Empty, for next steps"]
    ] == rows(hub, "concordats/northshire/workshop/")  # fmt: skip


def test_many_works_are_counted_and_few_named() -> None:
    """A sheet is for talking; the page of the concordat names all."""
    names = [f"Lee{number}" for number in range(2020, 2025)]
    record = concordat(clauses={"need-1": basis(*(link(each, "supports") for each in names))})
    hub = northshire(text(clause("need-1")), record, *map(work, names))
    (line,) = rows(hub, "concordats/northshire/workshop/")

    assert "5 support it: The Lee2020 study, The Lee2021 study and 3 more" == line[1]


def test_a_bullet_that_stands_for_itself_has_a_line() -> None:
    """One that belongs to its clause stands there."""
    own = concordat(clauses={"need-1-a": basis(link("Lee2020", "supports"))})
    hub = northshire(text(clause("need-1", "Sing.", "1", bullets="ab")), own, work("Lee2020"))

    assert ["1 Sing. Bullet b", "Bullet a"] == [
        line[0] for line in rows(hub, "concordats/northshire/workshop/")
    ]


def test_a_programmes_steps_and_lessons_have_lines() -> None:
    """A plan that was not reported on is no report."""
    record = programme(
        phases=[{"label": "First", "planned": "Choirs **will** sing."}],
        lessons=[{"number": 2, "label": "Listen", "statement": "Listen first.",
                  "about": ["northshire/need-1"]}],
    )  # fmt: skip

    assert [
        ["First", "Planned: Choirs will sing. No report found"],
        ["2 Listen first.", "1 clause: need-1"],
    ] == [
        line[:2] for line in rows(northshire(None, record), "programmes/northshire-sings/workshop/")
    ]


def test_an_area_has_a_line_for_each_example_with_its_answers() -> None:
    """What a question got no answer to is left to the group."""
    place = {"id": "northshire", "label": "Northshire", "kind": "area"}
    example = PracticeExample.model_validate({
        "title": "Choir & tea", "where": {"name": "Northshire", "places": ["northshire"]},
        "nations": ["northshire"], "progress": {"state": "ended"}, "innovation": "The **tea**.",
        "sources": ["https://northshire.example/"], "seen": "A page.", "seen_on": "2026-01-15",
        "confidence": "high",
    })  # fmt: skip
    hub = replace(
        northshire(None), places={"northshire": Place.model_validate(place)},
        practice={"choir": placed(example, "choir", "evidence/practice")},
    )  # fmt: skip

    assert [["Choir & tea", "New in it: The tea."]] == [
        line[:2] for line in rows(hub, "areas/northshire/workshop/")
    ]


def test_a_withdrawn_programme_has_no_sheet() -> None:
    """Nobody is asked to work with it."""
    record = programme(status="withdrawn")

    assert "programmes/northshire-sings/workshop/" not in sheets(northshire(None, record))

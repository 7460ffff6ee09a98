"""The map of signatories: rings in proportion, beside each other, and all of them in the list."""

from collections import Counter
from dataclasses import replace
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from hub.model.hub import Hub
from hub.model.vocabularies import Place
from hub.views.signatory_map import Spot, legend, signatory_map, spots_of
from hub.views.signatory_rows import rows_of
from hub.views.stages import STAGES
from tests.model.test_delivery import step
from tests.views.small_concordat import concordat, northshire, organisation, signatory

POINTS = st.lists(st.tuples(st.floats(50.0, 58.5), st.floats(-5.5, 1.0)), min_size=1, max_size=25)


def place(name: str, lat: float | None = None, long: float | None = None) -> Place:
    """Return a county."""
    known = {} if lat is None else {"lat": f"{lat:.3f}", "long": f"{long:.3f}"}
    label = name.title()
    return Place.model_validate({"id": name, "label": label, "kind": "county", **known})


def hub_of(places: list[Place], *signed: tuple[str, str, str]) -> Hub:
    """Return a hub of bodies that signed, given by name, place and step ("" for none)."""
    bodies = [organisation(name, place=where or None) for name, where, _ in signed]
    signatories = tuple(
        signatory(name, delivery=[step(stage, "2022-01-01")] if stage else [])
        for name, _, stage in signed
    )
    hub = northshire(None, concordat(), *bodies, signatories=signatories)
    return replace(hub, places={each.id: each for each in places})


def spots(hub: Hub) -> tuple[Spot, ...]:
    """Return the places of all who signed."""
    return spots_of(rows_of(hub, concordat()))


def test_places_say_how_many_came_how_far() -> None:
    """Most signatories first; the place of nobody knows where comes last."""
    hub = hub_of([place("mid"), place("far")], ("a", "far", "plan"), ("b", "mid", "plan"),
                 ("c", "mid", "delivered"), ("d", "mid", "plan"), ("e", "", "lapsed"))  # fmt: skip

    assert [
        ("Mid", 3, "1 delivered, 2 plan", "plan: 2 of 3"), ("Far", 1, "1 plan", "plan"),
        ("Not known", 1, "1 lapsed", "lapsed"),
    ] == [(each.label, each.total, each.words, each.short) for each in spots(hub)]  # fmt: skip


@given(st.lists(st.sampled_from([each.id for each in STAGES]), min_size=1, max_size=30))
def test_rings_are_in_proportion(stages: list[str]) -> None:
    """The parts of a ring follow each other, are as long as their numbers, and make it whole."""
    signed = [(f"b{at}", "mid", "" if each == "none" else each) for at, each in enumerate(stages)]
    (spot,) = spots(hub_of([place("mid")], *signed))
    expected = {name: 100 * number / len(stages) for name, number in Counter(stages).items()}

    assert all(abs(expected[each.stage.id] - each.length) < 0.01 for each in spot.arcs)
    assert abs(sum(each.length for each in spot.arcs) - 100) < 0.1


@given(POINTS)
def test_marks_are_in_the_picture_and_beside_each_other(
    points: list[tuple[float, float]],
) -> None:
    """Every place that has a position has a mark, inside the window, and labels keep clear."""
    places = [place(f"p{at}", *point) for at, point in enumerate(points)]
    hub = hub_of(places, *((f"b{at}", f"p{at}", "plan") for at in range(len(places))))
    found = signatory_map(hub, spots(hub))
    assert found is not None
    left, top, width, height = map(float, found.view_box.split())

    assert len(points) == len(found.marks)
    assert all(
        left <= each.x <= left + width and top <= each.y <= top + height for each in found.marks
    )
    if len(points) < 8:
        assert all(
            hypot(one.x - other.x, one.y - other.y) >= one.radius
            for one in found.marks
            for other in found.marks
            if one is not other
        )


def test_two_places_at_one_point_are_both_seen() -> None:
    """The second stands beside the first, and each has its label."""
    places = [place("one", 53.5, -2.0), place("two", 53.5, -2.0)]
    hub = hub_of(places, ("a", "one", "plan"), ("b", "two", "lapsed"))
    found = signatory_map(hub, spots(hub))
    assert found is not None
    one, two = found.marks

    assert hypot(one.x - two.x, one.y - two.y) >= 2 * one.radius
    assert all(each.anchor for each in found.marks)


def test_a_place_without_a_position_is_in_the_list_alone() -> None:
    """The map says how many are missing from it; without any position there is no map."""
    hub = hub_of([place("here", 53.5, -2.0), place("off")], ("a", "here", ""), ("b", "off", ""))
    found = signatory_map(hub, spots(hub))

    assert found is not None
    assert found.said.endswith("1 more are in the list alone")
    nowhere = hub_of([place("off")], ("b", "off", ""))
    assert signatory_map(nowhere, spots(nowhere)) is None


def test_the_legend_leaves_no_step_out() -> None:
    """Each step has its number, the furthest first."""
    rows = rows_of(hub_of([], ("a", "", "plan"), ("b", "", "")), concordat())

    assert [0, 0, 1, 0, 0, 1] == [number for _, number in legend(rows)]

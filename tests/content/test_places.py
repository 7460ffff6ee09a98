"""Places: integrated care board areas by date, and the nations' health geographies."""

from collections import Counter
from datetime import date

import pytest

from hub.model.hub import Hub
from hub.model.vocabularies import Place

ENDED = {"QHG", "QUE", "QM7", "QH8", "QJG", "QMM", "QNQ", "QU9", "QXU", "QNX", "QMJ", "QRV"}
"""ODS codes of the boards that ended on 31 March 2026."""
BEGUN = {"S1Y5D", "D7T5G", "T6Y0W", "S9B9J", "S0E4D", "Z9B2Z"}
"""ODS codes of the boards that began on 1 April 2026."""


@pytest.fixture
def boards(hub: Hub) -> list[Place]:
    """Return the areas of integrated care boards, of all times."""
    return [place for place in hub.places.values() if place.kind == "icb-area"]


def valid_on(places: list[Place], day: date) -> list[Place]:
    """Return the places that hold on a day."""
    return [
        place for place in places if (place.valid_from or day) <= day <= (place.valid_to or day)
    ]


@pytest.mark.parametrize(
    ("day", "count"),
    [("2022-06-30", 0), ("2022-07-01", 42), ("2026-03-31", 42), ("2026-04-01", 36)],
)
def test_boards_are_counted_by_their_dates(boards: list[Place], day: str, count: int) -> None:
    """There are 42 boards from 1 July 2022 until 31 March 2026, and 36 from the day after."""
    assert count == len(valid_on(boards, date.fromisoformat(day)))


def test_every_area_that_ended_has_successors_that_began(hub: Hub, boards: list[Place]) -> None:
    """Twelve areas ended; each leads to areas that hold on the day after."""
    ended = [place for place in boards if place.valid_to]
    after = {place.id for place in valid_on(boards, date(2026, 4, 1))}

    assert ENDED == {place.ods for place in ended}
    assert all(place.successors and set(place.successors) <= after for place in ended)
    assert set() == {place.id for place in hub.places.values() if place.successors} - {
        place.id for place in ended
    }


def test_every_new_area_came_after_another(hub: Hub, boards: list[Place]) -> None:
    """Six areas began, and Hampshire and Isle of Wight grew."""
    successors = {hub.places[name].ods for place in boards for name in place.successors}

    assert BEGUN | {"QRL"} == successors


def test_three_areas_were_split(boards: list[Place]) -> None:
    """Three of the twelve went to several successors."""
    split = {place.ods: len(place.successors) for place in boards if len(place.successors) > 1}

    assert {"QM7": 2, "QJG": 2, "QNQ": 3} == split


def test_areas_are_named_as_places_and_not_as_boards(boards: list[Place]) -> None:
    """A place is the geography: no label is the name of a board."""
    assert [] == [place.label for place in boards if "NHS" in place.label or "Board" in place.label]


def test_the_four_nations_are_covered(hub: Hub) -> None:
    """Seven NHS regions, seven Welsh and fourteen Scottish boards, five trusts, four nations."""
    kinds = Counter(place.kind for place in hub.places.values())
    expected = {
        "country": 4,
        "nhs-region": 7,
        "welsh-health-board-area": 7,
        "scottish-health-board-area": 14,
        "hsc-trust-area": 5,
    }

    assert expected == {kind: kinds[kind] for kind in expected}


def test_codes_are_not_given_twice(hub: Hub) -> None:
    """No ONS or ODS code belongs to two places."""
    codes = Counter(
        code for place in hub.places.values() for code in (place.ons, place.ods) if code
    )

    assert [] == [code for code, count in codes.items() if count > 1]


def test_centres_lie_in_the_united_kingdom(hub: Hub) -> None:
    """Latitude and longitude are not swapped."""
    centres = [(place.lat, place.long) for place in hub.places.values() if place.lat and place.long]

    assert centres
    assert all(49 < lat < 61 and -9 < long < 2 for lat, long in centres)


def test_every_place_lies_within_a_place_that_exists(hub: Hub) -> None:
    """`within` leads up to a nation."""
    assert [] == [
        place.id
        for place in hub.places.values()
        if place.kind != "country" and place.within not in hub.places
    ]

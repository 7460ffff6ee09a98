"""The outline of the UK: an equal-area projection, and coasts where towns are."""

import re
from math import asin, cos, hypot, radians, sin, sqrt

from hypothesis import given
from hypothesis import strategies as st

from hub.views.outline import HEIGHT, WIDTH, area_path, outline, project

LATITUDES = st.floats(49.0, 61.0)
LONGITUDES = st.floats(-10.7, 1.9)
TOWNS = {
    "Lerwick": (60.15, -1.14), "Penzance": (50.12, -5.53), "Belfast": (54.60, -5.93),
    "Cardiff": (51.48, -3.18), "Norwich": (52.63, 1.30), "Edinburgh": (55.95, -3.19),
}  # fmt: skip
EARTH = 6371.0


def great_circle(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two points on the sphere in kilometres, by the haversine formula."""
    (a, b), (c, d) = (tuple(map(radians, each)) for each in (one, other))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def test_distances_between_towns_are_kilometres() -> None:
    """Two towns are as far apart in the drawing as on the Earth, to one in a hundred."""
    pairs = [(a, b) for a in TOWNS for b in TOWNS if a < b]

    wrong = [
        (a, b)
        for a, b in pairs
        for drawn in [hypot(*(p - q for p, q in zip(project(*TOWNS[a]), project(*TOWNS[b]))))]  # noqa: B905
        if abs(drawn / great_circle(TOWNS[a], TOWNS[b]) - 1) > 0.01
    ]

    assert [] == wrong


@given(LATITUDES, LONGITUDES)
def test_areas_are_kept(latitude: float, longitude: float) -> None:
    """A field of one degree has the area in the drawing that it has on the sphere."""
    south, west, north, east = latitude - 0.5, longitude - 0.5, latitude + 0.5, longitude + 0.5
    steps = [each / 20 for each in range(20)]
    border = [
        *((south, west + each) for each in steps), *((south + each, east) for each in steps),
        *((north, east - each) for each in steps), *((north - each, west) for each in steps),
    ]  # fmt: skip
    corners = [project(*each) for each in border]
    following = corners[1:] + corners[:1]

    drawn = abs(sum(a * d - c * b for (a, b), (c, d) in zip(corners, following, strict=True))) / 2
    on_sphere = EARTH**2 * radians(1) * (sin(radians(north)) - sin(radians(south)))

    assert abs(drawn / on_sphere - 1) < 0.002


@given(LATITUDES, LONGITUDES)
def test_north_is_up_and_east_is_right(latitude: float, longitude: float) -> None:
    """A point further north is drawn higher, a point further east further right."""
    x, y = project(latitude, longitude)

    assert (
        project(latitude + 0.1, longitude)[1] < y,
        project(latitude, longitude + 0.1)[0] > x,
    ) == (
        True,
        True,
    )


def test_every_coast_lies_in_the_drawing() -> None:
    """No corner of any country falls outside the view box."""
    numbers = [
        (int(x), int(y)) for each in outline() for x, y in re.findall(r"(\d+) (\d+)", each.path)
    ]

    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in numbers)
    assert not any("-" in each.path for each in outline())


def test_neighbours_are_drawn_before_the_nations() -> None:
    """The four nations come last, so that nothing covers them."""
    assert [
        "Guernsey", "Ireland", "Isle of Man", "Jersey",
        "England", "Northern Ireland", "Scotland", "Wales",
    ] == [each.name for each in outline()]  # fmt: skip


def test_a_polygon_closes_without_its_last_corner() -> None:
    """A ring ends where it began; corners that fall together are drawn once."""
    square = [[[-3, 54], [-2, 54], [-2, 55], [-2, 55.0001], [-3, 55], [-3, 54]]]

    path = area_path({"type": "Polygon", "coordinates": square})

    assert 4 == path.count("M") + path.count("L")
    assert path == area_path({"type": "MultiPolygon", "coordinates": [square]})

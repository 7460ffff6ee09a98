"""The outline of the UK and its neighbours as SVG paths, and where a point falls on it.

One projection for every map of the hub: Albers' equal-area conic on the sphere, after J. P. Snyder,
*Map Projections: A Working Manual* (USGS Professional Paper 1395, 1987), pages 98 to 103, equations
14-1 to 14-6. A unit of the drawing is a kilometre. The shapes are `uk-outline.geojson` (Natural
Earth, 1:50m, public domain; see the note in the file). Nothing is drawn here but the coast.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import cos, radians, sin, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FILE = Path(__file__).parent / "uk-outline.geojson"
_EARTH = 6371.0
"""The radius of a sphere with the Earth's volume, in kilometres."""
_SOUTH, _NORTH = radians(51.0), radians(58.0)
"""The standard parallels, where the map's scale is true: a sixth from each end of the land."""
_MIDDLE = radians(-4.0)
_N = (sin(_SOUTH) + sin(_NORTH)) / 2
_C = cos(_SOUTH) ** 2 + 2 * _N * sin(_SOUTH)
_LEFT, _TOP = -460.0, -735.0
"""What is taken off, so that the land begins at the top left corner with a little sea around it."""
_ORIGIN = radians(54.5)

WIDTH, HEIGHT = 870, 1350
"""The size of the drawing, in units of a kilometre: `viewBox="0 0 870 1350"`."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A country: its name, whether it is a nation of the UK, and its path in the drawing."""

    name: str
    in_uk: bool
    path: str


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Return where a point (in degrees, north and east) falls in the drawing, to a tenth.

    x grows to the east from 0 to `WIDTH`, y to the south from 0 to `HEIGHT`.
    """
    radius = _radius(radians(latitude))
    angle = _N * (radians(longitude) - _MIDDLE)
    x = radius * sin(angle)
    y = _radius(_ORIGIN) - radius * cos(angle)
    return round(x - _LEFT, 1), round(-y - _TOP, 1)


def _radius(latitude: float) -> float:
    return _EARTH * sqrt(_C - 2 * _N * sin(latitude)) / _N


@cache
def outline() -> tuple[Shape, ...]:
    """Return the countries, neighbours first, so that the nations are drawn over them."""
    features = json.loads(_FILE.read_text(encoding="utf-8"))["features"]
    shapes = (
        Shape(
            each["properties"]["name"],
            each["properties"]["admin"] == "United Kingdom",
            area_path(each["geometry"]),
        )
        for each in features
    )
    return tuple(sorted(shapes, key=lambda each: (each.in_uk, each.name)))


def area_path(geometry: dict[str, Any]) -> str:  # Any: GeoJSON
    """Return the path of a GeoJSON Polygon or MultiPolygon (RFC 7946), to whole kilometres."""
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return "".join(_ring(each) for polygon in polygons for each in polygon)


def _ring(points: Sequence[Sequence[float]]) -> str:
    corners = [corner for corner, _ in groupby(_corners(points))]
    first, *others = corners[:-1] if corners[0] == corners[-1] and len(corners) > 1 else corners
    return f"M{first}" + "".join(f"L{each}" for each in others) + "Z"


def _corners(points: Sequence[Sequence[float]]) -> Iterator[str]:
    for longitude, latitude, *_ in points:
        x, y = project(latitude, longitude)
        yield f"{x:.0f} {y:.0f}"

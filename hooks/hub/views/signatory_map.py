"""The map of those who signed, by place, and the list that says the same.

Each place is a ring whose parts are the steps of delivery, with the number of signatories in it.
Beside it stands its name with the word for most of them, where there is room; a place whose
position is not known is in the list alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import TYPE_CHECKING

from hub.views.outline import HEIGHT, WIDTH, Shape, outline, project
from hub.views.stages import STAGES
from hub.views.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hub.model.hub import Hub
    from hub.views.signatory_rows import Row
    from hub.views.stages import Stage

_SMALLEST = 300.0
"""Kilometres across which a map shows at least, so that a coast can be recognised."""
_AROUND = (140.0, 60.0)
"""Kilometres beside the places, where labels need room, and above and below them."""
_LETTER = 0.52
"""The width of a letter, in parts of its height, on average."""
_NEAR, _TURNS = 6, 8
"""Where else a mark may stand: so many steps of a radius away, in so many directions."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A part of a ring: its step, and where it begins and how long it is, in hundredths."""

    stage: Stage
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with those who signed there: how many, and how many of them at which step."""

    id: str
    label: str
    total: int
    stages: tuple[tuple[Stage, int], ...]

    @property
    def words(self) -> str:
        """The steps in words: "3 delivered, 1 no step recorded"."""
        return ", ".join(f"{count(number)} {stage.small}" for stage, number in self.stages)

    @property
    def short(self) -> str:
        """The commonest step, as it stands on the map: "delivered: 3 of 4"."""
        stage, number = max(self.stages, key=lambda each: each[1])
        if self.total == 1:
            return stage.small
        many = f"{count(number)} of" if number < self.total else "all"
        return f"{stage.small}: {many} {count(self.total)}"

    @property
    def arcs(self) -> tuple[Arc, ...]:
        """The ring."""
        found, start = list[Arc](), 0.0
        for stage, number in self.stages:
            length = 100 * number / self.total
            found.append(Arc(stage, round(start, 2), round(length, 2)))
            start += length
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Mark:
    """A spot on the map: its middle, its radius, and its label.

    `label_y` is the middle of the label's two lines; `anchor` is what SVG calls the side at
    `label_x`, and "" where there is no room for a label.
    """

    spot: Spot
    x: float
    y: float
    radius: float
    label_x: float = 0
    label_y: float = 0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class SignatoryMap:
    """A map: what of the outline it shows (`viewBox`), its marks, and the size of its letters."""

    view_box: str
    shapes: tuple[Shape, ...]
    marks: tuple[Mark, ...]
    letters: float
    said: str


def spots_of(rows: Iterable[Row]) -> tuple[Spot, ...]:
    """Return the places of signatories, most first; those of whom none is known come last."""
    places: dict[str, Counter[str]] = {}
    labels = {}
    for row in rows:
        places.setdefault(row.place_id, Counter())[row.stage.id] += 1
        labels[row.place_id] = row.place or "Not known"
    found = [
        Spot(name, labels[name], counts.total(),
             tuple((each, counts[each.id]) for each in STAGES if counts[each.id]))
        for name, counts in places.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda each: (not each.id, -each.total, each.label.casefold())))


def signatory_map(hub: Hub, spots: Sequence[Spot]) -> SignatoryMap | None:
    """Return the map of these places; None if the position of none is known."""
    placed = list[tuple[Spot, tuple[float, float]]]()
    for spot in spots:
        place = hub.places.get(spot.id)
        if place and place.lat is not None and place.long is not None:
            placed.append((spot, project(float(place.lat), float(place.long))))
    if not placed:
        return None
    left, top, width, height = _window([point for _, point in placed])
    letters = round(max(width, height) / 42, 1)
    marks = _marks(placed, letters, (left, top, left + width, top + height))
    off = len(spots) - len(placed)
    said = f"{count(len(placed))} places, each with the number of its signatories in a ring" + (
        f"; {count(off)} more are in the list alone" if off else ""
    )
    return SignatoryMap(f"{left:g} {top:g} {width:g} {height:g}", outline(), marks, letters, said)


def _window(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Return left, top, width and height of what is shown: the places with what is around them."""
    edges = list[tuple[float, float]]()
    for axis, size in ((0, WIDTH), (1, HEIGHT)):
        low = min(point[axis] for point in points) - _AROUND[axis]
        high = max(point[axis] for point in points) + _AROUND[axis]
        more = max(_SMALLEST - (high - low), 0) / 2
        low, high = low - more, high + more
        shift = max(-low, 0) - max(high - size, 0) if high - low < size else 0
        edges.append((round(max(low + shift, 0)), round(min(high + shift, size))))
    (left, right), (top, bottom) = edges
    return left, top, right - left, bottom - top


def _marks(
    placed: Sequence[tuple[Spot, tuple[float, float]]], letters: float,
    window: Box,
) -> tuple[Mark, ...]:  # fmt: skip
    """Return the marks, each with a label where that covers no mark and no other label.

    A mark that would cover another stands beside it.
    """
    radius, taken = letters * 0.95, list[Box]()
    points = list[tuple[float, float]]()
    for _, point in placed:
        points.append(_beside(point, radius, taken))
        taken.append(_around(*points[-1], radius, radius))
    return tuple(
        _labelled(Mark(spot, x, y, radius), letters, window, taken)
        for (spot, _), (x, y) in zip(placed, points, strict=True)
    )


def _labelled(
    mark: Mark, letters: float, window: Box, taken: list[Box]
) -> Mark:  # fmt: skip
    """Return the mark with its label to the right, to the left, below or above, where it can be."""
    half = max(len(mark.spot.label), len(mark.spot.short)) * letters * _LETTER / 2
    beside, below = mark.radius * 1.3, mark.radius + letters * 1.3
    for anchor, x, y, middle in (
        ("start", mark.x + beside, mark.y, mark.x + beside + half),
        ("end", mark.x - beside, mark.y, mark.x - beside - half),
        ("middle", mark.x, mark.y + below, mark.x),
        ("middle", mark.x, mark.y - below, mark.x),
    ):
        box = _around(middle, y, half, letters * 1.2)
        inside = _holds(window, box)
        if inside and not any(_meet(box, each) for each in taken):
            taken.append(box)
            return replace(mark, label_x=round(x, 1), label_y=round(y, 1), anchor=anchor)
    return mark


def _beside(point: tuple[float, float], radius: float, taken: Sequence[Box]) -> tuple[float, float]:
    """Return the point, or the nearest one around it where a mark covers no other."""
    x, y = point
    for step in range(_NEAR):
        for turn in range(_TURNS if step else 1):
            angle = 2 * pi * turn / _TURNS
            tried = (round(x + step * radius * cos(angle), 1),
                     round(y + step * radius * sin(angle), 1))  # fmt: skip
            if not any(_meet(_around(*tried, radius, radius), each) for each in taken):
                return tried
    return point


def _around(x: float, y: float, width: float, height: float) -> Box:
    """Return the box around a point, from half its width and height."""
    return (x - width, y - height, x + width, y + height)


def _holds(window: Box, box: Box) -> bool:
    left, top, right, bottom = window
    return left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def legend(rows: Iterable[Row]) -> tuple[tuple[Stage, int], ...]:
    """Return every step with how many have reached it and not the next, none left out."""
    counts = Counter(row.stage.id for row in rows)
    return tuple((each, counts[each.id]) for each in STAGES)

"""The map of practice: points in groups, so that none covers another; the list has the same groups.

Every example in a group is drawn with the shape of its status as far as there is room, else the
group has a number. Examples without a point stand in the list alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

from hub.views.facets import in_address
from hub.views.outline import HEIGHT, WIDTH, Shape, outline, project
from hub.views.wording import count, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hub.model.practice import PracticeExample

DRAWN = 7
"""Examples of a group that are drawn one by one: one in the middle and six around it."""
_RING = 4
"""Marks that stand in a ring with nothing in the middle."""
_NAMED = 2
_AROUND = 60.0
_SMALLEST = 260.0
"""Kilometres around the points of a part of the map, and across it at least."""
_LETTER = 0.56
"""The width of a letter, in parts of its height, on average."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An example on the map: its id, the shape of its status, and where it is drawn."""

    id: str
    state: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Group:
    """Examples that are near each other, and where they stand on the map and in the list."""

    id: str
    label: str
    examples: tuple[PracticeExample, ...]
    x: float = 0
    y: float = 0

    def marks(self, size: float) -> tuple[Mark, ...]:
        """Return where each is drawn, `size` being the width of a mark; none if they are many."""
        if len(self.examples) > DRAWN:
            return ()
        places = zip(self.examples, _spots(len(self.examples)), strict=True)
        return tuple(
            Mark(each.id, each.progress.state.value,
                 round(self.x + size * dx, 1), round(self.y + size * dy, 1))
            for each, (dx, dy) in places
        )  # fmt: skip

    def radius(self, size: float) -> float:
        """Return how far the group reaches from its middle, `size` being the width of a mark."""
        number = len(self.examples)
        return round(size * (0.9 if number == 1 else 1.35 if number <= _RING else 1.8), 1)


def _spots(number: int) -> list[tuple[float, float]]:
    """Return where so many marks stand around a point, in widths of a mark."""
    if number == 1:
        return [(0, 0)]
    around = number if number <= _RING else number - 1
    far = {2: 0.55, 3: 0.64, 4: 0.76}.get(around if number <= _RING else 0, 1.1)
    turns = [2 * pi * at / around + pi / 2 for at in range(around)]
    ring = [(far * sin(turn), -far * cos(turn)) for turn in turns]
    return ring if number <= _RING else [(0, 0), *ring]


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a group beside it: where it begins or ends."""

    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class PracticeMap:
    """A map: what of the outline it shows, its groups with their labels, and its sizes."""

    view_box: str
    shapes: tuple[Shape, ...]
    groups: tuple[tuple[Group, Label | None], ...]
    size: float
    letters: float
    said: str


def groups_of(
    examples: Sequence[PracticeExample], reach: float
) -> tuple[tuple[Group, ...], tuple[PracticeExample, ...]]:
    """Return groups of examples no nearer to each other than `reach` km, and those without a point.

    The place with the most examples comes first and gathers those around it.
    """
    towns: dict[tuple[float, float], list[PracticeExample]] = {}
    nowhere: list[PracticeExample] = []
    for each in examples:
        lat, long = each.where.lat, each.where.long
        if lat is None or long is None:
            nowhere.append(each)
        else:
            towns.setdefault(project(float(lat), float(long)), []).append(each)
    gathered: dict[tuple[float, float], list[PracticeExample]] = {}
    for point, found in sorted(towns.items(), key=lambda each: (-len(each[1]), each[0])):
        near = [each for each in gathered if hypot(each[0] - point[0], each[1] - point[1]) < reach]
        gathered.setdefault(near[0] if near else point, []).extend(found)
    named = set[str]()
    groups = [_group(point, found, named) for point, found in gathered.items()]
    return tuple(sorted(groups, key=lambda each: each.label.casefold())), tuple(nowhere)


def _group(point: tuple[float, float], found: list[PracticeExample], named: set[str]) -> Group:
    names = list(dict.fromkeys(each.where.point_of or each.where.name for each in found))
    more = f"{names[0]} and {plural(len(names) - 1, 'place')} near it"
    label = " and ".join(names) if len(names) <= _NAMED else more
    name = in_address(names[0])
    while name in named:
        name += "-2"
    named.add(name)
    return Group(name, label, tuple(found), *point)


def practice_map(groups: Sequence[Group], nowhere: int = 0, *, whole: bool = True) -> PracticeMap:
    """Return the map of these groups: all of the islands, or the part where the groups are."""
    left, top, width, height = (0.0, 0.0, WIDTH, HEIGHT) if whole else _window(groups)
    letters = round(max(width, height * 0.7) / 42, 1)
    size = round(letters * 0.78, 1)
    off = f"; {plural(nowhere, 'example')} without one place in the list alone" if nowhere else ""
    total = sum(len(each.examples) for each in groups)
    said = f"{plural(total, 'example')} in {plural(len(groups), 'place')}{off}"
    return PracticeMap(
        f"{left:g} {top:g} {width:g} {height:g}", outline(),
        tuple(zip(groups, _labels(groups, size, letters, (left, left + width)), strict=True)),
        size, letters, said,
    )  # fmt: skip


def reach_of(groups: Iterable[Group]) -> float:
    """Return how near to each other groups may be on a map of the part where these are."""
    _, _, width, height = _window(tuple(groups))
    return round(max(width, height * 0.7) / 42 * 0.78 * 2.6, 1)


def _window(groups: Sequence[Group]) -> tuple[float, float, float, float]:
    edges = list[tuple[float, float]]()
    for size, places in (
        (WIDTH, [each.x for each in groups]),
        (HEIGHT, [each.y for each in groups]),
    ):
        low, high = min(places) - _AROUND, max(places) + _AROUND
        more = max(_SMALLEST - (high - low), 0) / 2
        edges.append((round(max(low - more, 0)), round(min(high + more, size))))
    (left, right), (top, bottom) = edges
    return left, top, right - left, bottom - top


def _labels(
    groups: Sequence[Group], size: float, letters: float, sides: tuple[float, float]
) -> list[Label | None]:
    """Return a label for each group where it covers no group and no other label."""
    taken = [_box(each, each.radius(size)) for each in groups]
    found = list[Label | None]()
    for at, group in enumerate(groups):
        own, long = taken[at], len(group.label) * letters * _LETTER
        near = group.radius(size) + letters * 0.2
        for anchor, edge, far in (("start", group.x + near, group.x + near + long),
                                  ("end", group.x - near, group.x - near - long)):  # fmt: skip
            box = (min(edge, far), group.y - letters * 0.6, max(edge, far), group.y + letters * 0.6)
            inside = sides[0] <= box[0] and box[2] <= sides[1]
            if inside and not any(_meet(box, each) for each in taken if each is not own):
                taken.append(box)
                found.append(Label(round(edge, 1), round(group.y + letters * 0.35, 1), anchor))
                break
        else:
            found.append(None)
    return found


_Box = tuple[float, float, float, float]


def _box(group: Group, radius: float) -> _Box:
    return group.x - radius, group.y - radius, group.x + radius, group.y + radius


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def told(group: Group, words: dict[str, str]) -> str:
    """Return a group in words: "London: 6 examples: 4 in progress, 2 ended"."""
    states: dict[str, int] = {}
    for each in group.examples:
        states[each.progress.state.value] = states.get(each.progress.state.value, 0) + 1
    parts = ", ".join(f"{count(number)} {words[state].lower()}" for state, number in states.items())
    return f"{group.label}: {plural(len(group.examples), 'example')}: {parts}"

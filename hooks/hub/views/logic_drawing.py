"""A programme's logic model as a drawing: a column for each step, boxes in it, arrows between them.

Where everything stands is worked out here, in the units of the drawing, so that the browser has
nothing to lay out and the same record gives the same bytes. `hub.views.logic` says the same in
words, for those who do not see it.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hub.views.logic import Box

_BOX, _BETWEEN = 190, 56
"""Units: how wide a box is, and the room for arrows between columns."""
_LETTERS = 25
"""Letters on a line of a box, at 13 units of type: an average letter is about 6.6 wide."""
_LINE, _AROUND, _APART, _HEAD = 17, 10, 18, 34
"""Units: height of a line, room above and below the lines of a box, between boxes, for titles."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A box as drawn: its left upper corner, its size, and its lines of text."""

    x: int
    y: int
    height: int
    lines: tuple[str, ...]
    width: int = _BOX

    @property
    def middle(self) -> int:
        """The height at which arrows leave and arrive."""
        return self.y + self.height // 2

    def baseline(self, number: int) -> int:
        """Return where the line of text with this number stands, counted from 0."""
        return self.y + _AROUND + _LINE * (number + 1) - 4


@dataclass(frozen=True, slots=True)
class Drawing:
    """A logic model as drawn: its size, titles of columns with their places, boxes and arrows.

    `arrows` are paths in the language of SVG.
    """

    width: int
    height: int
    titles: tuple[tuple[int, str], ...]
    frames: tuple[Frame, ...]
    arrows: tuple[str, ...]


def draw(steps: tuple[tuple[str, tuple[Box, ...]], ...]) -> Drawing:
    """Lay out the steps of a logic model from left to right, each column in the middle."""
    columns = [_column(boxes) for _, boxes in steps]
    tallest = max(map(_height, columns), default=0)
    frames = dict[str, Frame]()
    places = dict[str, int]()
    titles = []
    for number, ((title, boxes), column) in enumerate(zip(steps, columns, strict=True)):
        x = 1 + number * (_BOX + _BETWEEN)
        titles.append((x, title))
        y = _HEAD + (tallest - _height(column)) // 2
        for box, lines in zip(boxes, column, strict=True):
            height = _tall(lines)
            frames[box.id], places[box.id] = Frame(x, y, height, lines), number
            y += height + _APART
    arrows = tuple(
        _arrow(frames[box.id], frames[target], places[target] - places[box.id])
        for _, boxes in steps
        for box in boxes
        for target, _ in box.leads_to
        if target in frames
    )
    width = len(steps) * (_BOX + _BETWEEN) - _BETWEEN + 2
    return Drawing(width, _HEAD + tallest + 2, tuple(titles), tuple(frames.values()), arrows)


def _column(boxes: tuple[Box, ...]) -> list[tuple[str, ...]]:
    return [tuple(wrap(box.text, _LETTERS)) or ("",) for box in boxes]


def _tall(lines: tuple[str, ...]) -> int:
    return 2 * _AROUND + _LINE * len(lines)


def _height(column: list[tuple[str, ...]]) -> int:
    return sum(map(_tall, column)) + _APART * (len(column) - 1)


def _arrow(source: Frame, target: Frame, steps: int) -> str:
    """Return the path of an arrow: to a later column, back to an earlier one, or within one."""
    ahead = source.x + source.width
    if steps > 0:
        start, end, bend = ahead, target.x, _BETWEEN // 2
        return _curve((start, source.middle), start + bend, end - bend, (end, target.middle))
    if steps < 0:
        start, end, bend = source.x, target.x + target.width, _BETWEEN // 2
        return _curve((start, source.middle), start - bend, end + bend, (end, target.middle))
    bend = ahead + _BETWEEN * 2 // 3
    return _curve((ahead, source.middle), bend, bend, (ahead, target.middle))


def _curve(start: tuple[int, int], first: int, second: int, end: tuple[int, int]) -> str:
    """Return a curve that leaves and arrives level; it ends short of the box, for its head."""
    short = 2 if end[0] > second else -2
    tip = end[0] - short
    return f"M{start[0]} {start[1]}C{first} {start[1]} {second} {end[1]} {tip} {end[1]}"

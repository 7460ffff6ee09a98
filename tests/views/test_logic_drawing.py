"""A logic model is drawn with nothing outside its frame, and arrows from box to box."""

import re

from hypothesis import given
from hypothesis import strategies as st

from hub.views.logic import Box
from hub.views.logic_drawing import Drawing, Frame, draw

NAMES = [f"box-{number}" for number in range(12)]
WORDS = st.lists(st.text("abcdefgh ", min_size=1, max_size=60), min_size=1, max_size=5)


@st.composite
def models(chosen: st.DrawFn) -> tuple[tuple[str, tuple[Box, ...]], ...]:
    """Return up to four steps with boxes that may lead to any other, or to none."""
    names = iter(NAMES)
    steps = chosen(st.lists(st.lists(st.text("abc de", max_size=80), min_size=1, max_size=3),
                            min_size=1, max_size=4))  # fmt: skip
    return tuple(
        (f"Step {number}",
         tuple(Box(next(names), text, tuple((each, "") for each in chosen(
             st.lists(st.sampled_from(NAMES), max_size=3, unique=True))))
             for text in texts))
        for number, texts in enumerate(steps)
    )  # fmt: skip


def ends(path: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where a path begins and where it ends."""
    numbers = [int(each) for each in re.findall(r"-?\d+", path)]
    return (numbers[0], numbers[1]), (numbers[-2], numbers[-1])


def touches(frame: Frame, point: tuple[int, int]) -> bool:
    """Tell whether a point lies at the left or right side of a box, 2 units away at most."""
    sides = frame.x, frame.x + frame.width
    is_beside = min(abs(point[0] - side) for side in sides) <= 2
    return is_beside and frame.y <= point[1] <= frame.y + frame.height


@given(models())
def test_every_box_lies_within_the_drawing(steps: tuple[tuple[str, tuple[Box, ...]], ...]) -> None:
    """No box is cut off, and none lies on another."""
    drawing = draw(steps)

    for frame in drawing.frames:
        assert 0 < frame.x <= drawing.width - frame.width
        assert 0 < frame.y <= drawing.height - frame.height
        assert all(frame.y < frame.baseline(number) < frame.y + frame.height
                   for number in range(len(frame.lines)))  # fmt: skip
    taken = [
        (each.x, line) for each in drawing.frames for line in range(each.y, each.y + each.height)
    ]
    assert len(taken) == len(set(taken))


@given(models())
def test_every_arrow_joins_two_boxes(steps: tuple[tuple[str, tuple[Box, ...]], ...]) -> None:
    """There is an arrow for each box that another leads to, and none that ends in the air."""
    drawing = draw(steps)
    there = {box.id for _, boxes in steps for box in boxes}
    led = [name for _, boxes in steps for box in boxes for name, _ in box.leads_to if name in there]

    assert len(led) == len(drawing.arrows)
    for path in drawing.arrows:
        assert all(any(touches(each, end) for each in drawing.frames) for end in ends(path))


def drawn(*leads_to: tuple[str, str]) -> Drawing:
    """Draw boxes a and b in the first column and c in the second, with these arrows."""
    boxes = [
        Box(name, name, tuple((end, end) for start, end in leads_to if start == name))
        for name in "abc"
    ]
    return draw((("In", tuple(boxes[:2])), ("Out", (boxes[2],))))


def test_an_arrow_ahead_leaves_on_the_right_and_arrives_on_the_left() -> None:
    """Reading goes from left to right."""
    drawing = drawn(("a", "c"))
    a, _, c = drawing.frames

    assert ((a.x + a.width, a.middle), (c.x - 2, c.middle)) == ends(drawing.arrows[0])


def test_an_arrow_back_leaves_on_the_left() -> None:
    """What comes out may be where something else begins."""
    drawing = drawn(("c", "b"))
    _, b, c = drawing.frames

    assert ((c.x, c.middle), (b.x + b.width + 2, b.middle)) == ends(drawing.arrows[0])


def test_an_arrow_within_a_column_stays_beside_it() -> None:
    """It bends around, and does not cross the boxes between."""
    drawing = drawn(("a", "b"))
    a, b, _ = drawing.frames

    assert ((a.x + a.width, a.middle), (b.x + b.width + 2, b.middle)) == ends(drawing.arrows[0])


def test_long_texts_are_broken_into_lines() -> None:
    """A box grows in height, not in width."""
    drawing = draw((("In", (Box("a", "Stories from people with lived experience", ()),)),))

    assert ("Stories from people with", "lived experience") == drawing.frames[0].lines

"""YAML with places: text stays text, and what records never need is refused."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.loading.yaml_nodes import compose
from hub.source import SourceText


def faults(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of what is wrong with a text."""
    _, found = compose(SourceText("a.yml", text))
    return [(each.code.slug, each.span.line, each.span.column) for each in found]


def test_scalars_stay_text_and_nothing_is_null() -> None:
    """Only an empty value, ~ and null mean nothing; quoted, they are words."""
    text = 'a: NO\nb: 1.10\nc: 0x0000ff\nd: 12:30\ne:\nf: null\ng: "null"\nh: ~\n'
    node, _ = compose(SourceText("a.yml", text))
    expected = {
        "a": "NO", "b": "1.10", "c": "0x0000ff", "d": "12:30", "e": None, "f": None, "g": "null",
        "h": None,
    }  # fmt: skip

    assert node is not None
    assert expected == node.plain()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", ("duplicate-field", 3, 1)),
        ("x:\n  a: 1\n  a: 2\n", ("duplicate-field", 3, 3)),
        ("a: b: c\n", ("yaml-syntax", 1, 5)),
        ('a: 1\nb: "x\n', ("yaml-syntax", 2, 4)),
        ("a:\n\t- x\n", ("yaml-syntax", 2, 1)),
        ("a: &x 1\n", ("yaml-feature", 1, 4)),
        ("a: *x\n", ("yaml-feature", 1, 4)),
        ("<<: {a: 1}\n", ("yaml-feature", 1, 1)),
        ("a: !!python/object:os.system x\n", ("yaml-feature", 1, 4)),
        ("a: 1\n---\nb: 2\n", ("yaml-feature", 2, 1)),
        ("%YAML 1.1\n---\na: 1\n", ("yaml-feature", 1, 1)),
        ("[a]: 1\n", ("yaml-feature", 1, 1)),
        ("a: " + "[" * 17 + "]" * 17 + "\n", ("too-large", 1, 19)),
    ],
)
def test_what_is_refused_and_where(text: str, expected: tuple[str, int, int]) -> None:
    """Each refusal points at the smallest thing that is wrong."""
    assert [expected] == faults(text)


def test_a_hundred_thousand_brackets_are_refused_at_once() -> None:
    """Depth is counted before anything recursive sees it."""
    start = time.monotonic()

    assert ["too-large"] == [code for code, _, _ in faults("[" * 100_000)]
    assert time.monotonic() - start < 2


@given(st.text(max_size=300))
def test_any_text_gives_a_value_or_a_fault_inside_it(text: str) -> None:
    """No text raises; every fault lies in the text."""
    source = SourceText("a.yml", text)
    node, found = compose(source)

    assert all(each.span.line <= text.count("\n") + 1 for each in found)
    assert all(each.span.column <= len(source.line(each.span.line)) + 2 for each in found)
    assert node is None or node.end <= len(text)

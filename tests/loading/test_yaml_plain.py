"""The short way through YAML gives what the long way gives, or leaves it the work."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.loading.yaml_nodes import compose
from hub.loading.yaml_plain import read_plain
from hub.source import SourceText

REPOSITORY = Path(__file__).parents[2]
RECORDS = sorted((REPOSITORY / "evidence").rglob("*.yml"))


def agrees(text: str) -> bool:
    """Tell whether the short way gives up, or gives the values of the long way, unfaulted."""
    plain = read_plain(text)
    if plain is None:
        return True
    node, faults = compose(SourceText("a.yml", text))
    return not faults and node is not None and plain == node.plain()


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_real_records_read_the_same(path: Path) -> None:
    """Every record of the hub has the same values both ways."""
    assert agrees(path.read_text(encoding="utf-8"))


def test_most_real_records_take_the_short_way() -> None:
    """The short way is worth having: nine of ten records take it."""
    short = sum(read_plain(path.read_text(encoding="utf-8")) is not None for path in RECORDS)

    assert short > 0.9 * len(RECORDS)


PIECES = [
    "a: 1\n",
    "b:\n",
    "  c: x\n",
    "- d\n",
    "  - e: f\n",
    "a: [g, h]\n",
    "i: {j: k}\n",
    "a: NO\n",
    "l: ~\n",
    'm: "n"\n',
    "o: |\n",
    "  text\n",
    "p: >-\n",
    "---\n",
    "...\n",
    "&q ",
    "*q\n",
    "!r ",
    "<<: {}\n",
    "# s\n",
    "t: u #v\n",
    'w: "\\u202e"\n',
    "? x\n",
    ": y\n",
    "%YAML 1.1\n",
    "\t",
    "e\u0301: z\n",
    "[",
    "]",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_yaml_reads_the_same(text: str) -> None:
    """Whatever is put together from YAML's signs, the short way is right or silent."""
    assert agrees(text)


@given(st.text(max_size=200))
def test_any_text_reads_the_same(text: str) -> None:
    """So it is for texts of every kind."""
    assert agrees(text)

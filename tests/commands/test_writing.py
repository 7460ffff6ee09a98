"""Commands write YAML that says what was meant, and leave alone what they do not change."""

import unicodedata
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hub.commands.writing import as_text, as_yaml, editable, node
from hub.loading.yaml_nodes import compose
from hub.source import SourceText
from tests.conftest import DEMO, REPOSITORY

LETTERS = st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])
PRINTABLE = st.text(LETTERS, min_size=1, max_size=300).map(partial(unicodedata.normalize, "NFC"))
"""Texts as the hub keeps them: composed."""


def read(text: str) -> object:
    """Return what the hub's own reader makes of a file."""
    tree, faults = compose(SourceText("x.yml", text))
    assert [] == faults
    return tree.plain() if tree else None


@given(PRINTABLE)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """Whatever a text holds, the hub reads what was written."""
    assert {"a": [{"b": text}]} == read(as_yaml({"a": [{"b": text}]}))


@pytest.mark.parametrize("text", ["1.10", "no", "null", "~", "2018-07-05", "1:20", "1e3", "=", "-"])
def test_text_stays_a_text_for_every_reader(text: str) -> None:
    """What another reader would take for a number, a date or a switch stands in quotes."""
    assert {"a": text} == yaml.safe_load(as_yaml({"a": text}))


def test_record_is_written_as_people_write_it() -> None:
    """Dates are bare, lists are indented, and long texts are folded; empty fields are left out."""
    fields = {
        "title": "Midwater Arts", "place": None, "signatures": [{"version": "1.0"}],
        "on": date(2026, 3, 1), "agreed": True, "note": "It sings. " * 10 + "Well.",
    }  # fmt: skip

    assert (
        'title: Midwater Arts\nsignatures:\n  - version: "1.0"\non: 2026-03-01\nagreed: yes\n'
        "note: >-\n"
        "  It sings. It sings. It sings. It sings. It sings. It sings. It sings. It sings.\n"
        "  It sings. It sings. Well.\n"
    ) == as_yaml(fields)  # fmt: skip


FOLDERS = (DEMO / "evidence", DEMO / "concordats", REPOSITORY / "concordats")
ALL = sorted(path for folder in FOLDERS for path in folder.rglob("*.yml"))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_reading_and_writing_changes_no_byte(path: Path) -> None:
    """A record that nobody changes is written as it stood."""
    text = path.read_text(encoding="utf-8")

    assert text == as_text(editable(text))


def test_change_leaves_comments_order_and_quotes_alone() -> None:
    """One field more is one line more; the rest of the file stays as it was, byte for byte."""
    text = (
        "# First of all.\ntitle: 'Midwater'   # a choir\nyear: 1.10\nsignatures:\n"
        '  # the first\n  - version: "1.0"\n\n# At last.\nnote: >-\n  It\n  sings.\n'
    )  # fmt: skip
    record = editable(text)
    record["place"] = node("northshire")

    assert text + "place: northshire\n" == as_text(record)

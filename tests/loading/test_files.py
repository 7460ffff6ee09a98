"""Reading one file: what is accepted in silence, what is refused, and where."""

from pathlib import Path

import pytest

from hub.loading.files import hidden_characters, read_text
from hub.source import SourceText
from tests.conftest import found


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    """Windows editors put a mark before the first letter; it is not part of the text."""
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbftitle: A\n")

    assert SourceText("a.yml", "title: A\n") == read_text(path, "a.yml")


def test_windows_line_ends_do_not_move_places() -> None:
    """A line ends before its carriage return."""
    source = SourceText("a.yml", "title: A\r\nstatus: draft\r\n")

    assert "title: A" == source.line(1)
    assert "a.yml:2:9" == str(source.span(18, 23))


def test_a_link_to_nothing_is_reported_once(demo: Path) -> None:
    """A record that is a dangling link is unreadable, and nothing else is blamed."""
    (demo / "evidence/organisations/midwater-arts.yml").unlink()
    (demo / "evidence/organisations/midwater-arts.yml").symlink_to("nowhere.yml")

    assert [("evidence/organisations/midwater-arts.yml:1:1", "unreadable-file")] == found(demo)


@pytest.mark.parametrize(
    "character", ["\u200b", "\u202e", "\x00", "\u2028", "\ue000", "\U000e0041"]
)
def test_hidden_characters_are_found(character: str) -> None:
    """Invisible, direction-changing and private characters are reported where they stand."""
    diagnostics = hidden_characters(SourceText("a.yml", f"title: A{character}B\n"))

    assert ["a.yml:1:9"] == [str(each.span) for each in diagnostics]


@pytest.mark.parametrize("name", ["O'Brien", "Ŵyn", "D’Arcy", "李安", "می‌خواهم", "क्‍ष"])
def test_names_of_every_script_pass(name: str) -> None:
    """Joiners between letters are spelling in Persian and Hindi, not tricks."""
    assert [] == hidden_characters(SourceText("a.yml", f"title: {name}\n"))

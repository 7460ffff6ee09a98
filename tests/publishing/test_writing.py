"""Writing: nothing outside the site, nothing over something else."""

from __future__ import annotations

from hashlib import sha256
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hub.page import Document, LongDocument
from hub.publishing import PublishingError
from hub.publishing.writing import link, move, write, write_documents

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """Folders on the way are made."""
    content = b"{}\n"
    lines = write_documents([Document("data/v1/all.json", content)], tmp_path)

    assert [f"{sha256(content).hexdigest()}  data/v1/all.json"] == lines
    assert content == (tmp_path / "data" / "v1" / "all.json").read_bytes()


def test_a_long_document_is_written_piece_by_piece(tmp_path: Path) -> None:
    """Its line tells of the whole."""
    lines = write_documents([LongDocument("all.json", iter([b"[", b"1", b"]"]))], tmp_path)

    assert b"[1]" == (tmp_path / "all.json").read_bytes()
    assert [f"{sha256(b'[1]').hexdigest()}  all.json"] == lines


def test_a_file_is_whole_where_the_system_takes_a_part_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk may take less than it is given; the rest is given again."""

    class Slow(FileIO):
        def write(self, content: ReadableBuffer, /) -> int:
            return super().write(bytes(content)[:2])

    monkeypatch.setattr("builtins.open", lambda path, mode, **_: Slow(path, mode))
    told = write("x.txt", b"12345", tmp_path)

    assert b"12345" == (tmp_path / "x.txt").read_bytes()
    assert f"{sha256(b'12345').hexdigest()}  x.txt" == told


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/x", "a\\x", "", ".", "./x", "a//x", "a/"])
def test_a_path_that_leads_elsewhere_is_refused(tmp_path: Path, path: str) -> None:
    """Addresses are made from checked names; this is the second line of defence."""
    with pytest.raises(ValueError, match="not a path below the site"):
        write(path, b"", tmp_path / "site")

    assert [] == list(tmp_path.iterdir())


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """Two files for one place are a fault, and the first stays."""
    write("x.txt", b"first", tmp_path)

    with pytest.raises(PublishingError, match=r'"x\.txt"'):
        write("x.txt", b"second", tmp_path)

    assert b"first" == (tmp_path / "x.txt").read_bytes()


def test_a_place_below_a_file_is_taken(tmp_path: Path) -> None:
    """A page cannot stand inside another page."""
    write("x", b"first", tmp_path)

    with pytest.raises(PublishingError, match=r'"x/y\.txt"'):
        write("x/y.txt", b"second", tmp_path)


def test_a_file_of_another_site_stands_in_both(tmp_path: Path) -> None:
    """It is one file on disk, and nothing is put in the place of another."""
    old, new = tmp_path / "old", tmp_path / "new"
    write("a/x.txt", b"same", old)
    link("a/x.txt", old, new)

    assert (new / "a/x.txt").samefile(old / "a/x.txt")
    with pytest.raises(PublishingError, match=r'"a/x\.txt"'):
        link("a/x.txt", old, new)
    with pytest.raises(FileNotFoundError):
        link("a/y.txt", old, new)


def test_a_file_is_moved_from_where_it_was_written(tmp_path: Path) -> None:
    """It is there no more, and folders on the way are made."""
    staged, site = tmp_path / "staged", tmp_path / "site"
    write("a/x.txt", b"x", staged)
    move("a/x.txt", staged, site)

    assert b"x" == (site / "a" / "x.txt").read_bytes()
    assert not (staged / "a" / "x.txt").exists()


def test_no_file_is_moved_over_another(tmp_path: Path) -> None:
    """The first stays."""
    staged, site = tmp_path / "staged", tmp_path / "site"
    write("x.txt", b"first", site)
    write("x.txt", b"second", staged)

    with pytest.raises(PublishingError, match=r'"x\.txt"'):
        move("x.txt", staged, site)

    assert b"first" == (site / "x.txt").read_bytes()

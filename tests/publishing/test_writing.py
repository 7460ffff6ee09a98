"""Writing: nothing outside the site, nothing over something else."""

from pathlib import Path

import pytest

from hub.page import Document
from hub.publishing import PublishingError
from hub.publishing.writing import write, write_documents


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """Folders on the way are made."""
    write_documents([Document("data/v1/all.json", b"{}\n")], tmp_path)

    assert b"{}\n" == (tmp_path / "data" / "v1" / "all.json").read_bytes()


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/x", "a\\x", "", ".", "./x"])
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

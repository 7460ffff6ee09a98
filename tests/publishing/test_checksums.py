"""Fingerprints of a site, and what else stands in its folder."""

from pathlib import Path

import pytest

from hub.publishing import PublishingError
from hub.publishing.checksums import NAME, checksums, lines_of, refuse_foreign
from hub.publishing.writing import write_documents

# From the standard that defines SHA-256 (FIPS 180-4, the example of one block).
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of two files and its fingerprints."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.html").write_bytes(b"abc")
    (tmp_path / ".htaccess").write_bytes(b"abc")
    write_documents([checksums(lines_of(tmp_path))], tmp_path)
    return tmp_path


def test_every_file_has_a_line(site: Path) -> None:
    """The lines are those of `sha256sum`, in the order of the paths."""
    assert f"{ABC}  .htaccess\n{ABC}  a/b.html\n" == (site / NAME).read_text("utf-8")


def test_the_files_of_one_folder_can_be_asked_for(site: Path) -> None:
    """Their paths are those below the site all the same."""
    assert (f"{ABC}  a/b.html",) == lines_of(site, "a/")


def test_lines_are_put_in_the_order_of_the_paths() -> None:
    """Whoever wrote a file, and when."""
    lines = [f"{ABC}  b", f"{ABC}  a/c", f"{ABC}  a-b"]

    assert f"{ABC}  a-b\n{ABC}  a/c\n{ABC}  b\n" == checksums(lines).content.decode()


def test_a_site_of_the_hub_may_be_replaced(site: Path) -> None:
    """So may an empty folder, one that is not there, and a site that somebody changed."""
    (site / "a" / "b.html").write_bytes(b"changed")
    refuse_foreign(site)
    refuse_foreign(site / "none")


def test_files_of_somebody_else_are_named(site: Path) -> None:
    """Three are enough to see what it is about."""
    for number in range(5):
        (site / f"mine-{number}").touch()

    with pytest.raises(PublishingError, match=r"\(mine-0, mine-1, mine-2, \.\.\.\)"):
        refuse_foreign(site)


def test_a_folder_without_fingerprints_is_somebody_elses(site: Path) -> None:
    """Whether a build of another tool or a home folder: it is not ours to replace."""
    (site / NAME).unlink()

    with pytest.raises(PublishingError, match="holds files that the hub did not make"):
        refuse_foreign(site)

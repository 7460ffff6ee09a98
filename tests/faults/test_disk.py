"""A disk that is full or may not be written: the old site stays, and the message says why."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.building import ORDINARY, build, command, contents, surroundings, with_modules

# Mounts a small disk at $2 with the old site of $3 on it, builds, and copies what is left to $4;
# the disk is seen by this command alone and is gone with it.
_ON_A_SMALL_DISK = """
mount -t tmpfs -o "size=$1" none "$2" && cp -a "$3" "$2/site" || exit 99
left=$4 disk=$2
shift 4
"$@"
status=$?
cp -a "$disk/." "$left"
exit $status
"""
_ALONE = ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--mount", "--map-root-user")


def small_disks_are_allowed() -> bool:
    """Tell whether this system lets us mount a disk of our own; many containers do not."""
    try:
        tried = subprocess.run(
            [*_ALONE, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
        )
    except FileNotFoundError:
        return False
    return tried.returncode == 0


def size_of(folder: Path) -> int:
    """Return what a folder takes up on a disk of pages, in KiB."""
    files = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(-(-size // 4096) * 4 for size in files)


@pytest.mark.skipif(not small_disks_are_allowed(), reason="this system lets nobody mount a disk")
@pytest.mark.parametrize("room", [0.02, 0.6, 0.96, 0.985])
def test_a_full_disk_leaves_the_old_site(
    room: float, root: Path, small_site: Path, tmp_path: Path
) -> None:
    """Whatever was being written when the disk was full, nothing of it is published.

    `room` is the part of a second site that fits beside the old one; with nearly all of it, it is
    the search index that does not fit, and Pagefind does not say so.
    """
    disk, left = tmp_path / "disk", tmp_path / "left"
    disk.mkdir()
    left.mkdir()
    size = int(size_of(small_site) * (1 + room))
    alone = [*_ALONE, "sh", "-c", _ON_A_SMALL_DISK, "-", f"{size}k", disk, small_site, left]
    built = build(root, disk / "site", behind=[str(each) for each in alone])

    assert 1 == built.returncode
    assert "no space left on device" in built.stdout or "the disk is full" in built.stdout
    assert "Traceback" not in built.stdout
    assert contents(small_site) == contents(left / "site")
    assert ["site"] == os.listdir(left)  # noqa: PTH208 - names, hidden ones too


@pytest.mark.parametrize("limit", [30_000, 60_000])
def test_a_file_that_may_not_grow_leaves_the_old_site(limit: int, root: Path, site: Path) -> None:
    """A limit on the size of files, in bytes, is met by the theme's files or by the index."""
    before = contents(site)
    built = subprocess.run(
        command(site), cwd=root, env=surroundings(), capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip

    assert 1 == built.returncode
    assert "file too large" in built.stderr
    assert "Traceback" not in built.stderr
    assert before == contents(site)
    assert ["site"] == os.listdir(site.parent)  # noqa: PTH208 - names, hidden ones too


def test_a_folder_that_may_not_be_written_is_said(root: Path, site: Path) -> None:
    """Before anything is made, the message names the folder and the reason."""
    before = contents(site)
    site.parent.chmod(0o555)
    built = build(root, site, behind=ORDINARY)
    site.parent.chmod(0o755)

    assert 1 == built.returncode
    assert f'the site "{site}" cannot be written: permission denied' in built.stdout
    assert "Traceback" not in built.stdout
    assert before == contents(site)


def test_a_place_below_a_file_is_said(root: Path, tmp_path: Path) -> None:
    """What cannot be a folder is no traceback either."""
    (tmp_path / "file").touch()
    built = build(root, tmp_path / "file" / "site")

    assert 1 == built.returncode
    assert f'cannot be written: file exists ("{tmp_path / "file"}")' in built.stdout
    assert "Traceback" not in built.stdout


def test_a_file_in_the_place_of_the_site_is_kept(root: Path, tmp_path: Path) -> None:
    """A file is not exchanged for a folder."""
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    built = build(root, tmp_path / "site")

    assert 1 == built.returncode
    assert "cannot be written: not a directory" in built.stdout
    assert "mine" == (tmp_path / "site").read_text("utf-8")


def test_a_missing_pagefind_is_said(root: Path, site: Path, tmp_path: Path) -> None:
    """A site without its search is not published; the message names what is missing."""
    before = contents(site)
    (tmp_path / "pagefind_bin.py").write_text(
        'raise ImportError("No module named pagefind_bin")\n', encoding="utf-8"
    )
    built = build(root, site, env=with_modules(tmp_path))

    assert 1 == built.returncode
    assert "the search index could not be made" in built.stdout
    assert "No module named pagefind_bin" in built.stdout
    assert "Traceback" not in built.stdout
    assert before == contents(site)


def test_a_pagefind_that_cannot_run_is_said(root: Path, site: Path, tmp_path: Path) -> None:
    """A program for another machine, or one that may not be executed, is told without a trace."""
    before = contents(site)
    binary = tmp_path / "pagefind"
    shutil.copy(sys.executable, binary)
    binary.chmod(0o644)
    (tmp_path / "pagefind_bin.py").write_text(
        f"def get_executable():\n    return {str(binary)!r}\n", encoding="utf-8"
    )
    built = build(root, site, env=with_modules(tmp_path))

    assert 1 == built.returncode
    assert "the search index could not be made" in built.stdout
    assert before == contents(site)

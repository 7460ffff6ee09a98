"""Where a site is to stand: other builds, links, mount points, and what somebody left there."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hub.publishing import PublishingError
from hub.publishing.staging import Staging
from tests.faults.building import build, command, contents, mark, surroundings

ANOTHER = "another build of this site is running"


@contextmanager
def begun(root: Path, site: Path) -> Iterator[subprocess.Popen[str]]:
    """Begin a build and halt it when it has taken the lock; after the `with` it goes on."""
    with subprocess.Popen(
        command(site), cwd=root, env=surroundings(),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as process:  # fmt: skip
        while process.poll() is None and not (site.parent / f".{site.name}.lock").exists():
            time.sleep(0.001)
        process.send_signal(signal.SIGSTOP)
        yield process
        process.send_signal(signal.SIGCONT)
        process.communicate(timeout=60)


def test_the_second_of_two_builds_gives_way(root: Path, site: Path) -> None:
    """It says so and ends with 75, "try again later"; the first goes on to its end."""
    mark(root, "Build number 1")
    with begun(root, site) as first:
        second = build(root, site)

    assert 75 == second.returncode
    assert ANOTHER in second.stdout
    assert "Traceback" not in second.stdout
    assert 0 == first.returncode
    assert "Build number 1" in (site / "index.html").read_text("utf-8")
    assert ["site"] == os.listdir(site.parent)  # noqa: PTH208 - names, hidden ones too


def test_a_refused_build_may_try_again(root: Path, site: Path) -> None:
    """Once the other has ended, the very same command is in order."""
    other = Staging(site)
    other.open()
    refused = build(root, site)
    other.close()
    allowed = build(root, site)

    assert (75, 0) == (refused.returncode, allowed.returncode)


def test_builds_of_different_sites_do_not_meet(root: Path, site: Path, tmp_path: Path) -> None:
    """The lock is of the site, not of the hub."""
    with begun(root, site) as first:
        second = build(root, tmp_path / "other")

    assert (0, 0) == (first.returncode, second.returncode)
    assert contents(site) == contents(tmp_path / "other")


def test_a_linked_site_is_exchanged_where_it_stands(root: Path, site: Path) -> None:
    """The link stays a link, and what it leads to is the new site."""
    link = site.parent / "current"
    link.symlink_to(site)
    mark(root, "Build number 1")
    built = build(root, link)

    assert 0 == built.returncode, built.stdout
    assert link.is_symlink()
    assert "Build number 1" in (site / "index.html").read_text("utf-8")


def test_a_mount_point_is_said(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be exchanged for another folder; the message says what to do."""
    monkeypatch.setattr(Path, "is_mount", lambda path: path == site)

    with pytest.raises(PublishingError, match=r"is a mount point.*name a folder inside it"):
        Staging(site).open()


@pytest.mark.parametrize("name", ["CNAME", ".git/HEAD", "thesis.odt"])
def test_files_of_somebody_else_are_not_lost(name: str, root: Path, site: Path) -> None:
    """A folder that holds what the hub did not make is left alone; the message names it."""
    path = site / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    before = contents(site)
    built = build(root, site)

    assert 1 == built.returncode
    assert "holds files that the hub did not make" in built.stdout
    assert f"({name})" in built.stdout
    assert before == contents(site)


def test_what_desktops_leave_is_no_hindrance(root: Path, site: Path) -> None:
    """Windows and macOS write their own files into every folder that is looked at."""
    (site / ".DS_Store").touch()
    (site / "assets" / "Thumbs.db").touch()
    built = build(root, site)

    assert 0 == built.returncode, built.stdout
    assert not (site / ".DS_Store").exists()

"""A proposed change does not touch what was published: the locks before it are compared."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conftest import DEMO, REPOSITORY

NAME = "northshire-creative-health"
FOLDER = f"concordats/{NAME}/"
TEXT, LOCK = f"{FOLDER}1.0.md", f"{FOLDER}lock.yml"


def git(root: Path, *arguments: str) -> None:
    """Run git in a folder, with nobody's settings."""
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@northshire.example", *arguments]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def hub(root: Path, *arguments: str) -> None:
    """Run `hub` on a folder."""
    command = [sys.executable, "-m", "hub", *arguments, "--root", str(root)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def kept(root: Path, earlier: str = "HEAD^1") -> tuple[int, str]:
    """Return the exit status and what is said of the last commit."""
    run = subprocess.run(
        [str(REPOSITORY / ".ci" / "kept"), earlier], cwd=root, capture_output=True, check=False,
        encoding="utf-8", env=os.environ | {"HUB_PYTHON": sys.executable},
    )  # fmt: skip
    return run.returncode, run.stdout + run.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository in which a text was published."""
    root = Path(shutil.copytree(DEMO, tmp_path / "hub"))
    hub(root, "publish", NAME, "1.0")
    signature = root / f"{FOLDER}signatories/midwater-arts.yml"
    sha256 = hashlib.sha256((root / TEXT).read_bytes()).hexdigest()
    signed = signature.read_text(encoding="utf-8").replace(
        '"1.0"\n', f'"1.0"\n    text: {sha256}\n'
    )
    signature.write_text(signed, encoding="utf-8")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Publish 1.0")
    return root


def change_all(root: Path) -> None:
    """Change a text, and its lock with it."""
    text = (root / TEXT).read_text(encoding="utf-8")
    (root / TEXT).write_text(text.replace("with tea", "with sea"), encoding="utf-8")
    (root / LOCK).unlink()
    hub(root, "publish", NAME, "1.0")


def unlock(root: Path) -> None:
    """Delete the lock."""
    (root / LOCK).unlink()


@pytest.mark.parametrize("act", [change_all, unlock])
def test_a_published_text_does_not_change_with_its_lock(
    repository: Path, act: Callable[[Path], None]
) -> None:
    """The lock of the commit before still counts."""
    act(repository)
    git(repository, "commit", "-q", "-a", "-m", "Improve the wording")
    status, said = kept(repository)

    assert 1 == status
    assert "is no longer locked with this hash" in said


def test_another_change_passes(repository: Path) -> None:
    """Whatever else is changed, the text is as it was published."""
    (repository / "README.md").write_text("Read me\n", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "Say what this is")
    status, said = kept(repository)

    assert 0 == status
    assert "is still locked with this hash" in said


def test_the_first_commit_has_nothing_before_it(repository: Path) -> None:
    """There is nothing to compare with, and that is said."""
    assert (0, "there is no HEAD^1 to compare with\n") == kept(repository)


def test_every_pull_request_is_looked_at() -> None:
    """The workflow compares with the commit before the change."""
    text = (REPOSITORY / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["site"]["steps"]

    assert ".ci/kept HEAD^1" in [each.get("run") for each in steps]
    assert 2 == steps[0]["with"]["fetch-depth"]

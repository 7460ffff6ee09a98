"""The files of a hub as they were in a commit, laid into a folder; no checkout is touched."""

from __future__ import annotations

import subprocess
import tarfile
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile

import click

_FOLDERS = ("evidence", "concordats", "docs")


def lay_commit(root: Path, commit: str, folder: Path) -> None:
    """Write the records and pages of a commit into a folder; links are left out.

    `click.ClickException`, if there is no such commit, or no git.
    """
    found = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}"
    )
    if found is None:
        raise click.ClickException(
            f'there is no commit "{commit}" here; name a commit, a branch, or a folder with a hub'
        )
    with TemporaryFile() as packed:
        # As `git -C` begins in the hub's folder, paths are below it.
        subprocess.run(
            ["git", "-C", str(root), "archive", "--format=tar", found.strip()],
            stdout=packed, check=True,
        )  # fmt: skip
        packed.seek(0)
        with tarfile.open(fileobj=packed, mode="r:") as archive:
            for member in archive:
                path = PurePosixPath(member.name)
                if member.isfile() and path.parts[0] in _FOLDERS and ".." not in path.parts:
                    _write(archive, member, folder / path)


def _write(archive: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> None:
    content = archive.extractfile(member)
    if content is not None:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.read())


def _git(root: Path, *words: str) -> str | None:
    """Return what git says; None where it says no, or is not there."""
    try:
        run = subprocess.run(
            ["git", "-C", str(root), *words], capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    return run.stdout if run.returncode == 0 else None

"""Several files written together: all of them or none, whatever stops the command.

Everything is first written beside the hub's files, in a folder of our own. Then the files change
places, and a journal in that folder tells how to take this back. An error takes it back at once;
after a kill, the next command that writes does so before anything else.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from hub import file_lock

FOLDER = ".hub-writing"
"""Where files are made ready, in the root of the hub; git does not look at it."""
_JOURNAL = "journal.json"


@dataclass(frozen=True, slots=True)
class _Step:
    """One file that changes: its path, where the new bytes wait, and where the old ones are kept.

    There are no new ones where the file is to go, and no old ones where there was none.
    """

    path: str
    new: str | None
    old: str | None


def write_together(root: Path, files: Mapping[str, str | None]) -> None:
    """Write files by their path below `root`; None deletes one. All change, or none does.

    Raises:
        click.ClickException: Another command is writing, or the system refuses.
    """
    with _told(), _alone(root):
        take_back(root)
        folder = root / FOLDER
        folder.mkdir()
        try:
            steps = [*_prepared(root, folder, files)]
            _write_through(folder / "journal.new", json.dumps([_fields(each) for each in steps]))
            os.replace(folder / "journal.new", folder / _JOURNAL)  # noqa: PTH105 - one step
            for step in steps:
                _apply(root, folder, step)
            (folder / _JOURNAL).unlink()  # from here on it is done
        except BaseException:
            take_back(root)
            raise
        shutil.rmtree(folder, ignore_errors=True)


def take_back(root: Path) -> bool:
    """Undo what a command that was stopped has begun to write; tell whether there was any."""
    folder = root / FOLDER
    journal = folder / _JOURNAL
    was_begun = journal.exists()
    if was_begun:
        for fields in json.loads(journal.read_text(encoding="utf-8")):
            _undo(root, folder, _Step(**fields))
    shutil.rmtree(folder, ignore_errors=True)
    return was_begun


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    path = root / f"{FOLDER}.lock"
    try:
        lock = file_lock.take(path)
    except file_lock.HeldError:
        raise click.ClickException(
            "another command is writing to this hub; wait until it has ended, then try again"
        ) from None
    try:
        yield
    finally:
        file_lock.release(lock, path)


def _prepared(root: Path, folder: Path, files: Mapping[str, str | None]) -> Iterator[_Step]:
    for number, (path, text) in enumerate(sorted(files.items())):
        old = f"{number}.old" if (root / path).exists() else None
        if old:
            shutil.copy2(root / path, folder / old)
        new = None if text is None else f"{number}.new"
        if text is not None:
            _write_through(folder / f"{number}.new", text)
        yield _Step(path, new, old)


def _write_through(path: Path, text: str) -> None:
    """Write a file so that it is on the disk before anything rests on it."""
    with path.open("wb") as file:
        file.write(text.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _fields(step: _Step) -> dict[str, str | None]:
    return {"path": step.path, "new": step.new, "old": step.old}


def _apply(root: Path, folder: Path, step: _Step) -> None:
    target = root / step.path
    if step.new is None:
        target.unlink(missing_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if step.old:
        shutil.copymode(folder / step.old, folder / step.new)
    os.replace(folder / step.new, target)  # noqa: PTH105 - one step, on every system


def _undo(root: Path, folder: Path, step: _Step) -> None:
    if step.old is None:
        (root / step.path).unlink(missing_ok=True)
    elif (folder / step.old).exists():
        os.replace(folder / step.old, root / step.path)  # noqa: PTH105 - one step, on every system


@contextmanager
def _told() -> Iterator[None]:
    """End with what the system refused, and without a traceback."""
    try:
        yield
    except OSError as error:
        about = f' ("{os.fsdecode(error.filename)}")' if error.filename else ""
        reason = (error.strerror or "unknown reason").lower()
        raise click.ClickException(f"nothing was written: {reason}{about}") from error

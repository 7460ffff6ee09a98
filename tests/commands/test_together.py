"""Files that are written together are all there or none, whatever stops the command."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from hub import file_lock
from hub.commands.together import FOLDER, write_together

BEFORE = {"b.yml": "old\n", "gone.yml": "here\n"}
FILES = {"a.yml": "one\n", "b.yml": "two\n", "deep/c.yml": "three\n", "gone.yml": None}
AFTER = {"a.yml": "one\n", "b.yml": "two\n", "deep/c.yml": "three\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with two files."""
    for name, text in BEFORE.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def files(root: Path) -> dict[str, str]:
    """Return the texts of all files below a folder, by path."""
    found = (each for each in root.rglob("*") if each.is_file())
    return {each.relative_to(root).as_posix(): each.read_text() for each in found}


def test_all_files_are_written(root: Path) -> None:
    """New files are there, changed ones are changed, deleted ones gone; nothing else is left."""
    write_together(root, FILES)

    assert AFTER == files(root)


def fail_at(monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException) -> None:
    """Let the n-th exchange of a file fail."""
    real, calls = os.replace, iter(range(100))

    def replace(*paths: str) -> None:
        if next(calls) == number:
            raise error
        real(*paths)

    monkeypatch.setattr(os, "replace", replace)


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_error_on_the_way_leaves_all_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException
) -> None:
    """Wherever it stops, by Ctrl-C or a full disk, the files are the ones from before."""
    fail_at(monkeypatch, number, error)

    with pytest.raises((KeyboardInterrupt, click.ClickException)):
        write_together(root, FILES)

    assert BEFORE == files(root)


KILLED = """
import os, sys
from pathlib import Path

from hub.commands import together
real, left = os.replace, [int(sys.argv[2])]
def replace(*paths):
    if not left[0]:
        os.kill(os.getpid(), 9)
    left[0] -= 1
    real(*paths)
os.replace = replace
together.write_together(Path(sys.argv[1]), {"a.yml": "one", "b.yml": "two", "deep/c.yml": "three"})
"""


@pytest.mark.parametrize("number", [0, 1, 3])
def test_next_command_takes_back_what_a_kill_left(root: Path, number: int) -> None:
    """After a kill half-way, the next command that writes begins from the files before."""
    killed = [sys.executable, "-c", KILLED, str(root), str(number)]
    status = subprocess.run(killed, check=False).returncode
    was_left = (root / FOLDER).exists()

    write_together(root, {"d.yml": "four\n"})

    assert (-9, True) == (status, was_left)
    assert {**BEFORE, "d.yml": "four\n"} == files(root)


def test_second_command_waits_its_turn(root: Path) -> None:
    """While another command writes, nothing is touched, and that is said."""
    path = root / f"{FOLDER}.lock"
    held = file_lock.take(path)

    with pytest.raises(click.ClickException, match="another command is writing to this hub"):
        write_together(root, FILES)

    file_lock.release(held, path)
    assert BEFORE == files(root)


def test_mode_of_a_changed_file_stays(root: Path) -> None:
    """A file that is changed keeps its permissions."""
    (root / "b.yml").chmod(0o640)

    write_together(root, {"b.yml": "two\n"})

    assert 0o640 == (root / "b.yml").stat().st_mode & 0o777

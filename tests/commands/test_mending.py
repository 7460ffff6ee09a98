"""`hub check --fix` mends what is sure, `hub fmt` the form; neither guesses, and comments stay."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hub.cli import main

SUMMARY = "evidence/summaries/singing-and-loneliness.yml"
LIBRARY = "evidence/references.bib"
CHOIR = "evidence/organisations/midwater-arts.yml"
Change = Callable[[str, str, str], None]


def run(*arguments: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, [str(each) for each in arguments])


def test_dates_and_identifiers_are_mended(demo: Path, change: Change) -> None:
    """What was surely meant stands there afterwards, and it is said what was changed."""
    change(SUMMARY, "on: 2026-01-15", "on: 15 January 2026  # by post")
    change(LIBRARY, "{10.5555/invented.2019.4}", "{https://doi.org/10.5555/invented.2019.4}")
    done = run("check", "--fix", "--root", demo)

    assert (0, "") == (done.exit_code, "".join(done.stdout.split("checked")[:1]))
    assert "on: 2026-01-15  # by post" in (demo / SUMMARY).read_text(encoding="utf-8")
    assert "doi = {10.5555/invented.2019.4}" in (demo / LIBRARY).read_text(encoding="utf-8")
    assert f"mended {SUMMARY}:41:7: 2026-01-15" in done.stderr


def test_what_could_be_two_dates_is_asked_about(demo: Path, change: Change) -> None:
    """3/4/2026 stays, and stays a fault."""
    change(SUMMARY, "on: 2026-01-15", "on: 3/4/2026")
    done = run("check", "--fix", "--root", demo)

    assert 1 == done.exit_code
    assert "on: 3/4/2026" in (demo / SUMMARY).read_text(encoding="utf-8")


def test_a_sound_hub_is_not_written(demo: Path) -> None:
    """Nothing changes where nothing is to be mended."""
    before = {path: path.stat().st_mtime_ns for path in demo.rglob("*.*")}
    run("check", "--fix", "--root", demo)

    assert before == {path: path.stat().st_mtime_ns for path in demo.rglob("*.*")}


def test_only_the_files_that_are_named_are_shown(demo: Path, change: Change) -> None:
    """The rest of the hub is read, and kept quiet about."""
    change(SUMMARY, "on: 2026-01-15", "on: soon")
    (demo / CHOIR).write_text("title: [\n", encoding="utf-8")

    assert "impossible-date" in run("check", "--root", demo, demo / SUMMARY).stdout
    assert "yaml-syntax" not in run("check", "--root", demo, demo / SUMMARY).stdout


def test_form_alone_is_brought_into_order(demo: Path) -> None:
    """`hub fmt` names the files that it changed."""
    text = (demo / CHOIR).read_text(encoding="utf-8")
    (demo / CHOIR).write_bytes(text.replace("\n", "\r\n").encode())
    done = run("fmt", "--root", demo)

    assert f"{CHOIR}\n1 file brought into the usual form\n" == done.output
    assert text == (demo / CHOIR).read_bytes().decode()


@pytest.mark.parametrize(("ending", "status"), [("\r\n", 1), ("\n", 0)])
def test_form_can_be_asked_about(ending: str, status: int, demo: Path) -> None:
    """For a check before a commit: nothing is written."""
    text = (demo / CHOIR).read_text(encoding="utf-8").replace("\n", ending)
    (demo / CHOIR).write_bytes(text.encode())
    done = run("fmt", "--check", "--root", demo, demo / CHOIR)

    assert (status, text) == (done.exit_code, (demo / CHOIR).read_bytes().decode())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_learns_the_commands(shell: str) -> None:
    """What is printed asks the command itself what it knows."""
    assert "_HUB_COMPLETE" in run("completion", shell).output

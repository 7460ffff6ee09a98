"""The `hub` command, as people use it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from hub.cli import main
from hub.codes import Code

SUMMARY = "evidence/summaries/singing-and-loneliness.yml"


def run(*arguments: str) -> tuple[int, str]:
    """Return exit status and output of the command."""
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


def test_a_clean_hub_gets_good_news(demo: Path) -> None:
    """No problems are reported as such, with exit status 0."""
    assert (0, "checked 23 files: no problems\n") == run("check", "--root", str(demo))


def test_faults_are_counted_at_the_end(demo: Path) -> None:
    """The last line sums up, and the exit status is 1."""
    (demo / SUMMARY).write_text("", encoding="utf-8")
    status, output = run("check", "--root", str(demo))

    assert (1, "1 error in 1 file") == (status, output.splitlines()[-1])


def test_advice_fails_only_a_strict_check(demo: Path) -> None:
    """Advice alone leaves the exit status 0, unless it is asked to count."""
    library = demo / "evidence/references.bib"
    library.write_text(
        library.read_text(encoding="utf-8")
        + "\n@misc{Spare2020,\n  author = {Spare, Cy},\n  title = {Spare},\n  year = {2020},\n}\n",
        encoding="utf-8",
    )

    assert 0 == run("check", "--root", str(demo))[0]
    assert 1 == run("check", "--strict", "--root", str(demo))[0]


def test_json_is_json_even_when_all_is_well(demo: Path) -> None:
    """Tools get an empty list, not good news in words."""
    assert [] == json.loads(run("check", "--format", "json", "--root", str(demo))[1])


def test_the_hub_is_found_from_any_folder_inside(demo: Path) -> None:
    """The command works from wherever one stands in the checkout."""
    done = subprocess.run(
        [sys.executable, "-m", "hub", "check"],
        cwd=demo / "evidence" / "summaries", capture_output=True, text=True, encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1] / "hooks")}, check=False,
    )  # fmt: skip

    assert (0, "checked 23 files: no problems\n") == (done.returncode, done.stdout)


def test_outside_a_hub_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere the command ends with the status for misuse."""
    monkeypatch.chdir(tmp_path)
    status, output = run("check")

    assert 2 == status
    assert "this is not inside a hub" in output


@pytest.mark.parametrize("code", Code, ids=lambda code: code.slug)
def test_every_code_is_explained(code: Code) -> None:
    """`hub explain CODE` prints the page of the code."""
    status, output = run("explain", code.slug)

    assert 0 == status
    assert output.startswith(f"# {code.slug}\n")


def test_every_command_is_found_by_its_name() -> None:
    """The modules of commands are loaded when they are asked for, and hold what they should."""
    context = click.Context(main)
    names = main.list_commands(context)
    found = [main.get_command(context, name) for name in names]

    assert names == [each and each.name for each in found]
    assert {"build", "check", "explain", "new-term"} <= {*names}


def test_a_check_loads_no_more_than_it_needs() -> None:
    """A check of a small hub answers at once: what few runs need is loaded by these alone."""
    code = """
import sys
from hub.cli import main
main(["check", "--help"], standalone_mode=False)
print({*sys.modules} & {"citeproc", "jinja2", "multiprocessing", "pybtex.database", "ruamel.yaml",
                        "ssl", "stdnum", "urllib.request"})
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1] / "hooks")},
    )  # fmt: skip

    assert "set()" == done.stdout.splitlines()[-1]


def test_a_misspelled_code_is_suggested() -> None:
    """Who misspells a code is told the one that was meant."""
    status, output = run("explain", "unknown-citaton")

    assert 2 == status
    assert "did you mean unknown-citation or" in output

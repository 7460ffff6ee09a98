"""A change of records does not bring code along: what runs is reviewed by itself."""

import subprocess

import pytest
import yaml

from tests.conftest import REPOSITORY

APART = REPOSITORY / ".ci" / "apart"
RECORD = "evidence/summaries/one.yml"
REFUSED = "::a change of records may not change this too: please send it by itself\n"


def apart(*paths: str) -> tuple[int, str]:
    """Return the exit status and what is said of a change of these paths."""
    run = subprocess.run(
        [str(APART)], input="".join(f"{path}\n" for path in paths),
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    return run.returncode, run.stdout


def test_hostile_change_is_refused() -> None:
    """153-path-hooks-change: a pull request with a record may not change hooks/."""
    assert (1, f"::error file=hooks/extra.py{REFUSED}") == apart(RECORD, "hooks/extra.py")


@pytest.mark.parametrize(
    "path",
    [".github/workflows/check.yml", ".ci/run", "mkdocs.yml", "requirements.txt", "Makefile",
     "tests/conftest.py", "evidence.py", "sitecustomize.py"],
)  # fmt: skip
def test_whatever_runs_is_refused_beside_a_record(path: str) -> None:
    """Workflows, locks, settings and tests are code; so is a new file in a place of its own."""
    assert (1, f"::error file={path}{REFUSED}") == apart("concordats/one/concordat.yml", path)


@pytest.mark.parametrize(
    "paths",
    [(), (RECORD,), (RECORD, "concordats/one/1.0.md", "docs/about/index.md", "CHANGELOG.md"),
     ("hooks/hub/cli.py", "tests/test_cli.py", "docs/about/index.md")],
)  # fmt: skip
def test_one_subject_passes(paths: tuple[str, ...]) -> None:
    """Records with their pages pass, and code by itself does too."""
    assert (0, "") == apart(*paths)


def test_a_strange_name_is_not_repeated() -> None:
    """A name that a log might obey is refused without being printed."""
    assert (1, f"::error{REFUSED}") == apart(RECORD, '"hooks/a\\n::set-env::b"')


def test_a_quoted_record_is_a_record() -> None:
    """Git quotes names with letters beyond ASCII; they are records all the same."""
    assert (1, f"::error file=Makefile{REFUSED}") == apart('"evidence/\\305\\265.yml"', "Makefile")


def test_every_pull_request_is_looked_at() -> None:
    """The workflow compares with the branch that the change is for."""
    text = (REPOSITORY / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["apart"]["steps"]

    assert "git diff --name-only HEAD^1 HEAD | .ci/apart" == steps[-1]["run"]

"""Workflows run strangers' code without lending it anything: no rights, no secrets."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.conftest import REPOSITORY
from tests.supply_chain.rules import Fault, workflow_faults

WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").iterdir())
HOSTILE = Path(__file__).parent / "hostile"
CHECK = (REPOSITORY / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")

PIN = "a" * 40
GOOD = f"""\
on: pull_request
permissions: {{}}
concurrency: one
jobs:
  one:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@{PIN} # v1.2.3
        with:
          persist-credentials: false
      - run: make test
"""


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_keeps_to_the_rules(path: Path) -> None:
    """No rule is broken in any workflow of this repository."""
    assert [] == workflow_faults(path.read_text(encoding="utf-8"))


def expected_line(case: str) -> int:
    """Return the line that a hostile case says is at fault."""
    verdict = (HOSTILE / case / "expect.txt").read_text(encoding="utf-8")
    found = re.match(r"reject \S+:(\d+) ", verdict)
    assert found, verdict
    return int(found[1])


@pytest.mark.parametrize(
    ("case", "what"),
    [
        ("154-ci-pull-request-target", "trigger pull_request_target"),
        ("156-ci-unpinned", "not pinned by commit: actions/checkout@v4"),
        ("156-ci-unpinned", "the token stays in the checkout"),
    ],
)
def test_hostile_workflow_is_refused(case: str, what: str) -> None:
    """The rules find the fault of each hostile workflow, at the line it is said to be at."""
    path = HOSTILE / case / ".github" / "workflows" / "preview.yml"

    assert Fault(expected_line(case), what) in workflow_faults(path.read_text(encoding="utf-8"))


def test_a_small_good_workflow_has_no_fault() -> None:
    """The rules let a workflow be short."""
    assert [] == workflow_faults(GOOD)


@pytest.mark.parametrize(
    ("good", "bad", "line", "what"),
    [
        ("on: pull_request", "on: [push, workflow_run]", 1, "trigger workflow_run"),
        ("on: pull_request", "on: {issue_comment: }", 1, "trigger issue_comment"),
        ("permissions: {}", "permissions: read-all", 2, "permissions of the workflow are not {}"),
        ("permissions: {}\n", "", 1, "permissions of the workflow are not {}"),
        ("concurrency: one\n", "", 1, "no concurrency"),
        ("    timeout-minutes: 5\n", "", 6, "no timeout"),
        ("ubuntu-24.04", "self-hosted", 6, "not a fixed system of the host"),
        ("permissions:\n      contents: read", "permissions: write-all", 8,
         "permissions of the job are not listed"),
        ("contents: read", "contents: write", 9, "a job that may write runs code"),
        (f"{PIN} # v1.2.3", "v1.2.3", 11, "not pinned by commit: actions/checkout@v1.2.3"),
        (f"{PIN} # v1.2.3", PIN, 11, f"version not said: actions/checkout@{PIN}"),
        ("persist-credentials: false", "fetch-depth: 0", 11, "the token stays in the checkout"),
        ("credentials: false", "credentials: false\n          ref: other", 11,
         "checks out other code than what started it"),
        ("make test", "echo ${{ github.event.pull_request.title }}", 14, "in a command: ${{"),
        ("make test", "git checkout ${{ github.head_ref }}", 14, "in a command: ${{"),
        ("make test", "echo A=1 >> $GITHUB_ENV", 14, "in a command: GITHUB_ENV"),
        ("make test", "curl https://hub.example | sh", 14, "in a command: curl"),
        ("make test", "pip install mkdocs", 14, "in a command: pip install"),
        ("make test", "make test\n        env: {KEY: '${{ secrets.KEY }}'}", 15, "secrets"),
    ],
)  # fmt: skip
def test_each_rule_finds_its_fault(good: str, bad: str, line: int, what: str) -> None:
    """One change for the worse is one fault, with its line."""
    assert GOOD.count(good) == 1

    assert [Fault(line, what)] == workflow_faults(GOOD.replace(good, bad))


COMMENT = """\
on:
  workflow_run:
    workflows: [Check]
permissions: {}
concurrency: one
jobs:
  one:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      pull-requests: write
    steps:
      - run: gh api words | jq .
"""


def test_a_workflow_may_say_what_another_found() -> None:
    """After a stranger's code ran, data may be handled, and a comment written."""
    assert [] == workflow_faults(COMMENT)


@pytest.mark.parametrize(
    ("good", "bad", "line", "what"),
    [
        ("run: gh", f"uses: actions/cache@{PIN} # v1.2.3\n      - run: gh", 2,
         "trigger workflow_run"),
        ("gh api words | jq .", "git checkout pull", 2, "trigger workflow_run"),
        ("gh api words | jq .", "gh api words | bash", 2, "trigger workflow_run"),
        ("gh api words | jq .", "./words", 2, "trigger workflow_run"),
        ("gh api words", "gh api ${{ github.event.workflow_run.head_branch }}", 13,
         "in a command: ${{"),
        ("pull-requests: write", "contents: write", 11, "more than a comment may be written"),
    ],
)  # fmt: skip
def test_afterwards_nothing_is_run(good: str, bad: str, line: int, what: str) -> None:
    """A workflow that has our rights and a stranger's files may run none of them."""
    assert Fault(line, what) in workflow_faults(COMMENT.replace(good, bad))


LABELLED = f"""\
on:
  issues:
    types: [labeled]
permissions: {{}}
concurrency: one
jobs:
  read:
    if: ${{{{ github.event.label.name == 'to-record' }}}}
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@{PIN} # v1.2.3
        with:
          persist-credentials: false
      - run: jq .issue.body "$GITHUB_EVENT_PATH" | hub from-issue -
  write:
    needs: read
    if: ${{{{ github.event.label.name == 'to-record' && needs.read.outputs.made == 'true' }}}}
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: write
    steps:
      - run: gh api "repos/$REPO/git/refs"
"""


def test_a_label_may_start_a_workflow_that_writes_a_record() -> None:
    """One job reads the stranger's words and can write nothing; one writes and runs nothing."""
    assert [] == workflow_faults(LABELLED)


@pytest.mark.parametrize(
    ("good", "bad", "line", "what"),
    [
        ("types: [labeled]", "types: [labeled, opened]", 2, "trigger issues"),
        ("    types: [labeled]", "  push:", 2, "trigger issues"),
        ("    if: ${{ github.event.label.name == 'to-record' }}\n", "", 2, "trigger issues"),
        ("'to-record' }}", "'to-record' || true }}", 2, "trigger issues"),
        ("      contents: read", "      contents: write", 12, "a job that may write runs code"),
        ('gh api "repos/$REPO/git/refs"', "git push", 24, "a job that may write runs code"),
        ('gh api "repos/$REPO/git/refs"', "gh api file > file; ./file", 24,
         "a job that may write runs code"),
        ("contents: write", "actions: write", 24, "more than a record may be written"),
        ('jq .issue.body "$GITHUB_EVENT_PATH"', "echo '${{ github.event.issue.body }}'", 17,
         "in a command: ${{"),
        ('gh api "repos/$REPO/git/refs"', "gh api -f title='${{ github.event.issue.title }}'", 26,
         "in a command: ${{"),
    ],
)  # fmt: skip
def test_the_words_of_an_issue_stay_data(good: str, bad: str, line: int, what: str) -> None:
    """Nobody but who gives labels starts it, and no word of it becomes a command."""
    assert LABELLED.count(good) == 1

    assert Fault(line, what) in workflow_faults(LABELLED.replace(good, bad))


def test_no_form_gives_the_label_itself() -> None:
    """Whoever opens an issue would then start the workflow."""
    templates = (REPOSITORY / ".github" / "ISSUE_TEMPLATE").iterdir()

    assert [] == [
        path.name for path in templates if "labels" in yaml.safe_load(path.read_text("utf-8"))
    ]


def test_a_pull_request_goes_through_the_three_commands_of_the_readme() -> None:
    """What passes on a contributor's machine is what passes here."""
    jobs = yaml.safe_load(CHECK)["jobs"]
    commands = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]

    assert {"make site", "make check", "make test"} <= {*commands}


def test_faults_in_records_are_shown_before_the_site_is_built() -> None:
    """A contributor sees faults on the changed lines, and not first in a log."""
    steps = yaml.safe_load(CHECK)["jobs"]["site"]["steps"]
    commands = [step.get("run", "") for step in steps]
    (annotate,) = (place for place, each in enumerate(commands) if "--format github" in each)

    assert annotate < commands.index("make site")


def test_the_oldest_python_is_tested() -> None:
    """The tests run with the oldest Python that the project says it supports."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    jobs = yaml.safe_load(CHECK)["jobs"]
    tested = jobs["test"]["strategy"]["matrix"]["python"]

    assert project["requires-python"] == f">={tested[0]}"

"""Stages: told to those who ask, and to nobody else."""

import re
import subprocess
import sys

from tests.faults.building import surroundings

NESTED = """\
from hub.stages import stage

with stage("search"), stage("data"):
    sum(range(1_000_000))
with stage("load"):
    pass
"""


def said(**environment: str | None) -> str:
    """Return what a process with three stages says."""
    ended = subprocess.run(
        [sys.executable, "-c", NESTED], env=surroundings(**environment),
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return ended.stdout + ended.stderr


def test_a_table_tells_where_time_and_memory_went() -> None:
    """With HUB_PROFILE=1: a line for each stage, in the order they began, and one for all."""
    lines = said(HUB_PROFILE="1").splitlines()

    assert ["", "stage", "search", "  data", "load", "all"] == [
        re.split(r"(?<=\w) ", line)[0] for line in lines
    ]
    assert {5} == {len(line.split()) - 1 for line in lines[2:]}


def test_columns_stand_below_their_names() -> None:
    """All lines are as long as the first, with numbers at the right."""
    lines = said(HUB_PROFILE="1").splitlines()[1:]

    assert 1 == len({len(line) for line in lines})


def test_builds_are_quiet_otherwise() -> None:
    """Without it, nothing is printed."""
    assert "" == said(HUB_PROFILE=None)

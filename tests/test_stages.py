"""Stages: told to those who ask, and to nobody else."""

import subprocess
import sys

import pytest

from tests.faults.building import surroundings

NESTED = """\
from hub.stages import passed, stage

passed("start")
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

    assert ["", "stage", "start", "search", "  data", "load", "end", "in between", "all"] == [
        line.partition("   ")[0] for line in lines
    ]
    assert {5} == {len(line[len("in between") :].split()) for line in lines[2:]}


def test_stages_add_up_to_the_whole() -> None:
    """Those that stand in no other, with what is in between; the last line is their sum."""
    rows = said(HUB_PROFILE="1").splitlines()[2:]
    seconds = [float(row[16:].split()[0]) for row in rows if not row.startswith(" ")]

    assert sum(seconds[:-1]) == pytest.approx(seconds[-1], abs=0.05)


def test_columns_stand_below_their_names() -> None:
    """All lines are as long as the first, with numbers at the right."""
    lines = said(HUB_PROFILE="1").splitlines()[1:]

    assert 1 == len({len(line) for line in lines})


def test_builds_are_quiet_otherwise() -> None:
    """Without it, nothing is printed."""
    assert "" == said(HUB_PROFILE=None)

"""Stages: told to those who ask, and to nobody else."""

import re

import pytest

from hub.stages import stage


def test_a_stage_tells_its_time_and_memory(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With HUB_PROFILE=1, one line says how long it took, by the clock and at work."""
    monkeypatch.setenv("HUB_PROFILE", "1")

    with stage("load"):
        pass

    told = capsys.readouterr().err
    assert re.fullmatch(
        r"load +0\.\d\d s, of which +0\.\d\d s at work here; peak \d+ MB, largest helper \d+ MB\n",
        told,
    )


def test_builds_are_quiet_otherwise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without it, nothing is printed."""
    monkeypatch.delenv("HUB_PROFILE", raising=False)

    with stage("load"):
        pass

    assert "" == capsys.readouterr().err

"""A file's state stands for its content, once another write would leave another state."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from hub.loading import stillness
from hub.loading.stillness import is_settled, state_of

SECOND = 1_000_000_000
TOUCHED = 1_700_000_000 * SECOND


@pytest.mark.parametrize(
    ("after", "believed"), [(-1, False), (0, False), (3, False), (3.1, True), (86_400, True)]
)
def test_what_was_touched_a_moment_ago_is_not_believed(after: float, believed: bool) -> None:  # noqa: FBT001
    """Disks tell the time to two seconds at worst, and two writes may fall into them."""
    state = 1, 300, TOUCHED - 86_400 * SECOND, TOUCHED

    assert believed == is_settled(state, TOUCHED + int(after * SECOND))


def test_a_file_that_is_not_there_is_not_believed() -> None:
    """It may be there the next time."""
    assert not is_settled(None, TOUCHED)


def test_no_file_is_believed_where_touching_leaves_no_trace(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Windows tells when a file was made instead."""
    monkeypatch.setattr(stillness, "os", SimpleNamespace(name="nt"))

    assert not is_settled((1, 300, 0, 0), TOUCHED)


def test_setting_back_the_date_of_a_file_makes_another_state(tmp_path: Path) -> None:
    """The time of the last touch cannot be set."""
    path = tmp_path / "a.yml"
    path.write_text("title: A", encoding="utf-8")
    os.utime(path, ns=(0, 0))
    before = state_of(tmp_path, "a.yml")
    while state_of(tmp_path, "a.yml") == before:  # until the clock has ticked
        path.write_text("title: B", encoding="utf-8")
        os.utime(path, ns=(0, 0))
    after = state_of(tmp_path, "a.yml")

    assert before
    assert after
    assert (before[:3], True) == (after[:3], before[3] < after[3])

"""Reviews that are due, words that two terms claim."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from hub.cli import main
from tests.conftest import found

SUMMARY = "evidence/summaries/singing-and-loneliness.yml"
OUTCOMES = "evidence/vocabularies/outcomes.yml"
BY = "  by: test authors\n"

Change = Callable[[str, str, str], None]


@pytest.fixture(autouse=True)
def a_day_in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge dates as of 21 November 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-11-20", ["review-overdue"]), ("2026-11-21", []), ("2026-11-22", [])],
    ids=["yesterday", "today", "tomorrow"],
)
def test_a_review_is_overdue_the_day_after(
    demo: Path, change: Change, day: str, expected: list[str]
) -> None:
    """On the day itself there is still time."""
    change(SUMMARY, BY, f"{BY}  next: {day}\n")

    assert expected == [code for _, code in found(demo)]


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_published_need_not_be_reviewed(
    demo: Path, change: Change, status: str
) -> None:
    """Nobody is misled by what nobody reads."""
    change(SUMMARY, BY, f"{BY}  next: 2026-01-31\n")
    change(SUMMARY, "design: rct\n", f"design: rct\nstatus: {status}\n")

    assert "review-overdue" not in [code for _, code in found(demo)]


def test_the_calendar_fails_no_strict_check(demo: Path, change: Change) -> None:
    """A hub that passed yesterday passes today, though it is told what is due."""
    change(SUMMARY, BY, f"{BY}  next: 2026-01-31\n")

    run = CliRunner().invoke(main, ["check", "--strict", "--root", str(demo)])

    assert 0 == run.exit_code
    assert "1 notice in 1 file" in run.output


@pytest.mark.parametrize("word", ["wellbeing", "WELLBEING"])
def test_a_word_leads_to_one_term(demo: Path, change: Change, word: str) -> None:
    """Capitals make no other word."""
    change(OUTCOMES, "label: Loneliness\n", f"label: Loneliness\n    alt_labels: [{word}]\n")

    assert [(f"{OUTCOMES}:5:18", "synonym-twice")] == found(demo)


def test_a_term_may_repeat_its_own_word(demo: Path, change: Change) -> None:
    """A synonym that only has other capitals leads nobody astray."""
    change(OUTCOMES, "label: Loneliness\n", "label: Loneliness\n    alt_labels: [loneliness]\n")

    assert [] == found(demo)

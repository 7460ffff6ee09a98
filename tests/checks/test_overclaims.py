"""Findings that promise more than they rest on, told from those that only look like it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.checks.overclaims import check_overclaims, is_compatible_with_none
from hub.model.estimates import Estimate
from tests.conftest import found
from tests.views.small_hub import finding, summary

SUMMARY = "evidence/summaries/singing-and-loneliness.yml"

Change = Callable[[str, str, str], None]
Fields = dict[str, object]


def codes(design: str = "rct", **fields: object) -> list[str]:
    """Return what a summary with one finding is told."""
    made = summary("s", "A2020", design=design, findings=[{**finding("mood", "benefit"), **fields}])
    return [each.code.slug for each in check_overclaims(made)]


@pytest.mark.parametrize(
    "figures",
    [
        {"statistic": "MD", "value": "0.1", "ci": ("-0.2", "0.4"), "p": "0.52"},
        {"statistic": "OR", "value": "0.9", "ci": ("0.7", "1.2")},
        {"statistic": "RR", "value": "1.1", "ci": ("1", "1.2")},
        {"statistic": "F", "p": "0.16"},
        {"statistic": "F", "p": ">0.05"},
    ],
    ids=["both", "interval of a ratio", "interval that touches", "p", "p as inequality"],
)
@pytest.mark.parametrize("direction", ["benefit", "harm"])
def test_no_effect_is_not_called_one(figures: Fields, direction: str) -> None:
    """Figures that are compatible with no effect at all show neither benefit nor harm."""
    assert ["claim-without-effect"] == codes(direction=direction, estimate=figures)


@pytest.mark.parametrize(
    "figures",
    [
        {"statistic": "MD", "value": "0.3", "ci": ("0.1", "0.5"), "p": "0.01"},
        {"statistic": "MD", "value": "0.3", "ci": ("-0.1", "0.7"), "p": "0.04"},
        {"statistic": "MD", "value": "0.3", "ci": ("0.1", "0.5"), "p": "0.06"},
        {"statistic": "F", "p": "<0.05"},
        {"statistic": "F", "p": "0.05"},
        {"statistic": "percent", "value": "12", "ci": ("-1", "25")},
        {"statistic": "MD", "value": "0.1", "ci": ("-0.2", "0.4"), "note": "Read at one end only."},
    ],
    ids=["both", "p alone shows it", "interval alone shows it", "p below", "p at the limit",
         "no value means no effect", "a note says why"],
)  # fmt: skip
def test_a_claim_that_a_figure_bears_is_left_alone(figures: Fields) -> None:
    """One of the two figures is enough, and so is a note."""
    assert [] == codes(estimate=figures)


@pytest.mark.parametrize("direction", ["no-difference", "mixed", "not-estimable"])
def test_a_null_result_may_be_called_one(direction: str) -> None:
    """What is said to be no effect may have such figures."""
    assert [] == codes(direction=direction, estimate={"statistic": "F", "p": "0.5"})


two_decimals = st.decimals(-9, 9, places=2)


@given(two_decimals, two_decimals, st.sampled_from(["MD", "SMD", "RR", "OR", "HR"]))
def test_an_interval_is_compatible_with_none_where_it_holds_the_null(
    one: Decimal, other: Decimal, statistic: str
) -> None:
    """Nothing but the two limits and the statistic's own "no effect" decides."""
    low, high = sorted((one, other))
    null = 0 if "D" in statistic else 1
    made = Estimate.model_validate({"statistic": statistic, "ci": (str(low), str(high))})

    assert (low <= null <= high) is is_compatible_with_none(made)


@pytest.mark.parametrize("word", ["reduces", "Improves", "led to", "is effective", "leads\nto"])
def test_a_cause_is_not_named_where_the_design_shows_none(word: str) -> None:
    """A cohort sees who is better off, not why."""
    assert ["causal-wording"] == codes("cohort", statement=f"Singing {word} less loneliness.")


@pytest.mark.parametrize("comparison", ["within-group", "association"])
def test_a_trial_shows_no_cause_either_where_it_compares_no_groups(comparison: str) -> None:
    """A change within one arm of a trial has as many causes as any."""
    assert ["causal-wording"] == codes(comparison=comparison, statement="Singing reduces anxiety.")


@pytest.mark.parametrize(
    ("design", "statement"),
    [
        ("rct", "Singing reduces anxiety."),
        ("meta-analysis", "Music therapy improves mood."),
        ("cohort", "Those who sang were less lonely."),
        ("before-after", "Wellbeing improved over ten weeks."),
        ("cohort", "There may be other causes."),
    ],
)
def test_what_was_seen_may_be_told(design: str, statement: str) -> None:
    """Trials may say what they show; others may say what went with what."""
    assert [] == codes(design, statement=statement)


def test_a_cause_may_be_denied_where_nothing_is_claimed() -> None:
    """Only a benefit or a harm can be a claim."""
    assert [] == codes("cohort", direction="not-estimable", statement="Whether it reduces pain.")


def test_a_reversed_interval_has_its_own_name(demo: Path, change: Change) -> None:
    """Two limits that changed places are told from an estimate outside them."""
    change(SUMMARY, "ci: [-0.20, 0.40]", "ci: [0.40, -0.20]")

    assert ["interval-reversed"] == [code for _, code in found(demo)]

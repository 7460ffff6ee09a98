"""A direction must not be the opposite of its own figure, where it is said which side is better."""

import pytest

from hub.checks.estimates import check_estimates
from tests.views.small_hub import finding, summary, work


def codes(direction: str, **estimate: object) -> list[str]:
    """Return the codes that one finding with this estimate gives."""
    fields = finding("mood", direction, estimate={"statistic": "MD", **estimate})
    return [each.code.slug for each in check_estimates(summary("x", "a", findings=[fields]))]


@pytest.mark.parametrize(
    ("direction", "side", "interval"),
    [
        ("benefit", "lower", ["0.1", "0.4"]),
        ("benefit", "higher", ["-0.4", "-0.1"]),
        ("harm", "lower", ["-0.4", "-0.1"]),
        ("harm", "higher", ["0.1", "0.4"]),
    ],
)
def test_a_direction_that_is_the_opposite_of_its_figure_is_a_fault(
    direction: str, side: str, interval: list[str]
) -> None:
    """The whole interval lies on the other side."""
    assert ["direction-against-estimate"] == codes(direction, ci=interval, favours=side)


@pytest.mark.parametrize(
    ("direction", "estimate"),
    [
        ("benefit", {"ci": ["-0.4", "-0.1"], "favours": "lower"}),
        ("harm", {"ci": ["0.1", "0.4"], "favours": "lower"}),
        ("benefit", {"ci": ["-0.1", "0.4"], "favours": "lower"}),
        ("benefit", {"ci": ["0", "0.4"], "favours": "lower"}),
        ("no-difference", {"ci": ["0.1", "0.4"], "favours": "lower"}),
        ("mixed", {"ci": ["0.1", "0.4"], "favours": "lower"}),
        ("benefit", {"ci": ["0.1", "0.4"]}),
        ("benefit", {"value": "0.3", "favours": "lower"}),
        ("benefit", {"statistic": "other", "ci": ["0.1", "0.4"], "favours": "lower"}),
    ],
)
def test_what_does_not_contradict_itself_is_left_alone(
    direction: str, estimate: dict[str, object]
) -> None:
    """Intervals that touch no effect, small differences, and sides that nobody has named."""
    assert [] == codes(direction, **estimate)


def test_a_ratio_has_no_effect_at_one() -> None:
    """0.59 to 0.80 is below no effect for a ratio, and above it for a difference."""
    estimate = {"ci": ["0.59", "0.80"], "favours": "lower"}

    assert ["direction-against-estimate"] == codes("benefit", **estimate)
    assert [] == codes("benefit", statistic="HR", **estimate)


def test_other_records_have_no_estimates() -> None:
    """A work is passed over."""
    assert [] == [*check_estimates(work("a"))]

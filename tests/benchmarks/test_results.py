"""What follows from what was measured."""

from tests.benchmarks.measuring import Measured
from tests.benchmarks.results import Results


def _runs(*seconds: float) -> list[Measured]:
    return [Measured(each, 0) for each in seconds]


def test_ratio_is_that_of_runs_in_the_same_round() -> None:
    """A machine that is slower in one round is slower for both."""
    runs = {(10, "ours"): _runs(2, 20, 2), (10, "theirs"): _runs(1, 10, 1)}

    assert 2 == Results(runs).ratio(10, "ours", "theirs")


def test_growth_is_told_by_builds_that_followed_each_other() -> None:
    """The size before is built again just before the large one, if that was measured."""
    runs = {(10, "ours"): _runs(1), (50, "ours"): _runs(10, 20)}

    assert 15 == Results(runs).growth("ours", 10, 50)
    assert 5 == Results(runs, smaller={(50, "ours"): _runs(2, 4)}).growth("ours", 10, 50)

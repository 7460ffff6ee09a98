"""What was measured, and what follows: medians, ratios pair by pair, growth, and the targets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from tests.benchmarks import ours
from tests.benchmarks.measuring import Measured
from tests.benchmarks.subjects import Output

MEGABYTE = 1_000_000


@dataclass(slots=True)
class Results:
    """Runs and outputs, by number of records and name of the subject."""

    runs: dict[tuple[int, str], list[Measured]] = field(default_factory=dict)
    outputs: dict[tuple[int, str], Output] = field(default_factory=dict)

    def seconds(self, number: int, name: str) -> float | None:
        """Return the median time of a subject, if it was measured."""
        runs = self.runs.get((number, name))
        return median(each.seconds for each in runs) if runs else None

    def megabytes(self, number: int, name: str) -> float | None:
        """Return the median of the peaks of memory."""
        runs = self.runs.get((number, name))
        return median(each.memory for each in runs) / MEGABYTE if runs else None

    def ratio(self, number: int, name: str, other: str) -> float | None:
        """Return the median of the ratios of runs that followed each other in the same round."""
        pairs = zip(
            self.runs.get((number, name), ()), self.runs.get((number, other), ()), strict=False
        )
        ratios = [one.seconds / two.seconds for one, two in pairs]
        return median(ratios) if ratios else None

    def growth(self, name: str, smaller: int, larger: int) -> float | None:
        """Return how many times as long the larger number of records takes."""
        before, after = self.seconds(smaller, name), self.seconds(larger, name)
        return after / before if before and after else None


@dataclass(frozen=True, slots=True)
class Target:
    """A row of the targets: what is meant, what to reach at most, and how it is computed."""

    what: str
    limit: float
    unit: str
    of: Callable[[Results], float | None]


TARGETS = (
    Target("10,000 records, citations formatted before, no index: hub / Hugo", 1.0, "",
           lambda found: found.ratio(10_000, ours.BUILD, "Hugo")),
    Target("The same, very first build: hub / Hugo", 4.0, "",
           lambda found: found.ratio(10_000, ours.COLD, "Hugo")),
    Target("The first row, Hugo with a page for every record as the hub has", 1.0, "",
           lambda found: found.ratio(10_000, ours.BUILD, "Hugo, every record")),
    Target("Search index at 10,000: time / Hugo's whole build", 1.5, "",
           lambda found: found.ratio(10_000, ours.INDEX, "Hugo")),
    Target("Search index at 10,000: memory", 800, " MB",
           lambda found: found.megabytes(10_000, ours.INDEX)),
    Target("10,000 records, index included: hub / MkDocs with its search", 1 / 6, "",
           lambda found: found.ratio(10_000, ours.FULL, "MkDocs")),
    Target("The same, MkDocs with a page for every record as the hub has", 1 / 6, "",
           lambda found: found.ratio(10_000, ours.FULL, "MkDocs, every record")),
    Target("Growth of time from 10,000 to 50,000 records", 5.2, " times",
           lambda found: found.growth(ours.BUILD, 10_000, 50_000)),
    Target("Memory of the build at 10,000 without the index, all processes", 400, " MB",
           lambda found: found.megabytes(10_000, ours.BUILD)),
    Target("One record changed, 10,000 records: build / clean build", 0.1, "",
           lambda found: found.ratio(10_000, ours.CHANGED, ours.FULL)),
    Target("`hub check` at 10,000, caches warm", 1.5, " s",
           lambda found: found.seconds(10_000, ours.CHECK)),
    Target("`hub check` at 10,000, caches empty", 8.0, " s",
           lambda found: found.seconds(10_000, ours.CHECK_COLD)),
    Target("1,000 records, index included: hub / MkDocs with its search", 0.25, "",
           lambda found: found.ratio(1_000, ours.FULL, "MkDocs")),
    Target("The same, MkDocs with a page for every record as the hub has", 0.25, "",
           lambda found: found.ratio(1_000, ours.FULL, "MkDocs, every record")),
)  # fmt: skip

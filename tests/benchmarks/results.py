"""What was measured, and what follows: medians, ratios pair by pair, growth, and the targets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median

from tests.benchmarks import ours
from tests.benchmarks.measuring import Measured
from tests.benchmarks.searching import Searching
from tests.benchmarks.subjects import Output
from tests.e2e.asking import Score

MEGABYTE = 1_000_000


@dataclass(slots=True)
class Results:
    """Runs and outputs, by number of records and name of the subject.

    `smaller` has runs with the size before, each made just before the run of a large number, so
    that a machine that is slower for a while does not look like growth. And what searching costs,
    by number of records; and how good the answers of the real hub are, by set of questions.
    """

    runs: dict[tuple[int, str], list[Measured]] = field(default_factory=dict)
    smaller: dict[tuple[int, str], list[Measured]] = field(default_factory=dict)
    outputs: dict[tuple[int, str], Output] = field(default_factory=dict)
    searches: dict[int, Searching] = field(default_factory=dict)
    answers: dict[str, Score] = field(default_factory=dict)

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
        return _ratio(self.runs.get((number, name), ()), self.runs.get((number, other), ()))

    def growth(self, name: str, smaller: int, larger: int) -> float | None:
        """Return how many times as long the larger number of records takes."""
        if paired := self.smaller.get((larger, name)):
            return _ratio(self.runs[larger, name], paired)
        before, after = self.seconds(smaller, name), self.seconds(larger, name)
        return after / before if before and after else None

    def search(self, number: int, what: Callable[[Searching], float | None]) -> float | None:
        """Return something of a search among so many records, if it was measured."""
        return what(self.searches[number]) if number in self.searches else None

    @property
    def late(self) -> float | None:
        """The share of the committed questions without an answer among the first three."""
        return 1 - self.answers["asked"].success(3) if "asked" in self.answers else None


def _ratio(runs: Iterable[Measured], others: Iterable[Measured]) -> float | None:
    ratios = [one.seconds / two.seconds for one, two in zip(runs, others, strict=False)]
    return median(ratios) if ratios else None


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
    Target("Search at 10,000: loaded before the first result with facets, heaviest link", 200,
           " kB", lambda found: found.search(10_000, lambda each: each.most / 1000)),
    Target("The same / what Material's own search loads", 0.2, "",
           lambda found: found.search(10_000, lambda each: each.share)),
    Target("Search at 10,000: from key to results, median", 150, " ms",
           lambda found: found.search(10_000, lambda each: each.median)),
    Target("Committed questions without an answer among the first three", 0.05, "",
           lambda found: found.late),
)  # fmt: skip

"""One cell of the gap map: how many studies it holds, and which way they point.

Papers on the same people (`cohort`) are one study; a finding for a subgroup never stands for
everybody, and levels of different scales of certainty are not compared.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from hub.model.certainty import LEVELS, Scale
from hub.model.findings import Comparison, Direction
from hub.views.directions import for_everybody

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hub.model.certainty import Certainty
    from hub.model.evidence import EvidenceSummary
    from hub.model.findings import Finding


class Mark(StrEnum):
    """What a bubble stands for: a direction, or why there is none that holds for everybody."""

    BENEFIT = Direction.BENEFIT.value
    NO_DIFFERENCE = Direction.NO_DIFFERENCE.value
    MIXED = Direction.MIXED.value
    HARM = Direction.HARM.value
    NOT_ESTIMABLE = Direction.NOT_ESTIMABLE.value
    SUBGROUP_ONLY = "subgroup-only"
    NO_FINDING = "no-finding"


_ORDER = tuple(Mark)
_MARKS = {each: Mark(each.value) for each in Direction}


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """What a summary says under one mark; `certainty` is the highest that was given.

    Those that say the same are one object (`_voice`), and so are counted at once. `place` is that
    of the mark among all, `graded` the scale and the level.
    """

    mark: Mark
    place: int
    certainty: Certainty | None
    graded: tuple[str, str]
    is_compared: bool


class Reading(NamedTuple):
    """A summary as far as a cell looks at it: its findings for an outcome, or all of them.

    `cohort` is what papers on the same people share; most name none.
    """

    name: str
    summary: EvidenceSummary
    findings: tuple[Finding, ...]
    voices: tuple[Voice, ...]
    cohort: str
    is_challenged: bool


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """How many studies and summaries bear a mark, and how many each certainty, commonest first.

    `compared` is how many of the summaries compare groups; no other can show an effect. Cells of
    which the same is told share one tally (`_tally`), so what is said of it is made once.
    """

    mark: Mark
    studies: int
    summaries: int
    compared: int
    certainties: tuple[tuple[Certainty | None, int], ...]

    @property
    def highest(self) -> Certainty | None:
        """The highest certainty that was given."""
        return max((each for each, _ in self.certainties), key=rank)


@dataclass(frozen=True)
class Cell:
    """Some summaries, by title, and what they say together: told once, whoever asks."""

    readings: tuple[Reading, ...]

    @cached_property
    def studies(self) -> int:
        """How many studies and reviews these are: papers on the same people are one."""
        shared = [each.cohort for each in self.readings if each.cohort]
        return len(self.readings) - len(shared) + len(set(shared))

    @cached_property
    def challenged(self) -> int:
        """How many of the summaries are of works that another work challenges."""
        return [each.is_challenged for each in self.readings].count(True)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """What is found, mark by mark; a summary may bear several."""
        heard = Counter(chain.from_iterable([each.voices for each in self.readings]))
        found: dict[int, tuple[tuple[Voice, int], ...]] = {}
        for each in heard.items():
            found[each[0].place] = (*found.get(each[0].place, ()), each)
        again = self._again() if self.studies < len(self.readings) else {}
        return tuple([_tally(found[place], again.get(place, 0)) for place in sorted(found)])

    def _again(self) -> Counter[int]:
        """Return how many papers bear a mark, by its place, that others on their people bear."""
        shared = [each for each in self.readings if each.cohort]
        borne = [(voice.place, each.cohort) for each in shared for voice in each.voices]
        papers, studies = (Counter(place for place, _ in some) for some in (borne, set(borne)))
        return papers - studies


@lru_cache(10_000)
def _tally(found: tuple[tuple[Voice, int], ...], again: int) -> Tally:
    """Count what bears a mark, `again` times on people who are counted already."""
    summaries = sum(number for _, number in found)
    compared = sum(number for voice, number in found if voice.is_compared)
    return Tally(found[0][0].mark, summaries - again, summaries, compared, _commonest(found))


def _commonest(found: tuple[tuple[Voice, int], ...]) -> tuple[tuple[Certainty | None, int], ...]:
    """Return each certainty with its number; of those as common the higher first."""
    given = {voice.graded: voice.certainty for voice, _ in found}
    numbers = Counter[tuple[str, str]]()
    for voice, number in found:
        numbers[voice.graded] += number
    ordered = sorted(given.items(), key=lambda each: each[0])
    ordered.sort(key=lambda each: (numbers[each[0]], rank(each[1])), reverse=True)
    return tuple((certainty, numbers[graded]) for graded, certainty in ordered)


def read(summary: EvidenceSummary, findings: tuple[Finding, ...]) -> Reading:
    """Return what a summary says with some of its findings."""
    return Reading(
        summary.id, summary, findings, _voices(findings), summary.cohort or "",
        bool(summary.critiques),
    )  # fmt: skip


def _voices(findings: tuple[Finding, ...]) -> tuple[Voice, ...]:
    """Return each direction once."""
    if len(findings) == 1 and not (findings[0].certainty or findings[0].subgroup):
        return _plain(findings[0].direction, findings[0].comparison)
    found: dict[Direction, list[Finding]] = {}
    for each in for_everybody(findings):
        found.setdefault(each.direction, []).append(each)
    if not found:
        return (_voice(Mark.SUBGROUP_ONLY if findings else Mark.NO_FINDING),)
    return tuple([
        _voice(
            _MARKS[direction],
            _highest([each.certainty for each in same]),
            any(each.comparison is Comparison.BETWEEN_GROUPS for each in same),
        )
        for direction, same in found.items()
    ])  # fmt: skip


@cache
def _plain(direction: Direction, comparison: Comparison) -> tuple[Voice, ...]:
    """Return what one finding says that nobody graded: most cells hold many of these."""
    is_compared = comparison is Comparison.BETWEEN_GROUPS
    return (_voice(_MARKS[direction], is_compared=is_compared),)


def _voice(mark: Mark, given: Certainty | None = None, is_compared: bool = False) -> Voice:  # noqa: FBT001, FBT002 - as a key
    """Return the one voice that says this: an equal certainty is the same on lists and maps."""
    graded = (given.scale.value, given.level) if given else ("", "")
    key = mark, graded, is_compared
    return _VOICES.setdefault(key, Voice(mark, _ORDER.index(mark), given, graded, is_compared))


_VOICES: dict[tuple[Mark, tuple[str, str], bool], Voice] = {}


def _highest(given: Sequence[Certainty | None]) -> Certainty | None:
    """Return the highest certainty; of authors' own words all, since words have no order."""
    found = given[0] if len(given) == 1 else max(given, key=rank)
    if found is None or found.scale is not Scale.AUTHORS:
        return found
    words = dict.fromkeys(each.level for each in given if each and each.scale is Scale.AUTHORS)
    return found.model_copy(update={"level": "”, “".join(words)})


def rank(certainty: Certainty | None) -> tuple[int, int]:
    """Return how a certainty stands among others: GRADE before other scales, words last.

    Levels of different scales are not compared.
    """
    if certainty is None:
        return (0, 0)
    scales = tuple(reversed(Scale))
    levels = LEVELS.get(certainty.scale, ())
    return (1 + scales.index(certainty.scale), levels.index(certainty.level) if levels else 0)

"""One cell of the gap map: how many studies it holds, and which way they point.

Papers on the same people (`cohort`) are one study; a finding for a subgroup never stands for
everybody, and levels of different scales of certainty are not compared.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
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


_MARKS = {each: Mark(each.value) for each in Direction}


class Voice(NamedTuple):
    """What a summary says under one mark; `certainty` is the highest that was given."""

    mark: Mark
    certainty: Certainty | None = None
    is_compared: bool = False

    @property
    def graded(self) -> tuple[str, str]:
        """The scale and the level, as one value for equal certainties."""
        return (self.certainty.scale.value, self.certainty.level) if self.certainty else ("", "")


class Reading(NamedTuple):
    """A summary as far as a cell looks at it: its findings for an outcome, or all of them.

    `study` is what papers on the same people share, and no others.
    """

    summary: EvidenceSummary
    findings: tuple[Finding, ...]
    voices: tuple[Voice, ...]
    study: tuple[str, str]
    is_challenged: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many studies and summaries bear a mark, and how many each certainty, commonest first.

    `compared` is how many of the summaries compare groups; no other can show an effect.
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
        return len({each.study for each in self.readings})

    @cached_property
    def challenged(self) -> int:
        """How many of the summaries are of works that another work challenges."""
        return sum(each.is_challenged for each in self.readings)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """What is found, mark by mark; a summary may bear several."""
        found: dict[Mark, list[tuple[Reading, Voice]]] = {}
        for reading in self.readings:
            for voice in reading.voices:
                found.setdefault(voice.mark, []).append((reading, voice))
        return tuple(_tally(mark, found[mark]) for mark in Mark if mark in found)


def _tally(mark: Mark, found: Sequence[tuple[Reading, Voice]]) -> Tally:
    return Tally(
        mark=mark,
        studies=len({reading.study for reading, _ in found}),
        summaries=len(found),
        compared=sum(voice.is_compared for _, voice in found),
        certainties=_commonest([voice for _, voice in found]),
    )


def _commonest(voices: Sequence[Voice]) -> tuple[tuple[Certainty | None, int], ...]:
    """Return each certainty with its number; of those as common the higher first."""
    given = {voice.graded: voice.certainty for voice in voices}
    if len(given) == 1:
        return tuple((certainty, len(voices)) for certainty in given.values())
    numbers = Counter(voice.graded for voice in voices)
    ordered = sorted(given.items(), key=lambda each: each[0])
    ordered.sort(key=lambda each: (numbers[each[0]], rank(each[1])), reverse=True)
    return tuple((certainty, numbers[graded]) for graded, certainty in ordered)


def read(summary: EvidenceSummary, findings: tuple[Finding, ...]) -> Reading:
    """Return what a summary says with some of its findings."""
    cohort = summary.cohort
    study = ("cohort", cohort) if cohort else ("summary", summary.id)
    return Reading(summary, findings, _voices(findings), study, bool(summary.critiques))


def _voices(findings: tuple[Finding, ...]) -> tuple[Voice, ...]:
    """Return each direction once."""
    if len(findings) == 1 and not (findings[0].certainty or findings[0].subgroup):
        return _plain(findings[0].direction, findings[0].comparison)
    found: dict[Direction, list[Finding]] = {}
    for each in for_everybody(findings):
        found.setdefault(each.direction, []).append(each)
    if not found:
        return (Voice(Mark.SUBGROUP_ONLY if findings else Mark.NO_FINDING),)
    return tuple([
        Voice(
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
    return (Voice(_MARKS[direction], is_compared=is_compared),)


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

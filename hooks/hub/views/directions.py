"""Which way findings point, in words that claim no more than the comparison can show.

Only a comparison between groups can show an effect. A change within one group, an association
or a description is named as such wherever its direction is, and a finding for a subgroup never
stands for everybody: it is shown, and left out of every count.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hub.model.findings import Comparison, Direction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hub.model.evidence import EvidenceSummary
    from hub.model.findings import Finding

LABELS = {
    Direction.BENEFIT: "Benefit",
    Direction.NO_DIFFERENCE: "No difference",
    Direction.MIXED: "Mixed results",
    Direction.HARM: "Harm",
    Direction.NOT_ESTIMABLE: "Not estimable",
}
"""Directions by name, in the order in which they are shown."""

_WITHIN_GROUP = {
    Direction.BENEFIT: "Improvement within one group",
    Direction.NO_DIFFERENCE: "No change within one group",
    Direction.MIXED: "Mixed changes within one group",
    Direction.HARM: "Worsening within one group",
}
_ASSOCIATION = {
    Direction.BENEFIT: "Favourable association",
    Direction.NO_DIFFERENCE: "No association",
    Direction.MIXED: "Mixed associations",
    Direction.HARM: "Unfavourable association",
}
_DESCRIPTION = {
    Direction.BENEFIT: "Benefit described",
    Direction.NO_DIFFERENCE: "No difference described",
    Direction.MIXED: "Mixed, as described",
    Direction.HARM: "Harm described",
}
_WORDS = {
    Comparison.BETWEEN_GROUPS: LABELS,
    Comparison.WITHIN_GROUP: _WITHIN_GROUP,
    Comparison.ASSOCIATION: _ASSOCIATION,
    Comparison.DESCRIPTION: _DESCRIPTION,
}

LIMITS = {
    Comparison.BETWEEN_GROUPS: "",
    Comparison.WITHIN_GROUP: "A change within one group, with nobody to compare with: "
    "it cannot show an effect.",
    Comparison.ASSOCIATION: "An association: it does not show that one thing caused the other.",
    Comparison.DESCRIPTION: "What people or authors described; nothing was compared.",
}
"""What a reader must know of each comparison before repeating a finding."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A direction and how it is called, ready for a badge."""

    direction: Direction
    words: str


def sign(finding: Finding) -> Sign:
    """Return the direction of a finding in words that fit what was compared."""
    return _sign(finding.direction, finding.comparison, bool(finding.subgroup))


def words_for(direction: Direction, comparison: Comparison) -> str:
    """Return a direction in words that fit what was compared, for everybody who was studied."""
    return _sign(direction, comparison, False).words  # noqa: FBT003 - a key


@cache
def _sign(direction: Direction, comparison: Comparison, in_subgroup: bool) -> Sign:  # noqa: FBT001 - a key
    words = _WORDS[comparison].get(direction, LABELS[direction])
    return Sign(direction, f"{words}, in a subgroup" if in_subgroup else words)


def for_everybody(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that hold for all who were studied, not for a subgroup."""
    return tuple([each for each in findings if not each.subgroup])


def headline(summary: EvidenceSummary) -> tuple[Sign, ...]:
    """Return how a summary is marked in lists: by its main outcomes, else by all of them.

    Subgroups count only where there is nothing else.
    """
    overall = for_everybody(summary.findings) or summary.findings
    primary = [each for each in overall if each.primary] or overall
    return tuple(dict.fromkeys(map(sign, primary)))


def tally(findings: Iterable[Finding]) -> dict[Direction, int]:
    """Count findings by direction, every direction named; subgroups are left out."""
    found = [each.direction for each in for_everybody(findings)]
    return {each: found.count(each) for each in LABELS}

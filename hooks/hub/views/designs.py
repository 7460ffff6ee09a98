"""What study designs can show: families for pictures and counts, by the ids of the vocabulary.

A design that a hub has added belongs where the term above it belongs, or else to the rest.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hub.model.hub import Hub

REVIEWS = frozenset({
    "meta-analysis", "systematic-review", "scoping-review", "realist-review", "mapping-review",
    "systematised-review", "narrative-review", "critical-appraisal", "evidence-summary",
})  # fmt: skip
"""Designs that gather the studies of others."""
_RANDOMISED = frozenset({"rct"})
_STATED_METHOD = frozenset({"meta-analysis", "systematic-review"})
_COMPARING = frozenset({"non-randomised-controlled", "cohort"})


class Family(StrEnum):
    """Designs as readers tell them apart."""

    REVIEW = "Reviews of studies"
    RANDOMISED = "Trials that allot by chance"
    OTHER = "Other studies and texts"


def family(hub: Hub, design: str) -> Family:
    """Return the family of a design."""
    above = _with_broader(hub, design)
    if above & REVIEWS:
        return Family.REVIEW
    return Family.RANDOMISED if above & _RANDOMISED else Family.OTHER


def height(hub: Hub, design: str) -> int:
    """Return how tall the bar of a design is in a harvest plot: 3, 2 or 1 (`HEIGHTS`).

    It speaks of the design alone, not of how well a study was done (Ogilvie and others, 2008).
    """
    above = _with_broader(hub, design)
    if above & (_RANDOMISED | _STATED_METHOD):
        return 3
    return 2 if above & _COMPARING else 1


HEIGHTS = {
    3: "trials that allot by chance, and reviews by a stated method",
    2: "other comparisons of groups, and studies that follow people over time",
    1: "all other designs",
}
"""What each height stands for."""


def _with_broader(hub: Hub, design: str) -> set[str]:
    """Return a design and all terms above it; a circle of terms ends where it began."""
    found = set[str]()
    while design and design not in found:
        found.add(design)
        term = hub.find_term("designs", design)
        design = term.broader or "" if term else ""
    return found

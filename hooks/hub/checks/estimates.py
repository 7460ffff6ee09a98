"""Figures and what is said of them: a direction must not be the opposite of its own estimate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.model.evidence import EvidenceSummary
from hub.model.findings import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Record
    from hub.model.estimates import Estimate


def check_estimates(record: Record) -> Iterator[Diagnostic]:
    """Yield findings whose interval lies wholly on the side that their direction denies.

    What is mixed, or no difference, may have such an interval: a small difference can be certain
    and still mean nothing to anybody.
    """
    if not isinstance(record, EvidenceSummary):
        return
    for position, finding in enumerate(record.findings):
        shown = _shown(finding.estimate) if finding.estimate else None
        if shown and {shown, finding.direction} == {Direction.BENEFIT, Direction.HARM}:
            yield Diagnostic(
                code=Code.DIRECTION_AGAINST_ESTIMATE,
                span=record.origin.span(("findings", position, "direction")),
                message=f"the direction is {finding.direction.value}, and the whole interval lies "
                f"on the side of {shown.value}",
                expected=f"direction: {shown.value}, or the other side in `favours`",
                help="read in the source which group the figure is of, and which side is better",
            )


def _shown(estimate: Estimate) -> Direction | None:
    """Return what an interval that is clear of no effect shows, where it is said what is better."""
    side = estimate.clear_side
    if side is None or estimate.favours is None:
        return None
    return Direction.BENEFIT if side is estimate.favours else Direction.HARM

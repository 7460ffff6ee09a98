"""Reviews that are due: what was true when it was written may have been overtaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from hub.checks.facts import Facts
    from hub.model.hub import Hub


def check_reviews(hub: Hub, facts: Mapping[str, Facts], today: date) -> Iterator[Diagnostic]:
    """Yield records whose next review was due before today."""
    day = today.isoformat()
    for path, each in facts.items():
        if each.review and each.review < day:
            yield Diagnostic(
                code=Code.REVIEW_OVERDUE,
                span=hub.records[path].origin.span(("reviewed", "next")),
                message=f"this should have been looked at again by {each.review}",
                expected="a day that is still to come",
                help="look for newer work, correct the record, and renew `on`, `by` and `next`",
            )

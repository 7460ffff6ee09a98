"""Findings that promise more than they rest on: a null called a benefit, a link called a cause.

The words of cause, and the designs that cannot show one, are data: `overclaims.toml`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.model.base import Status
from hub.model.evidence import EvidenceSummary
from hub.model.findings import Comparison, Direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Record
    from hub.model.estimates import Estimate
    from hub.model.findings import Finding

_CLAIMS = frozenset({Direction.BENEFIT, Direction.HARM})
_NO_EFFECT_SHOWN = frozenset({Comparison.WITHIN_GROUP, Comparison.ASSOCIATION})
_LIMIT = Decimal("0.05")
"""Above this, a p value is called not significant: by custom, nothing more."""


class _Rules(NamedTuple):
    """What `overclaims.toml` says."""

    designs: frozenset[str]
    words: re.Pattern[str]


def check_overclaims(record: Record) -> Iterator[Diagnostic]:
    """Yield findings that claim an effect against their figures, or a cause no design shows."""
    if not isinstance(record, EvidenceSummary) or record.status is not Status.PUBLISHED:
        return
    for position, finding in enumerate(record.findings):
        if finding.direction in _CLAIMS:
            yield from _check_figures(record, position, finding)
            yield from _check_wording(record, position, finding)


def _check_figures(
    summary: EvidenceSummary, position: int, finding: Finding
) -> Iterator[Diagnostic]:
    estimate, claim = finding.estimate, finding.direction.value
    if estimate and not estimate.note and is_compatible_with_none(estimate):
        yield Diagnostic(
            code=Code.CLAIM_WITHOUT_EFFECT,
            span=summary.origin.span(("findings", position, "direction")),
            message=f"{claim} is claimed, and the figures are compatible with no effect at all",
            expected=f"direction: no-difference or mixed, or a `note` on why it is {claim}",
            help="compare it with the work: what do its authors conclude from these figures?",
        )


def is_compatible_with_none(estimate: Estimate) -> bool:
    """Tell whether p value and interval, as far as they are given, both allow no effect.

    One that is given and does not allow it is enough for False; so is neither being given.
    """
    null = estimate.statistic.null_value
    allowed = []
    if estimate.ci and null is not None:
        allowed.append(estimate.ci[0] <= null <= estimate.ci[1])
    if estimate.p:
        printed = Decimal(estimate.p.lstrip("<>= "))
        allowed.append(printed >= _LIMIT if estimate.p[0] == ">" else printed > _LIMIT)
    return bool(allowed) and all(allowed)


def _check_wording(
    summary: EvidenceSummary, position: int, finding: Finding
) -> Iterator[Diagnostic]:
    rules = _rules()
    if summary.design in rules.designs or finding.comparison in _NO_EFFECT_SHOWN:
        found = rules.words.search(finding.statement)
        if found:
            loc = ("findings", position, "statement")
            yield Diagnostic(
                code=Code.CAUSAL_WORDING, span=summary.origin.span_of(loc, found[0]),
                message=f'"{found[0]}" names a cause, and this finding shows none: '
                f"{_why(summary, finding, rules)}",
                expected="what was seen: was linked with, went with, fell, rose",
                help='say "was linked with less ..." or "... fell over the ten weeks"',
            )  # fmt: skip


def _why(summary: EvidenceSummary, finding: Finding, rules: _Rules) -> str:
    if summary.design in rules.designs:
        return f"the design is {summary.design}"
    return f"the comparison is {finding.comparison.value}"


@cache
def _rules() -> _Rules:
    import tomllib  # noqa: PLC0415 - slow to import

    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    words = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in data["words"])
    return _Rules(frozenset(data["designs"]), re.compile(rf"\b(?:{words})\b", re.IGNORECASE))

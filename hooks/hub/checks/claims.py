"""Claims and the words they rest on: quotations with places, figures that the record gives.

Advice alone: what a work says is for its readers to judge, with its own words before them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import BaseModel

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.model.base import Status
from hub.model.citations import parse_citations
from hub.model.concordats import Concordat
from hub.model.evidence import EvidenceSummary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Record

_FIGURE = re.compile(r"(?<![\w.,/-])[-−]?\d+(?:[.,]\d+)*")
"""A number that stands for itself: not in WHO-5, 2.1.3 or 24/7."""
_RETOLD = ("answer", "plain_summary")
"""Where figures are retold in plain words."""
_ASIDE = frozenset({*_RETOLD, "title", "seen_note", "reviewed"})
"""What is no source of a figure: the retelling, and what the hub says of its own work."""


def check_claims(record: Record) -> Iterator[Diagnostic]:
    """Yield findings without quotations, quotations without places, figures from nowhere."""
    match record:
        case EvidenceSummary(status=Status.PUBLISHED):
            yield from _check_findings(record)
            yield from _check_figures(record)
        case Concordat():
            yield from _check_links(record)


def _check_findings(summary: EvidenceSummary) -> Iterator[Diagnostic]:
    for position, finding in enumerate(summary.findings):
        if not (finding.quote or finding.read_in):
            yield Diagnostic(
                code=Code.FINDING_WITHOUT_QUOTE,
                span=summary.origin.span(("findings", position, "statement")),
                message="nothing shows the words on which this finding rests",
                expected="a `quote`, or `read_in` where the work itself was not read",
                help="quote the words of the work, with their locator",
            )


def _check_links(concordat: Concordat) -> Iterator[Diagnostic]:
    for clause, basis in concordat.clauses.items():
        for position, link in enumerate(basis.evidence):
            if link.quote and not link.quote.locator:
                loc = ("clauses", clause, "evidence", position, "quote", "text")
                yield Diagnostic(
                    code=Code.QUOTE_WITHOUT_LOCATOR, span=concordat.origin.span(loc),
                    message="the quotation does not say where in the work it stands",
                    expected="locator: abstract, or p. 4, or table 2",
                    help="add a line `locator:` below the words",
                )  # fmt: skip


def _check_figures(summary: EvidenceSummary) -> Iterator[Diagnostic]:
    retold = [
        (name, match[0], _plain(match[0]))
        for name in _RETOLD
        for match in _FIGURE.finditer(_without_citations(getattr(summary, name)))
    ]
    if not retold:
        return
    given = {_plain(figure) for text in _texts(summary, _ASIDE) for figure in _FIGURE.findall(text)}
    for name, written, figure in dict.fromkeys(retold):
        if figure not in given:
            yield Diagnostic(
                code=Code.FIGURE_WITHOUT_SOURCE,
                span=summary.origin.span_of((name,), written),
                message=f'"{written}" stands in no finding or count of this record',
                expected="figures that `findings`, `participants` or other fields give as read",
                help="compare it with the work, and record it where it belongs",
            )


def _without_citations(text: str) -> str:
    for group in reversed(list(parse_citations(text))):
        text = text[: group.start] + text[group.end :]
    return text


def _plain(figure: str) -> str:
    return figure.replace(",", "").replace("−", "-")


def _texts(value: object, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield every text and number inside a value, as text."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in without:
                yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif value is not None:
        yield str(value)

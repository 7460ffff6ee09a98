"""What those who signed did since: steps in order, nothing in the future, nothing overdue."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic, Note
from hub.model.delivery import DeliveryStage, reports_due
from hub.model.partners import partner_mix
from hub.model.signatories import Signatory

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from hub.model.base import Record
    from hub.model.concordats import Concordat
    from hub.model.delivery import DeliveryStep
    from hub.model.hub import Hub
    from hub.source import Loc

_ORDER = tuple(DeliveryStage)


def check_steps(record: Record) -> Iterator[Diagnostic]:
    """Yield steps of delivery that are out of order, and a second report for a year."""
    if not isinstance(record, Signatory):
        return
    for position, (before, after) in enumerate(pairwise(record.delivery), start=1):
        if fault := _out_of_order(before, after):
            span = record.origin.span(("delivery", position, fault))
            first = record.origin.span(("delivery", position - 1, fault))
            said = "on {0.on}" if fault == "on" else '"{0.stage.value}"'
            yield Diagnostic(
                code=Code.DELIVERY_OUT_OF_ORDER, span=span,
                message=f"a step {said.format(after)} comes after one {said.format(before)}",
                expected="steps as they were taken: declared, plan, under-way, delivered; after "
                "lapsed they may begin again",
                help="put the steps in order, or correct the date",
                notes=(Note("the step before stands here", first),),
            )  # fmt: skip
    yield from _check_years(record)


def _out_of_order(before: DeliveryStep, after: DeliveryStep) -> str:
    """Return the field by which a step cannot follow another; "" where it can."""
    if after.on < before.on:
        return "on"
    if before.stage is DeliveryStage.LAPSED:
        return "stage" if after.stage is DeliveryStage.LAPSED else ""
    return "" if _ORDER.index(before.stage) < _ORDER.index(after.stage) else "stage"


def _check_years(signatory: Signatory) -> Iterator[Diagnostic]:
    seen: dict[int, int] = {}
    for position, report in enumerate(signatory.annual_reports):
        first = seen.setdefault(report.year, position)
        if first != position:
            yield Diagnostic(
                code=Code.DUPLICATE_ID,
                span=signatory.origin.span(("annual_reports", position, "year")),
                message=f"two reports are given for {report.year}",
                expected="one report for each year", help="correct the year, or delete one",
                notes=(Note("the other stands here",
                            signatory.origin.span(("annual_reports", first, "year"))),),
            )  # fmt: skip


def check_delivery(hub: Hub, today: date) -> Iterator[Diagnostic]:
    """Yield what is dated in the future, and what is overdue."""
    for concordat, signatory in hub.all_signatories():
        yield from _check_future(signatory, today)
        yield from _check_reports(concordat, signatory, today)


def _check_future(signatory: Signatory, today: date) -> Iterator[Diagnostic]:
    dated: list[tuple[Loc, date]] = [
        *((("delivery", position, "on"), step.on)
          for position, step in enumerate(signatory.delivery)),
        *((("annual_reports", position, "on"), report.on)
          for position, report in enumerate(signatory.annual_reports)),
    ]  # fmt: skip
    for loc, when in dated:
        if when > today:
            yield Diagnostic(
                code=Code.FUTURE_DATE, span=signatory.origin.span(loc),
                message=f"{when} has not come yet", expected=f"a date up to today, {today}",
                help="correct the date, or add the step once it was taken",
            )  # fmt: skip


def _check_reports(concordat: Concordat, signatory: Signatory, today: date) -> Iterator[Diagnostic]:
    """Yield one diagnostic for all reports that a signatory owes: the oldest is named."""
    fallen = takewhile(lambda due: due.on < today, reports_due(signatory, concordat))
    overdue = [due.on for due in fallen if due.report is None]
    if not overdue:
        return
    first, *others = overdue
    more = f", and {len(others)} after it" if others else ""
    yield Diagnostic(
        code=Code.OVERDUE_REPORT, span=signatory.origin.key_span(("annual_reports",)),
        message=f"the report of {signatory.title} that was due on {first} is not there{more}",
        expected=f"an entry of `annual_reports` with year: {first.year}",
        help="ask for it, and add year, on and link once it is published",
        notes=(Note("reports are due yearly", concordat.origin.span(("reports_due",))),),
    )  # fmt: skip


def check_partners(hub: Hub, only: Collection[str] = ()) -> Iterator[Diagnostic]:
    """Yield which partners a concordat needs and has not; `only` may name the files to look at."""
    if any(hub.unread.get(kind) for kind in ("signatory", "organisation", "term:sectors")):
        return
    for concordat in hub.concordats.values():
        if not only or concordat.origin.path in only:
            yield from _check_mix(hub, concordat)


def _check_mix(hub: Hub, concordat: Concordat) -> Iterator[Diagnostic]:
    for position, mix in enumerate(partner_mix(hub, concordat)):
        if mix.missing:
            sector, signed = hub.label("sectors", mix.needed.sector), mix.signed or "none"
            yield Diagnostic(
                code=Code.MISSING_PARTNER,
                span=concordat.origin.span(("partners_needed", position, "sector")),
                message=f"{concordat.title} needs {mix.needed.at_least} of the sector "
                f'"{sector}", and {signed} signed',
                expected=f"{mix.missing} more", help="ask those who are missing to sign",
            )  # fmt: skip

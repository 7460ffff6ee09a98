"""What a signatory did after signing: dated steps and yearly reports; and what a concordat asks.

The fields of the records stand here; when reports fall due is derived, never stored, and so is the
step that a signatory has reached. Nothing here looks at a clock: whoever asks says the day.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import Field

from hub.model.base import Model
from hub.model.marks import Mentions
from hub.model.values import Day, Prose, WebAddress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat
    from hub.model.signatories import Signatory


class DeliveryStage(StrEnum):
    """How far a signatory has come."""

    DECLARED = "declared"
    PLAN = "plan"
    UNDER_WAY = "under-way"
    DELIVERED = "delivered"
    LAPSED = "lapsed"


class DeliveryStep(Model):
    """A dated step of delivery, with its proof."""

    stage: DeliveryStage = Field(description="declared, plan, under-way, delivered or lapsed.")
    on: Day = Field(description="When.")
    link: WebAddress = Field(description="Where it can be seen.")


class AnnualReport(Model):
    """A report on what a signatory did in a year."""

    year: Annotated[int, Field(ge=1900, le=9999)] = Field(
        description="The year in which it fell due: 2024 for the one that was due in 2024."
    )
    on: Day = Field(description="When it was published.")
    link: WebAddress = Field(description="Where it can be read.")


class ReportsDue(StrEnum):
    """How often those who signed report."""

    YEARLY = "yearly"


class PartnersNeeded(Model):
    """A kind of partner without whom a concordat is not whole."""

    sector: Annotated[str, Mentions("term:sectors")] = Field(
        description="A term of the sectors vocabulary; narrower terms count too."
    )
    at_least: Annotated[int, Field(ge=1, le=1000)] = Field(
        default=1, description="How many of them, at least."
    )
    why: Prose | None = Field(default=None, description="Why they are needed, in one sentence.")


class Due(NamedTuple):
    """A report that falls due on a day, and the report itself once it is there."""

    on: date
    report: AnnualReport | None


def stage_of(signatory: Signatory) -> DeliveryStage | None:
    """Return the step that a signatory has reached: the last one; None where none is recorded."""
    return signatory.delivery[-1].stage if signatory.delivery else None


def reports_due(signatory: Signatory, concordat: Concordat) -> Iterator[Due]:
    """Yield the reports that a signatory owes, one for each anniversary of its first signature.

    They have no end, unless the signature was taken back. None is owed by a person, or where the
    concordat asks for none, or where no date of signing is known: then nothing can be told.
    """
    signed = signatory.first_signed
    if signed is None or concordat.reports_due is None or signatory.is_personal:
        return
    by_year = {report.year: report for report in signatory.annual_reports}
    for year in count(signed.year + 1):
        due = _anniversary(signed, year)
        if due is None or (signatory.withdrawn and due >= signatory.withdrawn.on):
            return
        yield Due(due, by_year.get(year))


def reports_known(signatory: Signatory, concordat: Concordat) -> tuple[Due, ...]:
    """Return the reports due up to the first one after all that were given: that is the next."""
    last = max((report.year for report in signatory.annual_reports), default=0)
    found = list[Due]()
    for due in reports_due(signatory, concordat):
        found.append(due)
        if due.on.year > last:
            break
    return tuple(found)


def _anniversary(signed: date, year: int) -> date | None:
    if year > date.max.year:
        return None
    try:
        return signed.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 2, 28)

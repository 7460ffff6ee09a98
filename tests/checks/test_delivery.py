"""Steps of delivery are dated and in order; overdue reports and missing partners are advised on."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hub.checks.delivery import check_delivery, check_steps
from tests.conftest import found
from tests.model.test_delivery import report, step
from tests.views.small_concordat import concordat, northshire, signatory

TODAY = date(2026, 11, 22)
SIGNATORY = "concordats/northshire-creative-health/signatories/midwater-arts.yml"
ORGANISATION = "evidence/organisations/midwater-arts.yml"


def steps(*given: tuple[str, str]) -> list[str]:
    """Return the codes of what is wrong with these steps, by stage and day."""
    record = signatory("midwater", delivery=[step(*each) for each in given])
    return [each.code.slug for each in check_steps(record)]


def overdue(today: date, *, yearly: bool = True, **fields: object) -> list[str]:
    """Return what is said of the reports of a body that signed on 1 March 2021."""
    text = concordat(reports_due="yearly") if yearly else concordat()
    hub = northshire(None, text, signatories=(signatory("midwater", **fields),))
    return [each.message for each in check_delivery(hub, today)]


@pytest.mark.parametrize(
    "given",
    [
        [],
        [("delivered", "2024-01-01")],
        [("declared", "2024-01-01"), ("plan", "2024-01-01"), ("delivered", "2024-06-01")],
        [("plan", "2024-01-01"), ("lapsed", "2024-06-01"), ("declared", "2025-01-01")],
        [("delivered", "2024-01-01"), ("lapsed", "2024-06-01")],
    ],
    ids=["none", "one", "on one day", "begun again", "lapsed after delivery"],
)
def test_steps_in_order_are_right(given: list[tuple[str, str]]) -> None:
    """Steps may be left out or taken on one day; after a lapse they may begin again."""
    assert [] == steps(*given)


@pytest.mark.parametrize(
    "given",
    [
        [("declared", "2024-02-01"), ("plan", "2024-01-31")],
        [("plan", "2024-01-01"), ("declared", "2024-06-01")],
        [("plan", "2024-01-01"), ("plan", "2024-06-01")],
        [("lapsed", "2024-01-01"), ("lapsed", "2024-06-01")],
    ],
    ids=["by date", "by step", "twice", "lapsed twice"],
)
def test_steps_out_of_order_are_faults(given: list[tuple[str, str]]) -> None:
    """A step cannot come before the one it follows, nor twice."""
    assert ["delivery-out-of-order"] == steps(*given)


def test_each_year_has_one_report() -> None:
    """A second report for a year is a fault, with the place of the first."""
    record = signatory("midwater", annual_reports=[report(2024), report(2025), report(2024)])
    (fault,) = check_steps(record)

    assert ("duplicate-id", "two reports are given for 2024") == (fault.code.slug, fault.message)


def test_steps_and_reports_in_the_future_are_faults() -> None:
    """What has not happened is not recorded as done; today is not the future."""
    record = signatory(
        "midwater", annual_reports=[report(2026)],
        delivery=[step("declared", "2026-11-22"), step("plan", "2026-11-23")],
    )  # fmt: skip
    hub = northshire(None, concordat(), signatories=(record,))

    assert ["2026-11-23 has not come yet", "2026-12-01 has not come yet"] == [
        each.message for each in check_delivery(hub, TODAY)
    ]


def test_a_report_is_overdue_from_the_day_after() -> None:
    """On the day itself it may still come."""
    assert [] == overdue(date(2022, 3, 1))
    assert ["the report of Midwater that was due on 2022-03-01 is not there"] == overdue(
        date(2022, 3, 2)
    )


def test_overdue_reports_are_one_piece_of_advice() -> None:
    """The oldest is named and the others are counted; one that came late is there."""
    assert ["the report of Midwater that was due on 2022-03-01 is not there, and 2 after it"] == (
        overdue(date(2025, 6, 1), annual_reports=[report(2024)])
    )


def test_nothing_is_overdue_where_nothing_is_asked_for() -> None:
    """A concordat without a rule wants no reports."""
    assert [] == overdue(TODAY, yearly=False)


def test_an_unreadable_record_is_not_called_missing(
    demo: Path, change: Callable[[str, str, str], None]
) -> None:
    """While a signatory or an organisation cannot be read, nobody can tell who is missing."""
    change(SIGNATORY, "organisation: midwater-arts", "organization: midwater-arts")

    assert {"unknown-field"} == {code for _, code in found(demo)}


def test_who_is_missing_is_said_once_everything_can_be_read(
    demo: Path, change: Callable[[str, str, str], None]
) -> None:
    """A body of another sector does not count."""
    change(ORGANISATION, "arts-organisation", "local-authority")

    assert ["missing-partner"] == [code for _, code in found(demo)]

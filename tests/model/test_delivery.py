"""How far a signatory has come, and which reports it owes, are derived from dates alone."""

from datetime import date
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.model.concordats import Concordat
from hub.model.delivery import DeliveryStage, reports_due, reports_known, stage_of
from hub.model.signatories import Signatory
from tests.views.small_concordat import concordat, signatory, signed

YEARLY = concordat(reports_due="yearly")


def step(stage: str, on: str) -> dict[str, str]:
    """Return the fields of a step of delivery."""
    return {"stage": stage, "on": on, "link": "https://midwater.example/step"}


def report(year: int) -> dict[str, object]:
    """Return the fields of a report."""
    return {"year": year, "on": f"{year}-12-01", "link": f"https://midwater.example/{year}"}


def due(record: Signatory, text: Concordat = YEARLY, number: int = 4) -> list[str]:
    """Return the first days on which a signatory owes a report."""
    return [str(each.on) for each in islice(reports_due(record, text), number)]


def test_the_last_step_says_how_far_a_signatory_has_come() -> None:
    """Steps are in order, so the last one counts."""
    record = signatory(
        "midwater", delivery=[step("declared", "2021-01-01"), step("plan", "2021-06-01")]
    )

    assert (DeliveryStage.PLAN, None) == (stage_of(record), stage_of(signatory("midwater")))


def test_a_report_is_due_on_each_anniversary() -> None:
    """The first is due a year after the first signature, whatever was signed later."""
    record = signatory("midwater", signed(), signed("2.0", signed="2023-05-05"))

    assert ["2022-03-01", "2023-03-01", "2024-03-01", "2025-03-01"] == due(record)


def test_who_signed_on_a_leap_day_reports_on_the_last_of_february() -> None:
    """In years without a 29 February the day before counts."""
    record = signatory("midwater", signed(signed="2024-02-29"))

    assert ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"] == due(record)


@given(st.dates(date(1900, 1, 1), date(2500, 1, 1)))
def test_reports_are_a_year_apart(first: date) -> None:
    """From any day of signing, one report falls into each year after it."""
    days = due(signatory("midwater", signed(signed=first.isoformat())), number=9)

    assert [first.year + each for each in range(1, 10)] == [int(each[:4]) for each in days]


def test_nothing_is_due_after_a_signature_was_taken_back() -> None:
    """A report that fell due before is still owed."""
    record = signatory("midwater", withdrawn={"on": "2023-03-01"})

    assert ["2022-03-01"] == due(record)


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (signatory("midwater"), concordat()),
        (signatory("midwater", signed(date_unknown="Nobody knows.")), YEARLY),
        (signatory("ada", organisation=None), YEARLY),
    ],
    ids=["nothing is asked for", "no date is known", "a person"],
)
def test_nothing_is_due(record: Signatory, text: Concordat) -> None:
    """Where the concordat asks for nothing, no date is known, or a person signed."""
    assert [] == due(record, text)


def test_what_is_known_ends_with_the_next_report() -> None:
    """All up to the last that is there, those that are missing too, and the one after it."""
    record = signatory("midwater", annual_reports=[report(2023)])

    assert [(2022, None), (2023, 2023), (2024, None)] == [
        (each.on.year, each.report and each.report.year) for each in reports_known(record, YEARLY)
    ]

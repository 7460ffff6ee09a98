"""Yearly reports: what is due and what is there, and the calendar of what is not."""

import re

from hub.model.concordats import Concordat
from hub.model.signatories import Signatory
from hub.views.reports import by_year, lines, next_due, report_documents
from hub.views.settings import Settings
from hub.views.signatory_rows import rows_of
from tests.model.test_delivery import YEARLY, report
from tests.views.small_concordat import concordat, northshire, organisation, signatory, signed

SITE = Settings(site_url="https://hub.example/north/")


def calendar_of(
    *signatories: Signatory, text: Concordat = YEARLY, settings: Settings = SITE
) -> list[str]:
    """Return the lines of the only calendar, unfolded (RFC 5545, 3.1)."""
    hub = northshire(None, text, organisation("midwater"), signatories=signatories)
    (file,) = report_documents(hub, settings)
    return file.content.decode().replace("\r\n ", "").split("\r\n")


def values(found: list[str], name: str) -> list[str]:
    """Return the values of a property, without its parameters."""
    return [line.split(":", 1)[1] for line in found if re.match(f"{name}[;:]", line)]


def test_reports_are_listed_by_year() -> None:
    """Those that are there, those that are not, and one that nobody asked for."""
    record = signatory("midwater", annual_reports=[report(2021), report(2023)])

    assert [
        (2021, "", "1 December 2021"), (2022, "1 March 2022", ""),
        (2023, "1 March 2023", "1 December 2023"), (2024, "1 March 2024", ""),
    ] == [each[:3] for each in lines(record, YEARLY)]  # fmt: skip
    assert "2022-03-01" == next_due(record, YEARLY)


def test_nothing_is_next_where_nothing_is_asked_for() -> None:
    """Reports that are there are shown all the same."""
    record = signatory("midwater", annual_reports=[report(2023)])

    assert [2023] == [each.year for each in lines(record, concordat())]
    assert "" == next_due(record, concordat())


def test_years_count_what_fell_due_and_what_came() -> None:
    """Up to the last year of which there is a report: later ones nobody can have given yet."""
    records = (
        signatory("one", annual_reports=[report(2022), report(2023)]),
        signatory("two", signed(signed="2022-05-05")),
        signatory("three", withdrawn={"on": "2022-06-01"}),
    )
    hub = northshire(None, YEARLY, signatories=records)

    assert (("2022", 2, 1), ("2023", 2, 1)) == by_year(YEARLY, rows_of(hub, YEARLY))


def test_the_calendar_holds_what_is_not_there() -> None:
    """All that is missing up to the next report, each on its day, leading to the body's page."""
    found = calendar_of(signatory("midwater", annual_reports=[report(2023)]))

    assert ["20220301", "20240301"] == values(found, "DTSTART")
    assert ["Report due: Midwater", "Report due: Midwater"] == values(found, "SUMMARY")
    assert {"https://hub.example/north/organisations/midwater/"} == {*values(found, "URL")}


def test_an_event_keeps_its_name() -> None:
    """A calendar program knows an event again when other reports have come."""
    before = calendar_of(signatory("midwater"))
    after = calendar_of(signatory("midwater", annual_reports=[report(2023)]))

    assert ["report-northshire-midwater-2022@hub.example"] == values(before, "UID")
    assert "report-northshire-midwater-2022@hub.example" in values(after, "UID")
    assert (["20210301T000000Z"], "20231201T000000Z") == (
        values(before, "DTSTAMP"), values(after, "DTSTAMP")[0]
    )  # fmt: skip


def test_without_an_address_events_lead_nowhere() -> None:
    """A hub that nobody has published yet has a calendar without links."""
    found = calendar_of(signatory("midwater"), settings=Settings())

    assert ([], ["report-northshire-midwater-2022@hub.invalid"]) == (
        values(found, "URL"), values(found, "UID")
    )  # fmt: skip


def test_a_name_cannot_break_out_of_its_line() -> None:
    """Signs that mean something in a calendar are written as text."""
    found = calendar_of(signatory("ada", title="A; B, C\\n", organisation="gone"))

    assert ["Report due: A\\; B\\, C\\\\n"] == values(found, "SUMMARY")


def test_a_concordat_that_asks_for_nothing_has_no_calendar() -> None:
    """There is no file where nothing falls due."""
    hub = northshire(None, concordat(), signatories=(signatory("midwater"),))

    assert [] == [*report_documents(hub, SITE)]

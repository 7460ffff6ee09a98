"""The yearly reports of those who signed: which are due, which are there, and the calendar of both.

No page looks at a clock: shown are the reports up to the next one, and whoever reads it knows the
day. `hub check` says which are overdue.
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from hub.model.delivery import reports_due, reports_known
from hub.page import Document
from hub.views import addresses
from hub.views.calendar import Event, calendar
from hub.views.signatory_rows import rows_of
from hub.views.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.concordats import Concordat
    from hub.model.hub import Hub
    from hub.model.signatories import Signatory
    from hub.views.settings import Settings
    from hub.views.signatory_rows import Row

_NOWHERE = "hub.invalid"
"""The name in ids of events while the hub has no address (RFC 2606)."""


class Line(NamedTuple):
    """A report: its year, when it falls due ("" where none is asked for), when it came and where.

    `link` is "" for a report that is not there.
    """

    year: int
    due: str
    published: str
    link: str


def lines(signatory: Signatory, concordat: Concordat) -> tuple[Line, ...]:
    """Return the reports of a signatory, those that are due and those that are there, by year."""
    due = {each.on.year: day(each.on) for each in reports_known(signatory, concordat)}
    given = {each.year: (day(each.on), each.link) for each in signatory.annual_reports}
    nothing = ("", "")
    return tuple(
        Line(year, due.get(year, ""), *given.get(year, nothing)) for year in sorted({*due, *given})
    )


def next_due(signatory: Signatory, concordat: Concordat) -> str:
    """Return the ISO date of the first report that is due and not there; "" where none is."""
    known = reports_known(signatory, concordat)
    return next((each.on.isoformat() for each in known if each.report is None), "")


def by_year(concordat: Concordat, rows: Iterable[Row]) -> tuple[tuple[str, int, int], ...]:
    """Return years with how many reports fell due in each and how many of them are there.

    The years end with the last one of which there is a report.
    """
    records = [row.record for row in rows]
    given = Counter(report.year for each in records for report in each.annual_reports)
    last, due = max(given, default=0), Counter[int]()
    for each in records:
        years = (owed.on.year for owed in reports_due(each, concordat))
        due.update(takewhile(lambda year: year <= last, years))
    shown = range(min((*due, *given)), last + 1) if given else ()
    return tuple((str(year), due[year], given[year]) for year in shown)


def report_documents(hub: Hub, settings: Settings) -> Iterator[Document]:
    """Yield a calendar of the reports due for each concordat that asks for reports."""
    for concordat in hub.concordats.values():
        if concordat.reports_due:
            title = f"Reports due: {concordat.title}"
            events = (
                event
                for row in rows_of(hub, concordat)
                for event in _events(concordat, row, settings)
            )
            path = addresses.reports_calendar(concordat.id)
            yield Document(path, calendar(title, events))


def _events(concordat: Concordat, row: Row, settings: Settings) -> Iterator[Event]:
    """Yield what a signatory owes: all that is not there, and the next that will be due."""
    home = urlsplit(settings.site_url).hostname or _NOWHERE
    signed, reports = row.record.first_signed, row.record.annual_reports
    for due in reports_known(row.record, concordat):
        if due.report is None and signed:
            yield Event(
                uid=f"report-{concordat.id}-{row.id}-{due.on.year}@{home}",
                on=due.on,
                stamped=max([signed, *(each.on for each in reports)]),
                summary=f"Report due: {row.organisation}",
                description=f"Yearly report on {concordat.title}, signed on {day(signed)}",
                url=settings.site_url + row.address if settings.site_url and row.address else "",
            )

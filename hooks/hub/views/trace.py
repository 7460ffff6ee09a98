"""What a concordat rests on, on one page that a board paper can cite.

Clause by clause: evidence with its direction, its certainty and who challenges it; the programmes
that act on the clause; what they have learnt; what is done in practice. All of it is derived from
the records; the same as data is for `hub.views.trace_data`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hub.model.coverage import coverage
from hub.page import Heading, Page
from hub.views import addresses, assets, downloads
from hub.views.clauses import printed_parts
from hub.views.concordats import MEANINGS
from hub.views.trace_data import csv_document, fingerprint, json_document
from hub.views.trace_steps import Step, step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat
    from hub.model.coverage import Coverage, Provision
    from hub.model.texts import Text
    from hub.views.clauses import PrintedPart, Statement
    from hub.views.settings import Settings
    from hub.views.sheet import Sheet, Studio


@dataclass(frozen=True, slots=True)
class Share:
    """Some of the clauses: what is known of them, which they are, and how many of a hundred."""

    name: str
    says: str
    provisions: tuple[Provision, ...]
    percent: int


@dataclass(frozen=True, slots=True)
class TracedPart:
    """A part of the text with the steps of its clauses."""

    id: str
    heading: str
    title: str
    steps: tuple[tuple[Statement, Step], ...]


def trace_pages(studio: Studio, settings: Settings) -> Iterator[Page]:
    """Yield the trace of each concordat whose text is here."""
    for concordat in studio.hub.concordats.values():
        text = studio.hub.texts.get((concordat.id, concordat.current.number))
        if text:
            yield trace_page(studio, concordat, text, settings)


def trace_page(studio: Studio, concordat: Concordat, text: Text, settings: Settings) -> Page:
    """Return the trace of the version in force."""
    hub, sheet = studio.hub, studio.sheet(addresses.trace(concordat.id))
    parts = traced_parts(studio, concordat, text)
    data = json_document(studio, concordat, text)
    headings = _headings(parts)
    html = sheet.render(
        "trace.html", concordat=concordat, text=text, parts=parts, meanings=MEANINGS,
        steps=[each for part in parts for _, each in part.steps], headings=headings,
        shares=shares(coverage(hub, concordat)),
        citation=citation(sheet, concordat, text, settings), data_hash=fingerprint(data),
        addresses=_addresses(concordat),
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind="trace",
        title=f"What {concordat.title} rests on",
        description="Clause by clause: evidence, programmes, lessons and practice, and where there "
        "is none. Made to be cited and printed.",
        html=html,
        headings=headings,
        section="concordats",
        head=assets.head(sheet, "css/trace.css"),
        beside=(*downloads.beside(sheet), data, csv_document(studio, concordat, text)),
    )


def traced_parts(studio: Studio, concordat: Concordat, text: Text) -> tuple[TracedPart, ...]:
    """Return the text part by part, each clause with its step of the trace."""
    return tuple(
        TracedPart(part.id, part.heading, part.title, tuple(_steps(studio, part)))
        for part in printed_parts(studio.hub, concordat, text)
    )


def _steps(studio: Studio, part: PrintedPart) -> Iterator[tuple[Statement, Step]]:
    for statement in part.statements:
        for each in (statement, *statement.below):
            if each.behind:
                yield each, step(studio, each.behind)


def shares(covered: Coverage) -> tuple[Share, ...]:
    """Return the coverage: three shares of the whole, and the challenged, which cut across them."""
    total = len(covered.provisions) or 1
    lines = (
        ("direct", "with direct evidence", covered.direct),
        ("without", "looked at, with no direct evidence here", covered.without),
        ("unexamined", "not looked at yet", covered.unexamined),
        ("challenged", "challenged by evidence, whatever else there is", covered.challenged),
    )
    return tuple(Share(name, says, found, round(100 * len(found) / total))
                 for name, says, found in lines)  # fmt: skip


def citation(sheet: Sheet, concordat: Concordat, text: Text, settings: Settings) -> dict[str, str]:
    """Return the parts of a citation; `built` is an ISO date, or "" where no date was told."""
    version = concordat.current
    return {
        "title": f"What {concordat.title} rests on",
        "site": settings.site_name,
        "version": version.number,
        "published": version.published.isoformat() if version.published else "",
        "sha256": text.sha256,
        "address": settings.site_url + sheet.address if settings.site_url else "",
        "built": settings.built.isoformat() if settings.built else "",
    }


def _addresses(concordat: Concordat) -> dict[str, Any]:
    return {
        "all": addresses.CONCORDATS,
        "concordat": addresses.concordat(concordat.id),
        "text": addresses.text_file(concordat.id, concordat.current.number),
        "json": addresses.trace_data(concordat.id, "json"),
        "csv": addresses.trace_data(concordat.id, "csv"),
    }


def _headings(parts: tuple[TracedPart, ...]) -> tuple[Heading, ...]:
    return (
        Heading("page-cite", "How to cite this page"),
        Heading("page-coverage", "How many clauses have evidence"),
        Heading("page-glance", "All clauses at a glance"),
        *(Heading(f"trace-{part.id}", part.title) for part in parts),
        Heading("page-data", "The trace as data"),
        Heading("page-references", "References"),
    )

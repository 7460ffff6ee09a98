"""The home page: what the hub is, three doors, what the evidence says so far, what is new."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from hub.model.coverage import coverage
from hub.model.evidence import Direction
from hub.model.standing import still_signed
from hub.page import Heading, Page
from hub.views import addresses
from hub.views.cards import card
from hub.views.directions import LABELS
from hub.views.published import in_force
from hub.views.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hub.model.concordats import Concordat
    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub
    from hub.views.numbers import Value
    from hub.views.sheet import Sheet, Studio

LATEST = 4

NOTES = {
    Direction.NO_DIFFERENCE: "worth knowing before money is spent",
    Direction.NOT_ESTIMABLE: "reported in a way that does not tell",
}


def home_page(studio: Studio) -> Page:
    """Return the home page."""
    hub, sheet = studio.hub, studio.sheet(addresses.HOME)
    figures = studio.numbers
    concordat = spotlight(hub)
    latest = latest_summaries(hub)
    html = sheet.render(
        "home.html",
        numbers=figures,
        doors=doors(sheet, concordat),
        tiles=tiles(sheet, figures),
        spotlight=_spotlight(sheet, concordat) if concordat else {},
        latest=[card(sheet, each) for each in latest],
        evidence=sheet.url(addresses.EVIDENCE),
    )
    headings = [
        Heading("evidence", "The evidence so far"),
        *([Heading("concordat", concordat.title)] if concordat else []),
        *([Heading("latest", "Latest summaries")] if latest else []),
    ]
    return Page(
        address=addresses.HOME,
        kind="front",
        title="Creative Health Hub",
        description="What is known about creative health, and who has committed to it.",
        html=html,
        headings=tuple(headings),
    )


def spotlight(hub: Hub) -> Concordat | None:
    """Return the concordat of the latest text in force, if there is one."""
    dated = [each for each in in_force(hub.concordats.values()) if each.current.published]
    return max(dated, key=lambda each: str(each.current.published), default=None)


def latest_summaries(hub: Hub) -> tuple[EvidenceSummary, ...]:
    """Return the summaries of the newest works: what a returning reader has not seen."""

    def age(summary: EvidenceSummary) -> tuple[int, int]:
        issued = hub.references[summary.source].issued
        return (-(issued.year or 0), -(issued.month or 0))

    return tuple(nsmallest(LATEST, in_force(hub.summaries.values()), key=age))


def doors(sheet: Sheet, concordat: Concordat | None) -> list[dict[str, str]]:
    """Return the three ways in."""
    read = addresses.concordat(concordat.id) if concordat else addresses.CONCORDATS
    return [
        {
            "title": "Find evidence",
            "text": "What works, for whom, how sure we can be, and what nobody has studied yet.",
            "href": sheet.url(addresses.EVIDENCE),
            "action": "Browse the evidence",
        },
        {
            "title": "Read a concordat",
            "text": "What health partners have committed to, and what stands behind each clause.",
            "href": sheet.url(read),
            "action": "Read clause by clause",
        },
        {
            "title": "Add something",
            "text": "A study, a signature, a lesson or a correction: one small file at a time.",
            "href": sheet.url(addresses.CONTRIBUTE),
            "action": "See how",
        },
    ]


def tiles(sheet: Sheet, figures: Mapping[str, Value]) -> list[dict[str, Any]]:
    """Return the findings by direction, none left out, however few there are."""
    return [
        {"number": count(int(figures[f"findings_{each.value.replace('-', '_')}"])), "label": label,
         "href": sheet.url(f"{addresses.EVIDENCE}#by-outcome"), "note": NOTES.get(each, "")}
        for each, label in LABELS.items()
    ]  # fmt: skip


def _spotlight(sheet: Sheet, concordat: Concordat) -> dict[str, Any]:
    hub = sheet.studio.hub
    covered = coverage(hub, concordat)
    signatories = still_signed(hub.signatories.get(concordat.id, ()))
    known = [
        ("Clauses", len(covered.provisions)),
        ("Clauses with direct evidence", len(covered.direct)),
        ("Clauses challenged by evidence", len(covered.challenged)),
        ("Clauses without direct evidence", len(covered.without)),
        ("Signatories", len(signatories)),
    ]
    return {
        "title": concordat.title,
        "summary": concordat.summary,
        "href": sheet.url(addresses.concordat(concordat.id)),
        "facts": [{"term": term, "value": count(number)} for term, number in known],
    }

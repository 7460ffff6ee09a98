"""The home page: what the hub is, three doors, what the evidence says so far, what is new."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from hub.model.coverage import coverage
from hub.model.standing import still_signed
from hub.page import Heading, Page
from hub.views import addresses, assets, json_ld
from hub.views.cards import card
from hub.views.gap_directions import tiles
from hub.views.published import in_force, published
from hub.views.wording import count

if TYPE_CHECKING:
    from hub.model.concordats import Concordat
    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub
    from hub.views.settings import Settings
    from hub.views.sheet import Sheet, Studio

LATEST = 4


def home_page(studio: Studio, settings: Settings) -> Page:
    """Return the home page."""
    hub, sheet = studio.hub, studio.sheet(addresses.HOME)
    figures = studio.numbers
    concordat = spotlight(hub)
    latest = latest_summaries(hub)
    html = sheet.render(
        "home.html",
        numbers=figures,
        doors=doors(sheet, concordat),
        tiles=tiles(sheet),
        spotlight=_spotlight(sheet, concordat) if concordat else {},
        latest=[card(sheet, each) for each in latest],
        evidence=sheet.url(addresses.EVIDENCE),
        practice=sheet.url(addresses.PRACTICE),
        gap_map=sheet.url(addresses.GAP_MAP),
    )
    headings = [
        Heading("evidence", "The evidence so far"),
        *([Heading("concordat", concordat.title)] if concordat else []),
        *([Heading("practice", "In practice")] if figures["practice_count"] else []),
        *([Heading("latest", "Latest summaries")] if latest else []),
    ]
    return Page(
        address=addresses.HOME,
        kind="front",
        title="Creative Health Hub",
        description="What is known about creative health, and who has committed to it.",
        html=html,
        headings=tuple(headings),
        head=f"{assets.head(sheet, 'css/home.css')}{json_ld.script(_dataset(hub, settings))}",
    )


def _dataset(hub: Hub, settings: Settings) -> dict[str, Any]:
    summaries = published(hub.summaries.values())
    changed = max((each.reviewed.on for each in summaries), default=None)
    return json_ld.dataset(len(summaries), changed, settings)


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

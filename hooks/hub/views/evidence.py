"""The front of the evidence: every summary, by outcome, by art form and as a whole list.

Whoever asks "what is known about singing and postnatal depression?" finds it at one glance, and
sees as well where nobody has looked and where nothing was found. Of a long list only the begin
is here (`hub.views.lists`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.page import Heading, Page
from hub.views import addresses, assets, feeds, lists
from hub.views.cards import card
from hub.views.directions import LABELS, tally
from hub.views.gap_directions import tiles
from hub.views.rooted import turned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.vocabularies import Term
    from hub.views.groups import Group, Groups
    from hub.views.sheet import Sheet, Studio

HEADINGS = (
    Heading("by-outcome", "By outcome"),
    Heading("by-art-form", "By art form"),
    Heading("all", "All summaries"),
)


def evidence_page(studio: Studio, site_url: str = "") -> Page:
    """Return the front page of the evidence; where the site has an address, a feed follows it."""
    sheet = studio.sheet(addresses.EVIDENCE)
    follow = [*_follow(sheet, site_url)]
    groups, everything = studio.groups, lists.of_all(studio.groups)
    html = sheet.render(
        "evidence.html",
        numbers=studio.numbers,
        labels=[{"value": each.value, "label": label} for each, label in LABELS.items()],
        outcomes=[_outcome_row(sheet, group) for group in groups.outcomes],
        empty=without_findings(groups),
        art_forms=[_art_form_row(sheet, group) for group in groups.art_forms],
        cards=[card(sheet, each) for each in everything.begin],
        more=everything.more(sheet),
        references=sheet.url(addresses.REFERENCES),
        gap_map=sheet.url(addresses.GAP_MAP),
        tiles=tiles(sheet),
        questions=sheet.url(addresses.QUESTIONS),
        over_time=sheet.url(addresses.OVER_TIME),
        follow=follow,
    )
    return Page(
        address=addresses.EVIDENCE,
        kind="front",
        title="Evidence",
        description="What is known about creative health, study by study: what was found, "
        "how sure we can be, and what has been challenged.",
        html=html,
        headings=(*HEADINGS, *([Heading("follow", "Follow what changes")] if follow else [])),
        section="evidence",
        head=assets.head(sheet, "css/home.css"),
    )


def _follow(sheet: Sheet, site_url: str) -> Iterator[dict[str, str]]:
    hub = sheet.studio.hub
    if site_url:
        yield {"label": "New and reviewed summaries (Atom feed)", "href": feeds.NAME}
    if any(each.reviewed.next for each in sheet.studio.groups.summaries):
        yield {"label": "Reviews that are due (calendar)", "href": sheet.url(addresses.REVIEWS)}
    if hub.vocabularies:
        yield {"label": "What the terms mean", "href": sheet.url(addresses.VOCABULARIES)}


def _outcome_row(sheet: Sheet, group: Group) -> dict[str, Any]:
    found, lines = lists.of_outcome(group), sheet.studio.lines
    return {
        "id": f"outcome-{group.term.id}",
        "label": group.term.label,
        "question": sheet.url(addresses.question(group.term.id)),
        "definition": group.term.definition or "",
        "summaries": len(group.summaries),
        "counts": list(tally(finding for _, finding in group.findings).values()),
        "in_subgroups": sum(bool(finding.subgroup) for _, finding in group.findings),
        "findings": turned(sheet, [lines.finding(*each) for each in found.begin]),
        "more": found.more(sheet),
    }


def _art_form_row(sheet: Sheet, group: Group) -> dict[str, Any]:
    found = lists.of_art_form(group)
    findings = (finding for each in group.summaries for finding in each.findings)
    return {
        "id": f"art-form-{group.term.id}",
        "label": group.term.label,
        "definition": group.term.definition or "",
        "summaries": turned(sheet, map(sheet.studio.lines.title, found.begin)),
        "more": found.more(sheet),
        "counts": list(tally(findings).values()),
    }


def without_findings(groups: Groups) -> dict[str, list[Term]]:
    """Return the outcomes without findings: those searched for in vain, and those not searched."""
    filled = {group.term.id for group in groups.outcomes}
    rest = [term for term in groups.terms("outcomes") if term.id not in filled]
    return {
        "searched": [term for term in rest if term.searched],
        "unsearched": [term for term in rest if not term.searched],
    }

"""The front of the evidence: every summary, by outcome, by art form and as a whole list.

Whoever asks "what is known about singing and postnatal depression?" finds it at one glance, and
sees as well where nobody has looked and where nothing was found. Of a long list only the begin
is here (`hub.views.lists`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.page import Heading, Page
from hub.views import addresses, lists
from hub.views.cards import card, line, title_line
from hub.views.directions import LABELS, tally

if TYPE_CHECKING:
    from hub.model.vocabularies import Term
    from hub.views.groups import Group, Groups
    from hub.views.sheet import Sheet, Studio

HEADINGS = (
    Heading("by-outcome", "By outcome"),
    Heading("by-art-form", "By art form"),
    Heading("all", "All summaries"),
)


def evidence_page(studio: Studio) -> Page:
    """Return the front page of the evidence."""
    sheet = studio.sheet(addresses.EVIDENCE)
    groups, everything = studio.groups, lists.of_all(studio.groups)
    html = sheet.render(
        "evidence.html",
        numbers=studio.numbers,
        labels=[{"value": each.value, "label": label} for each, label in LABELS.items()],
        outcomes=[_outcome_row(sheet, group) for group in groups.outcomes],
        empty=_empty(groups),
        art_forms=[_art_form_row(sheet, group) for group in groups.art_forms],
        cards=[card(sheet, each) for each in everything.begin],
        more=everything.more(sheet),
        references=sheet.url(addresses.REFERENCES),
    )
    return Page(
        address=addresses.EVIDENCE,
        kind="front",
        title="Evidence",
        description="What is known about creative health, study by study: what was found, "
        "how sure we can be, and what has been challenged.",
        html=html,
        headings=HEADINGS,
        section="evidence",
    )


def _outcome_row(sheet: Sheet, group: Group) -> dict[str, Any]:
    found = lists.of_outcome(group)
    return {
        "id": f"outcome-{group.term.id}",
        "label": group.term.label,
        "definition": group.term.definition or "",
        "summaries": len(group.summaries),
        "counts": list(tally(finding for _, finding in group.findings).values()),
        "in_subgroups": sum(bool(finding.subgroup) for _, finding in group.findings),
        "findings": [line(sheet, *each) for each in found.begin],
        "more": found.more(sheet),
    }


def _art_form_row(sheet: Sheet, group: Group) -> dict[str, Any]:
    found = lists.of_art_form(group)
    findings = (finding for each in group.summaries for finding in each.findings)
    return {
        "id": f"art-form-{group.term.id}",
        "label": group.term.label,
        "definition": group.term.definition or "",
        "summaries": [title_line(sheet, each) for each in found.begin],
        "more": found.more(sheet),
        "counts": list(tally(findings).values()),
    }


def _empty(groups: Groups) -> dict[str, list[Term]]:
    """Return the outcomes without findings: those searched for in vain, and those not searched."""
    filled = {group.term.id for group in groups.outcomes}
    rest = [term for term in groups.terms("outcomes") if term.id not in filled]
    return {
        "searched": [term for term in rest if term.searched],
        "unsearched": [term for term in rest if not term.searched],
    }

"""The front of the evidence: every summary, by outcome, by art form and as a whole list.

Whoever asks "what is known about singing and postnatal depression?" finds it at one glance, and
sees as well where nobody has looked and where nothing was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hub.page import Heading, Page
from hub.views import addresses
from hub.views.cards import card, size
from hub.views.directions import LABELS, sign, tally
from hub.views.numbers import numbers
from hub.views.published import in_force

if TYPE_CHECKING:
    from hub.model.evidence import EvidenceSummary, Finding
    from hub.model.hub import Hub
    from hub.model.vocabularies import Term
    from hub.views.sheet import Sheet, Studio

HEADINGS = (
    Heading("by-outcome", "By outcome"),
    Heading("by-art-form", "By art form"),
    Heading("all", "All summaries"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """A term with the summaries that name it, and their findings for it."""

    term: Term
    summaries: tuple[EvidenceSummary, ...]
    findings: tuple[tuple[EvidenceSummary, Finding], ...] = ()


def evidence_page(studio: Studio) -> Page:
    """Return the front page of the evidence."""
    hub, sheet = studio.hub, studio.sheet(addresses.EVIDENCE)
    summaries = in_force(hub.summaries.values())
    outcomes, art_forms = by_outcome(hub, summaries), by_art_form(hub, summaries)
    html = sheet.render(
        "evidence.html",
        numbers=numbers(hub),
        labels=[{"value": each.value, "label": label} for each, label in LABELS.items()],
        outcomes=[_outcome_row(sheet, group) for group in outcomes],
        empty=_empty(hub, outcomes),
        art_forms=[_art_form_row(sheet, group) for group in art_forms],
        cards=[card(sheet, each) for each in summaries],
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


def by_outcome(hub: Hub, summaries: tuple[EvidenceSummary, ...]) -> tuple[Group, ...]:
    """Return the outcomes for which there are findings, in the vocabulary's order."""
    groups = (
        Group(term, tuple(each for each in summaries if term.id in each.outcomes), tuple(
            (summary, finding) for summary in summaries for finding in summary.findings
            if finding.outcome == term.id
        ))
        for term in _terms(hub, "outcomes")
    )  # fmt: skip
    return tuple(group for group in groups if group.findings)


def by_art_form(hub: Hub, summaries: tuple[EvidenceSummary, ...]) -> tuple[Group, ...]:
    """Return the art forms that summaries name, in the vocabulary's order."""
    groups = (
        Group(term, tuple(each for each in summaries if term.id in each.art_forms))
        for term in _terms(hub, "art-forms")
    )
    return tuple(group for group in groups if group.summaries)


def _terms(hub: Hub, vocabulary: str) -> tuple[Term, ...]:
    found = hub.vocabularies.get(vocabulary)
    return found.terms if found else ()


def _outcome_row(sheet: Sheet, group: Group) -> dict[str, Any]:
    return {
        "id": f"outcome-{group.term.id}",
        "label": group.term.label,
        "definition": group.term.definition or "",
        "summaries": len(group.summaries),
        "counts": list(tally(finding for _, finding in group.findings).values()),
        "in_subgroups": sum(bool(finding.subgroup) for _, finding in group.findings),
        "findings": [_line(sheet, summary, finding) for summary, finding in group.findings],
    }


def _art_form_row(sheet: Sheet, group: Group) -> dict[str, Any]:
    findings = (finding for each in group.summaries for finding in each.findings)
    return {
        "id": f"art-form-{group.term.id}",
        "label": group.term.label,
        "definition": group.term.definition or "",
        "summaries": [
            {
                "title": each.title,
                "href": sheet.url(addresses.summary(each.id)),
                "answer": each.answer,
            }
            for each in group.summaries
        ],
        "counts": list(tally(findings).values()),
    }


def _line(sheet: Sheet, summary: EvidenceSummary, finding: Finding) -> dict[str, Any]:
    hub = sheet.studio.hub
    work = hub.references[summary.source]
    about = [hub.label("art-forms", each) for each in summary.art_forms]
    facts = (", ".join(about), hub.label("designs", summary.design), size(summary),
             str(work.issued.year or work.issued.literal))  # fmt: skip
    return {
        "title": summary.title,
        "href": sheet.url(addresses.summary(summary.id)),
        "direction": finding.direction.value,
        "words": sign(finding).words,
        "subgroup": finding.subgroup or "",
        "facts": [each for each in facts if each],
        "challenged": bool(summary.critiques),
    }


def _empty(hub: Hub, outcomes: tuple[Group, ...]) -> dict[str, list[Term]]:
    """Return the outcomes without findings: those searched for in vain, and those not searched."""
    filled = {group.term.id for group in outcomes}
    rest = [term for term in _terms(hub, "outcomes") if term.id not in filled]
    return {
        "searched": [term for term in rest if term.searched],
        "unsearched": [term for term in rest if not term.searched],
    }

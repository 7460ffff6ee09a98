"""The parts of a summary's page that lead elsewhere, and the facts of the study.

Everything returned is plain values and safe HTML for `templates/summary.html`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.model.evidence import Mode
from hub.views import addresses, naming
from hub.views.cards import size
from hub.views.clause_links import clause_address
from hub.views.directions import headline
from hub.views.wording import day

if TYPE_CHECKING:
    from hub.model.evidence import Critique, EvidenceSummary
    from hub.views.sheet import Sheet

MODES = {
    Mode.ARTS_THERAPY: "Arts therapy, by a therapist",
    Mode.PARTICIPATORY: "Taking part",
    Mode.RECEPTIVE: "Watching, listening or visiting",
    Mode.ON_PRESCRIPTION: "On prescription",
}


def facts(sheet: Sheet, summary: EvidenceSummary) -> list[dict[str, str]]:
    """Return what is known of the study, as terms and values."""
    hub = sheet.studio.hub

    def labels(vocabulary: str, terms: tuple[str, ...]) -> str:
        return ", ".join([hub.label(vocabulary, each) for each in terms])

    known = [
        ("Design", _noted(hub.label("designs", summary.design), summary.design_note)),
        ("Size", _noted(size(summary), summary.participants_note)),
        ("Country", ", ".join(summary.country)),
        ("Place", ", ".join(naming.place(hub, each) for each in summary.places)),
        ("Art form", labels("art-forms", summary.art_forms)),
        ("How people took part", MODES[summary.mode] if summary.mode else ""),
        ("People", labels("populations", summary.populations)),
        ("Stage of life", labels("life-course", summary.life_course)),
        ("Condition", labels("conditions", summary.conditions)),
        ("Setting", labels("settings", summary.settings)),
        ("How people came to it", labels("referral-routes", summary.referral)),
        ("What was read", summary.seen_note),
        ("Checked against its source", f"{day(summary.reviewed.on)}, by {summary.reviewed.by}"),
        ("To be checked again", day(summary.reviewed.next) if summary.reviewed.next else ""),
    ]
    always = {"Design", "Size", "Country", "Art form", "Setting", "How people came to it"}
    return [{"term": term, "value": value} for term, value in known if value or term in always]


def crumbs(sheet: Sheet, summary: EvidenceSummary) -> list[dict[str, str]]:
    """Return the way to the page."""
    evidence = {"label": "Evidence", "href": sheet.url(addresses.EVIDENCE)}
    return [evidence, {"label": summary.title, "href": ""}]


def link(sheet: Sheet, summary: EvidenceSummary) -> dict[str, Any]:
    """Return a link to a summary, with its signs."""
    href = sheet.url(addresses.summary(summary.id))
    return {"title": summary.title, "href": href, "signs": headline(summary)}


def critique(sheet: Sheet, given: Critique) -> dict[str, Any]:
    """Return a work that challenges the one summed up, and what it says."""
    key = given.reference
    work, summary = sheet.studio.hub.references[key], sheet.studio.hub.summary_of(key)
    href = addresses.summary(summary.id) if summary else addresses.reference(key)
    return {
        "text": sheet.inline(given.says),
        "title": naming.byline(work),
        "href": sheet.url(href),
        "cite": sheet.cite(key),
    }


def challenge(sheet: Sheet, other: EvidenceSummary, summary: EvidenceSummary) -> dict[str, Any]:
    """Return a summary of a work that this one challenges, and what it says."""
    says = next(each.says for each in other.critiques if each.reference in summary.works)
    return {**link(sheet, other), "says": sheet.inline(says)}


def clauses(sheet: Sheet, summary: EvidenceSummary) -> list[dict[str, Any]]:
    """Return the clauses on which the work or its companions bear, and why."""
    hub = sheet.studio.hub
    return [
        {
            "relation": use.link.relation.value,
            "label": use.concordat.clauses[use.clause].label,
            "concordat": use.concordat.title,
            "href": sheet.url(clause_address(hub, use.concordat.id, use.clause)),
            "why": sheet.inline(use.link.why),
        }
        for key in summary.works
        for use in hub.clauses_resting_on(key)
    ]


def tags(sheet: Sheet, summary: EvidenceSummary) -> list[dict[str, str]]:
    """Return links to the pages of the outcomes and art forms, which say what else is known."""
    hub = sheet.studio.hub
    named = [("outcome", "outcomes", each) for each in summary.outcomes]
    named += [("art-form", "art-forms", each) for each in summary.art_forms]
    return [
        {"label": hub.label(vocabulary, each), "href": sheet.url(addresses.browse(facet, each))}
        for facet, vocabulary, each in named
        if hub.find_term(vocabulary, each)
    ]


def questions(sheet: Sheet, summary: EvidenceSummary) -> list[dict[str, str]]:
    """Return links to the questions on which the findings bear."""
    return [
        {"label": sheet.studio.hub.label("outcomes", each),
         "href": sheet.url(addresses.question(each))}
        for each in summary.outcomes
        if sheet.studio.hub.find_term("outcomes", each)
    ]  # fmt: skip


def _noted(value: str, note: str | None) -> str:
    return "; ".join(each for each in (value, note or "") if each)

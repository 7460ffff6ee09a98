"""The page of one evidence summary: what challenges it first, then the question and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.citing.exports import Format
from hub.model.base import Status
from hub.model.evidence import HarmsStatus
from hub.page import Heading, Order, Page
from hub.views import addresses, assets, data, downloads, highwire, json_ld, naming, summary_parts
from hub.views.cards import headline_certainty
from hub.views.directions import headline
from hub.views.findings import certainty, finding_items
from hub.views.own_record import own_record
from hub.views.reviews_due import is_stale
from hub.views.states import state_notice
from hub.views.wording import day, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub
    from hub.views.settings import Settings
    from hub.views.sheet import Sheet, Studio

SUMMARY = "summary"
"""The view of these pages."""

HARMS = {
    HarmsStatus.REPORTED: "Harms were reported.",
    HarmsStatus.NONE_REPORTED: "The source says that there were none.",
    HarmsStatus.NOT_STATED: "What was read says nothing of harms, which does not mean that "
    "there were none.",
}

_HEADINGS = (
    Heading("in-short", "In plain words"), Heading("question", "The question"),
    Heading("findings", "What was found"), Heading("limits", "Harms, cost and limits"),
    Heading("study", "About this work"), Heading("clauses", "Clauses it bears on"),
    Heading("related", "Related summaries"), Heading("references", "References"),
    Heading("record", "Cite or mend this page"), Heading("changes", "What has changed"),
)  # fmt: skip


def summary_orders(hub: Hub) -> Iterator[Order]:
    """Yield an order for the page of each summary; a withdrawn one keeps its address."""
    for summary in hub.summaries.values():
        yield Order(addresses.summary(summary.id), SUMMARY, summary.id, summary.origin.path)


def summary_page(studio: Studio, summary: EvidenceSummary, settings: Settings) -> Page:
    """Return the page of a summary; that of a withdrawn one says so, and little else."""
    if summary.status is Status.WITHDRAWN:
        return _withdrawn(studio, summary)
    sheet = studio.sheet(addresses.summary(summary.id))
    values = {
        **_above_findings(sheet, summary),
        "findings": finding_items(sheet, summary),
        **_below_findings(sheet, summary),
        "citation": citation(summary, settings),
        "record": own_record(sheet, summary, "summary", settings),
        "stale": is_stale(summary, settings.built),
    }
    return Page(
        address=sheet.address,
        kind=SUMMARY,
        title=summary.title,
        description=summary.answer,
        html=sheet.render("summary.html", **values),
        headings=headings(values),
        section="evidence",
        edit_path=summary.origin.path,
        head=_head(sheet, summary, settings),
        beside=(
            *downloads.beside(sheet, (Format.BIBTEX, Format.RIS)),
            data.one_summary(sheet, summary),
        ),
    )


def _head(sheet: Sheet, summary: EvidenceSummary, settings: Settings) -> str:
    work = sheet.studio.hub.references[summary.source]
    due = ["js/due.js"] if summary.reviewed.next else []
    data = json_ld.script(json_ld.summary(summary, work, settings))
    return f"{assets.head(sheet, 'css/findings.css', *due)}{data}{highwire.meta_tags(work)}"


def _withdrawn(studio: Studio, summary: EvidenceSummary) -> Page:
    """Return what stays of a withdrawn summary: title, source, and that it was withdrawn."""
    sheet = studio.sheet(addresses.summary(summary.id))
    html = sheet.render(
        "withdrawn.html", summary=summary, crumbs=summary_parts.crumbs(sheet, summary),
        cite=sheet.cite(summary.source),
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind=SUMMARY,
        title=summary.title,
        description="This summary has been withdrawn.",
        html=html,
        headings=(Heading("references", "References"),),
        section="evidence",
        edit_path=summary.origin.path,
    )


def headings(values: Mapping[str, Any]) -> tuple[Heading, ...]:
    """Return the contents of a summary's page; a part with nothing in it has no heading."""
    empty = {name for name in ("clauses", "related") if not values[name]}
    empty |= set() if values["record"]["changes"] else {"changes"}
    return tuple(each for each in _HEADINGS if each.id not in empty)


def citation(summary: EvidenceSummary, settings: Settings) -> str:
    """Return how to cite the page itself, not the work that it sums up."""
    where = f" {settings.site_url}{addresses.summary(summary.id)}" if settings.site_url else ""
    checked = f"Evidence summary, checked {day(summary.reviewed.on)}."
    return f"{settings.site_name}. {summary.title.rstrip('.')}. {checked}{where}"


def _above_findings(sheet: Sheet, summary: EvidenceSummary) -> dict[str, Any]:
    """Return what a reader must know first; the work summed up is mentioned first of all.

    So it is reference 1 on every such page.
    """
    hub, kinship = sheet.studio.hub, sheet.studio.kinship
    work, graded = hub.references[summary.source], headline_certainty(summary)
    return {
        "summary": summary,
        "source": {"byline": naming.byline(work), "cite": sheet.cite(summary.source)},
        "crumbs": summary_parts.crumbs(sheet, summary),
        "design": hub.label("designs", summary.design),
        "signs": headline(summary),
        "certainty": certainty(graded) if graded else {},
        "reasons": graded.reasons if graded else (),
        "state": state_notice(work),
        "critiques": [summary_parts.critique(sheet, each) for each in summary.critiques],
        "challenges": [
            summary_parts.challenge(sheet, each, summary) for each in kinship.challenged_by(summary)
        ],
        "siblings": [summary_parts.link(sheet, each) for each in kinship.same_people(summary)],
    }


def _below_findings(sheet: Sheet, summary: EvidenceSummary) -> dict[str, Any]:
    return {
        "harms": HARMS[summary.harms.status],
        "facts": summary_parts.facts(sheet, summary),
        "companions": [sheet.cite(each) for each in summary.companions],
        "tags": summary_parts.tags(sheet, summary),
        "questions": summary_parts.questions(sheet, summary),
        "clauses": summary_parts.clauses(sheet, summary),
        "related": [
            {**summary_parts.link(sheet, each), "why": f"Also about {listed(shared)}"}
            for each, shared in sheet.studio.kinship.related(summary)
        ],
    }

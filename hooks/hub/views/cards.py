"""A summary in a few lines, as it stands in lists: what was asked of whom, and what came out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.model.evidence import Seen
from hub.views import addresses
from hub.views.directions import for_everybody, headline
from hub.views.findings import certainty
from hub.views.wording import plural

if TYPE_CHECKING:
    from hub.model.certainty import Certainty
    from hub.model.evidence import EvidenceSummary
    from hub.views.sheet import Sheet


def card(sheet: Sheet, summary: EvidenceSummary) -> dict[str, Any]:
    """Return what `ui.card` shows of a summary; its signs and certainty are the badges."""
    hub = sheet.studio.hub
    work = hub.references[summary.source]
    graded = headline_certainty(summary)
    return {
        "title": summary.title,
        "href": sheet.url(addresses.summary(summary.id)),
        "answer": summary.answer,
        "signs": headline(summary),
        "certainty": certainty(graded) if graded else {},
        "design": hub.label("designs", summary.design),
        "participants": size(summary),
        "year": str(work.issued.year or work.issued.literal),
        "seen": "" if summary.seen is Seen.FULL_TEXT else summary.seen.value,
        "notice": work.state.value if work.state else "",
        "tags": [
            {"label": hub.label("art-forms", each), "href": sheet.url(addresses.art_form(each))}
            for each in summary.art_forms
        ],
    }


def size(summary: EvidenceSummary) -> str:
    """Return how much was studied: "9 studies, 411 participants"; "" where nothing says."""
    studies = "" if summary.studies is None else plural(summary.studies, "study", "studies")
    people = "" if summary.participants is None else plural(summary.participants, "participant")
    return ", ".join(each for each in (studies, people) if each)


def headline_certainty(summary: EvidenceSummary) -> Certainty | None:
    """Return the certainty of the main outcome, or of the first finding that is graded."""
    overall = for_everybody(summary.findings)
    ordered = sorted(overall, key=lambda each: not each.primary)
    return next((each.certainty for each in ordered if each.certainty), None)

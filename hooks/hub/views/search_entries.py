"""What finds a page in search: few words, well chosen, and the facets it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.page import SearchEntry
from hub.views import markdown, naming
from hub.views.cards import size
from hub.views.directions import LABELS, for_everybody

if TYPE_CHECKING:
    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub

FACETS = (
    ("art form", "art-forms", "art_forms"),
    ("outcome", "outcomes", "outcomes"),
    ("population", "populations", "populations"),
    ("life course", "life-course", "life_course"),
    ("condition", "conditions", "conditions"),
    ("setting", "settings", "settings"),
)
"""Facets of a summary: the name readers see, the vocabulary, and the field of the record."""


def summary_search(hub: Hub, summary: EvidenceSummary) -> SearchEntry:
    """Return what finds an evidence summary."""
    work = hub.references[summary.source]
    terms = [(facet, vocabulary, term) for facet, vocabulary, field in FACETS
             for term in getattr(summary, field)]  # fmt: skip
    labels = [(facet, hub.label(vocabulary, term)) for facet, vocabulary, term in terms]
    design = hub.label("designs", summary.design)
    found = [hub.find_term(vocabulary, term) for _, vocabulary, term in terms]
    synonyms = [each for term in found if term for each in term.alt_labels]
    words = [summary.answer, *(each.statement for each in summary.findings)]
    year = str(work.issued.year or "")
    return SearchEntry(
        text=" ".join([*map(markdown.plain, words), naming.byline(work), work.title]),
        filters=tuple(dict.fromkeys([
            ("kind", "Evidence summary"), ("design", design), *labels, *_directions(summary),
            *([("year", year)] if year else []),
        ])),
        meta=tuple((name, value) for name, value in [
            ("answer", summary.answer), ("design", design), ("size", size(summary)), ("year", year),
            ("keywords", ", ".join(dict.fromkeys(synonyms))),
        ] if value),
    )  # fmt: skip


def _directions(summary: EvidenceSummary) -> list[tuple[str, str]]:
    return [("direction", LABELS[each.direction]) for each in for_everybody(summary.findings)]

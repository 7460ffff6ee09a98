"""What finds a record in search: few words, well chosen, and the facets it belongs to.

Time and memory of the index grow with the different words of each record. A summary is found by
its title and answer, by what it is about in the words of the vocabularies (with their other
names), and by the title, authors and year of its work. Statements of findings find next to nothing
more, and cost as much again. A work is found by itself only if no summary leads to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.model.base import Status
from hub.model.evidence import LEVELS, Scale
from hub.page import SearchEntry
from hub.views import addresses, markdown
from hub.views.cards import headline_certainty, size
from hub.views.directions import LABELS, for_everybody, headline
from hub.views.findings import SCALES, certainty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.evidence import Certainty, EvidenceSummary
    from hub.model.hub import Hub
    from hub.model.references import Reference
    from hub.page import Pairs

FACETS = (
    ("art form", "art-forms", "art_forms"),
    ("outcome", "outcomes", "outcomes"),
    ("population", "populations", "populations"),
    ("life course", "life-course", "life_course"),
    ("condition", "conditions", "conditions"),
    ("setting", "settings", "settings"),
)
"""Facets of a summary: the name readers see, the vocabulary, and the field of the record."""

_COMPARING = {"meta-analysis", "systematic-review", "rct", "cluster-rct"}
"""Designs that come first among summaries of the same certainty."""
_GRADES = 4


def summary_search(hub: Hub, summary: EvidenceSummary) -> SearchEntry:
    """Return what finds an evidence summary."""
    work, graded = hub.references[summary.source], headline_certainty(summary)
    design = hub.label("designs", summary.design)
    terms = [(facet, vocabulary, term) for facet, vocabulary, field in FACETS
             for term in getattr(summary, field)]  # fmt: skip
    names = [name for _, vocabulary, term in terms for name in _names(hub, vocabulary, term)]
    about = ", ".join(dict.fromkeys([*names, design, *summary.country]))
    return SearchEntry(
        text=f"{markdown.plain(summary.answer)} {about}. {work.title}. {_byline(work)}",
        filters=_known([
            ("kind", "Evidence summary"),
            *((facet, hub.label(vocabulary, term)) for facet, vocabulary, term in terms),
            *(("direction", LABELS[each.direction]) for each in for_everybody(summary.findings)),
            ("certainty", _grade(graded)), ("design", design),
            *(("place", each) for each in summary.country), ("year", _year(work)),
        ]),
        meta=_known([
            ("answer", summary.answer), ("directions", _directions(summary)),
            ("certainty", f"{_grade(graded)} ({SCALES[graded.scale]})" if graded else ""),
            ("size", size(summary)), ("work", addresses.reference(work.key)),
        ]),
        sorts=_known([
            ("newest", _year(work)), ("strongest", str(_strength(summary, graded))),
            ("largest", str(summary.participants or "")),
        ]),
    )  # fmt: skip


def reference_search(hub: Hub, work: Reference) -> SearchEntry | None:
    """Return what finds a work; None if its summary does."""
    summary = hub.summary_of(work.key)
    if summary and summary.status is Status.PUBLISHED:
        return None
    year = _year(work)
    filters = _known([("kind", "Reference"), ("year", year)])
    return SearchEntry(_byline(work), filters, sorts=_known([("newest", year)]), is_minor=True)


def _known(pairs: list[tuple[str, str]]) -> Pairs:
    return tuple(dict.fromkeys((name, value) for name, value in pairs if value))


def _names(hub: Hub, vocabulary: str, term: str) -> Iterator[str]:
    """Yield the label of a term, then its other names; nobody searches for kinds of buildings."""
    yield hub.label(vocabulary, term)
    found = hub.find_term(vocabulary, term)
    if found and vocabulary != "settings":
        yield from found.alt_labels


def _byline(work: Reference) -> str:
    """Return by whom and when: authors are looked for who come first, and who come last."""
    authors = work.author or work.editor
    named = dict.fromkeys([*authors[:2], *authors[-1:]])
    names = (each.literal or f"{each.particle} {each.family}".strip() for each in named)
    return ", ".join(each for each in (*names, _year(work)) if each)


def _year(work: Reference) -> str:
    return str(work.issued.year or "")


def _directions(summary: EvidenceSummary) -> str:
    """Return the headline: directions, with the words that fit what was compared if need be."""
    signs = headline(summary)
    if all(each.words == LABELS[each.direction] for each in signs):
        return ", ".join(each.direction.value for each in signs)
    return "; ".join(f"{each.direction.value}={each.words}" for each in signs)


def _grade(given: Certainty | None) -> str:
    """Return a level as readers see it; what authors say in their own words is no facet."""
    if given is None:
        return "Not graded"
    if given.scale is Scale.AUTHORS:
        return "In the authors’ own words"
    return str(certainty(given).get("words", given.level.capitalize()))


def _strength(summary: EvidenceSummary, graded: Certainty | None) -> int:
    """Return 0 to 9: the certainty of the headline first, then what the design can show."""
    levels = LEVELS.get(graded.scale, ()) if graded else ()
    level = levels.index(graded.level) + 1 if graded and levels else 0
    return 2 * min(level, _GRADES) + (summary.design in _COMPARING)

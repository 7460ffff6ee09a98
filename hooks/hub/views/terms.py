"""What the page of a term says above its summaries: its meaning, its kin, its counts, its gaps.

Counts are of findings: for an outcome those for it, for other terms all of its summaries. What was
found for a subgroup alone is left out of them, as everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from hub.views import addresses
from hub.views.directions import LABELS
from hub.views.gaps import TERMS
from hub.views.wording import count, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hub.model.findings import Direction
    from hub.model.vocabularies import Match, Term
    from hub.views.facets import Choice, Facet
    from hub.views.sheet import Sheet

Tally = tuple[int, ...]
"""Numbers of findings in the order of `LABELS`."""

SHOWN = 10
"""Practice examples on the page of a term."""

_ELSEWHERE = {
    "MeSH": ("http://id.nlm.nih.gov/mesh/{}", re.compile(r"[A-Z]\d{3,12}")),
    "SNOMED CT": ("http://snomed.info/id/{}", re.compile(r"\d{6,18}")),
}
"""Schemes whose ideas have addresses: the address, and the shape of an identifier."""


def about(sheet: Sheet, facet: Facet, choice: Choice, term: Term) -> dict[str, Any]:
    """Return what `browse_choice.html` says of a term."""
    shelves = sheet.studio.shelves
    examples = shelves.practice(facet.vocabulary, choice.id)
    choices, counts = shelves.choices[facet.id], shelves.tally(facet.id, choice.id)
    above = choices.get(choice.broader)
    return {
        "facts": [
            {"term": "Meaning", "value": term.definition or "",
             "unknown": "No definition has been agreed"},
            {"term": "Other words", "value": ", ".join(term.alt_labels),
             "unknown": "None recorded"},
            {"term": "Source of the term", "value": term.source or ""},
        ],
        "matches": [
            {"label": f"{each.scheme} {each.id}", "href": elsewhere(each)}
            for each in term.exact_match
        ],
        "above": above and {
            "label": above.label, "href": sheet.url(addresses.browse(facet.id, above.id)),
        },
        "counts": [
            {"direction": direction.value, "words": f"{label}: {number}"}
            for (direction, label), number in zip(LABELS.items(), counts, strict=True)
        ] if choice.summaries else [],
        "counted": plural(sum(counts), "finding"),
        "gaps": _gaps(sheet, facet, choice, choices),
        "outcomes": sheet.url(addresses.gap_list(f"{facet.id}/{choice.id}"))
        if facet.id in TERMS and choice.summaries else "",
        "practice": [
            {"title": each.title, "where": each.where.name,
             "href": sheet.url(addresses.practice(each.id))}
            for each in examples[:SHOWN]
        ],
        "more_practice": count(len(examples) - SHOWN) if len(examples) > SHOWN else "",
        "vocabulary": sheet.url(addresses.VOCABULARIES),
    }  # fmt: skip


def elsewhere(match: Match) -> str:
    """Return the address of the same idea in another scheme; "" where it has none."""
    address, shape = _ELSEWHERE.get(match.scheme, ("", re.compile("")))
    return address.format(match.id) if address and shape.fullmatch(match.id) else ""


def _gaps(
    sheet: Sheet, facet: Facet, choice: Choice, choices: Mapping[str, Choice]
) -> dict[str, list[dict[str, str]]]:
    """Return the narrower terms without summaries: searched for in vain, and not searched."""
    empty = [each for each in below(choice, choices) if each.term and not each.summaries]

    def links(some: Iterable[Choice]) -> list[dict[str, str]]:
        return [
            {"label": each.label, "href": sheet.url(addresses.browse(facet.id, each.id))}
            for each in some
        ]

    return {
        "searched": links(each for each in empty if each.term and each.term.searched),
        "unsearched": links(each for each in empty if each.term and not each.term.searched),
    }


def below(choice: Choice, choices: Mapping[str, Choice]) -> Iterator[Choice]:
    """Yield the choices one step below another."""
    return (each for each in choices.values() if each.broader == choice.id)


def tally_of(directions: Iterable[Direction]) -> Tally:
    """Count directions."""
    total = Counter(directions)
    return tuple(total[each] for each in LABELS)

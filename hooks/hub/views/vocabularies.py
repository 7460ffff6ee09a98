"""The hub's words: an index of its vocabularies, and a page for each that no facet shows.

A term of a facet has its page where the evidence is browsed (`hub.views.browse`); the others stand
together on the page of their vocabulary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.page import Page
from hub.views import addresses
from hub.views.facets import BY_VOCABULARY
from hub.views.published import in_force
from hub.views.wording import count, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.vocabularies import Vocabulary
    from hub.views.sheet import Sheet, Studio

VOCABULARY = "vocabulary"
"""The kind of these pages."""


def vocabulary_pages(studio: Studio) -> Iterator[Page]:
    """Yield the index and the pages of vocabularies; nothing where there are none."""
    vocabularies = in_force(studio.hub.vocabularies.values())
    if vocabularies:
        yield _index(studio, vocabularies)
    for each in vocabularies:
        if each.id not in BY_VOCABULARY:
            yield _page(studio, each)


def home_of(vocabulary_id: str, term: str = "") -> str:
    """Return where a vocabulary, or one of its terms, is explained."""
    facet = BY_VOCABULARY.get(vocabulary_id)
    if facet:
        return addresses.browse(facet.id, term)
    return addresses.vocabulary(vocabulary_id, term)


def _index(studio: Studio, vocabularies: tuple[Vocabulary, ...]) -> Page:
    sheet = studio.sheet(addresses.VOCABULARIES)
    html = sheet.render(
        "vocabularies.html", crumbs=_crumbs(sheet, "Vocabularies"),
        vocabularies=[_row(sheet, each) for each in vocabularies],
    )  # fmt: skip
    terms = sum(len(each.terms) for each in vocabularies)
    return Page(
        address=sheet.address,
        kind=VOCABULARY,
        title="Vocabularies",
        description=f"The {count(terms)} terms under which this hub files what it holds: "
        "what they mean, and what else they are called.",
        html=html,
        section="evidence",
    )


def _row(sheet: Sheet, vocabulary: Vocabulary) -> dict[str, Any]:
    terms = vocabulary.terms
    return {
        "title": vocabulary.title,
        "href": sheet.url(home_of(vocabulary.id)),
        "terms": count(len(terms)),
        "defined": count(sum(bool(each.definition) for each in terms)),
        "matched": count(sum(bool(each.exact_match) for each in terms)),
        "searched": count(sum(bool(each.searched) for each in terms)),
        "data": sheet.url(addresses.vocabulary_data(vocabulary.id)),
    }


def _page(studio: Studio, vocabulary: Vocabulary) -> Page:
    sheet = studio.sheet(addresses.vocabulary(vocabulary.id))
    labels = {each.id: each.label for each in vocabulary.terms}
    html = sheet.render(
        "vocabulary.html", vocabulary=vocabulary, labels=labels,
        crumbs=_crumbs(sheet, "Vocabularies", vocabulary.title),
        lead=plural(len(labels), "term") + ".",
        data=sheet.url(addresses.vocabulary_data(vocabulary.id)),
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind=VOCABULARY,
        title=vocabulary.title,
        description=f"{vocabulary.title}: what each term means.",
        html=html,
        section="evidence",
        edit_path=vocabulary.origin.path,
    )


def _crumbs(sheet: Sheet, *labels: str) -> list[dict[str, str]]:
    """Return the way to a page; the last label is its own."""
    ways = [addresses.EVIDENCE, addresses.VOCABULARIES]
    above = zip(("Evidence", *labels[:-1]), ways, strict=False)
    return [*({"label": label, "href": sheet.url(way)} for label, way in above),
            {"label": labels[-1]}]  # fmt: skip

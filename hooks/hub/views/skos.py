"""The vocabularies as linked data: SKOS, written as JSON-LD 1.1 whose context is in the file.

Sources: https://www.w3.org/TR/skos-reference/ and https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from hub.page import Document
from hub.views import addresses
from hub.views.json_ld import LICENCE, given
from hub.views.published import in_force
from hub.views.terms import elsewhere
from hub.views.vocabularies import home_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.hub import Hub
    from hub.model.vocabularies import Term, Vocabulary

_CONTEXT = {
    "@version": 1.1,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "id": "@id",
    "type": "@type",
    "terms": {"@reverse": "skos:inScheme"},
    "title": {"@id": "dct:title", "@language": "en"},
    "licence": {"@id": "dct:license", "@type": "@id"},
    "label": {"@id": "skos:prefLabel", "@language": "en"},
    "alt_labels": {"@id": "skos:altLabel", "@language": "en"},
    "definition": {"@id": "skos:definition", "@language": "en"},
    "notation": "skos:notation",
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "exact_match": {"@id": "skos:exactMatch", "@type": "@id"},
    "top_term_of": {"@id": "skos:topConceptOf", "@type": "@id"},
    "source": "dct:source",
}


def skos_documents(hub: Hub, site_url: str) -> Iterator[Document]:
    """Yield each vocabulary; addresses are relative to the file while the site has none."""
    for each in in_force(hub.vocabularies.values()):
        content = to_json(_scheme(each, site_url), indent=1)
        yield Document(addresses.vocabulary_data(each.id), content)


def _scheme(vocabulary: Vocabulary, site_url: str) -> dict[str, Any]:
    # From data/v1/vocabularies/ to the root of the site.
    root = site_url or "../../../"
    name = root + home_of(vocabulary.id)
    return {
        "@context": _CONTEXT,
        "id": name,
        "type": "skos:ConceptScheme",
        "title": vocabulary.title,
        "licence": LICENCE,
        "terms": [_concept(vocabulary, each, root) for each in vocabulary.terms],
    }


def _concept(vocabulary: Vocabulary, term: Term, root: str) -> dict[str, Any]:
    scheme = root + home_of(vocabulary.id)
    matches = [elsewhere(each) for each in term.exact_match]
    return given({
        "id": root + home_of(vocabulary.id, term.id),
        "type": "skos:Concept",
        "notation": term.id,
        "label": term.label,
        "alt_labels": list(term.alt_labels),
        "definition": term.definition,
        "broader": term.broader and root + home_of(vocabulary.id, term.broader),
        "top_term_of": "" if term.broader else scheme,
        "exact_match": [each for each in matches if each],
        "source": term.source,
    })  # fmt: skip

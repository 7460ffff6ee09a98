"""Vocabularies as linked data: what a reader of RDF finds in the files is what the records say."""

import json

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from hub.model.vocabularies import Match, Vocabulary
from hub.views.skos import skos_documents
from hub.views.terms import elsewhere
from tests.views.small_hub import hub_of, placed

# rdflib 7.6.0 parses JSON-LD into a class that it has deprecated itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SITE = "https://hub.example/"
TERMS = [
    {"id": "dementia", "label": "Dementia", "definition": "What it means.", "source": "MeSH",
     "exact_match": [{"scheme": "MeSH", "id": "D003704"}, {"scheme": "Our own", "id": "7"}]},
    {"id": "alzheimer", "label": "Alzheimer disease", "broader": "dementia",
     "alt_labels": ["Alzheimer’s", "AD"]},
]  # fmt: skip
PAGE = f"{SITE}evidence/by/condition/"


def graph(vocabulary: str = "conditions", site_url: str = SITE) -> Graph:
    """Return what a program that reads RDF finds, without asking any other host."""
    made = placed(Vocabulary.model_validate({"title": "Conditions", "terms": TERMS}), vocabulary)
    (document,) = skos_documents(hub_of(made), site_url)
    assert f"data/v1/vocabularies/{vocabulary}.jsonld" == document.path
    found = Graph()
    found.parse(data=document.content.decode(), format="json-ld", publicID=SITE + document.path)
    return found


def objects(found: Graph, subject: str, predicate: URIRef) -> set[str]:
    """Return what a subject has of a predicate."""
    return {str(each) for each in found.objects(URIRef(subject), predicate)}


@pytest.mark.parametrize("site_url", [SITE, ""], ids=["published", "not yet"])
def test_a_term_is_a_concept_with_all_that_is_recorded(site_url: str) -> None:
    """Labels, synonyms, broader terms and matches, under the address of the term's page."""
    found = graph(site_url=site_url)
    dementia, alzheimer = f"{PAGE}dementia/", f"{PAGE}alzheimer/"

    assert {URIRef(dementia), URIRef(alzheimer)} == set(found.subjects(RDF.type, SKOS.Concept))
    assert Literal("Dementia", "en") == found.value(URIRef(dementia), SKOS.prefLabel)
    assert {"Alzheimer’s", "AD"} == objects(found, alzheimer, SKOS.altLabel)
    assert {dementia} == objects(found, alzheimer, SKOS.broader)
    assert {"http://id.nlm.nih.gov/mesh/D003704"} == objects(found, dementia, SKOS.exactMatch)
    assert {"What it means."} == objects(found, dementia, SKOS.definition)
    assert {"MeSH"} == objects(found, dementia, DCTERMS.source)


def test_every_term_belongs_to_its_vocabulary() -> None:
    """The vocabulary is a concept scheme with a title and a licence; its top terms say so."""
    found = graph()

    assert {f"{PAGE}"} == objects(found, f"{PAGE}alzheimer/", SKOS.inScheme)
    assert {f"{PAGE}"} == objects(found, f"{PAGE}dementia/", SKOS.topConceptOf)
    assert {"Conditions"} == objects(found, PAGE, DCTERMS.title)
    assert {"https://creativecommons.org/licenses/by/4.0/"} == objects(found, PAGE, DCTERMS.license)


def test_a_vocabulary_that_no_facet_shows_has_a_page_of_its_own() -> None:
    """Its terms are places on that page."""
    concepts = graph("sectors").subjects(RDF.type, SKOS.Concept)

    assert {f"{SITE}evidence/terms/sectors/#{each}" for each in ("dementia", "alzheimer")} == {
        str(each) for each in concepts
    }


def test_the_files_need_no_other_host() -> None:
    """The context is in the file."""
    made = placed(Vocabulary.model_validate({"title": "Conditions", "terms": TERMS}), "conditions")
    (document,) = skos_documents(hub_of(made), SITE)

    assert isinstance(json.loads(document.content)["@context"], dict)


@pytest.mark.parametrize(
    ("scheme", "name", "expected"),
    [
        ("MeSH", "D003704", "http://id.nlm.nih.gov/mesh/D003704"),
        ("SNOMED CT", "302257006", "http://snomed.info/id/302257006"),
        ("MeSH", "../D003704", ""),
        ("Elsewhere", "D003704", ""),
    ],
)
def test_a_match_has_an_address_where_its_scheme_gives_one(
    scheme: str, name: str, expected: str
) -> None:
    """What is no identifier of the scheme makes no address."""
    assert expected == elsewhere(Match(scheme=scheme, id=name))

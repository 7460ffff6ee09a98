"""The hub's words: an index of vocabularies, and pages for those that no facet shows."""

import re
from dataclasses import replace

from hub.model.practice import PracticeExample
from hub.model.vocabularies import Vocabulary
from hub.page import Page
from hub.views.browse import browse_page
from hub.views.settings import Settings
from hub.views.sheet import Studio
from hub.views.vocabularies import vocabulary_pages
from tests.views.small_hub import (
    PlainFormatter,
    finding,
    hub_of,
    placed,
    studio_of,
    summary,
    vocabulary,
    work,
)

SEARCHED = {"on": "2026-01-02", "where": "two databases", "by": "an editor"}
SECTORS = [
    {"id": "trust", "label": "Trust", "definition": "A body of the health service.",
     "alt_labels": ["NHS trust"], "source": "Proposed by the hub"},
    {"id": "acute", "label": "Acute trust", "broader": "trust"},
]  # fmt: skip
OUTCOMES = [
    {"id": "mood", "label": "Mood", "definition": "How one feels.", "searched": SEARCHED},
    {"id": "joy", "label": "Joy", "broader": "mood"},
    {"id": "awe", "label": "Awe", "broader": "mood", "searched": SEARCHED},
    {"id": "dementia", "label": "Dementia", "exact_match": [{"scheme": "MeSH", "id": "D003704"}]},
]
FOUND = [
    finding("mood", "benefit"), finding("mood", "no-difference"), finding("dementia", "harm"),
    finding("mood", "harm", subgroup="children"),
]  # fmt: skip
HUB = (
    placed(Vocabulary.model_validate({"title": "Sectors", "terms": SECTORS}), "sectors"),
    placed(Vocabulary.model_validate({"title": "Outcomes", "terms": OUTCOMES}), "outcomes"),
    vocabulary("art-forms", singing="Singing"), vocabulary("designs", rct="Trial"),
    work("w1"), summary("s", "w1", findings=FOUND, art_forms=["singing"]),
)  # fmt: skip


PRACTICE = {
    "title": "Choir of Midwater", "where": {"name": "Midwater"}, "nations": ["northshire"],
    "art_forms": ["singing"], "progress": {"state": "in-progress"},
    "sources": ["https://midwater.example/choir"], "seen": "The page.", "seen_on": "2026-01-02",
    "confidence": "high",
}  # fmt: skip


def words(page: Page) -> str:
    """Return what a page says."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.html).split())


def term(subject: str) -> Page:
    """Return the page of a term."""
    return browse_page(studio_of(*HUB), f"{subject}#1", Settings())


def test_the_index_leads_to_every_vocabulary_and_its_data() -> None:
    """A vocabulary of a facet is where the evidence is browsed; the others have their own page."""
    index, sectors = vocabulary_pages(studio_of(*HUB))

    assert ["evidence/terms/", "evidence/terms/sectors/"] == [index.address, sectors.address]
    assert [
        "../../evidence/by/art-form/", "../../evidence/by/design/",
        "../../evidence/by/outcome/", "../../evidence/terms/sectors/",
    ] == re.findall(r'<th scope="row"><a href="([^"]+)"', index.html)  # fmt: skip
    assert "Outcomes 4 1 1 2 JSON-LD" in words(index)
    assert "data/v1/vocabularies/sectors.jsonld" in index.html


def test_a_vocabulary_explains_its_terms() -> None:
    """Each has its place, its meaning or that none is agreed, and its other words."""
    _, page = vocabulary_pages(studio_of(*HUB))

    assert (
        "Trust A body of the health service. Other words: NHS trust. Proposed by the hub. "
        "Acute trust No definition has been agreed Part of Trust ." in words(page)
    )
    assert '<div id="acute">' in page.html


def test_without_vocabularies_there_is_no_index() -> None:
    """A hub that has none promises none."""
    assert [] == [*vocabulary_pages(studio_of(work("w1")))]


def test_a_term_says_what_it_means_and_what_else_it_is_called() -> None:
    """Where there is no definition, the page says so; a match elsewhere is linked."""
    dementia = term("outcome/dementia")

    assert "Meaning How one feels." in words(term("outcome/mood"))
    assert "Meaning No definition has been agreed Other words None recorded" in words(dementia)
    assert '<a href="http://id.nlm.nih.gov/mesh/D003704">MeSH D003704</a>' in dementia.html


def test_an_outcome_counts_the_findings_for_it() -> None:
    """Those for other outcomes are not its own; one for a subgroup is not for everybody."""
    said = words(term("outcome/mood"))

    assert "2 findings for everybody who was studied" in said
    assert "Benefit: 1 No difference: 1 Mixed results: 0 Harm: 0 Not estimable: 0" in said


def test_another_term_counts_all_findings_of_its_summaries() -> None:
    """Whatever they are for."""
    said = words(term("art-form/singing"))

    assert "Benefit: 1 No difference: 1 Mixed results: 0 Harm: 1 Not estimable: 0" in said


def test_a_term_tells_its_gaps_apart() -> None:
    """Searched for in vain, never searched for, and searched with success are three things."""
    said = words(term("outcome/mood"))

    assert "Evidence was searched for in two databases, 2 January 2026, by an editor." in said
    assert "Searched, and nothing found: Awe ." in said
    assert "Nobody has searched for Joy yet." in said
    assert "Nobody has searched for this as a whole" in words(term("art-form/singing"))


def test_a_term_leads_to_what_is_done_in_practice() -> None:
    """A few examples are named, and how many more there are; drafts are not."""
    given = [PRACTICE | {"title": f"Choir {number:02}"} for number in range(12)]
    examples = [
        placed(PracticeExample.model_validate(each), f"p{number}")
        for number, each in enumerate(given)
    ]
    draft = placed(PracticeExample.model_validate(PRACTICE | {"status": "draft"}), "draft")
    hub = replace(hub_of(*HUB), practice={each.id: each for each in (*examples, draft)})
    page = browse_page(Studio(hub, PlainFormatter()), "art-form/singing#1", Settings())

    assert [f"Choir {number:02}" for number in range(10)] == re.findall(
        r'<a href="[./]*practice/p\d/">([^<]+)</a>', page.html
    )
    assert "And 2 more." in page.html
    assert "In practice" not in words(term("art-form/singing"))

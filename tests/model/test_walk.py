"""Walking records by the marks in their types."""

from hub.model.clauses import ClauseBasis, EvidenceLink, Relation
from hub.model.evidence import EvidenceSummary
from hub.model.marks import IsProse, Mentions
from hub.model.walk import mentions, prose, texts

LINK = EvidenceLink(
    reference="Example2019", relation=Relation.SUPPORTS, why="Because [@Sample2021]."
)
BASIS = ClauseBasis(label="A label", evidence=(LINK,))


def test_mentions_are_found_with_their_way() -> None:
    """A key deep inside is found with the way to it."""
    assert [(("evidence", 0, "reference"), "reference", "Example2019")] == list(mentions(BASIS))


def test_prose_is_found_with_its_way() -> None:
    """Markdown is found where it stands; labels are not Markdown."""
    assert [(("evidence", 0, "why"), "Because [@Sample2021].")] == list(prose(BASIS))


def test_who_looks_for_marks_is_led_past_others() -> None:
    """Nothing that has one of them is missed, however deep it is."""
    works = frozenset({Mentions("reference")})
    places = frozenset({Mentions("place")})

    assert [(("evidence", 0, "reference"), Mentions("reference"), "Example2019")] == texts(
        BASIS, works
    )
    assert [] == texts(BASIS, places)
    assert texts(BASIS, frozenset({IsProse()})) == [
        each for each in texts(BASIS) if each[1] == IsProse()
    ]


def test_every_term_field_of_a_summary_is_a_mention() -> None:
    """The facets of a summary name vocabularies in their types, so checks follow them."""
    summary = EvidenceSummary.model_validate(
        {
            "title": "T",
            "source": "A1",
            "design": "rct",
            "question": {"population": "p", "intervention": "i"},
            "art_forms": ["singing"],
            "populations": ["older-adults"],
            "settings": ["library"],
            "conditions": ["dementia"],
            "life_course": ["later-life"],
            "referral": ["gp"],
            "places": ["northshire"],
            "answer": "a",
            "plain_summary": "s",
            "harms": {"status": "not-stated"},
            "findings": [
                {
                    "outcome": "loneliness",
                    "statement": "s",
                    "direction": "benefit",
                    "comparison": "association",
                }
            ],
            "seen": "abstract",
            "seen_note": "n",
            "reviewed": {"on": "2026-01-01", "by": "us"},
        }
    )
    kinds = {kind for _, kind, _ in mentions(summary)}

    assert {
        "reference",
        "place",
        "term:designs",
        "term:art-forms",
        "term:populations",
        "term:settings",
        "term:conditions",
        "term:life-course",
        "term:referral-routes",
        "term:outcomes",
    } == kinds

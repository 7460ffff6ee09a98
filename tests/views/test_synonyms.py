"""What finds a text besides its own words: other names of its terms, and the other spelling."""

import pytest

from hub.model.vocabularies import Vocabulary
from hub.views.search_words import words_of
from hub.views.synonyms import Synonyms
from tests.views.small_hub import hub_of, placed

TERMS = [
    {"id": "singing", "label": "Singing", "alt_labels": ["choir", "voice", "group singing"]},
    {"id": "art", "label": "Visual art", "alt_labels": ["painting", "art therapy"]},
]


@pytest.fixture(scope="module")
def synonyms() -> Synonyms:
    """Return the synonyms of a hub with two art forms."""
    given = {"title": "Art forms", "terms": TERMS}
    return Synonyms(hub_of(placed(Vocabulary.model_validate(given), "art-forms")))


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Singing in care homes", "choir, voice, group singing"),
        ("Art therapy and its critics", "Visual art, painting"),
        ("Visual art, or painting", "art therapy"),
        ("Nothing of the kind", ""),
        ("", ""),
    ],
)
def test_a_term_that_is_named_brings_its_other_names(
    synonyms: Synonyms, text: str, others: str
) -> None:
    """A label, or another name of several words; names that stand there already are left out."""
    assert others == ", ".join(synonyms(words_of(text)))


def test_a_single_other_name_is_too_little(synonyms: Synonyms) -> None:
    """The voice of a community does not sing."""
    assert [] == [*synonyms(words_of("The voice of the community"))]


def test_the_other_spelling_is_added(synonyms: Synonyms) -> None:
    """Whoever looks for "behavior" or for "randomized" finds it."""
    found = synonyms(words_of("A randomised trial of behaviour"))

    assert ["randomized", "behavior"] == [*found]

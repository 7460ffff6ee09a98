"""A word is known in the spelling of either side of the ocean."""

import pytest

from hub.views.spellings import other_spelling

PAIRS = [
    ("ageing", "aging"), ("anaemia", "anemia"), ("anaesthetic", "anesthetic"),
    ("analyse", "analyze"), ("behaviour", "behavior"), ("behavioural", "behavioral"),
    ("catalogue", "catalog"), ("centres", "centers"), ("counselling", "counseling"),
    ("defence", "defense"), ("diarrhoea", "diarrhea"), ("enrolment", "enrollment"),
    ("fulfil", "fulfill"), ("grey", "gray"), ("haemoglobin", "hemoglobin"),
    ("ischaemic", "ischemic"), ("mums", "moms"), ("oestrogen", "estrogen"),
    ("organisation", "organization"), ("orthopaedic", "orthopedic"),
    ("paediatrics", "pediatrics"), ("programmes", "programs"), ("randomised", "randomized"),
    ("sceptical", "skeptical"), ("theatre", "theater"), ("traveller", "traveler"),
    ("tumour", "tumor"),
]  # fmt: skip


@pytest.mark.parametrize(("british", "american"), PAIRS)
def test_each_spelling_leads_to_the_other(british: str, american: str) -> None:
    """Both ways."""
    assert (american, british) == (other_spelling(british), other_spelling(american))


@pytest.mark.parametrize(
    "word",
    [
        "academic", "advised", "collaboration", "economic", "elaborate", "epidemic", "exercise",
        "four", "model", "moment", "order", "parameter", "pedagogy", "practised", "praised",
        "prized", "promise", "rehearsal", "size", "supervised", "wise",
    ],
)  # fmt: skip
def test_a_word_that_is_spelled_alike_everywhere_has_no_other(word: str) -> None:
    """What only looks like one of the rules is left alone."""
    assert "" == other_spelling(word)

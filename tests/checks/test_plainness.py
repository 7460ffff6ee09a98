"""The reading age that a plain summary asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.checks.plainness import OLDEST, check_plainness, reading_age
from tests.views.small_hub import summary

PLAIN = "We sat down to sing. It was fun. We sang old songs, and a few new ones. Then we had tea."
HARD = (
    "Participatory interventions administered longitudinally demonstrated nonsignificant "
    "psychosocial amelioration among individuals experiencing involuntary isolation."
)


def test_short_words_in_short_sentences_are_for_the_young() -> None:
    """No more is asked of readers than of a child in primary school."""
    assert reading_age(PLAIN) <= 8


def test_long_words_in_a_long_sentence_are_for_scholars() -> None:
    """More is asked of readers than school teaches."""
    assert 18 < reading_age(HARD)


def test_the_age_is_that_of_the_published_formula() -> None:
    """Twelve words of one syllable, in two sentences of six: 0.39 x 6 + 11.8 - 15.59, plus five."""
    assert round(0.39 * 6 + 11.8 * 1 - 15.59) + 5 <= 5
    assert 5 == reading_age("The old cat sat down there. Then the old dog came in.")


def test_a_citation_is_no_word() -> None:
    """Keys of works are for programs; a reader meets a number."""
    assert reading_age(PLAIN) == reading_age(PLAIN.replace("songs", "songs [@Example2019, p. 4]"))


def test_a_summary_that_is_hard_to_read_is_advised_on() -> None:
    """Its writer is told the age that it asks for."""
    (told,) = check_plainness(summary("s", "A2020", plain_summary=HARD))

    assert f"the plain summary asks for a reading age of about {reading_age(HARD)}" == told.message


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_published_may_be_hard(status: str) -> None:
    """Advice is for what readers meet."""
    assert [] == [*check_plainness(summary("s", "A2020", plain_summary=HARD, status=status))]


@given(st.text(max_size=200))
def test_any_text_has_an_age(text: str) -> None:
    """No text makes the estimate fail; one without words has none."""
    age = reading_age(text)

    assert age == 0 or age >= 5


@given(st.lists(st.sampled_from(HARD.rstrip(".").split()), min_size=30, max_size=40))
def test_full_stops_make_a_text_easier(words: list[str]) -> None:
    """The same words in shorter sentences never ask for more."""
    halves = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]

    assert reading_age(". ".join(halves) + ".") <= reading_age(" ".join(halves) + ".")


def test_the_limit_is_an_age_at_school() -> None:
    """Whoever left school at fourteen can read a plain summary."""
    assert 14 == OLDEST

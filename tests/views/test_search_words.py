"""The file from which the search makes suggestions holds the words of titles and names."""

import gzip
import json
import random
from dataclasses import replace
from typing import Any

import pytest

from hub.model.hub import Hub
from hub.model.vocabularies import Organisation, Vocabulary
from hub.views import search_words
from tests.views.small_hub import hub_of, placed, summary, work

TERMS = [
    {"id": "music", "label": "Music"},
    {"id": "singing", "label": "Singing", "alt_labels": ["choir", "Côr"], "broader": "music"},
]


def small_hub(*records: Any) -> Hub:  # noqa: ANN401 - records of any kind
    """Return a hub with two art forms and these records."""
    given = {"title": "Art forms", "terms": TERMS}
    return hub_of(placed(Vocabulary.model_validate(given), "art-forms"), *records)


def written(hub: Hub) -> Any:  # noqa: ANN401 - JSON
    """Return what the file says."""
    (document,) = search_words.search_words(hub)
    return json.loads(document.content)


def numbers(hub: Hub) -> dict[str, int]:
    """Return each word with how many names have it, at least."""
    listed = written(hub)["words"].items()
    return {word: int(number) for number, words in listed for word in words.split(" ")}


def test_words_come_from_titles_names_and_answers() -> None:
    """Works and their authors, summaries and their answers, terms and their other names."""
    author = [{"family": "O'Neill"}, {"literal": "Northshire Choir"}]
    hub = small_hub(
        work("a", title="Dance in 2020", author=author), summary("s", "a", answer="No.")
    )

    assert {"dance", "o'neill", "northshire", "summary", "singing", "music", "côr", "choir"} == (
        numbers(hub).keys()
    )


def test_words_are_in_order_of_how_many_names_have_them() -> None:
    """Of two words that are equally near, the commoner is suggested: steps of 1, 2, 4 and 8."""
    works = [work(f"k{number}", title="Dance") for number in range(5)]

    assert {"dance": 4, "singing": 1} == {
        word: number
        for word, number in numbers(small_hub(*works)).items()
        if word in "dancesinging"
    }


def test_withdrawn_records_give_no_words() -> None:
    """What readers cannot find is not suggested to them."""
    hub = small_hub(work("a", title="Dance"), summary("s", "a", status="withdrawn", title="Opera"))

    assert ["dance"] == [each for each in numbers(hub) if each in {"dance", "opera"}]


def test_terms_name_what_is_broader_and_what_else_they_are_called() -> None:
    """The broader term is given by its number in the list, -1 where there is none."""
    assert [["Music", -1, []], ["Singing", 0, ["choir", "Côr"]]] == written(small_hub())["terms"]


def test_an_organisation_with_several_names_is_a_term() -> None:
    """A body is found by the names that sources print."""
    given = {"title": "Northshire Council", "sector": "x", "aliases": ["NC"]}
    body = placed(Organisation.model_validate(given), "northshire")
    hub = replace(small_hub(), organisations={"northshire": body})

    assert ["Northshire Council", -1, ["NC"]] == written(hub)["terms"][-1]


def test_other_spellings_lead_to_words_that_are_there() -> None:
    """American readers are led to the word as it is written here; two of a kind stay apart."""
    hub = small_hub(work("a", title="Behaviour and ageing"), work("b", title="Aging"))

    assert {"behavior": "behaviour"} == written(hub)["spellings"]


def test_the_file_does_not_depend_on_the_order_of_the_records() -> None:
    """The same hub gives the same bytes."""
    works = [work(f"k{number}", title=f"Word {'abcdefgh'[number]}song") for number in range(8)]
    one, other = (
        [*search_words.search_words(small_hub(*some))] for some in (works, reversed(works))
    )

    assert one == other


def test_the_file_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many words the commonest stay, and the vocabularies always."""
    monkeypatch.setattr(search_words, "MOST", 2)
    titles = ["dance dance", "dance drama", "drama opera"]
    hub = small_hub(*(work(f"k{number}", title=title) for number, title in enumerate(titles)))

    assert {"dance", "drama", "singing", "music", "choir", "côr"} == numbers(hub).keys()


def test_a_large_hub_has_a_small_file() -> None:
    """Ten thousand works with 30,000 different words make 40 kB at most when compressed."""
    chance = random.Random(8)  # noqa: S311 - a test
    parts = [a + b + c for a in ("br", "d", "st", "m", "pl", "s") for b in "aeiou" for c in "lmnrt"]
    words = ["".join(chance.choices(parts, k=3)) for _ in range(30_000)]
    works = [
        work(f"k{number}", title=" ".join(chance.choices(words, k=8))) for number in range(10_000)
    ]
    (document,) = search_words.search_words(small_hub(*works))

    assert len(gzip.compress(document.content)) <= 40_000

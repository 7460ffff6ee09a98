"""What the search makes of words that no record has: tried in a browser, on the real site's words.

The queries are written from the vocabularies; what a random error leads to is measured, and
printed with `-s`. Distances are computed here anew.
"""

import json
import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.conftest import REPOSITORY
from tests.e2e.browser import PageAt
from tests.site.reading import read_record, read_records

ASK = """async ([base, calls]) => {
  const forgiving = await import(`${base}assets/hub/js/search/forgiving.js`);
  const { openIndex } = await import(`${base}assets/hub/js/search/engine.js`);
  const index = await openIndex({ index: `${base}pagefind/`, root: new URL(base), name: "" });
  const words = await forgiving.loadWords(`${base}search/words.json`);
  const isKnown = forgiving.knownTo(index.pagefind);
  const count = (query, filters = {}) => index.number(query, filters);
  const answers = [];
  const asked = { isKnown, count };
  for (const [name, ...given] of calls) {
    if (name === "recover") answers.push(await forgiving.recover(given[0], words, asked));
    else if (name === "essence") answers.push(forgiving.essence(...given));
    else answers.push(await forgiving[name](...given, words, isKnown));
  }
  return answers;
}"""
"""Calls functions of the module, each with what the site gives them."""

SUGGESTIONS = [
    # letters in the wrong order, one too few, one too many, another one
    ("dementai", "dementia", "typing"), ("anxitey", "anxiety", "typing"),
    ("wellbieng", "wellbeing", "typing"), ("isolaton", "isolation", "typing"),
    ("depresion", "depression", "typing"), ("perscribing", "prescribing", "typing"),
    ("lonelyness", "loneliness", "typing"), ("postnatel", "postnatal", "typing"),
    ("schizofrenia", "schizophrenia", "typing"), ("museeum", "museum", "typing"),
    ("orchestar", None, ""), ("Fancuort", "fancourt", "typing"),
    ("glouestershire", "gloucestershire", "typing"), ("psycosis", "psychosis", "typing"),
    # a word among others, with what is around it
    ("singing for dementai?", "singing for dementia?", "typing"),
    ("mental helth", "mental health", "typing"),
    ("postnatel depresion", "postnatal depression", "typing"),
    # spaces
    ("carehome", "care home", "spacing"), ("post natal", "postnatal", "spacing"),
    ("post-natal depression", "postnatal depression", "spacing"),
    # the other side of the ocean, where the index does not know it
    ("tumor", None, ""),  # what is indexed is spelt both ways, so this is a known word
    # what needs no help: terms, other names, forms, beginnings, abbreviations, quotations
    ("vocal", None, ""), ("choirs", None, ""), ("postpartum", None, ""), ("PND", None, ""),
    ("COPD", None, ""), ("dementi", None, ""), ("Alzheimer's", None, ""), ("dancing", None, ""),
    ('"dementai"', None, ""), ("2018", None, ""), ("", None, ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def words(real_site: Path) -> dict[str, int]:
    """Return the words of the real site, with how many names have them, at least."""
    written = json.loads((real_site / "search" / "words.json").read_text(encoding="utf-8"))
    return {word: int(number) for number, some in written["words"].items() for word in some.split()}


@pytest.fixture
def page(hub_url: str, page_at: PageAt) -> Page:
    """Open a small page of the site."""
    return page_at(f"{hub_url}about/").page


def ask(page: Page, url: str, *calls: tuple[Any, ...]) -> list[Any]:
    """Return what functions of the module answer."""
    answers: list[Any] = page.evaluate(ASK, [url, calls])
    return answers


def test_suggestions(hub_url: str, page: Page) -> None:
    """Errors are mended and named; what needs no help gets none."""
    answers = ask(page, hub_url, *(("suggest", query) for query, _, _ in SUGGESTIONS))

    assert [list(each) for each in SUGGESTIONS] == [
        [query, found and found["query"], found["changes"][0]["why"] if found else ""]
        for (query, _, _), found in zip(SUGGESTIONS, answers, strict=True)
    ]


def test_what_is_uncertain_is_only_offered(hub_url: str, page: Page) -> None:
    """A harp is no harm: of a short word that no record has, it is not sure that it is wrong."""
    harp, dementia = ask(page, hub_url, ("suggest", "harp"), ("suggest", "dementai"))

    assert [("harm", False), ("dementia", True)] == [
        (each["query"], each["sure"]) for each in (harp, dementia)
    ]


def test_no_word_of_the_records_is_changed(hub_url: str, page: Page, words: dict[str, int]) -> None:
    """Every word of titles, answers and vocabularies is left as it is."""
    summaries = read_records(REPOSITORY / "evidence" / "summaries").values()
    said = " ".join(f"{each['title']} {each['answer']}" for each in summaries)
    known = sorted({*words, *re.findall(r"[^\W\d_]+", said)})
    answers = ask(page, hub_url, *(("suggest", word) for word in known))

    assert [] == [word for word, found in zip(known, answers, strict=True) if found]


def test_one_error_in_a_word_of_the_vocabularies_is_found(
    hub_url: str, page: Page, words: dict[str, int]
) -> None:
    """It leads back to the word, to one as near, or is the beginning or a form of a known word."""
    chance = random.Random(20_26)  # noqa: S311 - a test
    wanted = [word for word in vocabulary_words() if len(word) >= 6]
    edited = [(word, edit(word, chance)) for word in wanted for _ in range(3)]
    answers = ask(page, hub_url, *(("suggest", typed) for _, typed in edited))
    back, as_near, known, lost = list[str](), list[str](), list[str](), list[str]()
    for (word, typed), found in zip(edited, answers, strict=True):
        if found is None:
            (known if any(each.startswith(typed) for each in words) else lost).append(typed)
        elif found["query"] == word:
            back.append(word)
        elif errors(typed, found["query"]) <= errors(typed, word):
            as_near.append(found["query"])
        else:
            lost.append(typed)
    print(  # noqa: T201 - the figures are asked for
        f"\nof {len(edited)} words with an error, {len(back)} lead back, {len(as_near)} to a word "
        f"as near, {len(known)} begin a known word, {len(lost)} do not: {lost}"
    )

    assert len(lost) <= 0.05 * len(edited)


def test_what_no_record_has_is_named(hub_url: str, page: Page) -> None:
    """What the index would leave out in silence."""
    assert [["zither"]] == ask(page, hub_url, ("unknownWords", "zither singing dementia"))


@pytest.mark.parametrize(
    ("query", "others"),
    [
        ("PND", {"Postnatal depression", "postpartum depression", "Depression"}),
        ("singing", {"choir", "vocal", "Music making"}),
        ("choir for dementia", {"Singing for dementia", "Music making for dementia"}),
        ("emphysema", {"Chronic obstructive pulmonary disease", "COPD"}),
        ("dementia", {"Alzheimer disease"}),
    ],
)
def test_other_words(hub_url: str, page: Page, query: str, others: set[str]) -> None:
    """Synonyms, then what is broader, then what is narrower, from the vocabularies."""
    (found,) = ask(page, hub_url, ("expand", query))

    assert set() == others - {each["query"] for each in found}
    assert sorted(found, key=lambda each: RANKS.index(each["changes"][0]["why"])) == found


RANKS = ["synonym", "broader", "narrower"]


@pytest.mark.parametrize(
    ("query", "core"),
    [
        ("how much does social prescribing cost?", "social prescribing cost"),
        ("what is it about", "what is it about"),
        ('"the arts" and health', '"the arts" and health'),
        ("singing", "singing"),
        ("WHO on the arts", "WHO arts"),
        ("WHO CAN SIGN", "SIGN"),
    ],
)
def test_small_words_are_not_asked_for(hub_url: str, page: Page, query: str, core: str) -> None:
    """Unless there are no others, or the reader means them."""
    assert [core] == ask(page, hub_url, ("essence", query))


@pytest.mark.parametrize(
    ("state", "query", "dropped"),
    [
        ({"query": "choir dementai"}, "choir dementia", []),
        ({"query": "does singing really treat loneliness"}, "singing loneliness", ["treat"]),
        ({"query": "choir", "filters": {"place": ["Finland"], "year": ["1998"]}}, None, None),
        (
            {"query": "singing", "filters": {"outcome": ["Mortality and life expectancy"],
                                             "design": ["Scoping review"]}}, None, None,
        ),
    ],
)  # fmt: skip
def test_where_nothing_is_found_the_nearest_is(
    hub_url: str, page: Page, state: dict[str, Any], query: str | None, dropped: list[str] | None
) -> None:
    """Whatever is left out is told, and each way to loosen finds something."""
    (found,) = ask(page, hub_url, ("recover", state))

    assert found["number"] > 0
    assert all(way["number"] > 0 for way in found["ways"])
    if query is not None:
        assert (query, dropped) == (found["query"], [each["word"] for each in found["dropped"]])


@cache
def vocabulary_words() -> list[str]:
    """Return the words of all labels and other names, read without the hub's code."""
    found = set[str]()
    for path in (REPOSITORY / "evidence" / "vocabularies").glob("*.yml"):
        for term in read_record(path).get("terms", []):
            names = " ".join([term["label"], *term.get("alt_labels", [])])
            found |= set(re.findall(r"[a-z]+", names.lower()))
    return sorted(found)


def edit(word: str, chance: random.Random) -> str:
    """Return a word with one error at random."""
    at = chance.randrange(len(word) - 1)
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    before, here, after = word[:at], word[at], word[at + 1 :]
    return chance.choice([
        before + after, before + letter + here + after, before + letter + after,
        before + after[0] + here + after[1:],
    ])  # fmt: skip


def errors(one: str, other: str) -> int:
    """Return the number of errors between two words; exchanged neighbours are one (slow, plain)."""

    @cache
    def between(left: int, right: int) -> int:
        if not left or not right:
            return left + right
        options = [
            between(left - 1, right) + 1,
            between(left, right - 1) + 1,
            between(left - 1, right - 1) + (one[left - 1] != other[right - 1]),
        ]
        if left > 1 and right > 1 and one[left - 2 : left] == other[right - 2 : right][::-1]:
            options.append(between(left - 2, right - 2) + 1)
        return min(options)

    return between(len(one), len(other))

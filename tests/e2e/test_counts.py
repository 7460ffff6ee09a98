"""The numbers beside the facets, counted anew from the files: every value, and many combinations.

The search page's own counting is asked in a browser, without clicking. The files are read with
plain PyYAML, and the library with a pattern. Pages of prose are no records: they are left out.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tests.e2e.browser import PageAt
from tests.site.conftest import CONCORDAT
from tests.site.reading import read_record, read_records
from tests.site.test_browse_pages import FACETS, labels, of_facet, year_of

Values = dict[str, set[str]]
"""Values by facet: those of a record, or those that are chosen."""
Counts = dict[str, dict[str, int]]
Count = Callable[[list[Values]], list[tuple[int, Counts]]]

EVIDENCE = REPOSITORY / "evidence"
NAMES = ["kind", *(facet.replace("-", " ") for facet in FACETS)]
COMBINATIONS = 200
PRACTISED = (
    ("art form", "art-forms", "art_forms"), ("population", "populations", "populations"),
    ("setting", "settings", "settings"),
)  # fmt: skip
"""What practice has of the facets: the facet, its vocabulary, and the field."""

COUNT = """async ([root, facets, asked]) => {
  const { openIndex } = await import(`${root}assets/hub/js/search/engine.js`);
  const place = { index: `${root}pagefind/`, root: new URL(root), name: "" };
  const index = await openIndex(place);
  const answers = [];
  for (const filters of asked) {
    const counts = [...await index.counts("", filters, facets)];
    const plain = counts.map(([facet, each]) => [facet, Object.fromEntries(each)]);
    answers.push([await index.number("", filters), Object.fromEntries(plain)]);
  }
  return answers;
}"""


@pytest.fixture(scope="module")
def records() -> list[Values]:
    """Return what each record is that can be found, as the files say."""
    return [
        *_evidence(), *_questions(), *_concordats(), *_programmes(), *_practice(), *_areas(),
        *_stories(),
    ]  # fmt: skip


@pytest.fixture
def count(hub_url: str, page_at: PageAt) -> Count:
    """Return what asks the search page's own module how many records it finds, and its counts."""
    page = page_at(f"{hub_url}about/").page

    def ask(asked: list[Values]) -> list[tuple[int, Counts]]:
        given = [{facet: sorted(values) for facet, values in each.items()} for each in asked]
        answers: list[tuple[int, Counts]] = page.evaluate(COUNT, [hub_url, NAMES, given])
        return [(number, _used(counts)) for number, counts in answers]

    return ask


def test_every_value_is_counted(records: list[Values], count: Count) -> None:
    """Beside it stands how many records have it; chosen alone, it finds as many."""
    expected = _counts(records, {})
    ((_, beside),) = count([{}])
    alone: list[Values] = [{name: {each}} for name in NAMES for each in expected[name]]

    assert expected == beside
    assert [expected[name][each] for name in NAMES for each in expected[name]] == [
        number for number, _ in count(alone)
    ]


def test_combinations_are_counted(records: list[Values], count: Count) -> None:
    """Values of one facet add up, facets narrow; what a facet itself chose leaves its counts."""
    chance = random.Random(20_26)  # noqa: S311 - a test
    asked = [_combination(chance, records) for _ in range(COMBINATIONS)]
    answers = count(asked)

    assert [(len(_found(records, each)), _counts(records, each)) for each in asked] == answers
    assert sum(number > 1 for number, _ in answers) > COMBINATIONS / 4


def _combination(chance: random.Random, records: list[Values]) -> Values:
    """Return up to three facets that some record has, each with a value of it, and perhaps more."""
    record, other = chance.choice(records), chance.choice(records)
    names = chance.sample([*record], min(len(record), chance.randint(1, 3)))
    return {
        name: {chance.choice(sorted(each[name])) for each in (record, other) if name in each}
        for name in names
    }


def _found(records: list[Values], chosen: Values) -> list[Values]:
    return [
        each
        for each in records
        if all(values & each.get(name, set()) for name, values in chosen.items())
    ]


def _counts(records: list[Values], chosen: Values) -> Counts:
    return {
        name: dict(Counter(
            value
            for each in _found(records, {other: chosen[other] for other in chosen if other != name})
            for value in each.get(name, ())
        ))
        for name in NAMES
    }  # fmt: skip


def _used(counts: Counts) -> Counts:
    return {
        name: {value: number for value, number in some.items() if number and value != "Page"}
        for name, some in counts.items()
    }


def _record(kind: str, **values: list[str]) -> Values:
    given = {"kind": [kind], **values}
    return {name: set(some) for name, some in given.items() if some}


def _evidence() -> Iterator[Values]:
    """Yield summaries, and works that no summary leads to."""
    summaries = read_records(EVIDENCE / "summaries").values()
    shown = [each for each in summaries if each.get("status", "published") == "published"]
    for each in shown:
        facets = {facet.replace("-", " "): [*of_facet(facet)(each)] for facet in FACETS}
        yield _record("Evidence summary", **facets)
    library = (EVIDENCE / "references.bib").read_text(encoding="utf-8")
    for key in {*re.findall(r"(?m)^@\w+\{\s*([^,\s]+),", library)} - {e["source"] for e in shown}:
        yield _record("Reference", year=[year_of(key)])


def _concordats() -> Iterator[Values]:
    """Yield the concordat, its clauses, and organisations."""
    record = read_record(CONCORDAT / "concordat.yml")
    (version,) = record["versions"]
    given = {"place": [_places()[record["area"]]], "year": [version["published"][:4]]}
    yield _record("Concordat", **given)
    yield from (_record("Clause", **given) for _ in record["clauses"])
    signed = read_records(CONCORDAT / "signatories")
    for name, body in read_records(EVIDENCE / "organisations").items():
        places = {each["place"] for each in (body, signed.get(name, {})) if "place" in each}
        yield _record("Organisation", place=[_places()[place] for place in places])


def _programmes() -> Iterator[Values]:
    """Yield programmes and lessons."""
    for each in read_records(EVIDENCE / "programmes").values():
        places = [_places()[place] for place in each.get("places", [])]
        yield _record("Programme", place=places)
        yield from (_record("Lesson", place=places) for _ in each.get("lessons", []))


def _questions() -> Iterator[Values]:
    """Yield a question for each outcome, and for each of its conditions that is not all of it.

    That takes findings of two bodies of evidence: summaries of one cohort are one.
    """
    findings: dict[str, list[tuple[str, list[str]]]] = {}
    for name, each in _published("summaries").items():
        for finding in each.get("findings", []):
            body = each.get("cohort", name), each.get("conditions", [])
            findings.setdefault(finding["outcome"], []).append(body)
    outcome_of, condition_of = labels("outcomes"), labels("conditions")
    for outcome, found in findings.items():
        conditions = {each for _, some in found for each in some}
        bodies = {c: {body for body, some in found if c in some} for c in conditions}
        number = {c: sum(c in some for _, some in found) for c in conditions}
        given = [outcome_of[outcome]]
        shared = [condition_of[c] for c in conditions if number[c] == len(found)]
        yield _record("Question", outcome=given, condition=shared)
        for c in conditions:
            if number[c] < len(found) and len(bodies[c]) > 1:
                yield _record("Question", outcome=given, condition=[condition_of[c], *shared])


def _practice() -> Iterator[Values]:
    """Yield practice examples."""
    for each in _published("practice").values():
        places = [*each["where"].get("places", []), *each["nations"]]
        yield _record(
            "Practice example",
            place=[_places()[place] for place in places],
            year=[str(each["since"])[:4]] if "since" in each else [],
            **{
                name: [labels(vocabulary)[term] for term in each.get(field, [])]
                for name, vocabulary, field in PRACTISED
            },
        )


def _areas() -> Iterator[Values]:
    """Yield areas that something is said to be in, and all around those."""
    bodies = read_records(EVIDENCE / "organisations")
    named = {
        each.get("place", bodies.get(each.get("organisation", name), {}).get("place"))
        for name, each in read_records(CONCORDAT / "signatories").items()
        if "withdrawn" not in each
    }
    for each in _published("practice").values():
        named |= {*each["where"].get("places", []), *each["nations"]}
    for each in (*_published("programmes").values(), *_published("summaries").values()):
        named |= {*each.get("places", [])}
    countries = {
        name for each in _published("summaries").values() for name in each.get("country", [])
    }
    named |= {place for place, label in _places().items() if label in countries}
    around = {each["id"]: each.get("within") for each in _gazetteer()}
    while outer := {around[each] for each in named if each} - named - {None}:
        named |= outer
    yield from (_record("Area", place=[_places()[each]]) for each in named if each)


def _stories() -> Iterator[Values]:
    """Yield stories."""
    folder = EVIDENCE / "stories"
    yield from (_record("Story") for _ in (read_records(folder) if folder.is_dir() else ()))


def _published(folder: str) -> dict[str, Any]:
    found = read_records(EVIDENCE / folder)
    return {k: v for k, v in found.items() if v.get("status", "published") == "published"}


@cache
def _gazetteer() -> list[dict[str, Any]]:
    places: list[dict[str, Any]] = read_record(EVIDENCE / "vocabularies" / "places.yml")["places"]
    return places


@cache
def _places() -> dict[str, Any]:
    return {each["id"]: each["label"] for each in _gazetteer() if "label" in each}

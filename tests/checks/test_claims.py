"""Claims and the words they rest on, and works that may be one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.checks.similar import similar_pairs, work_of
from hub.model.references import Reference
from tests.conftest import found
from tests.views.small_hub import work

SUMMARY = "evidence/summaries/singing-and-loneliness.yml"
LIBRARY = "evidence/references.bib"
ANSWER = "loneliness did not differ between the groups."

Change = Callable[[str, str, str], None]


def codes(root: Path) -> list[str]:
    """Return the codes that a hub gives."""
    return [code for _, code in found(root)]


@pytest.mark.parametrize("figure", ["0.10", "−0.20", "0.52", "120"])
def test_a_figure_of_the_record_may_be_retold(demo: Path, change: Change, figure: str) -> None:
    """What a finding or a count gives may stand in plain words, whatever its minus sign."""
    change(SUMMARY, ANSWER, f"{ANSWER[:-1]} ({figure}).")

    assert [] == codes(demo)


@pytest.mark.parametrize("figure", ["0.11", "-0.10", "1,200", "12%", "25"])
def test_a_figure_from_nowhere_is_advised_on(demo: Path, change: Change, figure: str) -> None:
    """A figure that the record does not give anywhere else may have slipped."""
    change(SUMMARY, ANSWER, f"{ANSWER[:-1]} ({figure}).")

    assert ["figure-without-source"] == codes(demo)


@pytest.mark.parametrize("words", ["the WHO-5 index", "[@Example2019, p. 99]", "SF12 scores"])
def test_a_number_that_is_no_figure_is_left_alone(demo: Path, change: Change, words: str) -> None:
    """Names of instruments and places in works hold numbers that nobody counted."""
    change(SUMMARY, "A fictional trial for the tests.", f"A trial for {words}.")

    assert [] == codes(demo)


def test_a_finding_from_elsewhere_needs_no_quotation(demo: Path, change: Change) -> None:
    """Where the work was not read, `read_in` says what was."""
    change(SUMMARY, "    quote:\n      text: loneliness did not differ\n      locator: abstract\n",
           "    read_in: A press report\n")  # fmt: skip

    assert [] == codes(demo)


def test_a_clauses_quotation_has_its_place(demo: Path, change: Change) -> None:
    """Words that stand behind a clause can be found in the work."""
    concordat = "concordats/northshire-creative-health/concordat.yml"
    text = (demo / concordat).read_text("utf-8")
    (line,) = [each for each in text.splitlines() if each.strip().startswith("why:")][:1]
    indent = line[: len(line) - len(line.lstrip())]
    change(concordat, line, f"{line}\n{indent}quote: {{text: no difference}}")

    assert ["quote-without-locator"] == codes(demo)


def test_a_placeholder_in_the_library_is_refused(demo: Path, change: Change) -> None:
    """What was meant to be replaced is not printed in a reference either."""
    change(LIBRARY, "{Sample, Ben}", "{TODO, Ben}")

    assert ("evidence/references.bib:14:13", "placeholder-text") in found(demo)


def test_one_pubmed_id_is_one_work(demo: Path, change: Change) -> None:
    """The same PubMed id under two titles is the same work twice."""
    change(LIBRARY, "  doi = {10.5555/invented.2019.4},", "  pmid = {12345},")
    change(LIBRARY, "  volume = {6},", "  volume = {6},\n  pmid = {12345},")

    assert ["duplicate-reference"] == codes(demo)


def test_a_ror_id_with_a_wrong_check_digit_is_refused(demo: Path) -> None:
    """An organisation's ROR id is right, or refused with its place."""
    organisation = "evidence/organisations/northshire-council.yml"
    with (demo / organisation).open("a", encoding="utf-8") as file:
        file.write("ror: 03yrm5c27\n")

    assert ["malformed-identifier"] == codes(demo)


TITLES = (
    "Effects of group singing on loneliness in older adults",
    "Effect of group singing on loneliness in older adults",
    "The effects of group singing on loneliness in older adults",
    "Effects of group singing on loneliness in older adults.",
)


def pairs(*works: Reference) -> list[tuple[str, str]]:
    """Return the keys of the works that may be one."""
    return [(first.key, second.key) for first, second in similar_pairs(map(work_of, works))]


@pytest.mark.parametrize("title", TITLES[1:])
def test_a_title_typed_twice_is_found(title: str) -> None:
    """One word spelled otherwise, or one small word more, is no other work."""
    one = work("a", title=TITLES[0], issued={"year": 2020})

    assert [("a", "b")] == pairs(one, work("b", title=title, issued={"year": 2020}))


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Effects of group singing on loneliness in younger adults"},
        {"title": TITLES[1], "issued": {"year": 2021}},
        {"title": TITLES[1], "doi": "10.1234/b"},
        {"title": "Effects of group drumming on loneliness in older people"},
    ],
    ids=["another word", "another year", "another DOI", "two words"],
)
def test_another_work_is_left_alone(other: dict[str, object]) -> None:
    """A word that means something else, another year or another DOI is another work."""
    one = work("a", title=TITLES[0], issued={"year": 2020}, doi="10.1234/a")

    assert [] == pairs(one, work("b", **{"issued": {"year": 2020}, **other}))


@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_titles_can_be_compared(titles: list[str]) -> None:
    """No title makes the comparison fail, and no work is paired with itself."""
    works = [work(f"k{n}", title=title) for n, title in enumerate(titles) if title.strip()
             and "\n" not in title]  # fmt: skip

    assert all(one != other for one, other in pairs(*works))

"""What stands in a cell of the gap map: whom it counts, and what it says of an empty place."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.model.certainty import LEVELS, Certainty, Scale
from hub.model.vocabularies import Vocabulary
from hub.views.gap_cells import Cell, Mark, rank
from hub.views.gap_map import gap_map_page
from hub.views.gap_words import bubbles, cell_words
from hub.views.gaps import FACETS, UNRECORDED, Gaps, Nothing
from hub.views.sheet import Studio
from tests.views.small_hub import finding, placed, studio_of, summary, vocabulary, work

SEARCHED = {"on": "2026-01-02", "where": "two databases", "by": "an editor"}
ART_FORMS = [
    {"id": "music", "label": "Music"},
    {"id": "singing", "label": "Singing", "broader": "music"},
    {"id": "mime", "label": "Mime", "searched": SEARCHED},
    {"id": "opera", "label": "Opera"},
]
MODERATE = {"scale": "grade", "level": "moderate", "assessor": "authors"}
LOW = {"scale": "grade", "level": "low", "assessor": "authors"}
WORDS = {"scale": "authors", "level": "promising", "assessor": "authors"}


def studio(*given: dict[str, Any]) -> Studio:
    """Return a studio with these summaries of singing, called s-0, s-1 and so on."""
    art_forms = Vocabulary.model_validate({"title": "Art forms", "terms": ART_FORMS})
    records = [
        summary(f"s-{number}", f"w{number}", **{"art_forms": ["singing"], **fields})
        for number, fields in enumerate(given)
    ]
    return studio_of(
        placed(art_forms, "art-forms"), vocabulary("outcomes", mood="Mood", sleep="Sleep"),
        vocabulary("designs", rct="Trial", cohort="Cohort study"),
        vocabulary("settings", ward="Ward"),
        *(work(f"w{number}") for number in range(len(given))), *records,
    )  # fmt: skip


def cell(gaps: Gaps, row: str = "singing", column: str = "mood") -> Cell:
    """Return a cell of the map of art forms and outcomes."""
    return gaps.cells("art-form", "outcome")[row, column]


def studies(found: Cell) -> dict[str, int]:
    """Return the number of studies by mark."""
    return {each.mark.value: each.studies for each in found.tallies}


def test_only_findings_for_the_outcome_speak_in_its_cell() -> None:
    """A study that helped mood and harmed sleep is a benefit for mood and a harm for sleep."""
    gaps = studio({"findings": [finding("mood", "benefit"), finding("sleep", "harm")]}).gaps

    assert {"benefit": 1} == studies(cell(gaps, column="mood"))
    assert {"harm": 1} == studies(cell(gaps, column="sleep"))


def test_without_an_outcome_all_findings_speak() -> None:
    """By art form and design, the same study bears both marks."""
    gaps = studio({"findings": [finding("mood", "benefit"), finding("sleep", "harm")]}).gaps

    assert {"benefit": 1, "harm": 1} == studies(gaps.cells("art-form", "design")["singing", "rct"])


def test_equal_tallies_of_two_cells_are_one() -> None:
    """What is said of a tally is made once for both; another certainty makes another tally."""
    gaps = studio({"findings": [finding("mood", "benefit"), finding("sleep", "benefit")]}).gaps
    graded = studio({"findings": [finding("mood", "benefit", certainty=LOW)]}).gaps
    [mood], [sleep], [other] = (each.tallies for each in (
        cell(gaps), cell(gaps, column="sleep"), cell(graded)
    ))  # fmt: skip

    assert mood is sleep
    assert mood is not other


def test_papers_on_the_same_people_are_one_study() -> None:
    """Two papers of one cohort and a third make two studies, in three summaries."""
    found = [finding("mood", "benefit")]
    same = {"cohort": "northshire-cohort", "findings": found}
    singing = cell(studio(same, same, {"findings": found}).gaps)

    assert (2, 3, {"benefit": 2}) == (singing.studies, len(singing.readings), studies(singing))
    assert cell_words(singing).startswith("2 studies or reviews, in 3 summaries. Benefit: 2 (")


def test_a_cohort_is_not_taken_for_a_summary_of_the_same_name() -> None:
    """The id of a summary may be the name of a cohort."""
    found = [finding("mood", "benefit")]

    assert 2 == cell(studio({"cohort": "s-1", "findings": found}, {"findings": found}).gaps).studies


def test_a_subgroup_does_not_stand_for_everybody() -> None:
    """A benefit for a subgroup alone is marked as that, and not as a benefit."""
    gaps = studio({"findings": [finding("mood", "benefit", subgroup="people over 80")]}).gaps

    assert {"subgroup-only": 1} == studies(cell(gaps))


def test_one_summary_may_bear_several_marks() -> None:
    """A benefit at first and no difference later are both shown."""
    gaps = studio({"findings": [finding("mood", "benefit"), finding("mood", "no-difference")]}).gaps

    assert {"benefit": 1, "no-difference": 1} == studies(cell(gaps))
    assert 1 == cell(gaps).studies


def test_a_summary_without_a_term_or_a_finding_is_not_lost() -> None:
    """It stands in the row and the column for what is not recorded."""
    gaps = studio({"art_forms": [], "findings": []}).gaps

    assert {(UNRECORDED, UNRECORDED)} == {*gaps.cells("art-form", "outcome")}
    assert {"no-finding": 1} == studies(cell(gaps, UNRECORDED, UNRECORDED))
    assert "No art form recorded" == gaps.choices("art-form")[UNRECORDED].label


def test_withdrawn_summaries_and_drafts_do_not_count() -> None:
    """Only what is published and stands is on the map."""
    gaps = studio({"status": "withdrawn"}, {"status": "draft"}).gaps

    assert {} == gaps.cells("art-form", "design")


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("opera", "mood", Nothing.NOT_SEARCHED),
        ("mime", "mood", Nothing.NONE_FOUND),
        ("music", "mood", Nothing.IN_PARTS),
        ("music", "sleep", Nothing.NOT_SEARCHED),
    ],
)
def test_an_empty_place_says_why(row: str, column: str, reason: Nothing) -> None:
    """Not searched, searched in vain and filed under something narrower are different things."""
    gaps = studio({"findings": [finding("mood", "benefit")]}).gaps
    choices = gaps.choices("art-form")[row], gaps.choices("outcome")[column]
    in_parts = (row, column) in gaps.holding_parts("art-form", "outcome")

    assert reason is gaps.nothing(*choices, in_parts=in_parts)


def test_no_search_is_made_up_for_what_nobody_recorded() -> None:
    """That no summary leaves its art form out is no gap in the evidence."""
    gaps = studio({"findings": [finding("mood", "benefit")]}, {"art_forms": []}).gaps
    choices = gaps.choices("art-form")[UNRECORDED], gaps.choices("outcome")["mood"]

    assert Nothing.ALL_RECORDED is gaps.nothing(*choices, in_parts=False)


def test_a_map_turned_round_has_the_same_cells() -> None:
    """What stands at singing and mood stands at mood and singing."""
    gaps = studio({"findings": [finding("mood", "benefit")]}).gaps

    assert {("mood", "singing"): cell(gaps)} == gaps.cells("outcome", "art-form")


def test_the_critics_and_the_criticised_are_gathered() -> None:
    """A summary is found by the works that challenge it, and by those that it challenges."""
    critique = {"reference": "w1", "says": "Too few people."}
    gaps = studio({"critiques": [critique]}, {}).gaps

    ids = {name: [each.summary.id for each in found.readings]
           for name, found in gaps.criticism.items()}  # fmt: skip

    assert {"challenged": ["s-0"], "challenging": ["s-1"]} == ids


def test_a_bubble_shows_the_number_and_the_highest_certainty() -> None:
    """Of moderate, low and none the dots show moderate: the third of four."""
    given: list[dict[str, Any]] = [
        {"findings": [finding("mood", "benefit", certainty=each)]} for each in (LOW, MODERATE)
    ]
    (bubble,) = bubbles(cell(studio(*given, {"findings": [finding("mood", "benefit")]}).gaps))

    assert ("benefit", "3", 2, "3-4", False) == (
        bubble.mark, bubble.number, bubble.size, bubble.dots, bubble.is_hollow,
    )  # fmt: skip


def test_a_bubble_is_hollow_where_nobody_was_compared() -> None:
    """An association is no effect, however many there are."""
    found = finding("mood", "benefit", comparison="association", certainty=WORDS)
    (bubble,) = bubbles(cell(studio({"findings": [found]}).gaps))

    assert (True, "words") == (bubble.is_hollow, bubble.dots)


def test_a_cell_is_told_in_words() -> None:
    """Numbers, comparisons, certainties and criticism: nothing is in the picture alone."""
    association = finding("mood", "benefit", comparison="association", certainty=MODERATE)
    found = cell(studio(
        {"findings": [association], "critiques": [{"reference": "w1", "says": "Too few."}]},
        {"findings": [finding("mood", "benefit"), finding("mood", "harm", certainty=WORDS)]},
    ).gaps)  # fmt: skip

    assert (
        "2 studies or reviews. Benefit: 2 (groups compared in 1 of 2 summaries; moderate certainty "
        "(GRADE) in 1, certainty not graded in 1). Harm: 1 (groups compared; certainty “promising” "
        "(in their own words)). Challenged by other work: 1." == cell_words(found)
    )


def test_what_is_true_of_each_mark_is_said_once() -> None:
    """Where all of several marks have the same words, the last has them for all of them."""
    found = cell(studio(
        {"findings": [finding("mood", "benefit")]}, {"findings": [finding("mood", "harm")]},
    ).gaps)  # fmt: skip

    assert (
        "2 studies or reviews. Benefit: 1. Harm: 1 (each of these: groups compared; certainty not "
        "graded)." == cell_words(found)
    )


def test_words_of_authors_have_no_order() -> None:
    """Where they said two things of one direction, both are told."""
    given = [finding("mood", "benefit", certainty={**WORDS, "level": each})
             for each in ("strong", "weak", "strong")]  # fmt: skip

    assert "certainty “strong”, “weak” (in their own words)" in cell_words(
        cell(studio({"findings": given}).gaps)
    )


def test_what_is_not_on_the_map_does_not_change_it() -> None:
    """With another title and answer the key of all maps is the same, and so is each page."""
    found = {"findings": [finding("mood", "benefit", certainty=each) for each in (LOW, WORDS)]}
    other = {"findings": [finding("mood", "harm", certainty=MODERATE)]}
    made = studio(found, other), studio({**found, "title": "Z", "answer": "Who knows?"}, other)
    keys, pages = ({each.gaps.mapped for each in made},
                   {gap_map_page(each, "art-form/outcome") for each in made})  # fmt: skip

    assert (1, 1) == (len(keys), len(pages))
    assert studio(found).gaps.mapped not in keys


@pytest.mark.parametrize(
    "fields",
    [
        {"cohort": "north"}, {"settings": ["ward"]}, {"design": "cohort"}, {"art_forms": ["mime"]},
        {"companions": ["w1"]}, {"critiques": [{"reference": "w1", "says": "Too few."}]},
        {"findings": [finding("mood", "benefit"), finding("sleep", "harm", certainty=LOW)]},
        {"findings": [finding("mood", "benefit", certainty=LOW)]},
        {"findings": [finding("mood", "benefit", certainty=LOW, subgroup="people over 80"),
                      finding("sleep", "harm")]},
    ],
)  # fmt: skip
def test_what_is_on_the_map_changes_its_key(fields: dict[str, Any]) -> None:
    """A term, a critic, and whatever is said of one of two findings change the key of all maps."""
    before = {"findings": [finding("mood", "benefit", certainty=LOW), finding("sleep", "harm")]}

    assert studio(before, {}).gaps.mapped != studio({**before, **fields}, {}).gaps.mapped


@given(st.sampled_from(Scale), st.data())
def test_levels_are_ranked_within_their_scale(scale: Scale, data: st.DataObject) -> None:
    """A higher level of a scale comes after a lower one; any grade comes after none."""
    levels = LEVELS.get(scale, ("promising",))
    low, high = sorted(data.draw(st.integers(0, len(levels) - 1)) for _ in range(2))
    ranks = [
        rank(Certainty.model_validate({"scale": scale, "level": levels[at], "assessor": "authors"}))
        for at in (low, high)
    ]

    assert sorted([rank(None), *ranks]) == [rank(None), *ranks]
    assert (low == high) == (ranks[0] == ranks[1])


@pytest.mark.parametrize("seed", range(20))
def test_random_tallies_count_studies_and_summaries(seed: int) -> None:
    """In 20 hubs, a cell counts for each mark what sets of its summaries and cohorts hold."""
    chance = random.Random(seed)  # noqa: S311 - a test
    marks = [*Mark][:5]
    given: list[dict[str, Any]] = [
        {
            **chance.choice([{}, {"cohort": "north"}, {"cohort": "south"}]),
            "findings": [finding("mood", chance.choice(marks),
                                 certainty=chance.choice([None, LOW, MODERATE, WORDS]),
                                 comparison=chance.choice(["between-groups", "association"]))
                         for _ in range(chance.randrange(1, 4))],
        }
        for _ in range(9)
    ]  # fmt: skip
    found = cell(studio(*given).gaps)
    bearing: dict[Mark, tuple[int, int, int]] = {}
    people = [(each.get("cohort"), None if "cohort" in each else number)
              for number, each in enumerate(given)]  # fmt: skip
    for mark in marks:
        these = [(who, [one for one in each["findings"] if one["direction"] == mark])
                 for who, each in zip(people, given, strict=True)]  # fmt: skip
        bearing[mark] = (
            len({who for who, findings in these if findings}),
            sum(bool(findings) for _, findings in these),
            sum(any(one["comparison"] == "between-groups" for one in findings)
                for _, findings in these),
        )  # fmt: skip

    assert len(set(people)) == found.studies
    assert {mark: numbers for mark, numbers in bearing.items() if any(numbers)} == {
        each.mark: (each.studies, each.summaries, each.compared) for each in found.tallies
    }
    assert [each.summaries for each in found.tallies] == [
        sum(number for _, number in each.certainties) for each in found.tallies
    ]


@pytest.mark.parametrize("seed", range(20))
def test_random_cells_hold_whom_their_records_name(seed: int) -> None:
    """In 20 hubs, each cell of each pair holds the summaries that a plain search finds."""
    chance = random.Random(seed)  # noqa: S311 - a test
    terms = ["music", "singing", "mime"]
    given: list[dict[str, Any]] = [
        {
            "art_forms": chance.sample(terms, chance.randrange(3)),
            "settings": chance.sample(["ward"], chance.randrange(2)),
            "design": chance.choice(["rct", "cohort"]),
            "findings": [finding(chance.choice(["mood", "sleep"]), chance.choice([*Mark][:5]))
                         for _ in range(chance.randrange(3))],
        }
        for _ in range(12)
    ]  # fmt: skip
    gaps = studio(*given).gaps
    named: dict[str, Callable[[dict[str, Any]], list[str]]] = {
        "art-form": lambda each: each["art_forms"], "setting": lambda each: each["settings"],
        "design": lambda each: [each["design"]],
        "outcome": lambda each: [one["outcome"] for one in each["findings"]],
    }  # fmt: skip
    rows, columns = chance.sample([each for each in FACETS if each in named], 2)

    assert {
        (row, column): {f"s-{number}" for number, each in enumerate(given)
                        if row in (named[rows](each) or [UNRECORDED])
                        and column in (named[columns](each) or [UNRECORDED])}
        for row in gaps.choices(rows) for column in gaps.choices(columns)
    } == {
        (row, column): {each.summary.id for each in found.readings}
        if (found := gaps.cells(rows, columns).get((row, column))) else set()
        for row in gaps.choices(rows) for column in gaps.choices(columns)
    }  # fmt: skip

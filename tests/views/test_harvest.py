"""Harvest plots: a bar for each body of evidence, by what it says, as tall as its design."""

import re
from itertools import combinations

import pytest

from hub.views import harvest as harvests
from hub.views.directions import LABELS
from hub.views.harvest import COLUMN, harvest
from hub.views.question_pages import question_page
from hub.views.sheet import Studio
from tests.views.golden import golden
from tests.views.small_hub import finding, placed, studio_of, summary, vocabulary, work

TERMS = [
    {"id": "rct", "label": "Randomised trial"},
    {"id": "cluster-rct", "label": "Cluster trial", "broader": "rct"},
    {"id": "cohort", "label": "Cohort study"},
    {"id": "survey", "label": "Survey"},
    {"id": "one", "label": "One", "broader": "other"},
    {"id": "other", "label": "Other", "broader": "one"},
]
DESIGNS = type(vocabulary("d", a="A")).model_validate({"title": "designs", "terms": TERMS})
placed(DESIGNS, "designs")


def studio(*given: tuple[str, str, str], **fields: object) -> Studio:
    """Return a studio with a summary of each design, direction and comparison."""
    records = [
        summary(f"s-{number:03}", f"k{number}", design=design, **fields,
                findings=[finding("mood", direction, comparison=comparison)])
        for number, (design, direction, comparison) in enumerate(given)
    ]  # fmt: skip
    works = [work(f"k{number}") for number in range(len(given))]
    return studio_of(DESIGNS, vocabulary("outcomes", mood="Mood"), *works, *records)


def bars(*given: tuple[str, str, str], **fields: object) -> list[dict[str, object]]:
    """Return the bars of a plot."""
    made = studio(*given, **fields)
    plot = harvest(made.sheet("evidence/"), made.questions["mood"])
    return list(plot["bars"]) if plot else []


GROUPS = "between-groups"


@pytest.mark.parametrize(
    ("design", "steps"),
    [("rct", 3), ("cluster-rct", 3), ("cohort", 2), ("survey", 1), ("one", 1), ("unheard-of", 1)],
)
def test_a_bar_is_as_tall_as_its_design(design: str, steps: int) -> None:
    """A narrower term is as tall as the one above it; a circle of terms ends."""
    assert [steps, steps] == [each["steps"] for each in bars(*[(design, "benefit", GROUPS)] * 2)]


def test_papers_on_the_same_people_are_one_bar() -> None:
    """Two papers on one cohort and another study are two bars, the first with two names."""
    three = [("cohort", "benefit", GROUPS)] * 3
    assert 3 == len(bars(*three))
    assert [] == bars(*three, cohort="north")


def test_subgroups_are_not_drawn() -> None:
    """They do not hold for everybody."""
    records = [
        summary("s-a", "k0", findings=[finding("mood", "benefit", subgroup="over 60")]),
        summary("s-b", "k1", findings=[finding("mood", "no-difference")]),
        summary("s-c", "k2", findings=[finding("mood", "harm")]),
    ]
    made = studio_of(DESIGNS, vocabulary("outcomes", mood="Mood"),
                     *(work(f"k{number}") for number in range(3)), *records)  # fmt: skip
    plot = harvest(made.sheet("evidence/"), made.questions["mood"])

    assert ["no-difference", "harm"] == [each["direction"] for each in plot["bars"]]


def test_what_compares_groups_has_a_row_of_its_own() -> None:
    """An association stands below, in the words that fit it."""
    made = studio(("rct", "benefit", GROUPS), ("cohort", "benefit", "association"))
    plot = harvest(made.sheet("evidence/"), made.questions["mood"])
    words = [[bar["words"] for bar in band["bars"]] for band in plot["bands"]]

    assert [["Benefit"], ["Favourable association"]] == words
    assert plot["bands"][0]["y"] < plot["bands"][1]["y"]


def test_bars_stand_in_their_columns_and_never_on_each_other() -> None:
    """Every direction and comparison, more of them than there is room for in a line."""
    every = [
        (design, direction.value, comparison)
        for direction in LABELS
        for design in ("rct", "cohort", "survey", "rct")
        for comparison in (GROUPS, "association", "within-group")
    ]
    made = studio(*every)
    plot = harvest(made.sheet("evidence/"), made.questions["mood"])
    drawn = plot["bars"]

    assert [*range(1, len(every) + 1)] == [each["number"] for each in drawn]
    for each in drawn:
        column = [*LABELS].index(each["direction"])
        assert COLUMN * column <= each["x"]
        assert each["x"] + each["width"] <= COLUMN * (column + 1)
        assert 0 < each["y"] < each["y"] + each["height"] < plot["height"]
    assert not [
        1 for one, two in combinations(drawn, 2)
        if one["x"] < two["x"] + two["width"] and two["x"] < one["x"] + one["width"]
        and one["y"] < two["y"] + two["height"] and two["y"] < one["y"] + one["height"]
    ]  # fmt: skip


def test_one_bar_is_no_picture_and_too_many_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lists have them all."""
    monkeypatch.setattr(harvests, "MOST", 2)
    one = ("rct", "benefit", GROUPS)

    assert [0, 2, 0] == [len(bars(*[one] * number)) for number in (1, 2, 3)]


def test_the_table_has_a_row_for_each_bar() -> None:
    """With its number, the work, what it says and its design."""
    made = studio(("rct", "benefit", GROUPS), ("cohort", "harm", "association"))
    html = question_page(made, "mood").html
    (table,) = re.findall(r'<table[^>]*id="harvest">.*?</table>', html, re.DOTALL)
    rows = [re.findall(r"<t[dh][^>]*>(?:<a[^>]*>)?([^<]*)", row)
            for row in re.findall(r"<tr>.*?</tr>", table)[1:]]  # fmt: skip

    assert [["1", "Benefit", "Randomised trial"], ["2", "Unfavourable association", "Cohort study"]
            ] == [[row[0], row[2], row[3]] for row in rows]  # fmt: skip


def test_a_picture_is_drawn_as_it_was() -> None:
    """A trial, a therapy that differs from it, and a cohort, to the letter."""
    made = studio(("rct", "benefit", GROUPS), ("cohort", "no-difference", "association"),
                  mode="arts-therapy")  # fmt: skip
    (svg,) = re.findall(r"<svg[^>]*harvest.*?</svg>", question_page(made, "mood").html, re.DOTALL)

    assert golden("harvest.svg", svg + "\n") == svg + "\n"

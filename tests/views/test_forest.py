"""Forest plots: figures of one kind alone, each where it belongs, and all of them in a table."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.model.base import Record
from hub.views import forest
from hub.views.question_pages import question_page
from hub.views.sheet import Studio
from tests.views.golden import golden
from tests.views.small_hub import finding, studio_of, summary, vocabulary, work

OUTCOMES = vocabulary("outcomes", mood="Mood")
DESIGNS = vocabulary("designs", rct="Randomised trial", meta_analysis="Meta-analysis")
WORKS = [
    work(key, author=[{"family": name}], issued={"year": year})
    for key, name, year in (("a", "Ash", 2000), ("b", "Birch", 2001), ("c", "Cedar", 2002))
]


Fields = dict[str, Any]  # of a record


def figure(value: str, low: str, high: str, **fields: object) -> Fields:
    """Return a finding on mood with an odds ratio; lower is better unless it is said."""
    told: Fields = {"direction": "benefit", "statistic": "OR", "favours": "lower", **fields}
    names = {"statistic", "favours", "note"} & told.keys()
    estimate = {"value": value, "ci": [low, high]} | {name: told.pop(name) for name in names}
    return finding("mood", str(told.pop("direction")), estimate=estimate, **told)


def studio(*findings: Fields, **fields: object) -> Studio:
    """Return a studio with a summary for each finding."""
    records: list[Record] = [
        summary(f"s-{key}", key, findings=[each], **fields)
        for key, each in zip("abc", findings, strict=False)
    ]
    return studio_of(DESIGNS, OUTCOMES, *WORKS, *records)


def kinds(*findings: Fields, **fields: object) -> list[int]:
    """Return how many figures stand in each picture."""
    found = studio(*findings, **fields).questions["mood"].findings
    return [len(rows) for rows in forest.plots_of(found).values()]


def picture(html: str) -> str:
    """Return the forest plot on a page."""
    found = re.search(r"<svg[^>]*forest.*?</svg>", html, re.DOTALL)
    assert found
    return found[0]


OURS = figure("0.5", "0.3", "0.8")


def test_two_figures_of_one_kind_make_a_picture() -> None:
    """One alone makes none."""
    assert [2] == kinds(OURS, OURS)
    assert [] == kinds(OURS)


@pytest.mark.parametrize(
    "other",
    [
        figure("0.5", "0.3", "0.8", statistic="RR"),
        figure("1.5", "1.3", "1.8", favours="higher"),
        figure("0.5", "0.3", "0.8", comparison="association"),
        figure("0.5", "0.3", "0.8", favours=None),
        figure("0.5", "0", "0.8"),
        finding("mood", "benefit", estimate={"statistic": "OR", "value": "2", "favours": "lower"}),
        finding("mood", "benefit"),
    ],
    ids=["another statistic", "another side", "another comparison", "no side", "no logarithm",
         "no interval", "no figure"],
)  # fmt: skip
def test_kinds_are_never_mixed(other: Fields) -> None:
    """What is not alike stays out, and what cannot be drawn as well."""
    assert [] == kinds(OURS, other)


def test_points_of_one_scale_are_not_those_of_another() -> None:
    """A point of one questionnaire is worth more than a point of another."""
    ours = figure("1", "0", "2", statistic="MD", measure="EPDS")

    assert [2] == kinds(ours, ours)
    assert [] == kinds(ours, ours | {"measure": "WEMWBS"})
    assert [] == kinds(ours | {"measure": None}, ours | {"measure": None})


def test_therapy_is_not_drawn_with_taking_part() -> None:
    """Each has a picture of its own, if it has two figures."""
    records = [summary("x", "a", findings=[OURS], mode="arts-therapy"),
               summary("y", "b", findings=[OURS], mode="participatory")]  # fmt: skip
    made = studio_of(DESIGNS, OUTCOMES, *WORKS, *records)

    assert {} == forest.plots_of(made.questions["mood"].findings)


def test_rows_of_one_body_of_evidence_stand_together() -> None:
    """Papers on the same people are neighbours, whatever their titles."""
    records = [summary(f"s-{key}", key, findings=[OURS], cohort=cohort)
               for key, cohort in zip("abc", ("north", None, "north"), strict=True)]  # fmt: skip
    made = studio_of(DESIGNS, OUTCOMES, *WORKS, *records)
    (rows,) = forest.plots_of(made.questions["mood"].findings).values()

    assert ["s-a", "s-c", "s-b"] == [each.summary.id for each in rows]


def test_the_side_of_benefit_is_named() -> None:
    """It is on the left where lower is better, else on the right."""
    left = picture(question_page(studio(OURS, OURS), "mood").html)
    higher = figure("1.5", "1.3", "1.8", favours="higher")
    right = picture(question_page(studio(higher, higher), "mood").html)

    assert ("← Favourable", "Unfavourable →") == sides(left)
    assert ("← Unfavourable", "Favourable →") == sides(right)


def sides(svg: str) -> tuple[str, ...]:
    """Return the words at both ends of a picture."""
    return tuple(re.findall(r">([^<]*[←→][^<]*)<", svg))


def test_rows_are_told_apart_by_what_differs() -> None:
    """What all have in common would fill the line."""
    ours = figure("0.5", "0.3", "0.8", measure="EPDS", time_point="6 months", note="Adjusted.")
    found = studio(ours, ours | {"time_point": "a year"}).questions["mood"].findings
    (rows,) = forest.plots_of(found).values()

    assert (2,) == forest.differing(rows)


def test_a_picture_says_what_to_beware_of() -> None:
    """Subgroups, pooled figures, rows that are not independent, and that nothing is pooled here."""
    ours = figure("0.5", "0.3", "0.8", subgroup="over 60")
    html = question_page(studio(ours, ours, design="meta-analysis", cohort="north"), "mood").html

    for said in ("A hollow mark is a subgroup", "the authors of a review pooled",
                 "the rows are not independent", "Nothing is pooled here."):  # fmt: skip
        assert said in html


def test_numbers_of_a_picture_stand_in_a_table() -> None:
    """As they were printed, with the work and the direction."""
    other = figure("0.70", "0.45", "1.10", direction="mixed")
    html = question_page(studio(OURS, other), "mood").html

    assert '<td class="hub-number">0.70</td><td class="hub-number">0.45 to 1.10</td>' in html
    assert "<td>Mixed results</td></tr>" in html


def test_what_is_not_drawn_is_counted() -> None:
    """Its figure stands in the list."""
    alone = figure("0.5", "0.3", "0.8", statistic="RR")

    assert "1 figure is not drawn" in question_page(studio(OURS, OURS, alone), "mood").html


def test_a_picture_has_a_title_and_a_description() -> None:
    """Both are what the image is called."""
    svg = picture(question_page(studio(OURS, OURS), "mood").html)

    assert 'role="img" aria-labelledby="forest-1-title forest-1-desc"' in svg
    assert '<title id="forest-1-title">' in svg
    assert "2 figures from 2 bodies of evidence" in svg
    assert "style=" not in svg


def test_a_picture_is_drawn_as_it_was() -> None:
    """Two trials, one of them for a subgroup, to the letter."""
    other = figure("0.9", "0.6", "1.4", subgroup="over 60", direction="no-difference")

    svg = picture(question_page(studio(OURS, other), "mood").html)
    assert golden("forest.svg", svg + "\n") == svg + "\n"


@pytest.mark.parametrize(
    ("text", "shown"), [("Ash and Birch", "Ash and Birch"), ("Ash, Birch, Cedar", "Ash, Birch…")]
)
def test_a_name_that_is_too_long_is_cut(text: str, shown: str) -> None:
    """The table has it whole."""
    assert shown == forest.cut(text, 13)


RATIOS = st.decimals("0.01", 10**4, places=2)
DIFFERENCES = st.decimals(-(10**4), 10**4, places=2)


def intervals(values: st.SearchStrategy[Decimal]) -> st.SearchStrategy[list[list[Decimal]]]:
    """Return what makes two to six intervals: lower limit, estimate, upper limit."""
    return st.lists(st.tuples(values, values, values).map(sorted), min_size=2, max_size=6)


@settings(deadline=None)  # the first time, templates are read
@given(intervals(RATIOS), st.sampled_from(["lower", "higher"]))
def test_every_ratio_stands_inside_the_frame(given_: list[list[Decimal]], side: str) -> None:
    """Ends of intervals are in order, estimates between them, and no effect is where it belongs."""
    check(given_, "OR", side, Decimal(1))


@settings(deadline=None)
@given(intervals(DIFFERENCES), st.sampled_from(["lower", "higher"]))
def test_every_difference_stands_inside_the_frame(given_: list[list[Decimal]], side: str) -> None:
    """Ends of intervals are in order, estimates between them, and no effect is where it belongs."""
    check(given_, "SMD", side, Decimal(0))


def check(given_: list[list[Decimal]], statistic: str, side: str, null: Decimal) -> None:
    """Draw intervals as the findings of one summary, and look where their marks stand."""
    findings = [
        figure(str(value), str(low), str(high), statistic=statistic, favours=side)
        for low, value, high in given_
    ]
    hub = studio_of(DESIGNS, OUTCOMES, *WORKS, summary("s-a", "a", findings=findings))
    ((kind, drawn),) = forest.plots_of(hub.questions["mood"].findings).items()
    plot = forest.plot(hub.sheet("evidence/"), 1, kind, drawn)

    assert forest.LEFT <= plot["null"] <= forest.RIGHT
    for row, (low, value, high) in zip(plot["rows"], given_, strict=True):
        assert forest.LEFT <= row["low"] <= row["x"] <= row["high"] <= forest.RIGHT
        assert plot["head"] <= row["top"] < row["y"] < plot["bottom"]
        for at, number in ((row["low"], low), (row["x"], value), (row["high"], high)):
            assert (at - plot["null"]) * float(number - null) >= 0

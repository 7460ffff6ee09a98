"""The figures that pages state are counted, and say exactly what they count."""

import pytest

from hub.model.base import Record
from hub.views.numbers import FIGURES, numbers
from hub.views.published import without_drafts
from tests.views.small_hub import finding, hub_of, summary, work

RECORDS: list[Record] = [
    work("a"),
    work("b", status="withdrawn"),
    summary("one", "a", seen="full-text", findings=[
        finding("mood", "benefit"),
        finding("mood", "benefit", subgroup="singers over 60"),
        finding("sleep", "no-difference"),
        finding("sleep", "benefit", comparison="within-group"),
    ]),
    summary("two", "b", findings=[finding("mood", "no-difference")],
            critiques=[{"reference": "a", "says": "It was small."}],
            reviewed={"on": "2026-05-06", "by": "an editor"}),
    summary("draft", "a", status="draft", findings=[finding("mood", "harm")]),
    summary("gone", "a", status="withdrawn", findings=[finding("mood", "harm")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("evidence_count", 2),
        ("reference_count", 1),
        ("finding_count", 4),
        ("findings_benefit", 2),
        ("findings_benefit_between_groups", 1),
        ("findings_no_difference", 2),
        ("findings_mixed", 0),
        ("findings_harm", 0),
        ("findings_not_estimable", 0),
        ("findings_subgroup", 1),
        ("summaries_challenged", 1),
        ("summaries_from_abstract", 1),
        ("concordat_count", 0),
        ("clause_count", 0),
        ("signatory_count", 0),
        ("last_review", "6 May 2026"),
    ],
)
def test_figures_are_counted(name: str, value: int | str) -> None:
    """Drafts, withdrawn records and subgroup findings are not counted as evidence."""
    assert value == numbers(hub_of(*RECORDS))[name]


def test_every_figure_is_explained_in_one_line() -> None:
    """The documentation lists each figure with what it means."""
    assert all(each.meaning.endswith(".") and "\n" not in each.meaning for each in FIGURES)


def test_names_are_used_once() -> None:
    """No figure hides another."""
    assert len(FIGURES) == len({each.name for each in FIGURES})


def test_empty_hub_has_figures_too() -> None:
    """A hub that begins with nothing still has a home page."""
    assert {0, "not yet"} == set(numbers(hub_of()).values())


def test_drafts_are_nowhere() -> None:
    """What views are given holds no draft; what was withdrawn is still there."""
    assert ["one", "two", "gone"] == list(without_drafts(hub_of(*RECORDS)).summaries)

"""Evidence for a question: gathered and counted, so that no sentence says more than its numbers."""

import re

import pytest

from hub.model.base import Record
from hub.model.evidence import EvidenceSummary
from hub.model.findings import Finding
from hub.publishing.frames import frame_of
from hub.views import lists, question_words
from hub.views.question_pages import (
    OUTLINE,
    question_entry,
    question_page,
    questions_page,
)
from hub.views.questions import Question, bodies, inside, verdict
from tests.views.small_hub import finding, placed, studio_of, summary, vocabulary, work

DESIGNS = vocabulary("designs", rct="Randomised trial", cohort="Cohort study")
OUTCOMES = vocabulary("outcomes", mood="Mood", sleep="Sleep", cost="Cost")
CONDITIONS = vocabulary("conditions", flu="Flu", gout="Gout")
WORKS = [work(key) for key in "abcd"]


def words(html: str) -> str:
    """Return what a reader sees, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def made(number: int, *findings: dict[str, object], **fields: object) -> EvidenceSummary:
    """Return the summary of a work of its own."""
    return summary(f"s{number}", "abcd"[number], findings=[*findings], **fields)


def asked(*records: Record, name: str = "mood") -> Question:
    """Return the question on mood in a hub of these summaries."""
    return studio_of(DESIGNS, OUTCOMES, CONDITIONS, *WORKS, *records).questions[name]


def page(*records: Record, name: str = "mood") -> str:
    """Return the words of the page of a question."""
    works = [] if any(each.id == "a" for each in records) else WORKS
    return words(
        question_page(studio_of(DESIGNS, OUTCOMES, CONDITIONS, *works, *records), name).html
    )


BENEFIT, NONE = finding("mood", "benefit"), finding("mood", "no-difference")
CANNOT, MIXED = finding("mood", "not-estimable"), finding("mood", "mixed")
OTHER = "Other, or several kinds together"
TAKING = {"mode": "participatory"}


def test_there_is_a_question_for_each_outcome_with_findings() -> None:
    """An outcome that nobody has studied is none, and stands among the kinds of nothing."""
    studio = studio_of(DESIGNS, OUTCOMES, *WORKS, made(0, BENEFIT))

    assert ["mood"] == [*studio.questions]
    assert "Nobody has searched for this yet. Sleep, Cost." in words(questions_page(studio).html)


def test_the_outline_of_the_list_has_its_frame() -> None:
    """What stands around it is known without it."""
    listed = questions_page(studio_of(DESIGNS, OUTCOMES, *WORKS, made(0, BENEFIT)))

    assert frame_of(listed) == frame_of(OUTLINE)


def test_a_condition_is_a_question_of_its_own_if_two_bodies_of_evidence_bear_on_it() -> None:
    """Flu has two; gout has one. What is about flu leads to the rest and back."""
    records = [made(0, BENEFIT, conditions=["flu", "gout"]), made(1, NONE, conditions=["flu"]),
               made(2, NONE)]  # fmt: skip
    studio = studio_of(DESIGNS, OUTCOMES, CONDITIONS, *WORKS, *records)

    assert ["mood", "mood/flu"] == [*studio.questions]
    assert "Flu: mood" == studio.questions["mood/flu"].title
    assert 'href="../../../evidence/questions/mood/flu/"' in question_page(studio, "mood").html
    assert 'href="../../../../evidence/questions/mood/"' in question_page(studio, "mood/flu").html


def test_what_all_summaries_are_about_is_said() -> None:
    """A condition that every one names needs no page of its own."""
    records = [made(number, BENEFIT, conditions=["flu"]) for number in range(2)]

    assert "2 findings from 2 works. All of it is about flu." in page(*records)


@pytest.mark.parametrize(
    ("label", "said"), [("Use of services", "use of services"), ("COPD", "COPD"), ("A", "a")]
)
def test_a_label_inside_a_sentence_begins_small(label: str, said: str) -> None:
    """Abbreviations stay as they are."""
    assert said == inside(label)


def test_a_review_may_hold_a_study_that_is_listed_too() -> None:
    """Nobody can tell from the records; it is said, where there is another work."""
    said = "A review may hold a study that is listed here as well."

    assert said in page(made(0, BENEFIT, design="meta-analysis"), made(1, BENEFIT))
    assert said not in page(made(0, BENEFIT), made(1, BENEFIT))
    assert said not in page(made(0, BENEFIT, design="meta-analysis"))


def test_papers_on_one_cohort_are_one_body_of_evidence() -> None:
    """Three summaries of two groups of people count as two."""
    records = [made(0, BENEFIT, cohort="north"), made(1, BENEFIT, cohort="north"), made(2, BENEFIT)]

    assert 2 == len(bodies(asked(*records).findings)) == asked(*records).sources
    said = "3 findings from 3 works. Papers on the same people count once: 2 studies or reviews."
    assert said in page(*records)


@pytest.mark.parametrize(
    ("directions", "answer"),
    [
        ([("benefit", False), ("benefit", False)], "benefit"),
        ([("benefit", False), ("no-difference", False)], "mixed"),
        ([("benefit", False), ("no-difference", True)], "no-difference"),
        ([("benefit", False), ("not-estimable", False)], "benefit"),
        ([("not-estimable", False)], "not-estimable"),
    ],
)
def test_a_body_of_evidence_says_what_its_main_outcomes_say(
    directions: list[tuple[str, bool]], answer: str
) -> None:
    """More than one answer is a mixed one; not to know is no answer beside others."""
    found = [finding("mood", direction, primary=main) for direction, main in directions]

    assert answer == verdict([*map(Finding.model_validate, found)])


def test_two_that_say_the_same_agree() -> None:
    """It is said for one kind of activity at a time."""
    question = asked(made(0, BENEFIT, **TAKING), made(1, BENEFIT, **TAKING), made(2, NONE))

    said = "Taking part in the arts: all 2 studies or reviews that compare groups found a benefit."
    assert [said] == question_words.agreements(question)
    assert [] == question_words.disagreements(question)
    alone = "one study or review compares groups. It found no difference."
    assert [f"{OTHER}: {alone}"] == question_words.alone(question)


def test_two_that_say_different_things_are_counted() -> None:
    """Nobody decides who is right."""
    question = asked(made(0, BENEFIT, **TAKING), made(1, NONE, **TAKING), made(2, NONE, **TAKING))

    assert [] == question_words.agreements(question)
    said = (
        "of 3 studies or reviews that compare groups, 1 found a benefit and 2 found no difference."
    )
    assert [f"Taking part in the arts: {said}"] == question_words.disagreements(question)


def test_therapy_never_agrees_with_taking_part() -> None:
    """What a therapist does is not what a choir does."""
    question = asked(made(0, BENEFIT, **TAKING), made(1, BENEFIT, mode="arts-therapy"))

    assert [] == question_words.agreements(question)
    assert 2 == len(question_words.alone(question))


@pytest.mark.parametrize("shared", [CANNOT, MIXED])
def test_not_to_know_is_no_agreement(shared: dict[str, object]) -> None:
    """Two that could not tell, or that were mixed, agree on nothing."""
    assert [] == question_words.agreements(asked(made(0, shared), made(1, shared)))


def test_where_not_one_could_tell_is_said() -> None:
    """It is neither agreement nor difference."""
    question = asked(made(0, CANNOT, **TAKING), made(1, CANNOT, **TAKING))

    assert [] == question_words.disagreements(question)
    said = (
        "Taking part in the arts: not one of 2 studies or reviews that compare groups could tell."
    )
    assert said == question_words.unknowns(question)[0]


def test_a_subgroup_speaks_for_nobody_else() -> None:
    """It is listed by itself, and no count has it."""
    question = asked(made(0, NONE | {"primary": True}, BENEFIT | {"subgroup": "over 60"}),
                     made(1, NONE))  # fmt: skip

    said = f"{OTHER}: all 2 studies or reviews that compare groups found no difference."
    assert [said] == question_words.agreements(question)
    assert 1 == len(question.in_subgroups)


def test_a_change_within_one_group_is_no_benefit() -> None:
    """It is kept apart; where only it speaks of something good, that is said."""
    before_after = BENEFIT | {"comparison": "within-group"}
    records = [made(0, before_after), made(1, NONE)]
    said = page(*records)

    assert [("One study or review without a comparison of groups speaks of something good. Of "
            "those that compare groups, none found a benefit.")
            ] == question_words.disagreements(asked(*records))  # fmt: skip
    assert "Before and after, in one group" in said
    assert "Improvement within one group: 1" in said
    assert "it cannot show an effect" in said


def test_without_a_comparison_nothing_shows_an_effect() -> None:
    """An association is none."""
    question = asked(made(0, BENEFIT | {"comparison": "association"}))

    said = "Nothing here compares groups. So nothing here shows an effect."
    assert said == question_words.unknowns(question)[0]


def test_what_is_not_known_is_counted() -> None:
    """Findings that cannot tell, figures without intervals, works that nobody read in full."""
    sized = BENEFIT | {"estimate": {"statistic": "MD", "value": "1", "ci": ["0", "2"]}}
    question = asked(made(0, sized, CANNOT, seen="full-text", **TAKING), made(1, NONE, **TAKING))

    assert [
        "1 finding could not tell either way.",
        "How large: 1 of 3 findings has a figure with an interval.",
        "Of 2 works, 1 was not read in full.",
    ] == question_words.unknowns(question)


def test_the_kinds_of_nothing_are_told_apart() -> None:
    """No difference is not the same as no study, nor as no search."""
    said = page(made(0, NONE))

    assert "Studied, and no difference found. 1 study or review compared groups" in said
    assert "Nobody has noted a full search for this question." in said
    assert "Studied, and no difference found" not in page(made(0, NONE), made(1, BENEFIT))


def test_a_search_is_said() -> None:
    """When, where and by whom."""
    searched = {"on": "2026-05-01", "where": "PubMed", "by": "an editor"}
    outcomes = type(OUTCOMES).model_validate(
        {"title": "outcomes", "terms": [{"id": "mood", "label": "Mood", "searched": searched}]}
    )
    records = [placed(outcomes, "outcomes"), DESIGNS, *WORKS, made(0, NONE)]
    said = words(question_page(studio_of(*records), "mood").html)

    assert "Last searched: PubMed, 1 May 2026, by an editor." in said
    assert "Nobody has noted" not in said


def test_critiques_stand_above_what_was_found() -> None:
    """A reader meets the challenge first."""
    said = page(made(0, BENEFIT, critiques=[{"reference": "b", "says": "Nobody was asked."}]),
                made(1, NONE))  # fmt: skip

    assert "1 of 2 works here has been challenged" in said
    assert said.index("Nobody was asked.") < said.index("In short")


def test_a_retracted_work_is_named_and_not_counted() -> None:
    """It does not disappear, and it does not count."""
    said = page(work("a", state="retracted"), *WORKS[1:], made(0, BENEFIT), made(1, NONE))

    assert "Retracted, and not counted here Summary s0" in said
    assert "1 finding from 1 work." in said


def test_harms_and_silence_are_counted() -> None:
    """Silence is not absence."""
    said = page(made(0, NONE, harms={"status": "reported", "text": "Two falls."}),
                made(1, NONE, harms={"status": "none-reported"}), made(2, NONE))  # fmt: skip

    assert "Of 3 works, 1 reports harms, 1 says there were none, and 1 says nothing." in said
    assert "Two falls. Summary s0" in said


def test_cost_and_equity_are_told_with_their_works() -> None:
    """In the words of the summaries."""
    said = page(made(0, NONE, cost="Cheap.", equity="No men."), made(1, NONE))

    assert "1 of 2 works says something of cost." in said
    assert "Cheap. Summary s0" in said
    assert "No men. Summary s0" in said


def test_grades_keep_their_scales() -> None:
    """They are counted, each on its own scale, and those without one as well."""
    low = {"scale": "grade", "level": "low", "assessor": "authors"}
    said = page(made(0, NONE | {"certainty": low}, NONE | {"certainty": low}), made(1, NONE))

    assert "Of 3 findings for everybody, 1 has no grade." in said
    assert "2 findings: Low certainty (GRADE, by the authors)" in said


def test_a_very_long_question_shows_how_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it is where its summaries are browsed."""
    monkeypatch.setattr(lists, "LONG", 2)
    monkeypatch.setattr(lists, "SHOWN", 1)
    said = page(*(made(number, NONE) for number in range(3)))

    assert "Summary s0" in said
    assert "Summary s2" not in said.partition("The same as a table")[0]
    assert "All summaries on Mood" in said


def test_the_list_of_questions_counts_what_compares_groups() -> None:
    """Others have a column of their own."""
    studio = studio_of(
        DESIGNS, OUTCOMES, *WORKS, made(0, BENEFIT), made(1, NONE),
        made(2, BENEFIT | {"comparison": "association"}),
        made(3, finding("sleep", "no-difference")),
    )  # fmt: skip
    said = words(questions_page(studio).html)

    assert "Mood 1 1 0 0 0 1" in said
    assert "Sleep 0 1 0 0 0 0" in said
    assert "Studied, and no difference found. Sleep ." in said


def test_a_question_is_found_by_all_names_of_what_it_is_about() -> None:
    """It comes after the summaries themselves."""
    entry = question_entry(studio_of(DESIGNS, OUTCOMES, *WORKS, made(0, NONE)), "mood")

    assert ("evidence/questions/mood/", True) == (entry.address, entry.is_minor)
    assert "Mood. 1 finding from 1 work." == entry.text


def test_a_question_is_chosen_with_its_outcome_and_what_all_of_it_is_about() -> None:
    """Its facets are those that a reader of summaries chooses by."""
    entry = question_entry(studio_of(DESIGNS, OUTCOMES, *WORKS, made(0, NONE)), "mood")

    assert (("kind", "Question"), ("outcome", "Mood")) == entry.filters

"""Evidence summaries: true to what was read, and as honest about nulls as about benefits.

`figures.json` was frozen from the notes that were taken when the works were read, not from the
summaries. Figures that were read only in the press, in a restatement or in a garbled copy are
not in it, so that a summary that prints one fails here.
"""

import json
import re
from pathlib import Path
from typing import TypedDict

import pytest

from hub.model.estimates import Estimate
from hub.model.evidence import EvidenceSummary, Mode, Seen
from hub.model.findings import Comparison, Direction
from hub.model.hub import Hub
from hub.model.values import Number


class Figures(TypedDict):
    """What may be printed of one work."""

    summary: bool
    participants: int | None
    studies: int | None
    estimates: list[list[str | None]]
    quotes: list[str]
    numbers: list[str]


FIGURES: dict[str, Figures] = json.loads(
    Path(__file__).with_name("figures.json").read_text(encoding="utf-8")
)
SUMMED_UP = sorted(key for key, figures in FIGURES.items() if figures["summary"])
READ_ELSEWHERE = [
    "Aalbers2017", "Bind2025", "Bradt2021", "Crawford2012", "Geretsegger2022", "GordonNesbitt2017",
    "vanderSteen2018",
]  # fmt: skip
"""Works of which the results were read only in the press or in a restatement."""
NO_RESULT_READ = {
    "a protocol": ["Crawford2010", "Gold2019", "Muhl2023protocol"],
    "a framework or a glossary": [
        "DaviesClift2022", "Guyatt2008", "PuttickLudlow2012", "PuttickLudlow2013",
    ],
    "not read": ["Fancourt2021leisure", "Marmot2010", "StuckeyNobel2010"],
    "read up to its results": [
        "Baker2022", "BungayClift2010", "Deshmukh2018", "Han2025", "Jensen2024", "Karkou2023",
        "McNamara2017", "Meekums2015", "Uttley2015hta",
    ],
    "retracted": ["Malik2020retracted"],
}  # fmt: skip
"""Works in the notes that have a page in the library and no summary, with the reason."""
_NUMBER = re.compile(r"(?<![A-Za-z\d.])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)")

every_work = pytest.mark.parametrize("key", SUMMED_UP)


def summary_of(hub: Hub, key: str) -> EvidenceSummary:
    """Return the summary of a work."""
    summary = hub.summary_of(key)
    assert summary is not None, f"{key} has no summary"
    return summary


def numbers(text: str) -> set[str]:
    """Return the numbers that stand in a text, without signs and thousands commas."""
    return {found.replace(",", "") for found in _NUMBER.findall(text)}


def figure(value: Number | str | None) -> float | None:
    """Return a printed number as a number, so that 0.80 is 0.8."""
    return None if value is None else float(value)


def as_row(estimate: Estimate) -> tuple[float | None, float | None, float | None, str | None]:
    """Return value, interval and p of an estimate."""
    low, high = estimate.ci or (None, None)
    return figure(estimate.value), figure(low), figure(high), estimate.p


def test_every_work_that_was_read_is_summed_up_or_known_not_to_be(hub: Hub) -> None:
    """Sixty-seven works were looked at: none is forgotten, and none is in both lists."""
    without = [key for keys in NO_RESULT_READ.values() for key in keys]

    assert 67 == len({*SUMMED_UP, *without}) == len(SUMMED_UP) + len(without)
    assert set() == {*SUMMED_UP, *without} - hub.references.keys()


def test_a_work_without_a_result_has_no_effect(hub: Hub) -> None:
    """It has its page in the library; no summary gives it one, and no finding quotes it."""
    without = {key for keys in NO_RESULT_READ.values() for key in keys}
    findings = [each for summary in hub.summaries.values() for each in summary.findings]

    assert set() == without & {each.source for each in hub.summaries.values()}
    assert set() == without & {each.quote.reference for each in findings if each.quote}


def test_an_unreliable_restatement_shows_no_direction(hub: Hub) -> None:
    """Notes that give two figures for one thing cannot tell which way a finding points."""
    findings = summary_of(hub, "Bradt2021").findings

    assert {Direction.NOT_ESTIMABLE} == {each.direction for each in findings}


def test_every_summary_is_in_the_notes(hub: Hub) -> None:
    """No work is summed up of which nothing was noted."""
    assert set(SUMMED_UP) == {each.source for each in hub.summaries.values()}


@every_work
def test_estimates_are_those_that_were_read(hub: Hub, key: str) -> None:
    """Every value, interval and p value stands together in the notes on the work."""
    read = {
        (figure(value), figure(low), figure(high), p)
        for value, low, high, p in FIGURES[key]["estimates"]
    }
    shown = {as_row(each.estimate) for each in summary_of(hub, key).findings if each.estimate}

    assert set() == shown - read


@every_work
def test_no_figure_that_was_read_is_left_out(hub: Hub, key: str) -> None:
    """A null is not dropped: what was read is shown."""
    shown = [each.estimate for each in summary_of(hub, key).findings if each.estimate]

    assert len(FIGURES[key]["estimates"]) == len(shown)


@every_work
def test_sizes_are_those_that_were_read(hub: Hub, key: str) -> None:
    """Numbers of people and of studies are those of the notes, or left out with them."""
    summary = summary_of(hub, key)

    assert FIGURES[key]["participants"] == summary.participants
    assert FIGURES[key]["studies"] == summary.studies


@every_work
def test_numbers_in_words_are_those_that_were_read(hub: Hub, key: str) -> None:
    """Each number in any text stands in the notes on the work or on a work it cites."""
    shown = summary_of(hub, key).model_dump_json(exclude={"reviewed"})
    cited = [name for name in FIGURES if re.search(rf"\b{name}\b", shown)]
    read = {number for name in cited for number in FIGURES[name]["numbers"]}

    assert set() == numbers(shown) - read


@every_work
def test_quotations_are_exact(hub: Hub, key: str) -> None:
    """Each quotation stands, to the letter, in a quotation that was noted."""
    shown = [each.quote.text for each in summary_of(hub, key).findings if each.quote]
    noted = FIGURES[key]["quotes"]

    assert [] == [words for words in shown if not any(words in quote for quote in noted)]


@pytest.mark.parametrize("key", READ_ELSEWHERE)
def test_a_result_read_elsewhere_has_no_figure(hub: Hub, key: str) -> None:
    """A result known from the press or from a restatement is told without its number."""
    findings = summary_of(hub, key).findings

    assert [] == [each for each in findings if each.estimate]
    assert all(each.read_in for each in findings)


def test_a_finding_without_a_checked_figure_has_no_estimate(hub: Hub) -> None:
    """Where a statement says "not checked", no number is shown."""
    findings = [each for summary in hub.summaries.values() for each in summary.findings]

    assert [] == [each for each in findings if "not checked" in each.statement and each.estimate]


def test_a_null_result_says_so_throughout(hub: Hub) -> None:
    """Group art therapy for schizophrenia made no difference to any outcome."""
    findings = summary_of(hub, "Crawford2012").findings

    assert {Direction.NO_DIFFERENCE} == {each.direction for each in findings}


def test_a_subgroup_result_is_not_the_overall_result(hub: Hub) -> None:
    """Singing helped a subgroup of mothers, not mothers overall."""
    findings = summary_of(hub, "FancourtPerkins2018").findings

    assert [Direction.NO_DIFFERENCE] == [each.direction for each in findings if not each.subgroup]
    assert [Direction.BENEFIT] == [each.direction for each in findings if each.subgroup]


def test_a_review_that_cannot_judge_says_so(hub: Hub) -> None:
    """The systematic review of social prescribing in the UK gives no direction."""
    review = summary_of(hub, "Bickerdike2017")

    assert "systematic-review" == review.design
    assert {Direction.NOT_ESTIMABLE} == {each.direction for each in review.findings}


@pytest.mark.parametrize("criticised", ["FancourtFinn2019", "FancourtWarranAughterson2020"])
def test_critique_and_criticised_name_each_other(hub: Hub, criticised: str) -> None:
    """A critique is linked from what it criticises, and the other way round."""
    critiques = [each.reference for each in summary_of(hub, criticised).critiques]

    assert "Clift2021" in critiques
    assert f"@{criticised}" in summary_of(hub, "Clift2021").question.population


def test_the_critique_has_no_figure(hub: Hub) -> None:
    """An argument is not a measurement."""
    assert [] == [each for each in summary_of(hub, "Clift2021").findings if each.estimate]


@pytest.mark.parametrize("key", ["Crone2018", "Fancourt2016", "Thomson2018"])
def test_a_change_within_a_group_is_not_a_difference_between_groups(hub: Hub, key: str) -> None:
    """Studies that report only changes over time show no comparison of groups."""
    comparisons = {each.comparison for each in summary_of(hub, key).findings}

    assert Comparison.BETWEEN_GROUPS not in comparisons


def test_cohorts_show_associations_only(hub: Hub) -> None:
    """A study that only observes shows no effect."""
    cohorts = [each for each in hub.summaries.values() if each.design == "cohort"]

    assert {Comparison.ASSOCIATION} == {
        finding.comparison for cohort in cohorts for finding in cohort.findings
    }


@pytest.mark.parametrize(
    "pair", [("FancourtSteptoe2019", "FancourtTymoszuk2019"), ("Rena2023", "Story2021")]
)
def test_papers_on_the_same_people_share_a_cohort_and_say_so(
    hub: Hub, pair: tuple[str, str]
) -> None:
    """Two papers on one panel are not independent, and each names the other."""
    first, second = (summary_of(hub, key) for key in pair)

    assert first.cohort is not None
    assert first.cohort == second.cohort
    assert f"@{second.source}" in " ".join(first.limitations)
    assert f"@{first.source}" in " ".join(second.limitations)


@pytest.mark.parametrize("key", ["Aalbers2017", "Crawford2012", "Geretsegger2022", "Uttley2015bmc"])
def test_therapy_is_not_called_participation(hub: Hub, key: str) -> None:
    """Therapies given by therapists are marked as such."""
    assert Mode.ARTS_THERAPY == summary_of(hub, key).mode


def test_nothing_claims_that_a_full_text_was_read(hub: Hub) -> None:
    """The works were read in abstracts and secondary sources, and each summary says so."""
    read = [summary_of(hub, key) for key in SUMMED_UP]

    assert Seen.FULL_TEXT not in {each.seen for each in read}
    assert all(each.seen_note.endswith("No full text.") for each in read)


@every_work
def test_the_plain_summary_is_short(hub: Hub, key: str) -> None:
    """A plain summary has between 60 and 105 words."""
    assert 60 <= len(summary_of(hub, key).plain_summary.split()) <= 105


@pytest.mark.parametrize(
    ("vocabulary", "synonym", "term"),
    [
        ("art-forms", "choir", "singing"),
        ("art-forms", "vocal", "singing"),
        ("outcomes", "PND", "postnatal-depression"),
        ("conditions", "PND", "postnatal-depression"),
        ("designs", "RCT", "rct"),
    ],
)
def test_a_word_that_readers_type_leads_to_the_term(
    hub: Hub, vocabulary: str, synonym: str, term: str
) -> None:
    """Synonyms lead to the preferred term."""
    found = hub.find_term(vocabulary, term)

    assert found is not None
    assert synonym in found.alt_labels


def test_mesh_numbers_are_those_that_were_seen(hub: Hub) -> None:
    """Eleven MeSH identifiers were seen in public files; no other is claimed."""
    claimed = {
        term.id: match.id
        for term in hub.vocabularies["conditions"].terms
        for match in term.exact_match
    }
    seen = {
        "dementia": "D003704",
        "alzheimer-disease": "D000544",
        "depression": "D003863",
        "depressive-disorder": "D003866",
        "anxiety": "D001007",
        "anxiety-disorders": "D001008",
        "schizophrenia": "D012559",
        "bipolar-disorder": "D001714",
        "parkinson-disease": "D010300",
        "stroke": "D020521",
        "copd": "D029424",
    }

    assert seen == claimed

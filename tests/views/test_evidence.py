"""Evidence pages claim no more than was found, and show what speaks against it first."""

import json
import random
import re

import pytest

from hub.model.base import Record
from hub.model.certainty import Certainty
from hub.model.estimates import Estimate
from hub.model.findings import Finding
from hub.page import Page
from hub.views.directions import headline, sign
from hub.views.evidence import evidence_page
from hub.views.findings import certainty, figures
from hub.views.json_ld import script
from hub.views.related import FEW, Kinship
from hub.views.search_entries import Finder
from hub.views.settings import Settings
from hub.views.summaries import summary_page
from tests.views.small_hub import finding, hub_of, studio_of, summary, vocabulary, work

DESIGNS = vocabulary("designs", rct="Randomised trial")
OUTCOMES = vocabulary("outcomes", mood="Mood", sleep="Sleep")
ART_FORMS = vocabulary("art-forms", singing="Singing")


def page_of(summary_id: str, *records: Record, settings: Settings | None = None) -> Page:
    """Return the page of one summary in a hub of these records."""
    studio = studio_of(DESIGNS, OUTCOMES, ART_FORMS, *records)
    return summary_page(studio, studio.hub.summaries[summary_id], settings or Settings())


def words(html: str) -> str:
    """Return what a reader sees, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def made(**fields: object) -> Finding:
    """Return a finding."""
    return Finding.model_validate(finding("mood", "benefit") | fields)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Benefit"),
        ({"comparison": "within-group"}, "Improvement within one group"),
        ({"comparison": "association"}, "Favourable association"),
        ({"comparison": "association", "direction": "no-difference"}, "No association"),
        ({"comparison": "description", "direction": "not-estimable"}, "Not estimable"),
        ({"subgroup": "over 60"}, "Benefit, in a subgroup"),
    ],
)
def test_direction_is_named_after_what_was_compared(fields: dict[str, str], said: str) -> None:
    """Only a comparison between groups is called a benefit and no more."""
    assert said == sign(made(**fields)).words


def test_subgroup_does_not_head_a_summary() -> None:
    """A trial without a difference overall is a trial without a difference."""
    record = summary("x", "a", findings=[
        finding("mood", "benefit", subgroup="over 60", primary=True),
        finding("mood", "no-difference", primary=True),
        finding("sleep", "benefit"),
    ])  # fmt: skip

    assert ["No difference"] == [each.words for each in headline(record)]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"statistic": "SMD", "value": "-0.98", "ci": ["-1.69", "-0.27"], "p": "0.004",
          "note": "9 studies"},
         "Standardised mean difference −0.98 (95% CI −1.69 to −0.27; p = 0.004); 9 studies"),
        ({"statistic": "OR", "value": "0.70", "p": "<0.001"}, "Odds ratio 0.70 (p < 0.001)"),
        ({"statistic": "F", "p": "0.16", "note": "F(4, 262) = 1.66"}, "p = 0.16; F(4, 262) = 1.66"),
        ({"statistic": "percent", "value": "51.7"}, "51.7%"),
        ({"statistic": "other", "note": "median 3"}, "median 3"),
    ],
)  # fmt: skip
def test_figures_are_a_line_of_text(fields: dict[str, object], line: str) -> None:
    """Digits stay as printed, and a minus sign is a minus sign."""
    assert line == figures(Estimate.model_validate(fields))


@pytest.mark.parametrize(
    ("scale", "level", "shown"),
    [
        ("grade", "very low", {"level": "very-low", "scale": "GRADE"}),
        ("cerqual", "low", {"level": "low", "words": "Low confidence", "filled": 2, "of": 4}),
        ("nesta", "3", {"level": "3", "words": "Level 3", "filled": 3, "of": 5}),
        ("authors", "Grade B", {"scale": "in their own words", "words": "“Grade B”"}),
    ],
)
def test_certainty_stays_on_its_scale(scale: str, level: str, shown: dict[str, object]) -> None:
    """Scales are never turned into each other."""
    given = Certainty.model_validate({"scale": scale, "level": level, "assessor": "authors"})

    assert shown.items() <= certainty(given).items()


def test_source_is_the_first_reference() -> None:
    """The work summed up is number 1, whatever the text cites."""
    html = page_of("x", work("a"), work("b"), summary("x", "a", plain_summary="See [@b].")).html

    assert html.index('id="ref-1"') < html.index("The a study") < html.index("The b study")


def test_finding_says_what_it_was_compared_with() -> None:
    """The comparator stands with the finding that rests on it."""
    question = {"population": "p", "intervention": "i", "comparator": "a gardening group"}
    record = summary("x", "a", findings=[finding("mood", "benefit")], question=question)

    assert "Compared with: a gardening group" in words(page_of("x", work("a"), record).html)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"comparison": "within-group"}, "it cannot show an effect"),
        ({"comparison": "association"}, "does not show that one thing caused the other"),
        ({"subgroup": "choirs of ten"}, "For a subgroup only: choirs of ten."),
        ({"read_in": "a press report"}, "Read in: a press report."),
        ({}, "Not graded by the authors"),
    ],
)
def test_limits_of_a_finding_are_said_in_words(fields: dict[str, str], said: str) -> None:
    """A reader is told what a finding cannot show."""
    record = summary("x", "a", findings=[finding("mood", "benefit", **fields)])

    assert said in words(page_of("x", work("a"), record).html)


def test_quote_leads_to_its_place() -> None:
    """The source's words come with the work and where in it they stand."""
    quote = {"text": "they sang better", "locator": "p. 9"}
    record = summary("x", "a", findings=[finding("mood", "benefit", quote=quote)])

    assert "they sang better [ 1 , p. 9]" in words(page_of("x", work("a"), record).html)


def test_state_of_the_work_stands_above_the_answer_in_full() -> None:
    """A retraction is read before any finding."""
    gone = work("a", state="retracted", state_date="2025-01-31", state_notice="10.1234/gone")
    html = page_of("x", gone, summary("x", "a", findings=[finding("mood", "benefit")])).html

    assert "This work has been retracted on 31 January 2025" in words(html)
    assert 'href="https://doi.org/10.1234/gone"' in html
    assert html.index("has been retracted") < html.index('id="findings"')


def test_critique_is_shown_on_both_pages() -> None:
    """A work is challenged on its own page, and the challenger's page says whom it challenges."""
    records = [
        work("a"), work("b"), summary("critic", "b"),
        summary("x", "a", critiques=[{"reference": "b", "says": "Nobody was asked."}]),
    ]  # fmt: skip

    assert "This work has been challenged Nobody was asked." in words(page_of("x", *records).html)
    assert "Summary x : Nobody was asked." in words(page_of("critic", *records).html)


def test_same_cohort_is_one_body_of_evidence() -> None:
    """Papers on the same people name each other."""
    ours, theirs = summary("x", "a", cohort="north"), summary("y", "b", cohort="north")
    html = page_of("x", work("a"), work("b"), ours, theirs).html

    assert "they are one body of evidence" in words(html)
    assert 'href="../../../evidence/summaries/y/"' in html


def test_related_summaries_share_most() -> None:
    """A shared outcome counts more than a shared art form; the record itself is not related."""
    records = [work(key) for key in "abcd"]
    ours = summary("x", "a", art_forms=["singing"], findings=[finding("mood", "benefit")])
    hub = hub_of(
        *records, OUTCOMES, ART_FORMS, ours,
        summary("art", "b", art_forms=["singing"]),
        summary("outcome", "c", findings=[finding("mood", "no-difference")]),
        summary("other", "d", findings=[finding("sleep", "benefit")]),
    )  # fmt: skip

    assert [("outcome", ["mood"]), ("art", ["singing"])] == [
        (each.id, shared) for each, shared in Kinship(hub).related(ours)
    ]


def test_related_summaries_are_those_that_one_by_one_comparison_finds() -> None:
    """Scores added for all summaries at once are those of the rule, ties going by id."""
    chance = random.Random(1)  # noqa: S311 - any mix will do
    records = [
        summary(
            f"s-{number:02}", "a", title=f"Title {chance.random()}",
            cohort=chance.choice([None, None, "north", "south"]),
            art_forms=chance.sample("abcde", chance.randrange(4)),
            findings=[finding(each, "benefit") for each in chance.sample("uvwxyz", 2)],
        )
        for number in range(40)
    ]  # fmt: skip
    kinship = Kinship(hub_of(work("a"), *records))

    for ours in records:
        scores = {
            each.id: 2 * len({*ours.outcomes} & {*each.outcomes})
            + len({*ours.art_forms} & {*each.art_forms})
            for each in records
            if each is not ours and (each.cohort is None or each.cohort != ours.cohort)
        }
        best = sorted((-score, name) for name, score in scores.items() if score)[:FEW]
        assert [name for _, name in best] == [each.id for each, _ in kinship.related(ours)]


def test_unknown_things_are_said_to_be_unknown() -> None:
    """Silence on harms is not absence of harm, and an unknown size is not left out."""
    said = words(page_of("x", work("a"), summary("x", "a")).html)

    assert "says nothing of harms, which does not mean that there were none" in said
    assert "Size Not stated" in said
    assert "Cost Nothing read" in said
    assert "No result was read, so none is shown." in said


def test_headings_of_the_page_are_its_contents() -> None:
    """Every entry of the table of contents is an h2 on the page, in the same order."""
    page = page_of("x", work("a"), summary("x", "a", findings=[finding("mood", "benefit")]))

    assert [each.id for each in page.headings] == re.findall(r'<h2 id="([^"]+)"', page.html)


def test_withdrawn_summary_keeps_its_address() -> None:
    """Nothing of what it said is left but its title and its source."""
    record = summary("x", "a", status="withdrawn", answer="Choirs cure colds.")
    page = page_of("x", work("a"), record)

    assert "This summary has been withdrawn" in words(page.html)
    assert "colds" not in page.html + page.head + page.description


def test_contributed_text_is_never_markup() -> None:
    """Whatever field it is in, a tag of the writer's is shown as it was written."""
    bad = "<script>alert(1)</script>"
    found = finding("mood", "benefit", statement=bad, subgroup=bad, measure=bad, read_in=bad)
    record = summary(
        "x", "a", title=bad, answer=bad, plain_summary=bad, country=[bad], seen_note=bad,
        findings=[found], limitations=[bad], harms={"status": "reported", "text": bad},
    )  # fmt: skip
    page = page_of("x", work("a", title="T"), record)

    assert "<script" not in page.html
    assert 1 == page.head.count("<script")
    assert 1 == page.head.count("</script")


def test_structured_data_is_json() -> None:
    """The head describes the page and the work, and cannot be broken out of."""
    article = work("a", doi="10.1234/a", issued={"year": 2018, "month": 7})
    settings = Settings(site_url="https://hub.example/")
    page = page_of("x", article, summary("x", "a"), settings=settings)
    opening, closing = '<script type="application/ld+json">', "</script>"
    data = json.loads(page.head.partition(opening)[2].partition(closing)[0])

    assert "https://hub.example/evidence/summaries/x/" == data["url"]
    assert "ScholarlyArticle" == data["about"]["@type"]
    assert "2018-07" == data["about"]["datePublished"]
    assert "\\u003c/script>" in script({"name": "</script>"})


def test_search_finds_by_synonym_and_facet() -> None:
    """A summary is found by its terms, their synonyms and its directions, not by its subgroups."""
    record = summary("x", "a", art_forms=["singing"], findings=[
        finding("mood", "no-difference"), finding("mood", "benefit", subgroup="over 60"),
    ])  # fmt: skip
    hub = hub_of(DESIGNS, OUTCOMES, ART_FORMS, work("a", issued={"year": 2018}), record)
    entry = Finder(hub).summary(record)

    assert entry is not None
    assert {
        ("kind", "Evidence summary"), ("design", "Randomised trial"), ("art form", "Singing"),
        ("outcome", "Mood"), ("direction", "No difference"), ("certainty", "Not graded"),
        ("year", "2018"),
    } == set(entry.filters)  # fmt: skip


INDEX = evidence_page(studio_of(
    DESIGNS, OUTCOMES, ART_FORMS, work("a", issued={"year": 2018}), work("b", state="concern"),
    summary("x", "a", art_forms=["singing"], participants=1165, findings=[
        finding("mood", "no-difference"), finding("mood", "benefit", subgroup="over 60"),
    ]),
    summary("y", "b", findings=[finding("mood", "benefit", comparison="within-group")]),
    summary("z", "b", status="withdrawn"),
))  # fmt: skip


def test_index_counts_each_outcome_by_direction() -> None:
    """One row says how many summaries there are, how findings point, and what is in subgroups."""
    row = re.search(r"<tr><th scope=\"row\">(.*?)</tr>", INDEX.html)

    assert row is not None
    assert "Mood 2 1 1 0 0 0 1" == words(row[1])


def test_index_lists_a_subgroup_as_one() -> None:
    """What holds for a few is marked where it is listed."""
    assert "Benefit, in a subgroup Summary x only for: over 60" in words(INDEX.html)


def test_index_tells_what_nobody_looked_for() -> None:
    """An outcome without findings is named, and not passed over."""
    assert "Nobody has searched for this yet. Sleep." in words(INDEX.html)


def test_index_has_a_card_for_each_published_summary() -> None:
    """Withdrawn summaries have no card; the state of a work is on its card."""
    assert 2 == INDEX.html.count('class="hub-card"')
    assert "Summary y Expression of concern" in words(INDEX.html)
    assert "1,165 participants 2018" in words(INDEX.html)


def test_index_groups_by_art_form() -> None:
    """An art form leads to its summaries."""
    assert 'id="art-form-singing"' in INDEX.html

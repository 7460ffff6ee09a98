"""What finds a record in search: its own words, and the facets and orders it is found in."""

from hub.model.hub import Hub
from hub.model.references import Reference
from hub.model.vocabularies import Vocabulary
from hub.page import SearchEntry
from hub.views.search_entries import Finder
from tests.views.small_hub import finding, placed, summary, work

AUTHORS = [{"family": name} for name in ("Ash", "Birch", "Cedar", "Dogwood")]
GRADED = {"scale": "grade", "level": "moderate", "assessor": "authors"}


def entry(**fields: object) -> SearchEntry:
    """Return what finds a summary with these fields, of a work by four authors."""
    source = Reference.model_validate(
        {"title": "Voices", "type": "book", "author": AUTHORS, "issued": {"year": 2019}}
    )
    forms = {"title": "Art forms", "terms": [
        {"id": "singing", "label": "Singing", "alt_labels": ["choir", "vocal music"]},
    ]}  # fmt: skip
    hub = Hub(
        references={"voices": placed(source, "voices")},
        vocabularies={"art-forms": placed(Vocabulary.model_validate(forms), "art-forms")},
    )
    found = Finder(hub).summary(summary("s", "voices", **fields))
    assert found is not None
    return found


def test_a_summary_is_found_by_other_names_of_what_it_is_about() -> None:
    """Labels of the vocabularies and their synonyms are among its words."""
    assert entry(art_forms=["singing"]).text.endswith("Singing, choir, vocal music, rct")


def test_a_name_that_brings_no_new_word_is_left_out() -> None:
    """Each word costs memory once; again it finds nothing."""
    assert entry(art_forms=["singing"], answer="Singing in a choir!").text.endswith(
        "2019. vocal music, rct"
    )


def test_a_summary_is_found_by_what_its_title_names() -> None:
    """Whoever asks for another name of it, or spells it the other way, is answered too."""
    assert entry(title="Behaviour and singing").text.endswith("rct, choir, vocal music, behavior")


def test_what_a_summary_says_of_cost_finds_it() -> None:
    """Although no finding may be about it."""
    assert entry(cost="It was dear.").text.endswith("rct, cost")


def test_nothing_finds_a_withdrawn_summary() -> None:
    """Its page stands, and nobody is led there."""
    hub = Hub(references={"a": work("a")})

    assert Finder(hub).summary(summary("s", "a", status="withdrawn")) is None


def test_a_summary_is_found_by_its_work() -> None:
    """The title, who came first and last among its authors, and the year."""
    assert "Voices. Ash, Birch, Dogwood, 2019. " in entry().text


def test_statements_of_findings_are_left_out() -> None:
    """They find next to nothing that the answer and the labels do not, and cost as much again."""
    assert "Something about mood" not in entry(findings=[finding("mood", "benefit")]).text


def test_an_answer_is_indexed_without_its_markup() -> None:
    """Citations and emphasis are no words."""
    assert entry(answer="It *helps*.").text.startswith("It helps. ")


def test_a_facet_stands_once_for_each_value() -> None:
    """Two findings that point the same way are one value; what is unknown is none."""
    findings = [finding("mood", "benefit"), finding("pain", "benefit"), finding("sleep", "harm")]
    filters = entry(findings=findings).filters

    assert ["Benefit", "Harm"] == [value for name, value in filters if name == "direction"]
    assert [] == [name for name, _ in filters if name == "condition"]


def test_certainty_is_a_facet_and_names_its_scale_with_a_result() -> None:
    """A level means little without the scale it is on."""
    graded = entry(findings=[finding("mood", "benefit", certainty=GRADED)])

    assert ("certainty", "Moderate") in graded.filters
    assert ("certainty", "Moderate (GRADE)") in graded.meta


def test_the_strongest_come_first() -> None:
    """Certainty counts before design."""
    graded = [finding("mood", "benefit", certainty=GRADED)]
    found = [entry(findings=graded, design="cohort"), entry(design="rct"), entry(design="cohort")]

    assert ["6", "1", "0"] == [dict(each.sorts)["strongest"] for each in found]


def test_a_summary_without_participants_has_no_place_among_the_largest() -> None:
    """Unknown is not nought."""
    assert "largest" not in dict(entry().sorts)
    assert "120" == dict(entry(participants=120).sorts)["largest"]


def test_directions_are_told_in_words_that_fit_the_comparison() -> None:
    """A change within one group is never called a benefit."""
    within = finding("mood", "benefit", comparison="within-group")

    assert "benefit" == dict(entry(findings=[finding("mood", "benefit")]).meta)["directions"]
    assert ("directions", "benefit=Improvement within one group") in entry(findings=[within]).meta


def test_a_work_without_a_summary_is_found_by_itself() -> None:
    """It comes after the summaries that the same words find."""
    hub = Hub(references={"a": work("a", author=AUTHORS[:1], issued={"year": 1990})})
    found = Finder(hub).reference(hub.references["a"])

    assert found == SearchEntry(
        "evidence/references/a/", "The a study", "Ash, 1990.",
        (("kind", "Reference"), ("year", "1990")), sorts=(("newest", "1990"),), is_minor=True,
    )  # fmt: skip


def test_a_work_with_a_summary_is_found_by_that_alone() -> None:
    """One work is one result."""
    hub = Hub(references={"a": work("a")}, summaries={"s": summary("s", "a")})

    assert Finder(hub).reference(hub.references["a"]) is None


def test_a_report_is_found_by_who_published_it() -> None:
    """It is in no journal."""
    hub = Hub(references={
        "a": work("a", type="report", publisher="Northshire Press"),
        "b": work("b", container_title="Northshire Journal", publisher="Northshire Press"),
    })  # fmt: skip
    found = [Finder(hub).reference(each) for each in hub.references.values()]

    assert ["Northshire Press.", "."] == [each.text for each in found if each]

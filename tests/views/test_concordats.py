"""A concordat's page keeps its words and numbers, and hides nothing that stands behind them."""

import re

from lxml import html as parser

from hub.model.concordats import Concordat
from hub.model.texts import Text
from hub.page import Page
from hub.views.concordats import concordat_page, concordats_page
from tests.views.small_concordat import (
    basis,
    clause,
    concordat,
    link,
    northshire,
    programme,
    signatory,
    studio,
    text,
)
from tests.views.small_hub import summary, work


def page_of(words: Text | None, record: Concordat, *others: object) -> Page:
    """Return the page of a concordat in a hub with these other records."""
    hub = northshire(words, record, *others)  # type: ignore[arg-type]
    return concordat_page(studio(hub), record)


def said(page: Page, clause_id: str = "") -> str:
    """Return what a reader sees of a page, or of one clause, on one line."""
    tree = parser.fromstring(page.html)
    part = tree.get_element_by_id(clause_id) if clause_id else tree
    return " ".join(part.text_content().split())


def test_printed_numbers_are_kept() -> None:
    """A text that goes 1, 4, 7 is printed 1, 4, 7, and each number is there once, as text."""
    clauses = [clause(f"need-{number}", "Sing.", number) for number in ("1", "4", "7")]
    tree = parser.fromstring(page_of(text(*clauses), concordat()).html)

    assert ["1", "4", "7"] == tree.xpath("//span[@class='hub-clause__number']/text()")
    assert [] == tree.xpath("//*[@class='hub-clause']//ol")


def test_every_clause_and_bullet_has_its_anchor_and_a_link_to_it() -> None:
    """Ids are permanent anchors, and a visible control leads to each."""
    tree = parser.fromstring(page_of(text(clause("need-7", bullets="ab")), concordat()).html)
    links = tree.xpath("//a[@class='hub-permalink']")

    assert ["#need-7-a", "#need-7-b", "#need-7"] == [each.get("href") for each in links]
    assert "Link to need-7" == links[-1].text_content()
    assert all(tree.get_element_by_id(each.get("href")[1:]) is not None for each in links)


def test_line_breaks_of_the_text_are_kept() -> None:
    """The concordat's own words keep their line breaks, and are never read as citations."""
    page = page_of(text(clause("need-1", "First line\nsecond [@a]")), concordat(), work("a"))

    assert "First line<br>\nsecond [@a]" in page.html


def test_challenges_are_as_visible_as_support() -> None:
    """Every work stands under its relation, which says how many there are."""
    record = concordat(clauses={"need-1": basis(
        link("a", "supports"), link("b", "challenges"), link("c", "challenges"),
    )})  # fmt: skip
    page = page_of(text(clause("need-1")), record, work("a"), work("b"), work("c"))

    assert "3 works: 1 supports it, 2 challenge it." in said(page)
    assert "Challenges (2) The b study [2] Why b." in said(page, "need-1")


def test_work_with_a_summary_leads_to_it() -> None:
    """The title of a work is its summary's and leads there, with what was read of it."""
    record = concordat(clauses={"need-1": basis(link("a", "supports"))})
    page = page_of(text(clause("need-1")), record, work("a"), summary("choirs", "a"))

    assert '<a href="../../evidence/summaries/choirs/">Summary choirs</a>' in page.html
    assert "Abstract only" in said(page, "need-1")


def test_work_without_a_summary_leads_to_the_references() -> None:
    """A work that is not summed up leads to its own page, and the page says that it is not."""
    record = concordat(clauses={"need-1": basis(link("a", "supports"))})
    page = page_of(text(clause("need-1")), record, work("a"))

    assert '<a href="../../evidence/references/a/">The a study</a>' in page.html
    assert "No summary of it here yet" in said(page, "need-1")


def test_later_work_is_marked() -> None:
    """A work of a later year than the text says so; one of the same year does not."""
    record = concordat(clauses={"need-1": basis(link("a", "supports"), link("b", "supports"))})
    works = [work(key, issued={"year": year}) for key, year in (("a", 2018), ("b", 2021))]
    page = page_of(text(clause("need-1")), record, *works)

    assert 1 == said(page, "need-1").count("after this text")
    assert "Published in 2021, after this text" in said(page, "need-1")


def test_retracted_work_is_marked() -> None:
    """A retracted work stands behind a clause only with that word beside it."""
    record = concordat(clauses={"need-1": basis(link("a", "supports"))})
    page = page_of(text(clause("need-1")), record, work("a", state="retracted"))

    assert "[1] Retracted" in said(page, "need-1")


def test_no_direct_evidence_says_why() -> None:
    """A clause without direct evidence gives the reason."""
    record = concordat(clauses={"need-1": basis(no_direct_evidence="Nobody studied it.")})

    assert "No direct evidence here. Nobody studied it." in said(
        page_of(text(clause("need-1")), record), "need-1"
    )


def test_nothing_recorded_is_said() -> None:
    """A clause that no record names says that nothing is recorded, not that there is nothing."""
    page = page_of(text(clause("need-1")), concordat())

    assert "Nothing recorded yet." in said(page, "need-1")
    assert "No direct evidence" not in said(page, "need-1")


def test_lessons_and_programmes_are_linked() -> None:
    """What programmes do about a clause and what they learnt stand behind it."""
    act = {"programme": "northshire-sings", "why": "It pays for choirs."}
    lesson = {"number": 3, "label": "Listen", "statement": "So.", "about": ["northshire/need-1"]}
    record = concordat(clauses={"need-1": basis(programmes=[act])})
    html = page_of(text(clause("need-1")), record, programme(lessons=[lesson])).html

    assert '<a href="../../programmes/northshire-sings/">Northshire Sings</a>' in html
    assert '<a href="../../programmes/northshire-sings/#lesson-3">Listen</a>' in html


def test_quotes_are_there_on_demand() -> None:
    """A work's own words can be opened, with the place where they stand."""
    quote = {"text": "Singing helped.", "locator": "p. 4"}
    record = concordat(clauses={"need-1": basis(link("a", "supports", quote=quote))})
    tree = parser.fromstring(page_of(text(clause("need-1")), record, work("a")).html)
    (found,) = tree.xpath("//*[@id='need-1']//details/blockquote")

    assert "Singing helped.p. 4" == found.text_content()


def test_coverage_leads_to_the_clauses() -> None:
    """The counts at the top are computed, and each names its clauses."""
    record = concordat(clauses={
        "need-1": basis(link("a", "supports")), "need-2": basis(link("a", "challenges")),
    })  # fmt: skip
    page = page_of(text(*map(clause, ("need-1", "need-2", "need-3"))), record, work("a"))
    tree = parser.fromstring(page.html)
    shares = {
        each.find("summary").text: [a.get("href") for a in each.iter("a")]
        for each in tree.xpath("//details[@class='hub-coverage__share']")
    }

    assert {
        "1 clause with direct evidence": ["#need-1"],
        "1 clause challenged by evidence": ["#need-2"],
        "1 clause with no direct evidence here": ["#need-2"],
        "1 clause about which no evidence has been recorded yet": ["#need-3"],
    } == shares


def test_part_without_heading_is_found_without_one_being_made_up() -> None:
    """A part without a printed heading shows none to the eye, and says so to a screen reader."""
    record = concordat(parts=[{"id": "closing"}], clauses={"closing": basis()})
    page = page_of(text(clause("closing"), heading="", part="closing"), record)

    heading = parser.fromstring(page.html).get_element_by_id("closing-heading")

    assert "hub-hidden" == heading.get("class")
    assert "A label (this part has no printed heading)" == heading.text


def test_headings_step_down_one_at_a_time() -> None:
    """There is one h1, no level is skipped, and no id is given twice."""
    record = concordat(clauses={"need-1": basis(link("a", "supports"))}, notes=["A note."])
    page = page_of(text(clause("need-1", bullets="a")), record, work("a"))
    levels = [int(each) for each in re.findall(r"<h(\d)", page.html)]
    ids = re.findall(r' id="([^"]+)"', page.html)

    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    assert len(ids) == len(set(ids))
    assert {each.id for each in page.headings} <= set(ids)


def test_contributed_text_is_never_code() -> None:
    """Tags and template marks in a record or a text come out as the letters they are."""
    record = concordat(title="{{ 7 * 7 }} <b>Bold</b>")
    html = page_of(text(clause("need-1", "<script>x</script> {{ 7 * 7 }}")), record).html

    assert "{{ 7 * 7 }} &lt;b&gt;Bold&lt;/b&gt;" in html
    assert "<script>" not in html
    assert "49" not in html


def test_unread_text_leaves_a_page_that_says_so() -> None:
    """While the text cannot be read, the page stands and says that it is missing."""
    assert "The text of this version is not available here yet" in said(page_of(None, concordat()))


def test_front_counts_clauses_and_signatories() -> None:
    """The front shows each concordat with computed counts; withdrawn signatures do not count."""
    record = concordat(clauses={"need-1": basis(link("a", "supports"))})
    signatories = (signatory("midwater-arts"), signatory("gone", withdrawn={"on": "2022-01-01"}))
    hub = northshire(text(clause("need-1")), record, work("a"), signatories=signatories)
    words = said(concordats_page(studio(hub)))

    assert "1 clause 1 clause with direct evidence 1 signatory of Northshire Concordat" in words


def test_empty_front_says_so() -> None:
    """Without a concordat the front says that there is none yet."""
    assert "No concordat has been added yet" in said(concordats_page(studio(northshire(None))))

"""The trace leads from each clause to all that stands behind it, and can be cited."""

import csv
import hashlib
import io
import json
from dataclasses import replace
from datetime import date

from lxml import html as parser
from lxml.html import HtmlElement

from hub.model.hub import Hub
from hub.model.practice import PracticeExample
from hub.model.texts import Text
from hub.page import Page
from hub.views.settings import Settings
from hub.views.trace import trace_page, trace_pages
from tests.views.small_concordat import (
    basis,
    clause,
    concordat,
    link,
    northshire,
    programme,
    studio,
    text,
)
from tests.views.small_hub import finding, placed, summary, work

WORDS = text(clause("need-1", "Sing.", "1"), clause("need-4", "Dance.", "4"), clause("need-5"))
LESSON = {
    "number": 2,
    "label": "Tea matters",
    "statement": "It does.",
    "about": ["northshire/need-1"],
}
GRADED = {"scale": "grade", "level": "low", "assessor": "authors"}


def traced(words: Text = WORDS, settings: Settings | None = None, **clauses: object) -> Page:
    """Return the trace of a concordat with these clauses, two works and a programme."""
    record = concordat(clauses={name.replace("_", "-"): each for name, each in clauses.items()})
    hub = northshire(
        words, record, programme(lessons=[LESSON]), work("Lee2020"), work("Roy2021"),
        summary("singing", "Lee2020",
                findings=[finding("wellbeing", "no-difference", certainty=GRADED, primary=True)],
                critiques=[{"reference": "Roy2021", "says": "Too small."}]),
    )  # fmt: skip
    return trace_page(studio(hub), record, words, settings or Settings())


FULL = basis(link("Lee2020", "supports"), link("Roy2021", "challenges"),
             programmes=[{"programme": "northshire-sings", "why": "It sings."}])  # fmt: skip


def said(page: Page, path: str) -> list[str]:
    """Return the texts of elements of a page."""
    found: list[HtmlElement] = parser.fromstring(page.html).xpath(path)
    return [" ".join(each.text_content().split()) for each in found]


def rows(page: Page, table: str) -> list[list[str]]:
    """Return the cells of a table's body."""
    body = parser.fromstring(page.html).xpath(f"//table[@id='{table}']/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in body]


def test_clause_leads_to_evidence_with_direction_certainty_and_critique() -> None:
    """A work stands with its relation, its finding, how certain that is, and who challenges it."""
    (first, second) = said(traced(need_1=FULL), "//section[@id='need-1']//ul[1]/li")[:2]

    for part in ("Supports", "Summary singing", "Why Lee2020.", "No difference", "Low certainty",
                 "Challenged itself: [2] Too small."):  # fmt: skip
        assert part in first
    assert "Challenges" in second
    assert "No summary here yet" in second


def test_clause_leads_to_programmes_and_their_lessons() -> None:
    """A programme stands with why it is there, and its lessons on the clause below it."""
    page = traced(need_1=FULL)

    assert ["Northshire Sings: It sings. Lesson 2: Tea matters"] == said(
        page, "//section[@id='need-1']//ul[@class='hub-trace__chains']/li"
    )
    address = "../../../programmes/northshire-sings/"
    links = parser.fromstring(page.html).xpath("//a[@class='hub-trace__path']/@href")
    assert [address, f"{address}#lesson-2"] == links


def test_programme_that_only_learnt_is_told_apart() -> None:
    """A lesson may name a clause that its programme does not act on; that is said."""
    page = traced(need_1=basis(link("Lee2020", "supports")))

    (chain,) = said(page, "//ul[@class='hub-trace__chains']/li")
    assert "not said to act on it; it has learnt something about it" in chain


def example(**fields: object) -> PracticeExample:
    """Return a practice example of which little is known."""
    given = {
        "title": "Singing in Midwater", "where": {"name": "Midwater"}, "nations": ["wales"],
        "progress": {"state": "in-progress"}, "sources": ["https://midwater.example/"],
        "seen": "One page.", "seen_on": "2026-01-02", "confidence": "low", **fields,
    }  # fmt: skip
    return placed(PracticeExample.model_validate(given), "midwater-sings", "evidence/practice")


def test_clause_leads_to_practice() -> None:
    """A practice example that names the clause stands below it, with how it acts on it."""
    acts = [{"clause": "northshire/need-4", "why": "It dances."}]
    record = concordat()
    hub = replace(northshire(WORDS, record), practice={"a": example(clauses=acts)})

    page = trace_page(studio(hub), record, WORDS, Settings())

    assert ["Singing in Midwater: It dances."] == said(page, "//*[@id='need-4']//h4/../ul/li")
    assert "practice,midwater-sings,Singing in Midwater" in beside(page, "csv")


def test_programme_leads_to_the_practice_that_belongs_with_it() -> None:
    """Below a programme stands its practice; it is counted once for the clause."""
    acts = basis(programmes=[{"programme": "northshire-sings", "why": "It sings."}])
    belongs = [{"named": "Northshire Sings", "programme": "northshire-sings", "relation": "a site"}]
    record = concordat(clauses={"need-1": acts})
    hub = replace(northshire(WORDS, record, programme()), practice={"a": example(belongs=belongs)})

    page = trace_page(studio(hub), record, WORDS, Settings())

    assert ["Northshire Sings: It sings. Practice with it: Singing in Midwater"] == said(
        page, "//*[@id='need-1']//ul[@class='hub-trace__chains']/li"
    )
    assert ["1", "none", "none"] == [row[-1] for row in rows(page, "glance")]
    assert "Belongs with Northshire Sings" in beside(page, "csv")


def test_absence_is_said_in_two_ways() -> None:
    """A clause that was looked at without result is not one that nobody looked at."""
    page = traced(need_4=basis(no_direct_evidence="Nothing tests it."))

    assert ["No direct evidence here. Nothing tests it."] == said(
        page, "//*[@id='need-4']//p[starts-with(@class, 'hub-nothing')]"
    )
    assert ["No evidence recorded yet. Nobody has said here what evidence there is for this."] == (
        said(page, "//*[@id='need-5']//p[starts-with(@class, 'hub-nothing')]")
    )


def test_coverage_counts_each_clause_once_and_the_challenged_besides() -> None:
    """Three shares make up the whole, to the clause; the challenged cut across them."""
    page = traced(need_1=FULL, need_4=basis(no_direct_evidence="Nothing tests it."))

    assert [
        ["Clauses with direct evidence", "1", "33%", "need-1"],
        ["Clauses looked at, with no direct evidence here", "1", "33%", "need-4"],
        ["Clauses not looked at yet", "1", "33%", "need-5"],
        ["Clauses challenged by evidence, whatever else there is", "1", "33%", "need-1"],
    ] == rows(page, "coverage")


def test_glance_counts_what_leads_on_from_each_clause() -> None:
    """A row counts works by relation, programmes, lessons and practice; none is said as none."""
    page = traced(need_1=FULL)

    assert [
        ["need-1 A label", "1", "none", "1", "none", "1", "1", "none"],
        ["need-4 need-4", *["none"] * 7],
        ["need-5 need-5", *["none"] * 7],
    ] == rows(page, "glance")


def test_words_and_number_of_the_clause_are_those_printed() -> None:
    """The clause is quoted with its printed number."""
    assert ["4 Dance."] == said(traced(), "//*[@id='need-4']//blockquote")


def test_page_says_how_it_is_cited() -> None:
    """The citation names version, day, address and date; text and data are told by their hashes."""
    settings = Settings("The Hub", "https://hub.example/", built=date(2026, 3, 1))
    page = traced(settings=settings, need_1=FULL)
    (data,) = [each for each in page.beside if each.path.endswith("trace/northshire.json")]

    (entry,) = said(page, "//*[@class='hub-trace-cite__entry']")
    assert (
        "What Northshire Concordat rests on. The Hub. Trace of version 1.0, published on 5 July "
        "2018. https://hub.example/concordats/northshire/trace/ As it stood on 1 March 2026."
    ) == entry
    assert ["a" * 64, hashlib.sha256(data.content).hexdigest()] == said(page, "(//dl)[1]//dd")


def test_without_a_told_date_the_reader_adds_one() -> None:
    """A build that was told no date states none."""
    assert said(traced(), "//*[@class='hub-trace-cite__entry']")[0].endswith(
        "Add the date on which you read it."
    )


def beside(page: Page, ending: str) -> str:
    """Return a data file of a trace."""
    (found,) = [each for each in page.beside if each.path == f"data/v1/trace/northshire.{ending}"]
    return found.content.decode()


def test_json_follows_the_clauses() -> None:
    """Each clause has its works, programmes and practice, with where they stand."""
    first, second, _ = json.loads(beside(traced(need_1=FULL), "json"))["clauses"]

    assert ("need-1", True, True) == (first["id"], first["direct_evidence"], first["challenged"])
    assert [("Lee2020", "supports", ["No difference"], "low (GRADE)", ["Roy2021"]),
            ("Roy2021", "challenges", [], None, [])] == [
        (each["reference"], each["relation"], each["directions"], each["certainty"],
         each["challenged_by"]) for each in first["evidence"]
    ]  # fmt: skip
    assert [2] == [each["number"] for each in first["programmes"][0]["lessons"]]
    assert ([], [], [], False) == (
        second["evidence"], second["programmes"], second["practice"], second["examined"]
    )  # fmt: skip


def test_csv_has_a_row_for_each_thing_behind_a_clause() -> None:
    """Works, programmes and lessons are rows; a clause with nothing has one that says so."""
    found = csv.DictReader(io.StringIO(beside(traced(need_1=FULL), "csv"), newline=""))

    assert [
        ("need-1", "evidence", "Lee2020"), ("need-1", "evidence", "Roy2021"),
        ("need-1", "programme", "northshire-sings"), ("need-1", "lesson", "northshire-sings/2"),
        ("need-4", "none", ""), ("need-5", "none", ""),
    ] == [(row["clause"], row["kind"], row["id"]) for row in found]  # fmt: skip


def test_csv_runs_nothing() -> None:
    """A label that looks like a formula gets an apostrophe in front."""
    page = traced(need_4={**basis(no_direct_evidence="None."), "label": "=1+1"})

    assert ",'=1+1," in beside(page, "csv")


def test_concordat_without_its_text_has_no_trace() -> None:
    """While the text is missing there is nothing to trace."""
    hub: Hub = northshire(None, concordat())

    assert [] == [*trace_pages(studio(hub), Settings())]

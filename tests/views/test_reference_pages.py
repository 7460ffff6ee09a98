"""The page of one work: how to cite it, what became of it, where it is cited and what for."""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

from hub.citing.formatting import Formatter
from hub.loading.hub import load_hub
from hub.model.base import Record
from hub.page import Page
from hub.views.reference_pages import reference_orders, reference_page
from hub.views.settings import Settings
from hub.views.sheet import Studio
from hub.views.summaries import summary_page
from tests.views.small_concordat import basis, clause, concordat, link, northshire, text
from tests.views.small_concordat import studio as concordat_studio
from tests.views.small_hub import finding, studio_of, summary, work

ARTICLE = {
    "author": [{"family": "Lee", "given": "Ann", "particle": "van der"}, {"literal": "A & B"}],
    "issued": {"year": 2018, "month": 7}, "container_title": "Journal <J>", "volume": "3",
    "issue": "2", "page": "10–19", "doi": "10.1234/a", "issn": "1757-9139",
    "verified": "2026-01-02", "verified_by": "a librarian",
}  # fmt: skip


def page_of(key: str, *records: Record) -> Page:
    """Return the page of one work in a hub of these records."""
    studio = studio_of(*records)
    return reference_page(studio, studio.hub.references[key])


def words(page: Page) -> str:
    """Return the text of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.html)).split())


def test_every_work_has_a_page_at_its_key() -> None:
    """The address is the key as it is; a colon, which no file name may hold, is a tilde."""
    orders = reference_orders(studio_of().hub, [work("Lee2020"), work("x:y")])

    assert ["evidence/references/Lee2020/", "evidence/references/x~y/"] == [
        each.address for each in orders
    ]


def test_the_page_of_a_work_is_near_that_of_its_summary() -> None:
    """What both show of the work is made once; a work without a summary is near nothing."""
    works = [work("Lee2020"), work("Alone2018")]
    hub = studio_of(summary("trial", source="Lee2020", companions=("Alone2018",)), *works).hub

    near = {each.subject: each.near for each in reference_orders(hub, works)}

    assert {"Lee2020": "evidence/summaries/trial/", "Alone2018": ""} == near


def test_the_page_says_how_to_cite_the_work_in_three_styles() -> None:
    """Each citation is text that can be selected, and marked for the button that copies it."""
    page = page_of("a", work("a"))

    assert [("Vancouver", "The a study"), ("APA", "The a study"), ("Harvard", "The a study")] == [
        (name, entry)
        for name, entry in re.findall(r'data-copy="(\w+) citation">([^<]+)<', page.html)
    ]


def test_real_citations_differ_by_style(demo: Path) -> None:
    """The three styles print the same work in their own ways."""
    hub = load_hub(demo).hub
    page = reference_page(Studio(hub, Formatter()), hub.references["Example2019"])

    assert 3 == len(set(re.findall(r'citation">(.*?)</span></dd>', page.html)))


def test_the_page_says_who_verified_the_entry_and_when() -> None:
    """Verification has its date and its verifier; where there is none, that is said."""
    verified = page_of("a", work("a", **ARTICLE))

    assert "Last verified 2 January 2026, by a librarian" in words(verified)
    assert "Nobody has compared this entry with its source" in words(page_of("a", work("a")))


def test_the_state_of_a_work_comes_first() -> None:
    """A retraction is said with its date and its notice, above everything else."""
    page = page_of("a", work("a", state="retracted", state_date="2020-10-21",
                             state_notice="10.1234/notice"))  # fmt: skip

    assert "This work has been retracted on 21 October 2020" in words(page)
    assert 'href="https://doi.org/10.1234/notice"' in page.html
    assert page.html.index("retracted") < page.html.index('id="cite"')


def test_a_summary_says_what_it_cites_the_work_for() -> None:
    """A summary of it, a companion, a critique and a finding's quotation are told apart."""
    quote = {"text": "so it was", "reference": "d", "locator": "p. 4"}
    record = summary(
        "x", "a", companions=["b"], critiques=[{"reference": "c", "says": "It is weak."}],
        findings=[finding("mood", "benefit", quote=quote)], plain_summary="As said [@e].",
    )  # fmt: skip
    works = [work(key) for key in "abcde"]

    assert {
        "a": "Summary x sums it up", "b": "Summary x names it as a companion paper",
        "c": "Summary x shows it as a critique", "d": "Summary x rests a finding on it",
        "e": "Summary x",
    } == {
        each.key: words(page_of(each.key, record, *works)).partition("Summaries ")[2]
        for each in works
    }  # fmt: skip


def test_a_clause_shows_how_the_work_bears_on_it_and_why() -> None:
    """The relation and its reason stand beside the link to the clause."""
    record = concordat(clauses={"need-1": basis(link("a", "challenges"))})
    studio = concordat_studio(northshire(text(clause("need-1")), record, work("a")))
    page = reference_page(studio, studio.hub.references["a"])

    assert "../../../concordats/northshire/#need-1" in page.html
    assert "Challenges" in words(page)
    assert str(link("a", "challenges")["why"]).rstrip(".") in words(page)


def test_a_page_of_docs_is_a_use(demo: Path) -> None:
    """A hand-written page that cites a work is listed by its heading."""
    (demo / "docs/about/index.md").write_text("# About us\n\nSee [@Example2019].\n", "utf-8")
    studio = Studio(load_hub(demo).hub, Formatter())
    page = reference_page(studio, studio.hub.references["Example2019"])

    assert '<a href="../../../about/">About us</a>' in page.html


def test_a_work_that_nothing_cites_says_so() -> None:
    """No use is not left to be guessed from an empty list."""
    assert "Nothing here cites it yet" in words(page_of("a", work("a")))


def test_one_reference_can_be_taken_away() -> None:
    """Three files stand beside the page, named after the key, each with this work alone."""
    page = page_of("a", work("a", **ARTICLE), work("b"))

    assert [f"evidence/references/a/a.{form}" for form in ("bib", "ris", "json")] == [
        each.path for each in page.beside
    ]
    assert ["a"] == [item["id"] for item in json.loads(page.beside[2].content)]
    assert ["a.bib", "a.ris", "a.json"] == re.findall(r'href="(a\.\w+)"', page.html)


def test_a_pages_list_can_be_taken_away() -> None:
    """The files beside a page hold the works that it mentions, in the order of its list."""
    studio = studio_of(work("b"), work("a"), work("c"),
                       summary("x", "b", plain_summary="As said [@a]."))  # fmt: skip
    page = summary_page(studio, studio.hub.summaries["x"], Settings())

    assert ["references.bib", "references.ris", "record.json"] == [
        each.path.removeprefix("evidence/summaries/x/") for each in page.beside
    ]
    assert ["b", "a"] == re.findall(r"@article{(.+),", page.beside[0].content.decode())
    assert ["b", "a"] == [item["id"] for item in json.loads(page.beside[2].content)["references"]]


def test_a_record_and_its_works_are_one_object() -> None:
    """Its file is laid out as JSON is, and says what the model says, then the works."""
    studio = studio_of(work("a"), summary("x", "a", plain_summary="Ä “said” & [@a]."))
    record = studio.hub.summaries["x"]
    content = summary_page(studio, record, Settings()).beside[2].content.decode()
    said = json.loads(content)

    assert json.dumps(said, indent=1, ensure_ascii=False) == content
    assert ["version", "licence", "id", "page", "title"] == [*said][:5]
    assert ["work", "references"] == [*said][-2:]
    expected = json.loads(record.model_dump_json(exclude_none=True, exclude={"status"}))
    assert expected == {name: said[name] for name in expected}


def test_the_head_tells_of_the_work() -> None:
    """Highwire tags hold what a reference manager needs, escaped."""
    head = page_of("a", work("a", **ARTICLE)).head
    tags = re.findall(r'<meta name="citation_(\w+)" content="([^"]*)">', head)

    assert [
        ("title", "The a study"), ("author", "van der Lee, Ann"), ("author", "A &amp; B"),
        ("publication_date", "2018/07"), ("journal_title", "Journal &lt;J&gt;"),
        ("volume", "3"), ("issue", "2"), ("firstpage", "10"), ("lastpage", "19"),
        ("doi", "10.1234/a"), ("issn", "1757-9139"),
    ] == tags  # fmt: skip


def test_a_list_tells_of_its_works() -> None:
    """Each entry of a reference list carries a COinS span that Zotero reads."""
    sheet = studio_of(work("a", **ARTICLE)).sheet("x/")
    sheet.cite("a")
    html = sheet.render("reference_list.html")
    (query,) = re.findall(r'<span class="Z3988" title="([^"]+)"', html)
    told = parse_qs(unescape(query))

    assert ["info:ofi/fmt:kev:mtx:journal"] == told["rft_val_fmt"]
    assert (["The a study"], ["Journal <J>"]) == (told["rft.atitle"], told["rft.jtitle"])
    assert (["van der Lee"], ["A & B"]) == (told["rft.aulast"], told["rft.aucorp"])
    assert ["info:doi/10.1234/a"] == told["rft_id"]

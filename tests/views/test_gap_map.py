"""The pages of the gap map: a table for every pair, lists behind the cells, and the numbers."""

import csv
import json
import re
from itertools import permutations

import pytest
from lxml.html import fragment_fromstring

from hub.model.evidence import EvidenceSummary
from hub.model.references import Reference
from hub.model.vocabularies import Vocabulary
from hub.page import Page
from hub.publishing.frames import frame_of
from hub.views import lists
from hub.views.evidence import evidence_page
from hub.views.gap_lists import gap_list_orders, gap_list_page
from hub.views.gap_map import gap_map_orders, gap_map_outline, gap_map_page
from hub.views.gap_terms import gap_term_orders, gap_term_page
from hub.views.gaps import FACETS
from hub.views.sheet import Studio
from tests.views.small_hub import finding, placed, studio_of, summary, vocabulary, work

SEARCHED = {"on": "2026-01-02", "where": "two databases", "by": "an editor"}
OUTCOMES = [
    {"id": "mood", "label": "Mood"},
    {"id": "sleep", "label": "Sleep"},
    {"id": "pain", "label": "Pain", "searched": SEARCHED},
]


@pytest.fixture
def studio() -> Studio:
    """Return a studio with a benefit, a null result and a critique of the first."""
    outcomes = Vocabulary.model_validate({"title": "Outcomes", "terms": OUTCOMES})
    critique = {"reference": "w2", "says": "Too few people."}
    return studio_of(
        vocabulary("art-forms", music="Music", singing="Singing"), placed(outcomes, "outcomes"),
        vocabulary("designs", rct="Trial"), vocabulary("settings", ward="Ward <1>"),
        *(work(f"w{number}") for number in range(3)),
        summary("s-0", "w0", art_forms=["singing"], critiques=[critique], settings=["ward"],
                findings=[finding("mood", "benefit")]),
        summary("s-1", "w1", art_forms=["singing"], findings=[finding("sleep", "no-difference")]),
        summary("s-2", "w2"),
    )  # fmt: skip


def words(html: str) -> str:
    """Return what a page says."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def row(page: Page, label: str) -> list[str]:
    """Return the cells of a row of the map as HTML."""
    (found,) = re.findall(
        rf'<th scope="row"[^>]*>(?:<a[^>]*>)?{label}\b.*?</tr>', page.html, re.DOTALL
    )
    return re.findall(r"<td.*?</td>", found, re.DOTALL)


def test_every_pair_has_a_page(studio: Studio) -> None:
    """Any two facets can be rows and columns; the first pair has the shortest address."""
    assert {
        f"evidence/gap-map/{rows}-by-{columns}/" for rows, columns in permutations(FACETS, 2)
    } - {"evidence/gap-map/art-form-by-outcome/"} | {"evidence/gap-map/"} == {
        order.address for order in gap_map_orders()
    }
    assert all(
        order.address == gap_map_page(studio, order.subject).address for order in gap_map_orders()
    )


def test_a_pair_is_followed_by_itself_turned_round() -> None:
    """What one page has drawn, the next one shows from the other side."""
    pairs = [order.subject.split("/") for order in gap_map_orders()]

    assert [[*reversed(each)] for each in pairs[::2]] == pairs[1::2]


def test_the_outline_of_a_map_has_its_frame(studio: Studio) -> None:
    """What stands around it is known without it: its cells are many."""
    for subject in ("art-form/outcome", "outcome/setting"):
        page, outline = gap_map_page(studio, subject), gap_map_outline(subject)

        assert frame_of(page) == frame_of(outline)
        assert (page.title, page.description) == (outline.title, outline.description)


def test_bubbles_are_hidden_from_those_who_listen(studio: Studio) -> None:
    """Each stands beside the words that say the same, or in the key and what explains it."""
    page = fragment_fromstring(gap_map_page(studio, "art-form/outcome").html, create_parent=True)
    bubbles = page.xpath("//*[contains(@class, 'hub-bubble ')]")

    assert bubbles
    assert [] == [each for each in bubbles if not each.xpath("ancestor::*[@aria-hidden='true']")]


def test_the_choosers_lead_to_the_other_pairs(studio: Studio) -> None:
    """Choosing for the rows what stands in the columns turns the map round."""
    page = gap_map_page(studio, "art-form/outcome")
    rows, columns = (
        re.findall(
            r'<li><a href="(?:\.\./)+evidence/gap-map/([^"]*)"( aria-current="true")?>', each
        )
        for each in re.findall(r'<nav class="hub-gap-chooser".*?</nav>', page.html, re.DOTALL)
    )

    assert [("", ' aria-current="true"'), ("outcome-by-art-form/", ""),
            ("population-by-outcome/", "")] == rows[:3]  # fmt: skip
    assert [("outcome-by-art-form/", ""), ("", ' aria-current="true"'),
            ("art-form-by-population/", "")] == columns[:3]  # fmt: skip


def test_the_kinds_of_nothing_look_and_read_differently(studio: Studio) -> None:
    """In one row: a benefit, evidence of no difference, a search in vain; in another, no search."""
    page = gap_map_page(studio, "art-form/outcome")
    kinds = [
        [*re.findall(r"hub-gap__cell--([a-z-]+)", each), words(each)]
        for name in ("Singing", "Music")
        for each in row(page, name)[:3]
    ]

    assert [["null"], ["none-found"], ["not-searched"]] == [kinds[at][:1] for at in (1, 2, 3)]
    assert kinds[0][-1].endswith("Challenged by other work: 1.")
    assert (
        "1 study or review. No difference: 1 (groups compared; certainty not graded)."
        in (kinds[1][-1])
    )
    assert [
        "Searched, and nothing found (two databases, 2 January 2026, by an editor)",
        "Nobody has searched for this yet",
    ] == [kinds[at][-1] for at in (2, 3)]


def test_a_cell_leads_to_its_summaries(studio: Studio) -> None:
    """The link of a cell is the section of a list that stands on a page that is ordered."""
    cell = row(gap_map_page(studio, "art-form/outcome"), "Singing")[0]
    listed = gap_term_page(studio, "art-form/singing")
    section = listed.html.partition('id="outcome-mood"')[2].partition("<h2")[0]

    assert 'href="../../evidence/gap-map/art-form/singing/#outcome-mood"' in cell
    assert "evidence/gap-map/art-form/singing/" in {
        order.address for order in gap_term_orders(studio)
    }
    assert ["s-0"] == re.findall(r"summaries/([^/]+)/", section)


def in_setting(name: str, art_form: str, setting: str) -> tuple[Reference, EvidenceSummary]:
    """Return a work and its summary with these terms, "" for none."""
    terms = {"art_forms": [art_form], "settings": [setting] if setting else []}
    return work(f"w-{name}"), summary(name, f"w-{name}", **terms)


def links_of(*records: tuple[Reference, EvidenceSummary]) -> list[list[str]]:
    """Return where the cells of singing lead, in the ward and where no setting is recorded."""
    shelves = (vocabulary("art-forms", singing="Singing", dance="Dance"),
               vocabulary("settings", ward="Ward <1>"))  # fmt: skip
    studio = studio_of(*shelves, *(part for each in records for part in each))
    cells = row(gap_map_page(studio, "art-form/setting"), "Singing")
    return [re.findall(r'<a href="([^"]+)"', each) for each in cells]


def test_a_cell_of_one_summary_leads_to_it() -> None:
    """No list is needed between a cell and the only summary in it."""
    assert [["../../../evidence/summaries/a/"], ["../../../evidence/summaries/b/"]] == links_of(
        in_setting("a", "singing", "ward"), in_setting("b", "singing", "")
    )


def test_a_cell_of_all_that_a_term_has_leads_to_its_list() -> None:
    """Where all singing is in the ward, its list holds exactly what the cell counts."""
    (ward,) = links_of(
        in_setting("a", "singing", "ward"), in_setting("b", "singing", "ward"),
        in_setting("c", "dance", "ward"),
    )  # fmt: skip

    assert ["../../../evidence/by/art-form/singing/"] == ward


def test_another_cell_without_outcomes_leads_to_a_search() -> None:
    """Both terms are asked for, and summaries alone; what is not recorded cannot be asked for."""
    ward, unrecorded = links_of(
        *(in_setting(name, "singing", "ward") for name in "ab"), in_setting("c", "dance", "ward"),
        *(in_setting(name, "singing", "") for name in "de"), in_setting("f", "dance", ""),
    )  # fmt: skip
    asked = "search/?kind=Evidence+summary&amp;art-form=Singing&amp;setting=Ward+%3C1%3E"

    assert [f"../../../{asked}"] == ward
    assert [] == unrecorded


def test_a_long_cell_has_pages_of_its_own(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its bubble leads there; the page of its term shows how it begins."""
    monkeypatch.setattr(lists, "LONG", 0)
    monkeypatch.setattr(lists, "SHOWN", 0)
    cell = row(gap_map_page(studio, "art-form/outcome"), "Singing")[0]
    term = gap_term_page(studio, "art-form/singing").html

    assert 'href="../../evidence/gap-map/art-form/singing/mood/"' in cell
    assert '/singing/mood/">All 1 summary</a>' in term
    assert "evidence/summaries/" not in term
    assert ["s-0"] == re.findall(
        r"summaries/([^/]+)/", gap_list_page(studio, "art-form/singing/mood#1").html
    )


def test_a_term_with_very_many_summaries_lists_them_briefly(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who reads two thousand of them chooses by the title and the facts; the answer is behind."""
    answers = [words(gap_term_page(studio, "art-form/singing").html)]
    monkeypatch.setattr(lists, "EACH", 1)
    answers.append(words(gap_term_page(studio, "art-form/singing").html))

    assert [2, 0] == [each.count("Nothing can be said yet.") for each in answers]
    assert [2, 2] == [each.count("Summary s-") for each in answers]


def test_long_lists_have_numbered_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three summaries, two to a page, stand on two pages that lead to each other."""
    monkeypatch.setattr(lists, "LONG", 2)
    monkeypatch.setattr(lists, "EACH", 2)
    found = {"art_forms": ["singing"], "findings": [finding("mood", "benefit")]}
    studio = studio_of(
        vocabulary("art-forms", singing="Singing"), vocabulary("outcomes", mood="Mood"),
        *(work(key) for key in "abc"), *(summary(f"s-{key}", key, **found) for key in "abc"),
    )  # fmt: skip
    orders = [each for each in gap_list_orders(studio) if "singing" in each.subject]
    pages = [gap_list_page(studio, each.subject) for each in orders]

    assert ["", "2/"] == [
        each.address.removeprefix("evidence/gap-map/art-form/singing/mood/") for each in pages
    ]
    assert [["s-a", "s-b"], ["s-c"]] == [
        re.findall(r"summaries/([^/]+)/", each.html) for each in pages
    ]
    assert "3 studies or reviews. Summaries 3 to 3 of 3, by title." in words(pages[1].html)
    assert "Singing: Mood, page 2" == pages[1].title


def test_a_term_says_what_is_missing_and_why(studio: Studio) -> None:
    """The outcomes for which there is nothing stand at the end, by the reason."""
    said = words(gap_term_page(studio, "art-form/singing").html)

    assert (
        "Searched, and nothing found. Pain (two databases, 2 January 2026, by an editor)." in said
    )
    assert "Studied, and no difference found. 1 study or review. " in said


def test_an_entry_says_that_two_papers_are_one_study() -> None:
    """Whoever counts the entries learns why the number is smaller."""
    fields = {"cohort": "northshire", "art_forms": ["singing"],
              "findings": [finding("mood", "benefit")]}  # fmt: skip
    studio = studio_of(
        vocabulary("art-forms", singing="Singing"), vocabulary("outcomes", mood="Mood"),
        work("a"), work("b"), summary("s-0", "a", **fields), summary("s-1", "b", **fields),
    )  # fmt: skip
    said = words(gap_term_page(studio, "art-form/singing").html)

    assert "1 study or review, in 2 summaries." in said
    assert 2 == said.count("One of 2 papers on the same people, counted as one study")


def test_criticism_is_listed(studio: Studio) -> None:
    """The criticised and the critic are each one link away from the map."""
    counted = words(gap_map_page(studio, "art-form/outcome").html)

    assert "Work that other work challenges – 1 1 Work that challenges other work – 1 1" in counted
    assert [["s-0"], ["s-2"]] == [
        re.findall(r"summaries/([^/]+)/", gap_list_page(studio, f"{name}#1").html)
        for name in ("challenged", "challenging")
    ]


def test_the_list_says_what_the_table_says(studio: Studio) -> None:
    """Every cell with evidence stands in the list as well, in the same words and links."""
    page = gap_map_page(studio, "art-form/outcome")
    table, _, listed = page.html.partition('id="list"')
    cells = re.findall(r'<td class="[^"]*"><a href="([^"]+)".*?hub-hidden">(.*?)</span></a>',
                       table, re.DOTALL)  # fmt: skip

    assert cells == [
        (href, said)
        for href, said in re.findall(r'<li><a href="([^"]+)">[^<]+</a>: (.*?)</li>', listed)
    ]


def test_the_numbers_can_be_taken_away(studio: Studio) -> None:
    """CSV and JSON hold every cell, empty ones with the reason; both say the same."""
    table, data = gap_map_page(studio, "art-form/outcome").beside
    rows = [*csv.DictReader(table.content.decode().splitlines())]
    found = json.loads(data.content)

    assert ("evidence/gap-map/gap-map.csv", "evidence/gap-map/gap-map.json") == (
        table.path, data.path,
    )  # fmt: skip
    assert [[*each.values()] for each in rows] == [[*map(str, each)] for each in found["cells"]]
    assert {("singing", "mood"): "evidence", ("singing", "sleep"): "evidence",
            ("singing", "pain"): "none-found", ("music", "mood"): "not-searched",
            ("", ""): "evidence", ("", "mood"): "all-recorded"}.items() <= {
        (each["row"], each["column"]): each["state"] for each in rows
    }.items()  # fmt: skip
    assert ("1", "1", "0", "1") == next(
        (each["studies"], each["benefit"], each["no_difference"], each["challenged"])
        for each in rows if (each["row"], each["column"]) == ("singing", "mood")
    )  # fmt: skip


def test_a_pair_turned_round_shares_the_numbers(studio: Studio) -> None:
    """The page links to the files of the pair the other way round."""
    page = gap_map_page(studio, "outcome/art-form")

    assert () == page.beside
    assert 'href="../../../evidence/gap-map/gap-map.csv"' in page.html


def test_the_evidence_leads_to_the_map(studio: Studio) -> None:
    """So does each of its counts by direction."""
    html = evidence_page(studio).html

    assert 'href="../evidence/gap-map/"' in html
    assert 5 == html.count('href="../evidence/gap-map/#direction-')


def test_an_empty_hub_has_a_map() -> None:
    """With nothing in it yet, no page of the map breaks."""
    empty = studio_of(vocabulary("art-forms", singing="Singing"))

    assert "0 studies or reviews in all" in words(gap_map_page(empty, "art-form/outcome").html)
    assert [] == [*gap_term_orders(empty)]

"""The gap map of the real hub, counted anew from the files: numbers, links, and what is nothing."""

import random
import re
from collections import Counter
from functools import cache
from itertools import combinations, permutations
from typing import Any

import pytest
from lxml.html import HtmlElement

from tests.conftest import REPOSITORY
from tests.site.reading import Pages, Records, leads_to, main, read_record, words

DIRECTIONS = {
    "benefit": "Benefit", "no-difference": "No difference", "mixed": "Mixed results",
    "harm": "Harm", "not-estimable": "Not estimable",
}  # fmt: skip
VOCABULARIES = {
    "art-form": ("art-forms", "art_forms"), "outcome": ("outcomes", ""),
    "population": ("populations", "populations"), "condition": ("conditions", "conditions"),
    "setting": ("settings", "settings"), "life-course": ("life-course", "life_course"),
    "design": ("designs", "design"),
}  # fmt: skip
NAMES = {"life-course": "life course", "art-form": "art form"}
NOTHINGS = {"Nobody has searched for this yet", "Nothing on this as a whole, but on a part of it",
            "None"}  # fmt: skip
"""What an empty cell may say as long as no term is marked as searched."""

Record = dict[str, Any]


def address(rows: str, columns: str) -> str:
    """Return the address of the map of a pair."""
    pair = "" if (rows, columns) == ("art-form", "outcome") else f"{rows}-by-{columns}/"
    return f"evidence/gap-map/{pair}"


@cache
def terms(facet: str) -> list[Record]:
    """Return the terms of a facet's vocabulary."""
    name = VOCABULARIES[facet][0]
    terms: list[Record] = read_record(REPOSITORY / f"evidence/vocabularies/{name}.yml")["terms"]
    return terms


def labels_of(facet: str, summary: Record) -> set[str]:
    """Return the labels under which a record is to be found."""
    field = VOCABULARIES[facet][1]
    named = summary.get(field, []) if field else [
        each["outcome"] for each in summary.get("findings", [])
    ]  # fmt: skip
    ids = {named} if isinstance(named, str) else set(named)
    found = {each["label"] for each in terms(facet) if each["id"] in ids}
    return found or {f"No {NAMES.get(facet, facet)} recorded"}


def speaking(summary: Record, label: str | None) -> list[Record]:
    """Return the findings for an outcome; all of them where none is asked for."""
    findings: list[Record] = summary.get("findings", [])
    ids = {each["id"] for each in terms("outcome") if each["label"] == label}
    return [each for each in findings if label is None or each["outcome"] in ids]


def told(found: Records, outcome: str | None) -> str:
    """Return what a cell with these summaries is to say, but for what is in parentheses."""
    studies = {name: each.get("cohort", f"summary {name}") for name, each in found.items()}
    by_mark: dict[str, set[str]] = {}
    for name, summary in found.items():
        findings = speaking(summary, outcome)
        for_all = {each["direction"] for each in findings if "subgroup" not in each}
        nothing = "For a subgroup only" if findings else "No finding recorded"
        for mark in {DIRECTIONS[each] for each in for_all} or {nothing}:
            by_mark.setdefault(mark, set()).add(studies[name])
    number = len(set(studies.values()))
    size = "1 study or review" if number == 1 else f"{number} studies or reviews"
    size += f", in {len(found)} summaries" if len(found) != number else ""
    order = [*DIRECTIONS.values(), "For a subgroup only", "No finding recorded"]
    marks = [f"{mark}: {len(by_mark[mark])}" for mark in order if mark in by_mark]
    challenged = sum("critiques" in each for each in found.values())
    ends = [f"Challenged by other work: {challenged}"] if challenged else []
    return f"{'. '.join([size, *marks, *ends])}."


def bare(text: str) -> str:
    """Return words without what is in parentheses, inner ones first."""
    while (shorter := re.sub(r" ?\([^()]*\)", "", text)) != text:
        text = shorter
    return text


def headers(page: HtmlElement) -> tuple[list[str], list[HtmlElement]]:
    """Return the labels of a map's columns, and its rows."""
    (table,) = page.xpath("//table[contains(@class, 'hub-gap__table')]")
    return [label(each) for each in table.xpath("./thead//th")[1:]], table.xpath("./tbody/tr")


def label(header: HtmlElement) -> str:
    """Return what a header is called, without the number beside it."""
    return re.sub(r" [\d,]+$", "", words(header))


def published(summaries: Records) -> Records:
    """Return the summaries that stand."""
    return {name: each for name, each in summaries.items()
            if each.get("status", "published") == "published"}  # fmt: skip


@pytest.mark.parametrize("pair", [*permutations(VOCABULARIES, 2)], ids="-by-".join)
def test_cells_say_what_the_records_say(
    pages: Pages, summaries: Records, pair: tuple[str, str]
) -> None:
    """In every map, cells drawn at random, full and empty, hold what is counted from the files."""
    columns, rows = headers(pages[address(*pair)])
    chance = random.Random("-".join(pair))  # noqa: S311 - a test
    cells = [
        (label(row.find("th")), columns[at], cell)
        for row in rows
        for at, cell in enumerate(row.findall("td"))
    ]
    full = [each for each in cells if each[2].xpath(".//*[contains(@class, 'hub-bubble')]")]
    some = chance.sample(full, min(5, len(full))) + chance.sample(cells, 5)
    for row, column, cell in some:
        found = {
            name: each
            for name, each in published(summaries).items()
            if row in labels_of(pair[0], each) and column in labels_of(pair[1], each)
        }
        outcome = dict(zip(pair, (row, column), strict=True)).get("outcome")
        is_named = outcome and not outcome.startswith("No outcome")
        (said,) = cell.xpath(".//span[@class='hub-hidden']")

        if found:
            expected = told(found, outcome if is_named else None)
            assert (row, column, expected) == (row, column, bare(words(said)))
        else:
            assert (row, column, True) == (row, column, words(said) in NOTHINGS)


@pytest.mark.parametrize("facet", [each for each in VOCABULARIES if each != "outcome"])
def test_a_cell_leads_to_exactly_its_summaries(
    pages: Pages, summaries: Records, facet: str
) -> None:
    """Behind each link of a map with outcomes stand the summaries that name both, and no others."""
    where = address(facet, "outcome")
    columns, rows = headers(pages[where])
    for row in rows:
        for at, cell in enumerate(row.findall("td")):
            for link in cell.xpath("./a"):
                (target,) = leads_to(cell, where)
                path, _, anchor = target.partition("#")
                section = pages[path].get_element_by_id(anchor)
                listed = section.xpath("following-sibling::ul[@class='hub-found'][1]")[0]
                named = {
                    f"evidence/summaries/{name}/"
                    for name, each in published(summaries).items()
                    if label(row.find("th")) in labels_of(facet, each)
                    and columns[at] in labels_of("outcome", each)
                }

                assert (words(link), named) == (words(link), leads_to(listed, path))
                assert len(named) == len(listed)


def test_findings_by_direction_are_the_records_own(pages: Pages, summaries: Records) -> None:
    """On home, on the front of the evidence and on the map, as many as in the files."""
    findings = [each for one in published(summaries).values() for each in one.get("findings", [])]
    counted = Counter(each["direction"] for each in findings if "subgroup" not in each)
    expected = {name: counted[name] for name in DIRECTIONS}
    on_the_map = {
        name: int(words(pages["evidence/gap-map/"].get_element_by_id(f"direction-{name}")[1]))
        for name in DIRECTIONS
    }

    assert expected == on_the_map
    for page in ("", "evidence/"):
        tiles = main(pages[page]).xpath(".//li[@class='hub-tile']")
        assert [
            (str(expected[name]), f"evidence/gap-map/#direction-{name}") for name in DIRECTIONS
        ] == [(words(each[0]), *leads_to(each, page)) for each in tiles[:5]]


def test_summaries_and_studies_by_direction(pages: Pages, summaries: Records) -> None:
    """A summary counts where it has a finding for all; papers on the same people are one study."""
    for direction in DIRECTIONS:
        found = {
            name: each
            for name, each in published(summaries).items()
            if any(one["direction"] == direction and "subgroup" not in one
                   for one in each.get("findings", []))
        }  # fmt: skip
        studies = {each.get("cohort", f"summary {name}") for name, each in found.items()}
        row = pages["evidence/gap-map/"].get_element_by_id(f"direction-{direction}")

        assert [str(len(found)), str(len(studies))] == [words(each) for each in row[2:]]
        (address_,) = leads_to(row, "evidence/gap-map/")
        linked = leads_to(main(pages[address_]), address_)
        assert {f"evidence/summaries/{name}/" for name in found} == {
            each for each in linked if "/summaries/" in each
        }


def test_criticism_is_as_findable_as_good_news(pages: Pages, summaries: Records) -> None:
    """What is challenged, and what challenges, is counted on the map and listed behind it."""
    records = published(summaries)
    critics = {critique["reference"] for each in records.values()
               for critique in each.get("critiques", [])}  # fmt: skip
    expected = {
        "challenged": {name for name, each in records.items() if "critiques" in each},
        "challenging": {name for name, each in records.items()
                        if critics & {each["source"], *each.get("companions", [])}},
    }  # fmt: skip
    for name, found in expected.items():
        row = pages["evidence/gap-map/"].get_element_by_id(f"direction-{name}")
        where = f"evidence/gap-map/{name}/"

        assert {where} == leads_to(row, "evidence/gap-map/")
        assert str(len(found)) == words(row[2])
        assert {f"evidence/summaries/{each}/" for each in found} == {
            each for each in leads_to(main(pages[where]), where) if "/summaries/" in each
        }
        assert found


def test_no_search_is_claimed_that_nobody_recorded(pages: Pages) -> None:
    """A map says "searched" in the row or column of a term with a search, and nowhere else."""
    for pair in combinations(VOCABULARIES, 2):
        searched = {each["label"] for facet in pair for each in terms(facet) if "searched" in each}
        columns, rows = headers(pages[address(*pair)])
        claimed = {
            (label(row.find("th")), columns[at])
            for row in rows
            for at, cell in enumerate(row.findall("td"))
            if "none-found" in cell.get("class")
        }

        assert [] == [each for each in claimed if searched.isdisjoint(each)]


def test_every_page_behind_the_map_is_reached_from_it(pages: Pages) -> None:
    """No list stands alone."""
    behind = {each for each in pages if each.startswith("evidence/gap-map/")}
    reached = {
        target.partition("#")[0] for each in behind for target in leads_to(main(pages[each]), each)
    }

    assert behind <= reached

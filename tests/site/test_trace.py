"""The demonstration's traces as published, against the records that they are made from."""

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement, document_fromstring

from tests.demo.generate import HERE
from tests.site.reading import leads_to, read_record, words

NATIONAL = "concordats/demonstration-national/"
IN_FORCE = (
    "believe-1", "believe-1-para", "believe-2", "believe-4", "will-1", "will-3", "will-4", "begin",
    "aim-a", "aim-b", "aim-c",
)  # fmt: skip
"""The clauses of version 2.0, and the bullets that stand for themselves, counted by hand."""


@pytest.fixture(scope="module")
def trace(demo_site: Path) -> HtmlElement:
    """Return the trace of the national concordat."""
    path = demo_site / NATIONAL / "trace" / "index.html"
    return document_fromstring(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bases() -> dict[str, dict[str, Any]]:
    """Return what the record says of the clauses that are in force."""
    clauses = read_record(HERE / NATIONAL / "concordat.yml")["clauses"]
    return {name: clauses[name] for name in IN_FORCE}


def cells(page: HtmlElement, table: str) -> list[list[str]]:
    """Return the cells of a table."""
    rows = page.xpath(f"//table[@id='{table}']/tbody/tr")
    return [[words(cell) for cell in row] for row in rows]


def relations(basis: dict[str, Any]) -> Counter[str]:
    """Count the works behind a clause by their relation to it."""
    return Counter(each["relation"] for each in basis.get("evidence", ()))


def test_coverage_is_that_of_the_records(
    trace: HtmlElement, bases: dict[str, dict[str, Any]]
) -> None:
    """Each clause is counted where its record puts it; the numbers are counted anew here."""
    found = {name: relations(basis) for name, basis in bases.items()}
    direct = [n for n, count in found.items() if {"supports", "partly-supports"} & {*count}]
    looked_at = [n for n, basis in bases.items() if found[n] or "no_direct_evidence" in basis]
    without = [name for name in looked_at if name not in direct]
    unexamined = [name for name in bases if name not in looked_at]
    challenged = [name for name, count in found.items() if count["challenges"]]

    expected = [direct, without, unexamined, challenged]
    assert (3, 6, 2, 1) == tuple(map(len, expected))
    assert [
        [str(len(names)), f"{round(100 * len(names) / 11)}%", " , ".join(names)]
        for names in expected
    ] == [row[1:] for row in cells(trace, "coverage")]


def test_glance_has_every_clause_in_order_with_its_works(
    trace: HtmlElement, bases: dict[str, dict[str, Any]]
) -> None:
    """Works are counted by relation and programmes by clause, as the record links them."""
    kinds = ("supports", "partly-supports", "challenges", "contextualises")
    expected = [
        [name, *(str(relations(basis)[kind] or "none") for kind in kinds),
         str(len(basis.get("programmes", ())) or "none")]
        for name, basis in bases.items()
    ]  # fmt: skip

    rows = cells(trace, "glance")
    assert expected == [[row[0].split()[0], *row[1:6]] for row in rows]


def test_fingerprints_are_those_of_the_published_files(trace: HtmlElement, demo_site: Path) -> None:
    """Whoever hashes the text and the data gets what the page says."""
    files = (demo_site / NATIONAL / "2.0/2.0.md",
             demo_site / "data/v1/trace/demonstration-national.json")  # fmt: skip

    stated = [words(each) for each in trace.xpath("(//section[.//h2[@id='page-cite']]//dl)//dd")]
    assert [hashlib.sha256(each.read_bytes()).hexdigest() for each in files] == stated


def test_data_says_the_same_as_the_page(trace: HtmlElement, demo_site: Path) -> None:
    """The clauses of the JSON file are those of the page, with as many works behind each."""
    path = demo_site / "data/v1/trace/demonstration-national.json"
    clauses = json.loads(path.read_text(encoding="utf-8"))["clauses"]

    sections = trace.xpath("//section[@class='hub-trace']")
    shown = [
        (each.get("id"), len(each.xpath(".//ul[@class='hub-trace__works']/li")))
        for each in sections
    ]
    assert shown == [(each["id"], len(each["evidence"])) for each in clauses]


def test_programme_leads_back_to_the_clauses(demo_site: Path) -> None:
    """From a programme's page each clause is one link away; one that was dropped, where it was."""
    address = "programmes/northshire-sings/"
    page = document_fromstring((demo_site / address / "index.html").read_text(encoding="utf-8"))
    found = [each for each in leads_to(page, address) if each.startswith(NATIONAL)]
    path = demo_site / NATIONAL / "1.0" / "index.html"
    dropped = document_fromstring(path.read_text(encoding="utf-8"))

    assert {f"{NATIONAL}1.0/#will-2", f"{NATIONAL}#begin"} <= {*found}
    assert "room" in words(dropped.get_element_by_id("will-2"))


def test_front_compares_themes_across_concordats(demo_site: Path) -> None:
    """Both concordats name trust; money stands in the national one alone."""
    page = document_fromstring((demo_site / "concordats/index.html").read_text(encoding="utf-8"))

    trust, money = cells(page, "themes")
    assert ["Trust", "Failures first promise-2: no direct evidence"] == [trust[0], trust[2]]
    assert trust[1].startswith("Say what does not work believe-4: no direct evidence")
    assert trust[1].endswith("A plan, and a report each year will-3: no direct evidence")
    assert ["Money", "Pay artists will-4: no direct evidence", "no clause"] == money

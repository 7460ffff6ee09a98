"""The concordat's page: the words as printed, and what stands beside every clause."""

import json
import re
from collections import Counter
from copy import deepcopy
from typing import Any

import pytest
from lxml.html import HtmlElement

from tests.conftest import REPOSITORY
from tests.site.reading import Pages, Records, facts, leads_to, main, words

ADDRESS = "concordats/cheshire-merseyside-creative-health/"
ENTRY = "evidence/references/"
CONTENT = REPOSITORY / "tests" / "content"
RELATIONS = {
    "Supports": "supports",
    "Partly supports": "partly-supports",
    "Challenges": "challenges",
    "Gives context": "contextualises",
}
BESIDE = ".//*[starts-with(normalize-space(h3), 'What stands behind this')]"

Link = tuple[str, str, str]
"""A clause, the key of a work, and how the work bears on the clause."""


@pytest.fixture(scope="session")
def page(pages: Pages) -> HtmlElement:
    """Return the page of the concordat."""
    return pages[ADDRESS]


def text(element: HtmlElement) -> HtmlElement:
    """Return a copy of an element that holds what the concordat prints and nothing of the hub's."""
    printed = deepcopy(element)
    ours = f"{BESIDE} | .//a[starts-with(., 'Link to')] | .//h2[contains(., 'no printed heading')]"
    for each in printed.xpath(ours):
        each.drop_tree()
    return printed


def printed_words(text: str) -> list[str]:
    """Return words without the marks of lists and emphasis: "1." and "1" are the same."""
    bare = re.sub(r"(?m)^\s*(\d)\.", r"\1", text.replace("*", ""))
    return [word for word in bare.split() if word not in {"-", "•"}]


def beside(page: HtmlElement, clause: str) -> HtmlElement:
    """Return what the hub says beside a clause."""
    (found,) = page.get_element_by_id(clause).xpath(BESIDE)
    return found


def groups(page: HtmlElement, clause: str) -> list[tuple[str, int, list[HtmlElement]]]:
    """Return the works beside a clause: the relation, the number stated, and one item for each."""
    found = []
    for group in beside(page, clause).xpath("./details[./ul]"):
        relation, number = words(group.find("summary")).rsplit(" ", 1)
        found.append((RELATIONS[relation], int(number.strip("()")), group.xpath("./ul/li")))
    return found


def key(page: HtmlElement, work: HtmlElement, summaries: Records) -> str:
    """Return the key of a work beside a clause: its number leads to an entry, which leads to it."""
    number = work.xpath(".//a[starts-with(@href, '#ref-')]/@href")[0]
    targets = leads_to(page.get_element_by_id(number.removeprefix("#")), ADDRESS)
    (target,) = [each for each in targets if each.startswith("evidence/")]
    if target.startswith(ENTRY):
        return target.removeprefix(ENTRY).removesuffix("/")
    return str(summaries[target.split("/")[-2]]["source"])


def compiled() -> set[Link]:
    """Return the judgements as compiled, and the one that covers a paragraph too."""
    judged = json.loads((CONTENT / "clause-links.json").read_text(encoding="utf-8"))
    links = {(each["clause"], each["key"], each["relation"]) for each in judged}
    return links | {("believe-1-para", "Marmot2020", "supports")}


def clauses_with(*relations: str) -> set[str]:
    """Return the clauses that some work has one of these relations to."""
    return {clause for clause, _, relation in compiled() if relation in relations}


def test_the_words_are_the_printed_ones_in_order(page: HtmlElement) -> None:
    """The page has every word and number of the source document, in order, and adds none."""
    shown = page.xpath("//main//*[@lang='en-GB']")[0].getparent()
    source = (CONTENT / "concordat-2018.txt").read_text(encoding="utf-8")

    assert printed_words(source) == printed_words(words(text(shown)))


@pytest.mark.parametrize(
    ("part", "numbers"),
    [("believe", "1 2 3 4 5 6"), ("reaffirm", "1 2 3 4"), ("need", "1 2 3 4 7 8")],
)
def test_printed_numbers_are_kept(page: HtmlElement, part: str, numbers: str) -> None:
    """A clause shows the number that is printed, the third part's 7 and 8 included."""
    clauses = page.xpath("//*[starts-with(@id, $part)]", part=f"{part}-")
    shown = [words(text(each)).split()[0] for each in clauses if re.search(r"-\d$", each.get("id"))]

    assert numbers.split() == shown


def test_every_clause_has_a_permanent_anchor(page: HtmlElement, concordat: dict[str, Any]) -> None:
    """A clause that the record names can be linked to, and shows its link."""
    unlinked = [
        clause
        for clause in concordat["clauses"]
        if not page.get_element_by_id(clause).xpath(".//a[@href=$link]", link=f"#{clause}")
    ]

    assert [] == unlinked


def test_every_clause_says_what_stands_behind_it(
    page: HtmlElement, concordat: dict[str, Any]
) -> None:
    """Beside each clause are works with links, or it says that there is no direct evidence."""
    silent = [
        clause
        for clause in concordat["clauses"]
        if not any(
            work.xpath(".//a/@href") for _, _, works in groups(page, clause) for work in works
        )
        and "No direct evidence here." not in words(beside(page, clause))
    ]

    assert [] == silent


def test_clauses_without_support_say_so(page: HtmlElement, concordat: dict[str, Any]) -> None:
    """The words "No direct evidence here" stand just where no work supports the clause."""
    said = {
        clause
        for clause in concordat["clauses"]
        if "No direct evidence here." in words(beside(page, clause))
    }

    assert {*concordat["clauses"]} - clauses_with("supports", "partly-supports") == said


def test_works_stand_beside_clauses_as_compiled(
    page: HtmlElement, concordat: dict[str, Any], summaries: Records
) -> None:
    """Each work stands beside the clause, and under the relation, that was judged; no other."""
    shown = [
        (clause, key(page, work, summaries), relation)
        for clause in concordat["clauses"]
        for relation, _, works in groups(page, clause)
        for work in works
    ]

    assert sorted(compiled()) == sorted(shown)


def test_numbers_of_works_are_right(page: HtmlElement, concordat: dict[str, Any]) -> None:
    """The number beside each relation is that of the works judged so."""
    stated = {
        (clause, relation): number
        for clause in concordat["clauses"]
        for relation, number, _ in groups(page, clause)
    }

    assert Counter((clause, relation) for clause, _, relation in compiled()) == stated


def test_every_work_comes_with_a_reason(page: HtmlElement, concordat: dict[str, Any]) -> None:
    """The reason that the record gives stands beside the work."""
    missing = [
        link["why"]
        for clause, basis in concordat["clauses"].items()
        for link in basis.get("evidence", [])
        if "[@" not in link["why"]
        if " ".join(link["why"].split()) not in words(beside(page, clause)).replace("’", "'")
    ]

    assert [] == missing


def test_shares_are_counted_over_all_clauses(page: HtmlElement, concordat: dict[str, Any]) -> None:
    """The page states how many clauses are supported, challenged, and without support."""
    supported = clauses_with("supports", "partly-supports")
    total = len(concordat["clauses"])

    stated = [words(each) for each in page.xpath("//main//summary")][:3]

    assert [
        f"{len(supported)} clauses with direct evidence",
        f"{len(clauses_with('challenges'))} clauses challenged by evidence",
        f"{total - len(supported)} clauses with no direct evidence here",
    ] == stated


def test_home_repeats_the_same_shares(pages: Pages, concordat: dict[str, Any]) -> None:
    """The first page counts clauses as the concordat's page does."""
    supported, total = clauses_with("supports", "partly-supports"), len(concordat["clauses"])
    expected = {
        "Clauses": str(total),
        "Clauses with direct evidence": str(len(supported)),
        "Clauses challenged by evidence": str(len(clauses_with("challenges"))),
        "Clauses without direct evidence": str(total - len(supported)),
    }

    assert expected.items() <= facts(pages[""]).items()


def test_signatories_are_one_link_away(page: HtmlElement) -> None:
    """The page leads to those who signed."""
    assert f"{ADDRESS}signatories/" in leads_to(main(page), ADDRESS)

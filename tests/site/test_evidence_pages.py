"""Home, the evidence index, summaries and references, counted anew from the files."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.conftest import REPOSITORY
from tests.site.reading import Pages, Records, facts, leads_to, main, words

BEGINNINGS = {
    "benefit": ("Benefit", "Improvement", "Favourable"),
    "no-difference": ("No difference", "No change", "No association"),
    "mixed": ("Mixed",),
    "harm": ("Harm", "Worsening", "Unfavourable"),
    "not-estimable": ("Not estimable",),
}
"""With what the name of a direction may begin, whatever was compared."""

TILES = {
    "benefit": "Benefit",
    "no-difference": "No difference",
    "mixed": "Mixed results",
    "harm": "Harm",
    "not-estimable": "Not estimable",
}


def findings(summaries: Records) -> Iterator[dict[str, Any]]:
    """Yield every finding of every summary that holds for all who were studied."""
    for summary in summaries.values():
        for finding in summary.get("findings", []):
            if "subgroup" not in finding:
                yield finding


def keys() -> list[str]:
    """Return the keys of the reference library."""
    library = (REPOSITORY / "evidence" / "references.bib").read_text(encoding="utf-8")
    return re.findall(r"(?m)^@\w+\{\s*([^,\s]+)", library)


def test_home_counts_summaries_and_findings(pages: Pages, summaries: Records) -> None:
    """The first page states how many summaries and findings there are."""
    counts = f"{len(summaries)} summaries of studies and reviews"
    found = f"with {sum(1 for _ in findings(summaries))} findings."

    text = words(main(pages[""]))

    assert [True, True] == [counts in text, found in text]


def test_home_counts_findings_by_direction(pages: Pages, summaries: Records) -> None:
    """Each direction stands on the first page with its number, null results and harm too."""
    counted = Counter(each["direction"] for each in findings(summaries))
    items = [words(each) for each in main(pages[""]).iter("li")]
    shown = {
        direction: [item for item in items if re.match(rf"\d+ {label}\b", item)]
        for direction, label in TILES.items()
    }

    assert {each: [f"{counted[each]} {label}"] for each, label in TILES.items()} == {
        each: [re.sub(rf"(?<={label}).*", "", item) for item in shown[each]]
        for each, label in TILES.items()
    }


def test_home_says_how_many_benefits_can_show_an_effect(pages: Pages, summaries: Records) -> None:
    """Benefits between groups are told from changes within one group and associations."""
    benefits = [each for each in findings(summaries) if each["direction"] == "benefit"]
    compared = sum(each["comparison"] == "between-groups" for each in benefits)

    text = words(main(pages[""]))

    assert f"Of the {len(benefits)} findings of benefit, {compared} compare groups" in text


def test_home_says_what_was_not_read(pages: Pages, summaries: Records) -> None:
    """The first page states for how many summaries the full text was not read."""
    unread = sum(each["seen"] != "full-text" for each in summaries.values())

    assert f"For {unread} summaries the full text was not read" in words(main(pages[""]))


def test_home_counts_signatories(pages: Pages, signatories: Records) -> None:
    """The first page states how many have signed."""
    assert str(len(signatories)) == facts(pages[""])["Signatories"]


def test_the_index_lists_every_summary(pages: Pages, summaries: Records) -> None:
    """Every summary has a link in the evidence index."""
    linked = leads_to(main(pages["evidence/"]), "evidence/")

    assert [] == [name for name in summaries if f"evidence/summaries/{name}/" not in linked]


def test_every_summary_shows_its_title_and_answer(pages: Pages, summaries: Records) -> None:
    """A summary's page gives the question and the answer that the record gives."""
    for name, summary in summaries.items():
        page = main(pages[f"evidence/summaries/{name}/"])
        answer = re.sub(r"\s*\[[^\]]*@[^\]]*\]", "", " ".join(summary["answer"].split()))

        assert " ".join(summary["title"].split()) == words(page.find(".//h1"))
        assert answer in words(page)


def test_every_finding_says_which_way_it_points(pages: Pages, summaries: Records) -> None:
    """Each finding bears the word for its direction, a null result as much as a benefit."""
    wrong = []
    for name, summary in summaries.items():
        page = pages[f"evidence/summaries/{name}/"]
        for number, finding in enumerate(summary.get("findings", []), start=1):
            shown = page.get_element_by_id(f"finding-{number}")
            badge = words(shown.xpath(".//h3/following-sibling::*[1]")[0])
            if not badge.startswith(BEGINNINGS[finding["direction"]]):
                wrong.append((name, number, finding["direction"], badge))

    assert [] == wrong


def test_a_finding_for_a_subgroup_says_so(pages: Pages, summaries: Records) -> None:
    """No finding for some of the people stands as one for all."""
    silent = [
        (name, number)
        for name, summary in summaries.items()
        for number, finding in enumerate(summary.get("findings", []), start=1)
        if "subgroup" in finding
        and "in a subgroup"
        not in words(pages[f"evidence/summaries/{name}/"].get_element_by_id(f"finding-{number}"))
    ]

    assert [] == silent


def test_critiques_come_before_the_findings(pages: Pages, summaries: Records) -> None:
    """Where a work is challenged, the reader meets the challenge before what was found."""
    challenged = {name: each for name, each in summaries.items() if "critiques" in each}
    late = []
    for name, summary in challenged.items():
        text = words(main(pages[f"evidence/summaries/{name}/"]))
        for critique in summary["critiques"]:
            says = " ".join(critique["says"].split())
            if not 0 <= text.find(says) < text.index("What was found"):
                late.append((name, critique["reference"]))

    assert 3 <= len(challenged)
    assert [] == late


def test_every_citation_has_an_entry_with_its_number(pages: Pages) -> None:
    """A number in brackets leads to the entry that bears it, on every page."""
    wrong = []
    for address, page in pages.items():
        for link in page.xpath("//main//a[starts-with(@href, '#ref-')]"):
            number = words(link)
            entry = page.xpath("//li[@id=$id]", id=link.get("href").removeprefix("#"))
            if number.isdigit() and [number] != [each.get("value") for each in entry]:
                wrong.append((address, number))

    assert [] == wrong


def test_every_summary_cites_its_work(pages: Pages, summaries: Records) -> None:
    """The work that is summed up is among the references of its summary's page."""
    uncited = []
    for name, summary in summaries.items():
        address = f"evidence/summaries/{name}/"
        if f"evidence/references/{summary['source']}/" not in leads_to(pages[address], address):
            uncited.append(name)

    assert [] == uncited


def test_the_reference_list_has_every_work_once(pages: Pages) -> None:
    """The list of references has one entry for each of the library, and its text."""
    page = pages["evidence/references/"]
    entries = page.xpath("//main//li[starts-with(@id, 'ref-')]/@id")

    assert sorted(f"ref-{key}" for key in keys()) == sorted(entries)
    assert f"{len(keys())} works" in words(main(page))


def test_every_work_that_is_summed_up_leads_to_its_summary(
    pages: Pages, summaries: Records
) -> None:
    """An entry of the reference list has a link to the summary of the work."""
    page = pages["evidence/references/"]
    unlinked = []
    for name, summary in summaries.items():
        entry = page.get_element_by_id(f"ref-{summary['source']}")
        if f"evidence/summaries/{name}/" not in leads_to(entry, "evidence/references/"):
            unlinked.append(name)

    assert [] == unlinked

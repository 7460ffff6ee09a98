"""The pages for browsing, counted anew from the files for every facet and every choice."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tests.site.reading import Pages, Records, leads_to, main, read_record, words

DIRECTIONS = {
    "benefit": "Benefit", "no-difference": "No difference", "mixed": "Mixed results",
    "harm": "Harm", "not-estimable": "Not estimable",
}  # fmt: skip
VOCABULARIES = {
    "art-form": ("art-forms", "art_forms"), "population": ("populations", "populations"),
    "life-course": ("life-course", "life_course"), "condition": ("conditions", "conditions"),
    "setting": ("settings", "settings"),
}  # fmt: skip
FACETS = [*VOCABULARIES, "outcome", "direction", "certainty", "design", "place", "year"]

Record = dict[str, Any]


def labels(vocabulary: str) -> dict[str, str]:
    """Return the labels of a vocabulary by id."""
    path = REPOSITORY / "evidence" / "vocabularies" / f"{vocabulary}.yml"
    return {term["id"]: term["label"] for term in read_record(path)["terms"]}


def year_of(key: str) -> str:
    """Return the year of a work in the reference library."""
    library = (REPOSITORY / "evidence" / "references.bib").read_text(encoding="utf-8")
    entry = re.search(rf"(?ms)^@\w+\{{\s*{re.escape(key)},.*?^\}}", library)
    assert entry
    return str(re.findall(r"(?m)^\s*(?:year|date)\s*=\s*[{\"](\d{4})", entry[0])[0])


def certainty_of(summary: Record) -> str:
    """Return the certainty of the first main finding that has one, else of the first of all."""
    found = [each for each in summary.get("findings", []) if "subgroup" not in each]
    main_ones = [each for each in found if each.get("primary") in ("true", "yes")]
    graded = [each["certainty"] for each in (*main_ones, *found) if "certainty" in each]
    if not graded:
        return "Not graded"
    if graded[0]["scale"] == "authors":
        return "In the authors’ own words"
    return str(graded[0]["level"]).capitalize()


def of_facet(facet: str) -> Callable[[Record], Iterator[str]]:
    """Return what tells the labels under which a record is to be found."""

    def found(summary: Record) -> Iterator[str]:
        findings = summary.get("findings", [])
        if facet in VOCABULARIES:
            vocabulary, field = VOCABULARIES[facet]
            yield from (labels(vocabulary)[each] for each in summary.get(field, []))
        elif facet == "outcome":
            yield from (labels("outcomes")[each["outcome"]] for each in findings)
        elif facet == "direction":
            yield from (
                DIRECTIONS[each["direction"]] for each in findings if "subgroup" not in each
            )
        elif facet == "certainty":
            yield certainty_of(summary)
        elif facet == "design":
            yield labels("designs")[summary["design"]]
        elif facet == "place":
            yield from summary.get("country", [])
        else:
            yield year_of(summary["source"])

    return found


def counted(facet: str, summaries: Records) -> Counter[str]:
    """Return the number of published summaries for each label of a facet."""
    of = of_facet(facet)
    return Counter(
        label
        for each in summaries.values()
        if each.get("status", "published") == "published"
        for label in set(of(each))
    )


@pytest.mark.parametrize("facet", FACETS)
def test_a_facet_counts_the_summaries_of_each_choice(
    pages: Pages, summaries: Records, facet: str
) -> None:
    """The number beside each choice is that of the records which say so, 0 for the others."""
    items = [words(item) for item in main(pages[f"evidence/by/{facet}/"]).xpath(".//ul/li")]
    shown = dict(re.findall(r"(?m)^(.+?) \((\d+) summar(?:y|ies)\)", "\n".join(items)))

    assert dict(counted(facet, summaries)) == {
        label: int(number) for label, number in shown.items() if number != "0"
    }


@pytest.mark.parametrize("facet", FACETS)
def test_a_choice_lists_as_many_summaries_as_it_counts(pages: Pages, facet: str) -> None:
    """Each link of a facet leads to a page with that many summaries."""
    (listing,) = main(pages[f"evidence/by/{facet}/"]).xpath(".//ul[@class='hub-found']")
    for item in listing:
        (address,) = leads_to(item, f"evidence/by/{facet}/")
        number = int(re.findall(r"\((\d+) summar", words(item))[0])
        linked = {each for each in leads_to(main(pages[address]), address) if "/summaries/" in each}

        assert (address, number) == (address, len(linked))


def test_the_front_leads_to_every_facet(pages: Pages) -> None:
    """Eleven facets, each one step away; the front of the evidence leads here."""
    links = leads_to(main(pages["evidence/by/"]), "evidence/by/")

    assert {f"evidence/by/{facet}/" for facet in FACETS} <= links
    assert "evidence/by/" in leads_to(main(pages["evidence/"]), "evidence/")

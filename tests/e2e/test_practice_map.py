"""The map of practice: map, list, address and records say the same, whatever is asked for.

What is expected is read from the YAML files, not asked of the hub.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from playwright.sync_api import Page

from tests.e2e.browser import PageAt

ROOT = Path(__file__).parents[2]
FIELDS = {"art-form": "art_forms", "population": "populations", "nation": "nations",
          "route": "routes"}  # fmt: skip
CLINICAL = {"primary-care", "hospital", "mental-health-services", "mental-health-inpatient",
            "hospice"}  # fmt: skip
QUESTIONS = ("innovation", "benefits", "commissioning", "personalisation")
COMBINATIONS = 200

SHOWN = """() => ({
  list: [...document.querySelectorAll('.hub-practice')].filter(each => each.getClientRects().length)
    .map(each => each.id.slice('example-'.length)).sort(),
  map: [...document.querySelectorAll('[data-hub-mark]')]
    .filter(each => each.getClientRects().length).map(each => each.dataset.hubMark).sort(),
})"""
GO = """search => {
  history.pushState({}, '', location.pathname + search);
  dispatchEvent(new PopStateEvent('popstate', {state: {}}));
}"""


def read_records() -> dict[str, dict[str, Any]]:
    """Return every practice example as it is written."""
    return {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "evidence/practice").glob("*.yml"))
    }


def values(record: dict[str, Any], facet: str) -> set[str]:
    """Return what an example has of a facet."""
    match facet:
        case "setting":
            settings = set(record.get("settings", [])) - {"system-level"}
            return {"clinical" if each in CLINICAL else "social" for each in settings}
        case "status":
            return {record["progress"]["state"]}
        case "question":
            return {each for each in QUESTIONS if record.get(each)}
    return set(record.get(FIELDS[facet], []))


RECORDS = read_records()
FACETS = (*FIELDS, "setting", "status", "question")
OFFERED = {
    facet: sorted(set().union(*(values(each, facet) for each in RECORDS.values())))
    for facet in FACETS
}


def expected(asked: dict[str, str]) -> dict[str, list[str]]:
    """Return the examples that fit, and those of them that have a point."""
    fitting = [
        name
        for name, each in RECORDS.items()
        if all(value in values(each, facet) for facet, value in asked.items())
    ]
    return {"list": sorted(fitting),
            "map": sorted(name for name in fitting if "lat" in RECORDS[name]["where"])}  # fmt: skip


def singles() -> Iterator[dict[str, str]]:
    """Yield every value of every filter."""
    for facet, offered in OFFERED.items():
        for value in offered:
            yield {facet: value}


def combinations() -> Iterator[dict[str, str]]:
    """Yield filters chosen by chance, always the same ones."""
    chance = random.Random(9)  # noqa: S311 - no secret
    for _ in range(COMBINATIONS):
        chosen = chance.sample(FACETS, chance.randint(2, 4))
        yield {facet: chance.choice(OFFERED[facet]) for facet in chosen}


@pytest.fixture
def practice(hub_url: str, page_at: PageAt) -> Page:
    """Open the map."""
    return page_at(f"{hub_url}practice/").page


@pytest.mark.parametrize("asked", [singles, combinations], ids=["each value", "combinations"])
def test_map_list_and_records_agree(
    practice: Page, asked: Callable[[], Iterator[dict[str, str]]]
) -> None:
    """Whatever is asked for in the address, map and list show what the records say."""
    wrong = []
    for each in asked():
        practice.evaluate(GO, f"?{urlencode(each)}")
        if practice.evaluate(SHOWN) != expected(each):
            wrong.append(each)

    assert [] == wrong


def test_every_value_of_the_records_is_offered(practice: Page) -> None:
    """The filters offer what the records have, and nothing else."""
    offered = practice.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('[data-hub-sift] select')].map("
        "each => [each.name, [...each.options].map(o => o.value).filter(Boolean).sort()]))"
    )

    assert offered == OFFERED


def test_choosing_goes_into_the_address_and_back(practice: Page) -> None:
    """A choice stands in the address; the back button takes it away, and again forward."""
    practice.get_by_label("Where it stands").select_option("ended")
    practice.get_by_label("Setting").select_option("social")
    both = {"setting": "social", "status": "ended"}

    assert expected(both) == practice.evaluate(SHOWN)
    assert practice.url.endswith("?setting=social&status=ended")
    practice.go_back()
    assert expected({"status": "ended"}) == practice.evaluate(SHOWN)
    practice.go_back()
    assert expected({}) == practice.evaluate(SHOWN)
    practice.go_forward()
    assert expected({"status": "ended"}) == practice.evaluate(SHOWN)
    assert practice.get_by_label("Where it stands").input_value() == "ended"


def test_every_point_is_reached_by_keyboard_and_leads_to_the_list(practice: Page) -> None:
    """Each group is a link; its name tells what it holds, and it leads to the same examples."""
    groups = practice.evaluate(
        "() => [...document.querySelectorAll('[data-hub-group]')].map(each => ({"
        "  tab: each.tabIndex, name: each.getAttribute('aria-label'),"
        "  drawn: [...each.querySelectorAll('[data-hub-mark]')].map(m => m.dataset.hubMark).sort(),"
        "  listed: [...document.querySelectorAll(each.getAttribute('href') + ' .hub-practice')]"
        "    .map(e => e.id.slice(8)).sort()}))"
    )

    assert expected({})["map"] == sorted(name for each in groups for name in each["listed"])
    assert all(each["tab"] == 0 and each["drawn"] == each["listed"] for each in groups)
    assert all(str(len(each["listed"])) in each["name"] for each in groups)


def test_without_javascript_the_list_by_place_is_whole(hub_url: str, page_at: PageAt) -> None:
    """The list, the map and the links are there; the filters, which would do nothing, are not."""
    page = page_at(f"{hub_url}practice/", scripts=False).page
    titles = page.locator(".hub-practice__title a").all_inner_texts()

    assert sorted(each["title"] for each in RECORDS.values()) == sorted(titles)
    assert not page.locator("[data-hub-sift]").is_visible()

"""The demonstration: what its pages and data say is what its files add up to."""

import csv
import json
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from hub.examining import examine
from tests.demo.generate import CLOCK, DELIVERY, GROUPS, LOCAL, NATIONAL, TODAY
from tests.demo.generate import main as lay_demonstration
from tests.site.counting import STEPS, Counted
from tests.site.reading import Pages, main, read_pages, words

BANNER = "Demonstration: everything here is invented."
BOTH = pytest.mark.parametrize("name", [NATIONAL, LOCAL])


@pytest.fixture(scope="session")
def demo_pages(demo_site: Path) -> Pages:
    """Return every page of the demonstration."""
    return read_pages(demo_site)


@pytest.fixture(scope="session")
def counts(demo_hub: Path) -> dict[str, Counted]:
    """Return the two concordats, counted."""
    return {name: Counted(demo_hub, name) for name in GROUPS}


def table(page: HtmlElement, name: str) -> list[list[str]]:
    """Return the cells of a table, without its header."""
    (found,) = page.xpath("//table[@id=$name]", name=name)
    return [[words(cell) for cell in row] for row in found.find("tbody")]


def signatories(pages: Pages, name: str) -> HtmlElement:
    """Return the page of those who signed."""
    return pages[f"concordats/{name}/signatories/"]


def test_every_page_says_that_all_is_invented(demo_pages: Pages) -> None:
    """No page can be taken for one of a real hub."""
    banners = {
        address: [words(each) for each in page.find_class("hub-banner")]
        for address, page in demo_pages.items()
    }

    assert [] == [address for address, found in banners.items() if found != [BANNER]]


def test_real_hub_has_no_banner(pages: Pages) -> None:
    """The line is the demonstration's own, and so is all that it stands above."""
    assert not any(
        page.find_class("hub-banner") or page.find_class("md-banner") for page in pages.values()
    )
    assert not any(address.startswith("concordats/demonstration") for address in pages)


def test_clock_is_the_day_of_the_demonstration() -> None:
    """What is overdue does not change from one day to the next."""
    assert TODAY == datetime.fromtimestamp(int(CLOCK), UTC).date()


def test_same_tables_make_the_same_hub(demo_hub: Path, tmp_path: Path) -> None:
    """The demonstration is laid out alike on every machine, also deep in another folder."""
    again = tmp_path / "else" / "where"
    lay_demonstration(again)
    first, second = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*.*") if path.is_file()}
        for root in (demo_hub, again)
    )

    assert {Path("mkdocs.yml")} >= {path for path in first if first[path] != second.get(path)}
    assert first.keys() == second.keys()


def test_every_address_is_one_that_nobody_can_have(demo_hub: Path) -> None:
    """Links lead to names that are kept for examples (RFC 2606)."""
    text = "\n".join(path.read_text("utf-8") for path in demo_hub.rglob("*.yml"))
    hosts = set(re.findall(r"https?://([^/\s\"]+)", text))

    assert [] == [host for host in hosts if not host.endswith(".example")]


@BOTH
def test_tables_of_the_generator_are_what_was_made(counts: dict[str, Counted], name: str) -> None:
    """As many signatories as its tables say, in every standing, at every step of delivery."""
    counted = counts[name]
    steps = Counter(counted.step(each) for each in counted.signatories)

    assert {NATIONAL: 300, LOCAL: 40}[name] == len(counted.signatories)
    assert sum(group.many for group in GROUPS[name]) == len(counted.signatories)
    assert {STEPS[step]: many for step, many in DELIVERY[name].items()} == steps


def test_all_states_are_there(counts: dict[str, Counted]) -> None:
    """Every sector, every standing, both capacities, with and without a name, day known or not."""
    counted = counts[NATIONAL]
    signed = [each for record in counted.signatories.values() for each in record["signatures"]]

    assert {"Current", "Not yet reaffirmed", "Withdrawn"} == {
        counted.state(each) for each in counted.signatories
    }
    assert 16 + 1 == len({counted.sector(each) for each in counted.signatories})
    assert 13 + 1 == len({counted.place(each) for each in counted.signatories})
    assert {None, "personal"} == {each.get("capacity") for each in signed}
    assert {True, False} == {"name" in each["by"] for each in signed}
    assert {True, False} == {"signed" in each for each in signed}


@BOTH
def test_every_signatory_has_a_row(
    demo_pages: Pages, counts: dict[str, Counted], name: str
) -> None:
    """Each row says where that signatory stands, and how far it came."""
    (rows,) = signatories(demo_pages, name).xpath("//table[@id='signatories']/tbody")
    counted = counts[name]

    assert {
        f"signatory-{each}": (counted.state(each), counted.step(each), counted.sector(each),
                              counted.place(each))
        for each in counted.signatories
    } == {
        row.get("id"): (row[1].get("data-value"), row[2].get("data-value"), words(row[3]),
                        words(row[4]))
        for row in rows
    }  # fmt: skip


@BOTH
def test_caption_counts_the_states(
    demo_pages: Pages, counts: dict[str, Counted], name: str
) -> None:
    """How many stand, have not reaffirmed, withdrew, and signed on a day that is not known."""
    counted = counts[name]
    states = Counter(counted.state(each) for each in counted.signatories)
    behind = states["Not yet reaffirmed"]
    undated = sum(not counted.dates(each) for each in counted.signatories)
    expected = [
        f"{len(counted.standing)} signatories of {counted.record['title']}",
        *([f"{behind} not yet reaffirmed for version {counted.current}"] if behind else []),
        f"{states['Withdrawn']} withdrawn, still listed",
        f"date not known for {undated}.",
    ]

    caption = signatories(demo_pages, name).get_element_by_id("signatories-caption")
    assert "; ".join(expected) == words(caption)


@BOTH
@pytest.mark.parametrize(("kind", "many"), [("sector", 17), ("place", 14), ("delivery", 6)])
def test_counts_are_those_of_the_files(
    demo_pages: Pages, counts: dict[str, Counted], name: str, kind: str, many: int
) -> None:
    """By sector, by place and by step of delivery, withdrawn signatures left out."""
    counted = counts[name]
    ask = {"sector": counted.sector, "place": counted.place, "delivery": counted.step}[kind]
    expected = Counter(ask(each) for each in counted.standing)
    shown = {row[0]: int(row[1]) for row in table(signatories(demo_pages, name), f"by-{kind}")}

    assert expected == Counter(shown)
    assert len(shown) <= many


@BOTH
def test_steps_are_counted_by_place(
    demo_pages: Pages, counts: dict[str, Counted], name: str
) -> None:
    """Beside each place stands how far its signatories came."""
    counted = counts[name]
    pairs = Counter((counted.place(each), counted.step(each)) for each in counted.standing)
    expected = {
        place: [
            f"{pairs[place, step]} {step[0].lower()}{step[1:]}"
            for step in STEPS.values()
            if pairs[place, step]
        ]
        for place, _ in pairs
    }

    rows = table(signatories(demo_pages, name), "by-place")
    assert expected == {row[0]: row[2].split(", ") for row in rows}


@BOTH
def test_signatures_over_time_add_up(
    demo_pages: Pages, counts: dict[str, Counted], name: str
) -> None:
    """Those with a known day came, those who withdrew went, and the rest stands at the end."""
    counted = counts[name]
    dated = [each for each in counted.signatories if counted.dates(each)]
    gone = [each for each in dated if each not in counted.standing]
    rows = table(signatories(demo_pages, name), "over-time")

    assert [len(dated), len(gone)] == [sum(int(row[place]) for row in rows) for place in (1, 2)]
    assert str(len(dated) - len(gone)) == rows[-1][3]


@BOTH
def test_reports_are_counted_by_year(
    demo_pages: Pages, counts: dict[str, Counted], name: str
) -> None:
    """For each year, the reports that fell due and those that were published."""
    due, given = counts[name].reports()

    assert [[str(year), str(due[year]), str(given[year])] for year in sorted(due | given)] == table(
        signatories(demo_pages, name), "reports-by-year"
    )


def test_advice_is_on_what_is_overdue_and_who_is_missing(
    demo_hub: Path, counts: dict[str, Counted], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No fault; each body that owes a report, a sector that is missing, a review that is due."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", CLOCK)
    codes = Counter(each.code.slug for each in examine(demo_hub).diagnostics)

    assert {
        "overdue-report": sum(each.owing() for each in counts.values()),
        "missing-partner": 1,
        "review-overdue": 1,
    } == codes


@BOTH
def test_partners_needed_are_counted(
    demo_pages: Pages, counts: dict[str, Counted], name: str
) -> None:
    """What is needed, who signed for their body, and how many are missing, by sector."""
    counted = counts[name]
    ids = Counter(
        counted.bodies[each["organisation"]]["sector"]
        for each in counted.standing.values()
        if "organisation" in each and "capacity" not in each["signatures"][0]
    )
    expected = []
    for needed in counted.record["partners_needed"]:
        least, signed = int(needed.get("at_least", 1)), ids[needed["sector"]]
        missing = f"{least - signed} missing" if least > signed else "None"
        expected.append([str(least), str(signed), missing])

    rows = table(signatories(demo_pages, name), "partners-needed")
    assert expected == [row[1:4] for row in rows]


@BOTH
def test_coverage_is_that_of_the_files(
    demo_pages: Pages, counts: dict[str, Counted], name: str
) -> None:
    """Clauses with direct evidence, without, not looked at, and challenged."""
    rows = table(demo_pages[f"concordats/{name}/trace/"], "coverage")
    shown = {
        key: int(row[1])
        for row in rows
        for key in ("direct evidence", "no direct evidence", "not looked at", "challenged")
        if key in row[0]
    }
    keys = ("direct evidence", "no direct evidence", "not looked at", "challenged")
    direct = next(int(row[1]) for row in rows if "with direct evidence" in row[0])

    assert counts[name].coverage() == [direct, *(shown.get(key, 0) for key in keys[1:])]


@BOTH
def test_what_bears_on_each_clause_is_counted(
    demo_pages: Pages, counts: dict[str, Counted], name: str
) -> None:
    """Works by relation, programmes, lessons and practice examples, clause by clause."""
    page = demo_pages[f"concordats/{name}/trace/"]
    head = [words(each) for each in page.xpath("//table[@id='glance']/thead//th")]
    expected = {clause: counts[name].behind(clause) for clause in counts[name].clauses()}
    shown = {}
    for row in table(page, "glance"):
        numbers = [int(cell.replace("none", "0")) for cell in row[1:]]
        shown[row[0].split()[0]] = dict(zip(head[1:], numbers, strict=True))

    assert expected == shown


@BOTH
def test_each_version_counts_its_own_signatories(
    demo_pages: Pages, counts: dict[str, Counted], name: str
) -> None:
    """A signature counts for the versions that were signed, and for no other."""
    counted = counts[name]
    for version in counted.record["versions"]:
        number = version["number"]
        signed = sum(
            any(each["version"] == number for each in record["signatures"])
            for record in counted.standing.values()
        )

        page = words(main(demo_pages[f"concordats/{name}/{number}/"]))
        assert f"Signed by {signed} signator" in page


@BOTH
def test_data_are_those_of_the_files(
    demo_site: Path, counts: dict[str, Counted], name: str
) -> None:
    """JSON and CSV hold everybody, with sector, place, standing and step."""
    counted = counts[name]
    file = demo_site / "data" / "v1" / "signatories" / name
    found = json.loads(file.with_suffix(".json").read_text("utf-8"))["signatories"]
    with file.with_suffix(".csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    standings = {
        "current": "Current", "not-reaffirmed": "Not yet reaffirmed", "withdrawn": "Withdrawn",
    }  # fmt: skip
    expected = {
        each: (counted.state(each), counted.step(each), counted.sector(each), counted.place(each))
        for each in counted.signatories
    }

    for records in (found, rows):
        assert expected == {
            each["id"]: (
                standings[each["standing"]], STEPS[each["delivery"] or ""],
                each["sector"] or "Not known", each["place"] or "Not known",
            )
            for each in records
        }  # fmt: skip


def test_every_organisation_has_a_page_with_all_it_signed(
    demo_pages: Pages, counts: dict[str, Counted]
) -> None:
    """A body that signed both texts says so of both."""
    for name in counts[NATIONAL].bodies:
        page = demo_pages[f"organisations/{name}/"]
        expected = {concordat for concordat in GROUPS if name in counts[concordat].signatories}

        assert {f"signed-{each}" for each in expected} == {
            each.get("id") for each in page.xpath("//h3[starts-with(@id, 'signed-')]")
        }


def test_local_text_stands_under_the_national_one(counts: dict[str, Counted]) -> None:
    """One concordat names the other as its parent."""
    assert NATIONAL == counts[LOCAL].record["parent"]

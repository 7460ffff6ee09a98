"""Data files hold what pages show, in the words of the records, and are the same every time."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import pytest

from hub.model.base import Record
from hub.pool import Pool
from hub.views.data import documents
from tests.views.small_hub import finding, hub_of, summary, work

FOLDER = Path(gettempdir(), "hub-data")
ALONE = Pool(FOLDER)
RECORDS: list[Record] = [
    work("a", issued={"year": 2018}),
    summary("x", "a", findings=[
        finding("mood", "benefit", estimate={"statistic": "SMD", "value": "-0.70"}),
    ]),
    summary("gone", "a", status="withdrawn"),
]  # fmt: skip


def files(*records: Record, pool: Pool = ALONE) -> dict[str, str]:
    """Return the data files of a hub of these records, by their paths."""
    return {each.path: b"".join(each.pieces).decode() for each in documents(hub_of(*records), pool)}


def content_of(name: str) -> Any:  # noqa: ANN401 - JSON may be anything
    """Return what a data file says."""
    return json.loads(files(*RECORDS)[name])


def test_summaries_come_with_their_work() -> None:
    """A summary has its id, its page and its work; a withdrawn one is not among the data."""
    found = content_of("data/v1/summaries.json")["summaries"]

    assert [("x", "evidence/summaries/x/", "The a study")] == [
        (each["id"], each["page"], each["work"]["title"]) for each in found
    ]


def test_figures_keep_their_digits() -> None:
    """0.70 stays 0.70: figures are text, as they were printed."""
    found = content_of("data/v1/summaries.json")["summaries"][0]["findings"][0]

    assert "-0.70" == found["estimate"]["value"]


def test_references_are_csl() -> None:
    """The references are a plain CSL-JSON list, which reference managers read."""
    assert [("a", "article-journal")] == [
        (each["id"], each["type"]) for each in content_of("data/v1/references.json")
    ]


def test_the_library_is_there_in_every_format() -> None:
    """All works stand in each file, in the order of their keys."""
    found = files(work("b"), work("a"))

    assert ["a", "b"] == re.findall(
        r"^@article{(.+),$", found["data/v1/references.bib"], re.MULTILINE
    )
    assert ["a", "b"] == re.findall(r"^ID  - (.+)$", found["data/v1/references.ris"], re.MULTILINE)
    assert ["a", "b"] == [each["id"] for each in json.loads(found["data/v1/references.json"])]


@pytest.mark.parametrize("name", ["summaries.json", "references.json"])
def test_a_record_is_a_line(name: str) -> None:
    """Between the first line and the last, each line is a record in JSON, but for its comma."""
    lines = files(*RECORDS, summary("y", "a"), work("b"))[f"data/v1/{name}"].splitlines()

    assert 2 == len([json.loads(line.rstrip(",")) for line in lines[1:-1]])


def test_a_hub_without_records_has_its_files_too() -> None:
    """Lists are then empty."""
    found = files()

    assert [] == json.loads(found["data/v1/summaries.json"])["summaries"]
    assert [] == json.loads(found["data/v1/references.json"])
    assert ("", "") == (found["data/v1/references.bib"], found["data/v1/references.ris"])


def test_same_records_give_the_same_bytes() -> None:
    """Nothing in a data file depends on when it was made, or on who wrote which part of it."""
    records = [each for number in range(9) for each in
               (work(f"w{number}", title="Café"), summary(f"s{number}", f"w{number}"))]  # fmt: skip
    with ThreadPoolExecutor(2) as executor:
        shared = files(*records, pool=Pool(FOLDER, workers=2, executor=executor))

    assert files(*records) == shared

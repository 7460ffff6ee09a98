"""Data files hold what pages show, in the words of the records, and are the same every time."""

import json
from typing import Any

from hub.model.base import Record
from hub.views.data import documents
from tests.views.small_hub import finding, hub_of, summary, work

RECORDS: list[Record] = [
    work("a", issued={"year": 2018}),
    summary("x", "a", findings=[
        finding("mood", "benefit", estimate={"statistic": "SMD", "value": "-0.70"}),
    ]),
    summary("gone", "a", status="withdrawn"),
]  # fmt: skip


def content_of(name: str) -> Any:  # noqa: ANN401 - JSON may be anything
    """Return what a data file says."""
    return next(
        json.loads(each.content) for each in documents(hub_of(*RECORDS)) if each.path == name
    )


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


def test_same_records_give_the_same_bytes() -> None:
    """Nothing in a data file depends on when it was made."""
    assert list(documents(hub_of(*RECORDS))) == list(documents(hub_of(*RECORDS)))

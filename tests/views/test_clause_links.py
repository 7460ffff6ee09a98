"""A link to a clause leads to where its words stand, also after a version has dropped it."""

from dataclasses import replace

import pytest

from hub.views.clause_links import clause_address
from tests.views.small_concordat import PUBLISHED, clause, concordat, northshire, text

VERSIONS = [
    {**PUBLISHED, "status": "superseded"},
    {"number": "1.1", "published": "2022-01-01", "status": "superseded"},
    {"number": "2.0", "published": "2024-01-01", "status": "in-force"},
    {"number": "3.0", "status": "draft"},
]
TEXTS = {"1.0": "need-1 need-2 need-4", "1.1": "need-1 need-2", "2.0": "need-1", "3.0": "need-1"}
NORTHSHIRE = replace(
    northshire(None, concordat(versions=VERSIONS)),
    texts={("northshire", number): text(*map(clause, names.split()))
           for number, names in TEXTS.items()},
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "address"),
    [("need-1", "#need-1"), ("need-2", "1.1/#need-2"), ("need-4", "1.0/#need-4"),
     ("need-9", "#need-9")],
)  # fmt: skip
def test_link_leads_to_the_version_in_force_or_the_newest_that_has_it(
    name: str, address: str
) -> None:
    """In force comes first, then the newest; an unknown clause is the checks' business."""
    assert f"concordats/northshire/{address}" == clause_address(NORTHSHIRE, "northshire", name)

"""The real site as built, page by page, and the records that it was made from."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tests.site.reading import Pages, Records, read_pages, read_record, read_records

CONCORDAT = REPOSITORY / "concordats" / "cheshire-merseyside-creative-health"


@pytest.fixture(scope="session")
def pages(real_site: Path) -> Pages:
    """Return every page of the real site."""
    return read_pages(real_site)


@pytest.fixture(scope="session")
def summaries() -> Records:
    """Return the evidence summaries that are published."""
    found = read_records(REPOSITORY / "evidence" / "summaries")
    return {name: each for name, each in found.items() if each.get("status") != "draft"}


@pytest.fixture(scope="session")
def concordat() -> dict[str, Any]:
    """Return the record of the concordat."""
    return read_record(CONCORDAT / "concordat.yml")


@pytest.fixture(scope="session")
def signatories() -> Records:
    """Return those who signed it."""
    return read_records(CONCORDAT / "signatories")

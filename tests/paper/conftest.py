"""Hubs as loaded, and concordats of theirs ready to be set."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hub.loading.hub import load_hub
from hub.model.hub import Hub
from hub.paper.paper import Paper, paper
from hub.store import Store
from tests.conftest import DEMO, REPOSITORY

PRINTED = date(2026, 1, 31)
Print = Callable[[Hub, str], Paper]


def loaded(root: Path) -> Hub:
    """Return the hub in a folder."""
    return load_hub(root, Store(None)).hub


@pytest.fixture(scope="session")
def real_hub() -> Hub:
    """Return the hub of this repository; the numbers of its concordat have gaps."""
    return loaded(REPOSITORY)


@pytest.fixture(scope="session")
def crowded_hub(demo_hub: Path) -> Hub:
    """Return the demonstration hub, with its three hundred signatories."""
    return loaded(demo_hub)


@pytest.fixture(scope="session")
def small_paper() -> Paper:
    """Return the concordat of the small fictional hub, ready to be set."""
    return printed(loaded(DEMO), "northshire-creative-health")


def printed(hub: Hub, name: str, version: str = "", language: str | None = None) -> Paper:
    """Return a version of a concordat as it is printed; the one in force if none is named."""
    concordat = hub.concordats[name]
    found = concordat.find_version(version) or concordat.current
    return paper(hub, concordat, found, PRINTED, language)

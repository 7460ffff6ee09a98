"""The records of the hub itself, read once for all tests of the content."""

from pathlib import Path

import pytest

from hub.loading.hub import load_hub
from hub.model.hub import Hub

ROOT = Path(__file__).parents[2]
"""The hub that this repository publishes."""


@pytest.fixture(scope="session")
def hub() -> Hub:
    """Return the hub that this repository publishes."""
    return load_hub(ROOT).hub

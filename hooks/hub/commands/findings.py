"""What verifying found: something holds, does not hold, or was not checked."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """What came of a check."""

    HOLDS = "holds"
    FAILS = "does not hold"
    UNCHECKED = "not checked"


class Finding(NamedTuple):
    """What was checked, and what came of it."""

    state: State
    says: str

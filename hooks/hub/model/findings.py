"""One result for one outcome: what was found, which way it points, and what it compares."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from hub.model.base import Model, Quote
from hub.model.certainty import Certainty
from hub.model.estimates import Estimate
from hub.model.marks import Mentions
from hub.model.values import Line, Prose

OutcomeId = Annotated[str, Mentions("term:outcomes")]


class Direction(StrEnum):
    """Which way a finding points, from the point of view of the person."""

    BENEFIT = "benefit"
    NO_DIFFERENCE = "no-difference"
    MIXED = "mixed"
    HARM = "harm"
    NOT_ESTIMABLE = "not-estimable"


class Comparison(StrEnum):
    """What a finding compares; only the first can show an effect."""

    BETWEEN_GROUPS = "between-groups"
    WITHIN_GROUP = "within-group"
    ASSOCIATION = "association"
    DESCRIPTION = "description"


class Finding(Model):
    """One result for one outcome."""

    outcome: OutcomeId = Field(description="A term of the outcomes vocabulary.")
    statement: Prose = Field(description="What was found, in one or two plain sentences.")
    direction: Direction = Field(
        description="benefit, no-difference, mixed, harm or not-estimable; in cohorts, benefit "
        "means a favourable association."
    )
    comparison: Comparison = Field(
        description="between-groups, within-group, association or description."
    )
    primary: bool = Field(default=False, description="Whether it was the study's main outcome.")
    subgroup: Line | None = Field(
        default=None, description="The subgroup it holds for; a subgroup is not everybody."
    )
    measure: Line | None = Field(default=None, description="The instrument: EPDS, WEMWBS.")
    time_point: Line | None = Field(default=None, description="When it was measured.")
    estimate: Estimate | None = Field(default=None, description="The figure, as printed.")
    certainty: Certainty | None = Field(default=None, description="How far to trust it.")
    quote: Quote | None = Field(default=None, description="The source's own words.")
    read_in: Line | None = Field(
        default=None, description="Where it was read, when not in the work itself."
    )

"""How far a finding can be trusted, each on a named scale of its own."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from hub.model.base import Model
from hub.model.marks import fault
from hub.model.values import Line


class Scale(StrEnum):
    """A way of grading trust in evidence; scales are never converted into each other."""

    GRADE = "grade"
    CERQUAL = "cerqual"
    NESTA = "nesta"
    MARYLAND = "maryland"
    AUTHORS = "authors"


LEVELS: dict[Scale, tuple[str, ...]] = {
    Scale.GRADE: ("very low", "low", "moderate", "high"),
    Scale.CERQUAL: ("very low", "low", "moderate", "high"),
    Scale.NESTA: ("1", "2", "3", "4", "5"),
    Scale.MARYLAND: ("1", "2", "3", "4", "5"),
}
"""The levels of each scale, weakest first; `authors` takes the authors' own words."""


class Assessor(StrEnum):
    """Who graded."""

    AUTHORS = "authors"
    HUB = "hub"


class Certainty(Model):
    """How far a finding can be trusted, on a named scale."""

    scale: Scale = Field(description="grade, cerqual, nesta, maryland, or authors (own words).")
    level: Line = Field(description="A level of that scale; for authors, their own words.")
    assessor: Assessor = Field(description="Who graded: authors or hub.")
    reasons: tuple[Line, ...] = Field(default=(), description="Why it was rated so.")

    @model_validator(mode="after")
    def _level_of_scale(self) -> Self:
        levels = LEVELS.get(self.scale)
        if levels and self.level not in levels:
            raise fault(
                "unknown-certainty",
                f'"{self.level}" is not a level of the {self.scale.value} scale',
                ", ".join(levels[:-1]) + " or " + levels[-1],
            )
        return self

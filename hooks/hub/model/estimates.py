"""A figure as it was printed: its kind, its interval, and which side of no effect it lies on."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from hub.model.base import Model
from hub.model.marks import fault
from hub.model.values import Line, Number


class Statistic(StrEnum):
    """What kind of number an estimate is; kinds are never mixed in one picture."""

    MD = "MD"
    SMD = "SMD"
    D = "d"
    RR = "RR"
    OR = "OR"
    HR = "HR"
    F = "F"
    PERCENT = "percent"
    OTHER = "other"

    @property
    def null_value(self) -> Decimal | None:
        """The value that means "no difference", where the statistic has one."""
        return _NULL_VALUES.get(self)


_NULL_VALUES = {
    **dict.fromkeys((Statistic.RR, Statistic.OR, Statistic.HR), Decimal(1)),
    **dict.fromkeys((Statistic.MD, Statistic.SMD, Statistic.D), Decimal(0)),
}


class Side(StrEnum):
    """A side of no effect."""

    LOWER = "lower"
    HIGHER = "higher"


class Estimate(Model):
    """A figure as it was printed, with its interval."""

    statistic: Statistic = Field(description="MD, SMD, d, RR, OR, HR, F, percent or other.")
    value: Number | None = Field(default=None, description="The point estimate, as printed.")
    ci: tuple[Number, Number] | None = Field(
        default=None, description="The 95% confidence interval: lower, upper."
    )
    p: Annotated[str, Field(pattern=r"^[<>=]?\s?0?\.\d+$|^1(\.0+)?$")] | None = Field(
        default=None, description="The p value as printed: 0.16 or <0.001."
    )
    note: Line | None = Field(
        default=None, description="What else was printed: F(3.9, 139.8) = 2.74, 9 studies."
    )
    favours: Side | None = Field(
        default=None,
        description="Which side of no effect is better for the person: lower or higher. A figure "
        "that was coded for not taking part has the side on which taking part is better.",
    )

    @property
    def clear_side(self) -> Side | None:
        """The side of no effect on which the whole interval lies; None where it touches it."""
        null = self.statistic.null_value
        if self.ci is None or null is None:
            return None
        if self.ci[1] < null:
            return Side.LOWER
        return Side.HIGHER if self.ci[0] > null else None

    @model_validator(mode="after")
    def _within_interval(self) -> Self:
        if self.ci and self.ci[0] > self.ci[1]:
            raise fault(
                "interval-reversed",
                f"the interval runs backwards, from {self.ci[0]} to {self.ci[1]}",
                "the lower limit first",
                "check the signs in the source",
            )
        if self.ci and self.value is not None and not self.ci[0] <= self.value <= self.ci[1]:
            raise fault(
                "estimate-outside-interval",
                f"{self.value} lies outside its interval, {self.ci[0]} to {self.ci[1]}",
                "an estimate between its two limits",
                "check the signs in the source; if it is printed so, put it into `note`",
            )
        return self

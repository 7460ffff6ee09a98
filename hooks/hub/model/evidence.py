"""One study or review, summed up true to its source.

The three kinds of nothing are different things: not searched, searched and none found (both
belong to vocabulary terms), and evidence of no difference (a finding's direction).
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from hub.model.base import (
    CitationKey,
    Count,
    Day,
    Line,
    Mentions,
    Model,
    Number,
    PlaceId,
    Prose,
    Quote,
    Record,
    Slug,
    fault,
)

DesignId = Annotated[str, Mentions("term:designs")]
OutcomeId = Annotated[str, Mentions("term:outcomes")]
ArtFormId = Annotated[str, Mentions("term:art-forms")]
PopulationId = Annotated[str, Mentions("term:populations")]
LifeCourseId = Annotated[str, Mentions("term:life-course")]
ConditionId = Annotated[str, Mentions("term:conditions")]
SettingId = Annotated[str, Mentions("term:settings")]
ReferralId = Annotated[str, Mentions("term:referral-routes")]


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


class Mode(StrEnum):
    """How people meet the art: therapy is not participation."""

    ARTS_THERAPY = "arts-therapy"
    PARTICIPATORY = "participatory"
    RECEPTIVE = "receptive"
    ON_PRESCRIPTION = "on-prescription"


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
        if self in {Statistic.RR, Statistic.OR, Statistic.HR}:
            return Decimal(1)
        return Decimal(0) if self in {Statistic.MD, Statistic.SMD, Statistic.D} else None


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


class Pico(Model):
    """The question: population, intervention, comparator, outcomes."""

    population: Prose = Field(description="Who was studied.")
    intervention: Prose = Field(description="What was done, for how long, led by whom.")
    comparator: Prose | None = Field(default=None, description="What it was compared with.")
    outcomes: Prose | None = Field(default=None, description="What was looked at.")


class HarmsStatus(StrEnum):
    """What the source says of harms."""

    REPORTED = "reported"
    NONE_REPORTED = "none-reported"
    NOT_STATED = "not-stated"


class Harms(Model):
    """Adverse effects: silence is not absence."""

    status: HarmsStatus = Field(description="reported, none-reported or not-stated.")
    text: Prose | None = Field(default=None, description="What was reported.")


class Critique(Model):
    """A work that challenges this one; shown at the top, not hidden."""

    reference: CitationKey = Field(description="The work that challenges it.")
    says: Prose = Field(description="What it says, in one sentence.")


class Seen(StrEnum):
    """What was read of the work."""

    FULL_TEXT = "full-text"
    ABSTRACT = "abstract"
    SECONDARY = "secondary"


class Reviewed(Model):
    """When the summary was last checked against its source."""

    on: Day = Field(description="When.")
    by: Line = Field(description="By whom: a role, not a private person.")
    next: Day | None = Field(default=None, description="When to look again.")


class EvidenceSummary(Record):
    """One study or review, summed up true to its source."""

    source: CitationKey = Field(description="The work summed up.")
    companions: tuple[CitationKey, ...] = Field(
        default=(), description="Its protocol, economic paper, earlier or later versions."
    )
    cohort: Slug | None = Field(
        default=None, description="Shared by papers on the same people: they are one cohort."
    )
    design: DesignId = Field(description="From the methods; titles mislead.")
    design_note: Line | None = Field(default=None, description="What else to know of the design.")
    participants: Count | None = Field(default=None, description="How many people.")
    participants_note: Line | None = Field(default=None, description="Who was counted, and when.")
    studies: Count | None = Field(default=None, description="For reviews: how many studies.")
    country: tuple[Line, ...] = Field(default=(), description="Countries, by name.")
    places: tuple[PlaceId, ...] = Field(default=(), description="Places in the hub's list.")
    question: Pico = Field(description="The question, as PICO.")
    art_forms: tuple[ArtFormId, ...] = Field(default=(), description="Art forms.")
    mode: Mode | None = Field(
        default=None, description="arts-therapy, participatory, receptive or on-prescription."
    )
    populations: tuple[PopulationId, ...] = Field(default=(), description="Populations.")
    life_course: tuple[LifeCourseId, ...] = Field(default=(), description="Stages of life.")
    conditions: tuple[ConditionId, ...] = Field(default=(), description="Health conditions.")
    settings: tuple[SettingId, ...] = Field(default=(), description="Settings.")
    referral: tuple[ReferralId, ...] = Field(default=(), description="How people came to it.")
    answer: Line = Field(description="The answer in one plain sentence, with its limits.")
    plain_summary: Prose = Field(max_length=1200, description="About 100 words of plain English.")
    findings: tuple[Finding, ...] = Field(default=(), description="Results, one per outcome.")
    harms: Harms = Field(description="What the source says of harms.")
    cost: Prose | None = Field(default=None, description="What it says of cost.")
    equity: Prose | None = Field(default=None, description="Who was missing or differed.")
    limitations: tuple[Prose, ...] = Field(default=(), description="What limits it.")
    critiques: tuple[Critique, ...] = Field(default=(), description="Works that challenge it.")
    seen: Seen = Field(description="What was read: full-text, abstract or secondary.")
    seen_note: Line = Field(description="What exactly was read, for the reader.")
    reviewed: Reviewed = Field(description="When it was checked against the source.")

    @property
    def works(self) -> tuple[str, ...]:
        """The keys of the work summed up and its companions."""
        return (self.source, *self.companions)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcome terms of the findings, in order, each once."""
        return tuple(dict.fromkeys(each.outcome for each in self.findings))

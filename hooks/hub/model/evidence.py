"""One study or review, summed up true to its source.

The three kinds of nothing are different things: not searched, searched and none found (both
belong to vocabulary terms), and evidence of no difference (a finding's direction).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from hub.model.base import Model, Record
from hub.model.findings import Finding
from hub.model.marks import Mentions
from hub.model.values import CitationKey, Count, Day, Line, PlaceId, Prose, Slug

DesignId = Annotated[str, Mentions("term:designs")]
ArtFormId = Annotated[str, Mentions("term:art-forms")]
PopulationId = Annotated[str, Mentions("term:populations")]
LifeCourseId = Annotated[str, Mentions("term:life-course")]
ConditionId = Annotated[str, Mentions("term:conditions")]
SettingId = Annotated[str, Mentions("term:settings")]
ReferralId = Annotated[str, Mentions("term:referral-routes")]


class Mode(StrEnum):
    """How people meet the art: therapy is not participation."""

    ARTS_THERAPY = "arts-therapy"
    PARTICIPATORY = "participatory"
    RECEPTIVE = "receptive"
    ON_PRESCRIPTION = "on-prescription"


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

"""Programmes: what was planned and what was reported kept apart, sites as named, lessons."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from hub.model.base import Model, Record, Source
from hub.model.marks import Mentions, fault
from hub.model.values import (
    CitationKey,
    ClauseId,
    Count,
    Line,
    OrganisationId,
    PartialDate,
    PlaceId,
    Prose,
    Slug,
)


class ProgrammeStatus(StrEnum):
    """Where a programme stands, as of a date."""

    PLANNED = "planned"
    OPEN_CALL = "open-call"
    IN_PROGRESS = "in-progress"
    ENDED = "ended"
    REPORTED = "reported"
    UNKNOWN = "unknown"


class Progress(Model):
    """The state of a programme, and who says so when."""

    state: ProgrammeStatus = Field(
        description="planned, open-call, in-progress, ended, reported or unknown."
    )
    as_of: PartialDate | None = Field(default=None, description="When that was so.")
    source: Source | None = Field(default=None, description="Who says so.")


class Partner(Model):
    """A body that takes part, with its role; a kind of body where the source names none."""

    organisation: OrganisationId | None = Field(default=None, description="The organisation.")
    described: Line | None = Field(default=None, description="Where no body is named: the kind.")
    role: Line | None = Field(default=None, description="What it does.")

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.organisation is None) == (self.described is None):
            raise fault(
                "contradiction",
                "a partner is either an organisation or a description",
                "one of organisation and described",
            )
        return self


class Phase(Model):
    """A step of the programme, numbered only where the source numbers it."""

    label: Line = Field(description="What the step is called.")
    number: Line | None = Field(default=None, description="The number the source gives it.")
    planned: Prose | None = Field(default=None, description="What was planned.")
    reported: Prose | None = Field(default=None, description="What was reported as done.")
    source: Source | None = Field(default=None, description="Who reported it.")


class Site(Model):
    """A place where the programme works, as the source names it."""

    name: Line = Field(description="The site.")
    organisation: OrganisationId | None = Field(default=None, description="The body behind it.")
    place: PlaceId | None = Field(default=None, description="Where it is.")
    stage: Line = Field(description="How far it came: a stage of the programme.")
    described: Prose | None = Field(default=None, description="What it set out to do.")
    source: Source | None = Field(default=None, description="Where it is named, if elsewhere.")


class Stage(Model):
    """A step of selection, with the count that the source states."""

    id: Slug = Field(description="short-listed, selected ...")
    label: Line = Field(description="As readers see it.")
    stated_count: Count | None = Field(default=None, description="How many, says the source.")


class LogicNode(Model):
    """One box of the logic model."""

    id: Slug = Field(description="Permanent within the programme.")
    text: Line = Field(description="What stands in the box.")
    leads_to: tuple[Slug, ...] = Field(default=(), description="The boxes its arrows point to.")


class LogicModel(Model):
    """What goes in, what is done, what comes out, what changes."""

    inputs: tuple[LogicNode, ...] = Field(default=(), description="What goes in.")
    activities: tuple[LogicNode, ...] = Field(default=(), description="What is done.")
    outputs: tuple[LogicNode, ...] = Field(default=(), description="What comes out.")
    outcomes: tuple[LogicNode, ...] = Field(default=(), description="What changes.")
    impact: tuple[LogicNode, ...] = Field(default=(), description="What it is all for.")


class MicroTest(Model):
    """A small experiment that the source names by number."""

    number: Count = Field(description="The number the source gives it.")
    title: Line = Field(description="Its title.")


class Bearing(StrEnum):
    """How a work bears on a lesson."""

    AGREES = "agrees"
    PARTLY_AGREES = "partly-agrees"
    DISAGREES = "disagrees"


class LessonEvidence(Model):
    """A work that agrees with a lesson or not; the hub's judgement, open to challenge."""

    reference: CitationKey = Field(description="The work.")
    bearing: Bearing = Field(description="agrees, partly-agrees or disagrees.")
    why: Prose = Field(description="Why, in one sentence.")


class Lesson(Model):
    """Something learnt, in the source's numbering."""

    number: Count = Field(description="The number the source gives it.")
    label: Line = Field(description="The lesson in a few words.")
    statement: Prose = Field(description="What was learnt, in our words.")
    from_test: Count | None = Field(default=None, description="The micro-test it points to.")
    about: tuple[ClauseId, ...] = Field(
        default=(), description="Clauses it bears on: <concordat>/<clause>."
    )
    themes: tuple[Annotated[str, Mentions("term:lesson-themes")], ...] = Field(
        default=(), description="Terms of the lesson-themes vocabulary."
    )
    evidence: tuple[LessonEvidence, ...] = Field(
        default=(), description="Works that agree with it, and works that do not."
    )
    source: Source | None = Field(
        default=None, description="Where it was read, if not in the programme's first source."
    )


class Claim(Model):
    """Something the programme's sources state, with who states it."""

    statement: Prose = Field(description="The claim.")
    source: Source = Field(description="Who makes it.")
    note: Prose | None = Field(default=None, description="What to know before repeating it.")


class Programme(Record):
    """A research project, a funding or hub programme, or an open call."""

    kind: Annotated[str, Mentions("term:programme-kinds")] = Field(
        description="A term of the programme-kinds vocabulary."
    )
    summary: Prose = Field(description="What it is, in two or three sentences.")
    lead: OrganisationId | None = Field(default=None, description="The lead organisation.")
    partners: tuple[Partner, ...] = Field(default=(), description="Who takes part.")
    funder: OrganisationId | None = Field(default=None, description="Who pays, where read.")
    grant: Line | None = Field(default=None, description="Grant reference.")
    places: tuple[PlaceId, ...] = Field(default=(), description="Where it works.")
    begun: PartialDate | None = Field(default=None, description="When it began.")
    ended: PartialDate | None = Field(default=None, description="When it ended.")
    progress: Progress = Field(description="Where it stands, as of when, says who.")
    phases: tuple[Phase, ...] = Field(default=(), description="Steps, in order.")
    stages: tuple[Stage, ...] = Field(default=(), description="Steps of selection, in order.")
    sites: tuple[Site, ...] = Field(default=(), description="Sites, as named.")
    logic_model: LogicModel | None = Field(default=None, description="Inputs to impact.")
    stated_tests: Count | None = Field(default=None, description="How many micro-tests there were.")
    micro_tests: tuple[MicroTest, ...] = Field(default=(), description="Those that are named.")
    lessons: tuple[Lesson, ...] = Field(default=(), description="What was learnt.")
    claims: tuple[Claim, ...] = Field(default=(), description="What its sources state.")
    oddities: tuple[Prose, ...] = Field(default=(), description="Shown, not smoothed over.")
    sources: tuple[Source, ...] = Field(min_length=1, description="Where this was read.")

"""Practice examples: what is done, where and for whom, and the call's four questions.

An example says what its sources said on a day; it is not evidence of effect, and says which
evidence there is. A place is named no finer than its town, unless it is a public venue.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from hub.model.base import Model, Record
from hub.model.marks import Mentions, fault
from hub.model.points import check_coarse, check_point
from hub.model.programmes import ProgrammeStatus
from hub.model.values import (
    CitationKey,
    ClauseId,
    Day,
    Line,
    Number,
    OrganisationId,
    PartialDate,
    PlaceId,
    ProgrammeId,
    Prose,
    WebAddress,
)

PracticeId = Annotated[str, Mentions("practice")]
"""The id of a practice example."""


class SourceKind(StrEnum):
    """Who states a figure."""

    PROVIDER = "provider"
    NETWORK = "network"
    PRESS = "press"
    FUNDER = "funder"
    PUBLIC_BODY = "public-body"
    RESEARCH = "research"
    RESTATEMENT = "restatement"


class Confidence(StrEnum):
    """How sure the description is; nothing is said of the benefit."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class TakingPart(Model):
    """A body as the source names it, with its record where there is one."""

    named: Line = Field(description="The name as it was read.")
    organisation: OrganisationId | None = Field(default=None, description="Its record.")


class Whereabouts(Model):
    """Where it happens: in words, in areas, and as a point no finer than the town."""

    name: Line = Field(description="The place, as the sources name it.")
    area: Line | None = Field(default=None, description="The wider area, in words.")
    places: tuple[PlaceId, ...] = Field(
        default=(), description="Areas of the list of places; they must have held at the time."
    )
    lat: Number | None = Field(default=None, description="Latitude, degrees north.")
    long: Number | None = Field(default=None, description="Longitude, degrees east.")
    point_of: Line | None = Field(default=None, description="The town that the point stands for.")
    basis: Line | None = Field(default=None, description="How the point was found.")
    public_venue: bool = Field(
        default=False, description="yes, when the point is that of a venue open to the public."
    )
    note: Line | None = Field(default=None, description="What to know of the place.")

    @model_validator(mode="after")
    def _point_is_sound(self) -> Self:
        check_point(self.lat, self.long)
        if self.lat is not None and self.long is not None and not self.public_venue:
            check_coarse(self.lat, self.long)
        return self


class Standing(Model):
    """Where an example stands: what its sources said, and when."""

    state: ProgrammeStatus = Field(
        description="planned, open-call, in-progress, ended, reported or unknown."
    )
    as_of: PartialDate | None = Field(default=None, description="When that was so.")
    as_stated: Line | None = Field(default=None, description="What was said, in short.")


class Reach(Model):
    """A figure as somebody states it; most are not independent, and none are added up."""

    figure: Line = Field(description="The figure, as printed.")
    what: Line = Field(description="What is counted.")
    quote: Line | None = Field(default=None, description="The words; at most about 25 of them.")
    source: WebAddress = Field(description="The page on which it stands.")
    source_kind: SourceKind = Field(
        description="provider, network, press, funder, public-body, research or restatement."
    )
    dated: PartialDate | None = Field(default=None, description="When it was published.")
    note: Line | None = Field(default=None, description="What to know before repeating it.")

    @property
    def is_second_hand(self) -> bool:
        """Tell whether it was read only in the press or in a restatement: it is not checked."""
        return self.source_kind in {SourceKind.PRESS, SourceKind.RESTATEMENT}


class PracticeEvidence(Model):
    """A work of the library that studies the example, or is named by its pages."""

    reference: CitationKey = Field(description="The work.")
    why: Prose = Field(description="How the work is tied to it.")
    source: WebAddress | None = Field(default=None, description="The page that ties them.")


class Belonging(Model):
    """What it belongs with, by name: a programme, another example or a concordat, if known here."""

    named: Line = Field(description="The name, as it was read.")
    programme: ProgrammeId | None = Field(default=None, description="A programme of this hub.")
    practice: PracticeId | None = Field(default=None, description="Another practice example.")
    concordat: Annotated[str, Mentions("concordat")] | None = Field(
        default=None, description="A concordat of this hub."
    )
    relation: Line = Field(description="How they belong together.")
    source: WebAddress | None = Field(default=None, description="The page that says so.")


class PracticeClause(Model):
    """A clause of a concordat that it puts into practice."""

    clause: ClauseId = Field(description="<concordat>/<clause>.")
    why: Prose = Field(description="How, in one sentence.")


Setting = Annotated[str, Mentions("term:settings")]
ArtForm = Annotated[str, Mentions("term:art-forms")]
Population = Annotated[str, Mentions("term:populations")]
Route = Annotated[str, Mentions("term:referral-routes")]


class PracticeExample(Record):
    """What is done somewhere, and the answers to the call's four questions."""

    bodies: tuple[TakingPart, ...] = Field(default=(), description="Who does it, and with whom.")
    where: Whereabouts = Field(description="Where.")
    nations: tuple[PlaceId, ...] = Field(min_length=1, description="Nations of the UK.")
    nations_note: Line | None = Field(default=None, description="What to know of them.")
    settings: tuple[Setting, ...] = Field(default=(), description="Terms of settings.")
    art_forms: tuple[ArtForm, ...] = Field(default=(), description="Terms of art-forms.")
    art_forms_note: Line | None = Field(default=None, description="What the terms do not say.")
    populations: tuple[Population, ...] = Field(default=(), description="Terms of populations.")
    populations_note: Line | None = Field(default=None, description="What the terms do not say.")
    since: PartialDate | None = Field(default=None, description="When it began.")
    until: PartialDate | None = Field(default=None, description="When it ended.")
    progress: Standing = Field(description="Where it stands, as of when.")
    routes: tuple[Route, ...] = Field(default=(), description="Terms of referral-routes.")
    referral: Prose | None = Field(default=None, description="How people come to it.")
    innovation: Prose | None = Field(default=None, description="What is new in it.")
    benefits: Prose | None = Field(
        default=None, description="What benefits were seen in clinical or social settings."
    )
    commissioning: Prose | None = Field(
        default=None, description="How it is commissioned, and with whom."
    )
    commissioning_as_stated: Prose | None = Field(
        default=None, description="What its sources say of the money."
    )
    personalisation: Prose | None = Field(
        default=None, description="What is new in personalisation or social prescribing."
    )
    reach: tuple[Reach, ...] = Field(default=(), description="Figures, with who states them.")
    evidence: tuple[PracticeEvidence, ...] = Field(default=(), description="Works in the library.")
    other_evidence: tuple[Prose, ...] = Field(
        default=(), description="Works that are not in the library yet."
    )
    belongs: tuple[Belonging, ...] = Field(default=(), description="What it belongs with.")
    clauses: tuple[PracticeClause, ...] = Field(default=(), description="Clauses it acts on.")
    caveats: tuple[Prose, ...] = Field(default=(), description="What to know before copying it.")
    contact: WebAddress | None = Field(
        default=None, description="A public web page, never an e-mail address."
    )
    sources: tuple[WebAddress, ...] = Field(min_length=1, description="The pages that were read.")
    seen: Line = Field(description="What was seen of them.")
    seen_on: Day = Field(description="When.")
    confidence: Confidence = Field(description="How sure the description is: high, medium, low.")

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.since and self.until and self.until < self.since[: len(self.until)]:
            raise fault(
                "contradiction",
                f"it ends in {self.until}, before it begins in {self.since}",
                "until on or after since",
            )
        return self

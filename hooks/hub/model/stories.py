"""Stories of lived experience: told with consent, and shown as what they are.

A story is not evidence of effect, and no summary, count or picture of evidence holds one.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from hub.model.base import Model, Record
from hub.model.evidence import ArtFormId, ConditionId, PopulationId, SettingId
from hub.model.values import ClauseId, Day, Line, PlaceId, ProgrammeId, Prose


class ConsentKind(StrEnum):
    """How a person agreed that a story is published."""

    WRITTEN = "written"
    RECORDED = "recorded"
    WITNESSED = "witnessed"


class Consent(Model):
    """What the person agreed to, when, and how they can take it back.

    The signed form itself is never in the repository.
    """

    kind: ConsentKind = Field(
        description="written (signed), recorded (sound or film), or witnessed (said before two)."
    )
    on: Day = Field(description="When the person agreed.")
    covers: Line = Field(description="What may be published: the words, a first name, a place ...")
    kept_by: Line = Field(
        description="Who keeps the signed form, by role; the form itself is not published."
    )
    to_withdraw: Line = Field(description="How the person can take the story back.")
    withdrawn: Day | None = Field(default=None, description="When it was taken back.")


class Telling(StrEnum):
    """Whose words a story is in."""

    OWN_WORDS = "own-words"
    RETOLD = "retold"


class Story(Record):
    """What somebody lived through, as they want it told."""

    told_by: Line = Field(description="How the person wants to be called; it may be made up.")
    telling: Telling = Field(description="own-words, or retold by somebody else.")
    text: Prose = Field(description="The story.")
    consent: Consent | None = Field(
        default=None, description="Without it, a story is not published."
    )
    art_forms: tuple[ArtFormId, ...] = Field(default=(), description="Art forms.")
    populations: tuple[PopulationId, ...] = Field(default=(), description="Populations.")
    conditions: tuple[ConditionId, ...] = Field(default=(), description="Health conditions.")
    settings: tuple[SettingId, ...] = Field(default=(), description="Settings.")
    places: tuple[PlaceId, ...] = Field(default=(), description="Where; no finer than the town.")
    programmes: tuple[ProgrammeId, ...] = Field(default=(), description="Programmes it is from.")
    clauses: tuple[ClauseId, ...] = Field(
        default=(), description="Clauses it bears on: <concordat>/<clause>."
    )

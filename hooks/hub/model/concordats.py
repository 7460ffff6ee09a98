"""Concordats: their versions and their parts.

The words of a version stand in a Markdown file of their own and are never edited once
published; `hub.model.texts` holds what was read from it. Printed numbers are data: 1, 2, 3, 4, 7, 8
stays so. Who signed has files of their own (`hub.model.signatories`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from hub.model.base import Model, Record, Source
from hub.model.clauses import ClauseBasis
from hub.model.delivery import PartnersNeeded, ReportsDue
from hub.model.marks import Mentions, fault
from hub.model.texts import Sha256
from hub.model.values import Count, Day, Line, OrganisationId, PlaceId, Prose, Slug, WebAddress


class VersionStatus(StrEnum):
    """Where a version stands."""

    DRAFT = "draft"
    IN_FORCE = "in-force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class Translation(Model):
    """A version in another language; it stands in `<version>.<language>.md` beside the text.

    It translates the version that it is listed under, and goes stale when another is in force.
    """

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = Field(
        description="Its language (BCP 47), which is also in the name of its file: cy."
    )
    text: Sha256 = Field(description="SHA-256 of the text that it was made from.")
    translator: Line | None = Field(default=None, description="Who made it, by role or body.")
    made: Day | None = Field(default=None, description="When it was made.")
    note: Prose | None = Field(default=None, description="What a reader should know of it.")


class Version(Model):
    """A dated text of a concordat."""

    number: Annotated[str, Field(pattern=r"^\d+\.\d+(\.\d+)?$")] = Field(
        description="1.0; text, so that 1.10 is not 1.1."
    )
    published: Day | None = Field(default=None, description="When; may be left out of a draft.")
    status: VersionStatus = Field(description="draft, in-force, superseded or withdrawn.")
    replaces: Line | None = Field(default=None, description="The number of the version before.")
    source: Source | None = Field(default=None, description="Where the original is.")
    note: Prose | None = Field(default=None, description="What a reader should know of it.")
    translations: tuple[Translation, ...] = Field(
        default=(), description="This version in other languages."
    )

    @model_validator(mode="after")
    def _published_has_date(self) -> Self:
        if self.published is None and self.status is not VersionStatus.DRAFT:
            raise fault(
                "missing-field",
                f"version {self.number} has no date of publication",
                "published: a date",
                "only a draft may be without one",
            )
        return self


class Part(Model):
    """How a part of the text is called in permanent clause ids."""

    id: Slug = Field(description="believe gives clauses believe-1, believe-2 ...")
    heading: Line | None = Field(
        default=None,
        description="The heading as printed. A part without one begins at a rule (---).",
    )
    other_headings: tuple[Line, ...] = Field(
        default=(), description="The heading as other versions print it."
    )
    bullets: Slug | None = Field(
        default=None, description="Where bullets have ids of their own: aim gives aim-a, aim-b."
    )

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings under which it may stand; none for a part that begins at a rule."""
        return (self.heading, *self.other_headings) if self.heading else ()


class Numbering(StrEnum):
    """How clauses are numbered."""

    AS_PRINTED = "as-printed"
    CONTINUOUS = "continuous"


class Concordat(Record):
    """A public statement that partners write and organisations sign."""

    summary: Prose = Field(description="What it is, in two or three sentences of our own.")
    issuers: tuple[OrganisationId, ...] = Field(min_length=1, description="Who issued it.")
    steward: Line | None = Field(default=None, description="Who keeps it now, by role.")
    area: PlaceId | None = Field(default=None, description="The place it is for.")
    parent: Annotated[str, Mentions("concordat")] | None = Field(
        default=None, description="The national text that this local one stands under."
    )
    language: Line = Field(default="en-GB", description="Language of the text (BCP 47).")
    numbering: Numbering = Field(description="as-printed (gaps allowed) or continuous.")
    parts: tuple[Part, ...] = Field(min_length=1, description="The parts of the text, in order.")
    versions: tuple[Version, ...] = Field(min_length=1, description="Every version, oldest first.")
    clauses: dict[str, ClauseBasis] = Field(
        default={}, description="By clause id: what stands behind it."
    )
    partners_needed: tuple[PartnersNeeded, ...] = Field(
        default=(), description="Kinds of partner without whom it is not whole."
    )
    reports_due: ReportsDue | None = Field(
        default=None,
        description="yearly, where each body that signs reports every year after signing.",
    )
    signing_page: WebAddress | None = Field(
        default=None, description="A public page where one may ask to sign; never an e-mail."
    )
    erased: Count = Field(
        default=0,
        description="How many persons signed and were erased since; nothing else is kept of them.",
    )
    notes: tuple[Prose, ...] = Field(default=(), description="Oddities shown, not smoothed over.")
    sources: tuple[Source, ...] = Field(default=(), description="Where this was read.")

    def find_version(self, number: str) -> Version | None:
        """Return the version with this number, if there is one."""
        return next((each for each in self.versions if each.number == number), None)

    @property
    def current(self) -> Version:
        """The version in force, else the newest."""
        in_force = [each for each in self.versions if each.status is VersionStatus.IN_FORCE]
        return in_force[-1] if in_force else self.versions[-1]

"""Who signed a concordat: when, for whom and on what authority, and what they did since."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from hub.model.base import Model, Record, Source
from hub.model.delivery import AnnualReport, DeliveryStep
from hub.model.marks import Mentions, fault
from hub.model.texts import Sha256
from hub.model.values import Day, Line, OrganisationId, PlaceId, Prose, WebAddress

_SSH_SIGNATURE = r"^-----BEGIN SSH SIGNATURE-----\n[A-Za-z0-9+/=\n]+\n-----END SSH SIGNATURE-----$"


class Capacity(StrEnum):
    """In what capacity somebody signs."""

    ORGANISATION = "organisation"
    PERSONAL = "personal"


class Signer(Model):
    """The post-holder who signed; the name is published only when that was agreed."""

    role: Line = Field(description="The post.")
    name: Line | None = Field(default=None, description="The name, only with name_published: yes.")
    name_published: bool = Field(default=False, description="yes, when publication was agreed.")
    name_basis: Line | None = Field(
        default=None, description="Why the name may be published: printed in the text itself ..."
    )

    @model_validator(mode="after")
    def _name_agreed(self) -> Self:
        if self.name and not self.name_published:
            raise fault(
                "contradiction",
                "a name is given, and it is not said that it may be published",
                "name_published: yes beside a name",
                "delete the name, or ask first",
            )
        return self


class Authority(Model):
    """What the signature rests on."""

    kind: Annotated[str, Mentions("term:authority-kinds")] = Field(
        description="A term of the authority-kinds vocabulary."
    )
    reference: Line | None = Field(default=None, description="Minute or decision, as cited.")


class Signature(Model):
    """The act of signing one version."""

    version: Line = Field(description="The version that was signed.")
    text: Sha256 | None = Field(default=None, description="SHA-256 of the text that was signed.")
    signed: Day | None = Field(default=None, description="When; leave empty where unknown.")
    date_unknown: Line | None = Field(default=None, description="Why the date is not known.")
    by: Signer | None = Field(default=None, description="The post-holder who signed.")
    capacity: Capacity = Field(
        default=Capacity.ORGANISATION, description="organisation or personal."
    )
    authority: Authority | None = Field(default=None, description="What the signature rests on.")
    source: Source = Field(description="Where the signature can be seen.")
    ssh_signature: Annotated[str, Field(max_length=4000, pattern=_SSH_SIGNATURE)] | None = Field(
        default=None,
        description="A signature made with `ssh-keygen -Y sign` over the signature's record.",
    )

    @model_validator(mode="after")
    def _date_or_reason(self) -> Self:
        if self.signed is None and not self.date_unknown:
            raise fault(
                "missing-field",
                "a signature has neither a date nor a reason for having none",
                "signed: a date, or date_unknown: why",
            )
        if self.signed is not None and self.date_unknown:
            raise fault(
                "contradiction",
                "a date is given, and it is said to be unknown",
                "one of signed and date_unknown",
            )
        return self


class Withdrawal(Model):
    """A signature taken back: a dated tombstone stays."""

    on: Day = Field(description="When.")
    reason: Line | None = Field(default=None, description="Why, if it was said.")


class Signatory(Record):
    """Who signed: one file each, named after the organisation."""

    organisation: OrganisationId | None = Field(default=None, description="The organisation.")
    place: PlaceId | None = Field(default=None, description="Where, if not as the organisation.")
    statement: WebAddress | None = Field(default=None, description="Its public statement.")
    plan: WebAddress | None = Field(default=None, description="Its public plan.")
    signatures: tuple[Signature, ...] = Field(min_length=1, description="Oldest first.")
    delivery: tuple[DeliveryStep, ...] = Field(default=(), description="Dated steps, in order.")
    annual_reports: tuple[AnnualReport, ...] = Field(
        default=(), description="Reports on what was done, one for a year."
    )
    withdrawn: Withdrawal | None = Field(default=None, description="When it was taken back.")
    note: Prose | None = Field(default=None, description="What a reader should know.")

    def has_signed(self, version: str) -> bool:
        """Tell whether this version was signed and the signature still stands."""
        return self.withdrawn is None and any(each.version == version for each in self.signatures)

    @property
    def is_personal(self) -> bool:
        """Whether nobody signed for a body: a person did, or all did so in a personal capacity."""
        return self.organisation is None or all(
            each.capacity is Capacity.PERSONAL for each in self.signatures
        )

    @property
    def first_signed(self) -> date | None:
        """The earliest known date of signing."""
        return min((each.signed for each in self.signatures if each.signed), default=None)

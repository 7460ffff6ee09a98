"""Concordats: their versions, their clauses with what stands behind them, and who signed.

The words of a version stand in a Markdown file of their own and are never edited once
published; `Text` is what was read from it. Printed numbers are data: 1, 2, 3, 4, 7, 8 stays so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import Field, model_validator

from hub.model.base import (
    CitationKey,
    Count,
    Day,
    Line,
    Mentions,
    Model,
    OrganisationId,
    PlaceId,
    ProgrammeId,
    Prose,
    Quote,
    Record,
    Slug,
    Source,
    WebAddress,
    fault,
)
from hub.model.delivery import AnnualReport, DeliveryStep, PartnersNeeded, ReportsDue

if TYPE_CHECKING:
    from hub.source import SourceText


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet under a clause: its id and its words (inline Markdown)."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A provision with a permanent id; `number` is as printed, "" where none is printed."""

    id: str
    number: str
    text: str
    bullets: tuple[Bullet, ...]
    line: int


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part of the text: its id, its printed heading ("" where none) and its clauses."""

    id: str
    heading: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one version, as they were read, with the hash of the file's bytes.

    `preamble` and `closing` are the lines before the first part and after the last one
    (title block and signature block), as Markdown.
    """

    source: SourceText
    sha256: str
    preamble: str
    parts: tuple[TextPart, ...]
    closing: str

    @property
    def path(self) -> str:
        """The file, relative to the repository root."""
        return self.source.path

    @property
    def clause_ids(self) -> tuple[str, ...]:
        """Every id that can be linked to: clauses, and the bullets under them, in order."""
        clauses = [clause for part in self.parts for clause in part.clauses]
        return tuple(
            name
            for clause in clauses
            for name in (clause.id, *(bullet.id for bullet in clause.bullets))
        )


class VersionStatus(StrEnum):
    """Where a version stands."""

    DRAFT = "draft"
    IN_FORCE = "in-force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""The fingerprint of a text, as `sha256sum` prints it."""


_SSH_SIGNATURE = r"^-----BEGIN SSH SIGNATURE-----\n[A-Za-z0-9+/=\n]+\n-----END SSH SIGNATURE-----$"


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


class Relation(StrEnum):
    """How a piece of evidence bears on a clause."""

    SUPPORTS = "supports"
    PARTLY_SUPPORTS = "partly-supports"
    CONTEXTUALISES = "contextualises"
    CHALLENGES = "challenges"


class EvidenceLink(Model):
    """A work that bears on a clause, how, and why; the hub's judgement, open to challenge."""

    reference: CitationKey = Field(
        description="The work; its summary is linked where there is one."
    )
    relation: Relation = Field(
        description="supports, partly-supports, contextualises or challenges."
    )
    why: Prose = Field(description="Why, in one sentence.")
    quote: Quote | None = Field(default=None, description="The work's own words.")


class ProgrammeLink(Model):
    """A programme that acts on a clause."""

    programme: ProgrammeId = Field(description="The programme.")
    why: Prose = Field(description="How it acts on the clause, in one sentence.")


class ClauseBasis(Model):
    """What stands behind a clause. Lessons name their clauses themselves."""

    label: Line = Field(description="The clause in a few words.")
    evidence: tuple[EvidenceLink, ...] = Field(default=(), description="Works that bear on it.")
    programmes: tuple[ProgrammeLink, ...] = Field(
        default=(), description="Programmes that act on it."
    )
    no_direct_evidence: Prose | None = Field(
        default=None, description="Why there is none, where nothing here tests the clause."
    )
    themes: tuple[Annotated[str, Mentions("term:lesson-themes")], ...] = Field(
        default=(),
        description="Terms of the lesson-themes vocabulary, to find the same in other concordats.",
    )

    @model_validator(mode="after")
    def _not_both(self) -> Self:
        direct = {Relation.SUPPORTS, Relation.PARTLY_SUPPORTS}
        if self.no_direct_evidence and any(link.relation in direct for link in self.evidence):
            raise fault(
                "contradiction",
                "the clause is said to have no direct evidence, and evidence is said to support it",
                "either supporting evidence or no_direct_evidence",
                "delete no_direct_evidence, or call the evidence contextualises or challenges",
            )
        return self


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

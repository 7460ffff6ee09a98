"""A cited work, as a CSL item, with its state and who verified it.

Field names are CSL's, with `_` for `-` (https://docs.citationstyles.org/en/stable/specification.html,
appendix IV). BibTeX is read in `hub.loading`; printing is `hub.citing`'s business.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from hub.model.base import Model, Record
from hub.model.values import Day, Line, WebAddress


class Name(Model):
    """A person (family and given names) or a body (literal)."""

    family: str = Field(default="", description="Family name.")
    given: str = Field(default="", description="Given names or initials.")
    particle: str = Field(default="", description="Non-dropping particle, such as van der.")
    suffix: str = Field(default="", description="Jr, III and the like.")
    literal: str = Field(default="", description="The name of a body, or a name kept whole.")


class Issued(Model):
    """When a work appeared: as exact as the source is, or a phrase such as "in press"."""

    year: int | None = Field(default=None, description="Year.")
    month: int | None = Field(default=None, ge=1, le=12, description="Month, 1 to 12.")
    day: int | None = Field(default=None, ge=1, le=31, description="Day of the month.")
    literal: str = Field(default="", description='Words in place of a date: "in press".')


class WorkState(StrEnum):
    """What has happened to a work since it appeared."""

    RETRACTED = "retracted"
    CORRECTED = "corrected"
    CONCERN = "concern"
    SUPERSEDED = "superseded"


class Reference(Record):
    """A cited work: one entry of `evidence/references.bib`; its id is the citation key."""

    type: str = Field(description="CSL type: article-journal, report, book, chapter ...")
    author: tuple[Name, ...] = Field(default=(), description="Authors, in order.")
    editor: tuple[Name, ...] = Field(default=(), description="Editors, in order.")
    issued: Issued = Field(default=Issued(), description="When it appeared.")
    container_title: str = Field(default="", description="Journal, book or site it is in.")
    volume: str = Field(default="", description="Volume.")
    issue: str = Field(default="", description="Issue of the volume.")
    page: str = Field(default="", description="Pages, or the article number.")
    number: str = Field(default="", description="Number of a report.")
    edition: str = Field(default="", description="Edition.")
    genre: str = Field(default="", description="Kind of report or thesis.")
    publisher: str = Field(default="", description="Publisher or institution.")
    publisher_place: str = Field(default="", description="Place of publication.")
    collection_title: str = Field(default="", description="Series.")
    doi: str = Field(default="", description="DOI, bare: 10.1192/bjp.2017.29.")
    pmid: str = Field(default="", description="PubMed id.")
    pmcid: str = Field(default="", description="PubMed Central id: PMC followed by digits.")
    isbn: str = Field(default="", description="ISBN, as printed.")
    issn: str = Field(default="", description="ISSN: 1234-567X.")
    url: WebAddress | None = Field(default=None, description="Public address, http or https.")
    note: str = Field(default="", description="A remark printed with the reference.")
    language: str = Field(default="", description="Language of the work (BCP 47).")
    state: WorkState | None = Field(
        default=None, description="retracted, corrected, concern or superseded."
    )
    state_date: Day | None = Field(default=None, description="When that was announced.")
    state_notice: Line | None = Field(
        default=None, description="DOI or address of the notice, or of the newer work."
    )
    verified: Day | None = Field(default=None, description="When the entry was last verified.")
    verified_by: Line | None = Field(default=None, description="Who verified it, by role.")

    @property
    def key(self) -> str:
        """The citation key."""
        return self.id

    @property
    def link(self) -> str:
        """The address a reader should follow: the DOI's, else the work's own, else ""."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url or ""

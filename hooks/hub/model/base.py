"""What all records share: what they are, their common fields, and how they say their sources."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from hub.model.values import CitationKey, Day, Line, WebAddress

if TYPE_CHECKING:
    from hub.source import Origin


class Model(BaseModel):
    """A frozen value whose fields are all known and all described.

    How to validate one is worked out when the first is read: few commands need all models.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )


class Status(StrEnum):
    """Where a record stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Record(Model):
    """A file of its own: its id is the file's name, and it knows where it was written."""

    title: Line = Field(description="The name of the record, as readers see it.")
    status: Status = Field(
        default=Status.PUBLISHED,
        description="draft (checked, not published), published, or withdrawn.",
    )

    _id: str = PrivateAttr(default="")
    _origin: Origin = PrivateAttr()

    @property
    def id(self) -> str:
        """The permanent id: the name of the file without its ending."""
        # Asked for a million times: by pydantic's own way it takes thirty times as long.
        name: str = (self.__pydantic_private__ or {})["_id"]
        return name

    @property
    def origin(self) -> Origin:
        """Where the record was written."""
        origin: Origin = (self.__pydantic_private__ or {})["_origin"]
        return origin

    def placed(self, record_id: str, origin: Origin) -> None:
        """Tell a freshly read record its id and where it was written; called by loading."""
        self._id = record_id
        self._origin = origin


class Source(Model):
    """Where a statement comes from: a work in the library, or a public page."""

    reference: CitationKey | None = Field(
        default=None, description="The key of a work in the reference library."
    )
    web: WebAddress | None = Field(default=None, description="A public page.")
    title: Line | None = Field(default=None, description="What the page is called.")
    seen: Day | None = Field(default=None, description="When the page was read.")
    note: Line | None = Field(
        default=None, description="What was read of it, such as: an archived copy."
    )


class Quote(Model):
    """Exact words of a work, with the place where they stand."""

    text: Line = Field(description="The words, exactly as printed; at most about 25 of them.")
    reference: CitationKey | None = Field(
        default=None, description="The work quoted, where it is not the record's own source."
    )
    locator: Line | None = Field(
        default=None, description="Where in the work: abstract, p. 4, table 2."
    )

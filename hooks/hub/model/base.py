"""What all records share: what they are, their common fields, and how they say their sources."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from hub.model.values import CitationKey, Day, Line, WebAddress

if TYPE_CHECKING:
    from hub.source import Origin


_know_given = BaseModel.__dict__["__pydantic_fields_set__"].__set__
"""Sets which fields of a value were given: it is frozen, and may not do so itself."""
_UNPLACED: dict[str, Any] = {"id": "", "said": ""}
"""What is known of a record that no file holds."""


class Model(BaseModel):
    """A frozen value whose fields are all known and all described.

    How to validate one is worked out when the first is read: few commands need all models.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )
    _all: ClassVar[set[str]]
    """The names of its fields."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        """Take note of the fields of a model, once it has them."""
        cls._all = set(cls.model_fields)

    def model_post_init(self, _: object) -> None:
        """Count all fields as given: to know which were takes as much memory as what they say."""
        _know_given(self, self._all)  # nobody changes it


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

    @property
    def id(self) -> str:
        """The permanent id: the name of the file without its ending."""
        # Asked for a million times: as a private attribute of pydantic's it takes thirty times as
        # long, and records take longer to make.
        name: str = (self.__pydantic_private__ or _UNPLACED)["id"]
        return name

    @property
    def origin(self) -> Origin:
        """Where the record was written."""
        origin: Origin = (self.__pydantic_private__ or _UNPLACED)["origin"]
        return origin

    @property
    def said(self) -> str:
        """All that the record says, as JSON: the text that it was made from, if that is known."""
        said: str = (self.__pydantic_private__ or _UNPLACED)["said"]
        return said or self.model_dump_json()

    def placed(self, record_id: str, origin: Origin, said: str = "") -> None:
        """Tell a freshly read record its id, where it was written, and what it was made from."""
        place = {"id": record_id, "origin": origin, "said": said}
        object.__setattr__(self, "__pydantic_private__", place)  # copied and pickled by pydantic


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

"""What all records share: their common fields, and the types that fields are made of.

A field that names another record says so in its type (`Mentions`), and a field that holds
Markdown says so too (`IsProse`). Checks and pages follow those marks, so that no second list
of "fields that cite" is ever kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr
from pydantic_core import PydanticCustomError

from hub.model.dates import as_iso

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

    from hub.source import Origin


MENTIONS, PROSE = "x-mentions", "x-prose"
"""How the JSON Schema of a model says what the marks say."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Marks a field that names something by id: `kind` says what.

    Kinds are `reference`, `clause`, `lesson`, a record kind (`organisation`, `place`,
    `practice`, `programme`, `summary`, `concordat`), or `term:<vocabulary>`.
    """

    kind: str

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say in the JSON Schema of a model what is named: editors and forms offer it."""
        return {**handler(core), MENTIONS: self.kind}


@dataclass(frozen=True, slots=True)
class IsProse:
    """Marks a field that holds Markdown with citations."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say in the JSON Schema of a model that a text may be long, with citations."""
        return {**handler(core), PROSE: True}


def fault(
    code: str, message: str, expected: str = "", advice: str = "", instead: str = ""
) -> PydanticCustomError:
    """Return a validation error that already carries our wording (see `hub.loading`).

    `instead` is what was surely meant, where that is known.
    """
    context = {"code": code, "message": message, "expected": expected, "help": advice}
    return PydanticCustomError("hub", "{message}", {**context, "instead": instead})


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_DATE_SHAPE = "a date written year-month-day, such as 2021-03-01"


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    text = str(value)
    if not _DATE.fullmatch(text):
        raise _no_date(text, _DATE_SHAPE)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise fault("impossible-date", f'there is no day "{text}"', _DATE_SHAPE) from None


def _no_date(text: str, shape: str) -> PydanticCustomError:
    meant = as_iso(text)
    advice = f"write {meant}" if meant else ""
    return fault("impossible-date", f'"{text}" is not a date', shape, advice, meant)


def _partial_date(value: str) -> str:
    shape = "a year, a month or a day: 2021, 2021-03 or 2021-03-01"
    if not _PARTIAL_DATE.fullmatch(value):
        raise _no_date(value, shape)
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)  # noqa: PLR2004 - the length of YYYY-MM-DD
    except ValueError:
        raise fault("impossible-date", f'there is no day "{value}"', shape) from None
    return value


def _decimal(value: object) -> Decimal:
    text = str(value)
    if not re.fullmatch(r"[-−]?\d{1,12}(\.\d{1,12})?", text):
        raise fault("malformed-value", f'"{text}" is not a number', "a number such as -0.98 or 12")
    return Decimal(text.replace("−", "-"))


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'\\@]+", value):
        raise fault(
            "malformed-value",
            f'"{value}" is not a web address',
            "an address that begins with https:// or http://",
            f"write https://{value}, if that is where it leads" if value.startswith("www.") else "",
        )
    return value


def _slug(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) or len(value) > 80:  # noqa: PLR2004
        raise fault(
            "malformed-value",
            f'"{value}" cannot be an id',
            "lower-case letters, digits and single hyphens, such as singing-postnatal-depression",
        )
    return value


Slug = Annotated[str, AfterValidator(_slug)]
"""A permanent id: kebab-case, at most 80 characters."""
Line = Annotated[str, Field(min_length=1, max_length=400, pattern=r"^[^\n]+$")]
"""A short text on one line, shown as it is written."""
Prose = Annotated[str, Field(min_length=1, max_length=20_000), IsProse()]
"""Markdown with citations such as `[@key, p. 4]`."""
Day = Annotated[date, BeforeValidator(_day)]
"""A date, written year-month-day (ISO 8601)."""
PartialDate = Annotated[str, AfterValidator(_partial_date)]
"""A year, a month or a day, as exact as the source is (ISO 8601)."""
Number = Annotated[Decimal, BeforeValidator(_decimal)]
"""A number that keeps the digits it was printed with: 0.70 stays 0.70."""
Count = Annotated[int, Field(ge=0, le=10_000_000_000)]
"""A whole number of people, studies or things."""
WebAddress = Annotated[str, AfterValidator(_web_address), Field(max_length=2000)]
"""A public http or https address."""
CitationKey = Annotated[str, Field(min_length=1, max_length=64), Mentions("reference")]
"""The key of a work in `evidence/references.bib`."""
ClauseId = Annotated[str, Field(max_length=160), Mentions("clause")]
"""A clause of a concordat: `<concordat>/<clause>`."""
LessonId = Annotated[str, Field(max_length=160), Mentions("lesson")]
"""A lesson of a programme: `<programme>/<number>`."""
OrganisationId = Annotated[str, Mentions("organisation")]
"""The id of an organisation."""
PlaceId = Annotated[str, Mentions("place")]
"""The id of a place."""
ProgrammeId = Annotated[str, Mentions("programme")]
"""The id of a programme."""


class Model(BaseModel):
    """A frozen value whose fields are all known and all described."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


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

"""The types that fields are made of: ids, texts, dates, numbers and addresses."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from hub.model.dates import as_iso
from hub.model.marks import IsProse, Mentions, fault

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_DATE_SHAPE = "a date written year-month-day, such as 2021-03-01"
_SHARED = 4_000
"""Days and numbers that are kept: thousands of records say the same few."""


def _day(value: object) -> date:
    return value if isinstance(value, date) else _day_of(str(value))


@lru_cache(_SHARED)
def _day_of(text: str) -> date:
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
    return _decimal_of(str(value))


@lru_cache(_SHARED)
def _decimal_of(text: str) -> Decimal:
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
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) or len(value) > 80:  # noqa: PLR2004 - a name fits on a line
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

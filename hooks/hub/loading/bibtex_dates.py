"""When a work appeared, from the fields year, month, day, date and pubstate."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import did_you_mean
from hub.loading.bibtex_messages import Words
from hub.loading.bibtex_tables import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST_YEAR, LAST_YEAR = 1000, 2100

_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTHS = MONTHS | {name: number for number, name in enumerate(_NAMES, start=1)} | {"sept": 9}
_NOT_YET = {
    "in press": "in press", "inpress": "in press", "forthcoming": "forthcoming",
    "submitted": "submitted", "in preparation": "in preparation", "inpreparation": "in preparation",
}  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class DateError(ValueError):
    """A date that cannot be read: the field at fault, and what to say."""

    def __init__(self, field: str, words: Words) -> None:
        super().__init__(words.message)
        self.field = field
        self.words = words


def parse_issued(texts: Mapping[str, str]) -> dict[str, int | str]:
    """Return what `hub.model.references.Issued` holds; raise DateError for the first fault."""
    if texts.get("date"):
        return _iso_date(texts["date"])
    year = texts.get("year", "")
    not_yet = _NOT_YET.get((year or texts.get("pubstate", "")).lower())
    if not_yet:
        return {"literal": not_yet}
    if not year:
        return {}
    if not re.fullmatch(r"[0-9]{4}", year) or not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise DateError("year", Words(
            f'"{year}" is not a year', "four digits, or in press: 2019", "correct the year",
            Code.IMPOSSIBLE_DATE,
        ))  # fmt: skip
    issued: dict[str, int | str] = {"year": int(year)}
    if texts.get("month"):
        issued["month"] = _month(texts["month"])
        if texts.get("day"):
            issued["day"] = _day(texts["day"], int(year), int(issued["month"]))
    return issued


def _month(text: str) -> int:
    found = _MONTHS.get(text.lower().rstrip("."))
    if found is None and re.fullmatch(r"0?[1-9]|1[0-2]", text):
        found = int(text)
    if found is None:
        raise DateError("month", Words(
            f'"{text}" is not a month', "a month such as mar, without braces, or 3",
            did_you_mean(text, [*MONTHS, *_NAMES], "correct the month"), Code.IMPOSSIBLE_DATE,
        ))  # fmt: skip
    return found


def _day(text: str, year: int, month: int) -> int:
    try:
        return date(year, month, int(text) if re.fullmatch(r"[0-9]{1,2}", text) else 0).day
    except ValueError:
        raise DateError("day", Words(
            f'there is no day "{text}" in month {month} of {year}', "a day of the month",
            "correct the day, or leave it out", Code.IMPOSSIBLE_DATE,
        )) from None  # fmt: skip


def _iso_date(text: str) -> dict[str, int | str]:
    match = _ISO.fullmatch(text)
    parts = [int(part) for part in match.groups() if part] if match else []
    try:
        date(*[*parts, 1, 1][:3])
    except (ValueError, TypeError):
        parts = []
    if not parts or not FIRST_YEAR <= parts[0] <= LAST_YEAR:
        raise DateError("date", Words(
            f'"{text}" is not a date', "a year, a month or a day: 2021, 2021-03 or 2021-03-01",
            "correct the date", Code.IMPOSSIBLE_DATE,
        ))  # fmt: skip
    return dict(zip(("year", "month", "day"), parts, strict=False))

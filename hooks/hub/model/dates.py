"""Dates as people write them, turned into the one form that records use (ISO 8601).

Only what can be read in one way: 3/4/2026 is a day of March or of April, and stays a question.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](?P<m>[a-z]{3,9})\.?,?[ -](?P<y>\d{4})",
        r"(?P<m>[a-z]{3,9})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})",
        r"(?P<y>\d{4})[-/. ](?P<m>\d{1,2})[-/. ](?P<d>\d{1,2})",
        r"(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<y>\d{4})",
    )
)
_MOST_MONTHS = 12


def as_iso(text: str) -> str:
    """Return a day as year-month-day; "" where the text is no day, or could be two."""
    for form in _FORMS:
        if found := form.fullmatch(text.strip()):
            return _day(found["y"], _month(found["m"]), found["d"], is_open=form is _FORMS[-1])
    return ""


def _month(text: str) -> int:
    """Return the number of a month, written in letters or figures; 0 where there is none."""
    if text.isdigit():
        return int(text)
    return next((number for number, name in enumerate(_MONTHS, 1)
                 if name.startswith(text.lower())), 0)  # fmt: skip


def _day(year: str, month: int, day: str, *, is_open: bool) -> str:
    """Return the day, unless `is_open` and day and month could change places."""
    if is_open and int(day) <= _MOST_MONTHS and int(day) != month:
        return ""
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return ""

"""Calendars as RFC 5545 wants them; what reads them back is a library of calendar programs."""

import re
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from hub.views.calendar import Event, calendar

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200)
LINES = st.lists(TEXT, max_size=3).map("\n".join)
DAYS = st.dates(min_value=date(1900, 1, 1))
EVENTS = st.lists(
    st.builds(Event, TEXT.filter(str.strip), DAYS, DAYS, LINES, LINES, st.just("https://hub.example/é")),
    max_size=4,
)  # fmt: skip


def read(content: bytes) -> Any:  # noqa: ANN401 - what a library returns
    """Return a calendar as a calendar program reads it."""
    return Calendar.from_ical(content)


@given(TEXT, EVENTS)
def test_any_text_comes_back_as_it_was(title: str, events: list[Event]) -> None:
    """Commas, semicolons, line ends, backslashes and every script survive."""
    found = read(calendar(title, events))

    # icalendar 7.3.0 leaves the calendar's own name as it is written.
    assert title == re.sub(r"\\(.)", r"\1", str(found.get("NAME", "")))
    assert [
        (each.uid, each.on, each.stamped, each.summary, each.description) for each in events
    ] == [
        (str(each["UID"]), each["DTSTART"].dt, each["DTSTAMP"].dt.date(), str(each["SUMMARY"]),
         str(each.get("DESCRIPTION", "")))
        for each in found.walk("VEVENT")
    ]  # fmt: skip


@given(TEXT, EVENTS)
def test_no_line_is_longer_than_allowed(title: str, events: list[Event]) -> None:
    """Lines end with CR and LF, have at most 75 octets, and are cut between characters."""
    content = calendar(title, events)
    lines = content.split(b"\r\n")

    assert b"" == lines[-1]
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])


def test_an_event_has_what_every_event_must_have() -> None:
    """Sections 3.6 and 3.6.1: a version, a product, a name and a stamp in UTC; whole days."""
    event = Event("a@hub.example", date(2027, 12, 31), date(2026, 1, 2), "Review: a", "", "")
    lines = calendar("Reviews", [event]).decode().split("\r\n")

    assert {
        "VERSION:2.0", "UID:a@hub.example", "DTSTAMP:20260102T000000Z",
        "DTSTART;VALUE=DATE:20271231", "DTEND;VALUE=DATE:20280101", "SUMMARY:Review: a",
    } <= set(lines)  # fmt: skip
    assert not [line for line in lines if line.startswith(("DESCRIPTION", "URL"))]


def test_what_no_calendar_may_hold_is_left_out() -> None:
    """A control character would end in other programs' hands."""
    event = Event("a", date(2027, 1, 1), date(2026, 1, 1), "one\x07two\rthree")

    (found,) = read(calendar("c\x00", [event])).walk("VEVENT")

    assert "onetwo\nthree" == str(found["SUMMARY"])

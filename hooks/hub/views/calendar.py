"""Days to remember as an iCalendar file (RFC 5545), which every calendar program can subscribe to.

Whole days only; nothing here looks at a clock, so the same events give the same bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE = 75
"""Octets in a line without its end, at most (RFC 5545, 3.1)."""
_PRODUCT = "-//Creative Health Hub//hub//EN"
_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
"""What no text may hold (RFC 5545, 3.1); line ends within a text are written as `\\n`."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something to remember on a day.

    `uid` is the event's own for ever, and unlike any other in the world: `review-x@hub.example`.
    `stamped` is when the event was last changed. `url` is absolute, or "" where there is none.
    """

    uid: str
    on: date
    stamped: date
    summary: str
    description: str = ""
    url: str = ""


def calendar(title: str, events: Iterable[Event]) -> bytes:
    """Return a calendar with these events, in their order."""
    lines = [*_begin(title), *(line for each in events for line in _event(each)), "END:VCALENDAR"]
    return b"".join(_folded(each) for each in lines)


def _begin(title: str) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{_PRODUCT}"
    yield "CALSCALE:GREGORIAN"
    yield f"NAME:{_text(title)}"  # RFC 7986
    # The same, of Apple's making, for programs that know no other.
    yield f"X-WR-CALNAME:{_text(title)}"


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{event.stamped:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}"
    if event.on < date.max:
        yield f"DTEND;VALUE=DATE:{event.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    if event.url:
        yield f"URL:{_CONTROLS.sub('', event.url)}"
    yield "TRANSP:TRANSPARENT"  # nobody is busy all day because of it
    yield "END:VEVENT"


def _text(value: str) -> str:
    """Return a value of type TEXT (RFC 5545, 3.3.11)."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    value = re.sub(r"[\\;,]", r"\\\g<0>", value).replace("\n", r"\n")
    return _CONTROLS.sub("", value)


def _folded(line: str) -> bytes:
    """Return a line with its end, folded between characters and never within one."""
    if line.isascii():
        octets, step = line.encode(), _LINE - 1  # a line that goes on begins with a blank
        if len(octets) <= _LINE:
            return octets + b"\r\n"
        rest = range(_LINE, len(octets), step)
        parts = [octets[:_LINE], *(b" " + octets[start : start + step] for start in rest)]
        return b"\r\n".join(parts) + b"\r\n"
    parts, part = list[bytes](), b""
    for each in line:
        octets = each.encode()
        if len(part) + len(octets) > _LINE:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join([*parts, part]) + b"\r\n"

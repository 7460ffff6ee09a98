"""Are plain summaries plain? The reading age that a text asks for, estimated from its words.

Flesch and Kincaid's grade level (Kincaid, Fishburne, Rogers and Chissom 1975) plus five is the age
of readers who understand it at once. Syllables are counted by `pyphen`, where words may be
hyphenated; that finds a few too few, so the age is more often too low than too high.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.model.base import Status
from hub.model.citations import parse_citations
from hub.model.evidence import EvidenceSummary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyphen import Pyphen

    from hub.model.base import Record

OLDEST = 14
"""The highest reading age, in years, of a plain summary."""
_FROM_GRADE = 5
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_ASCII_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*")
"""The same in a text of ASCII, found four times as fast."""
_STOP = re.compile(r"[.!?](?=\s|$)")
_KNOWN_WORDS = 50_000


def check_plainness(record: Record) -> Iterator[Diagnostic]:
    """Yield plain summaries that ask for too much."""
    if not isinstance(record, EvidenceSummary) or record.status is not Status.PUBLISHED:
        return
    age = reading_age(record.plain_summary)
    if age > OLDEST:
        yield Diagnostic(
            code=Code.HARD_TO_READ, span=record.origin.span(("plain_summary",)),
            message=f"the plain summary asks for a reading age of about {age}",
            expected=f"a reading age of at most {OLDEST}",
            help="shorter sentences help most, then shorter words",
        )  # fmt: skip


def reading_age(text: str) -> int:
    """Return the reading age of a text in years, its citations left out; 0 for no words."""
    for group in reversed(list(parse_citations(text))):
        text = text[: group.start] + text[group.end :]
    words = (_ASCII_WORD if text.isascii() else _WORD).findall(text)
    if not words:
        return 0
    sentences = max(1, len(_STOP.findall(text)))
    syllables = sum(map(_syllables, map(str.lower, words)))
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    return max(_FROM_GRADE, round(grade) + _FROM_GRADE)


@lru_cache(_KNOWN_WORDS)
def _syllables(word: str) -> int:
    return len(_dictionary().positions(word)) + 1


@cache
def _dictionary() -> Pyphen:
    from pyphen import Pyphen  # noqa: PLC0415 - slow to import

    # The American patterns divide "lonelier" and "evidence" as they are spoken.
    return Pyphen(lang="en_US")

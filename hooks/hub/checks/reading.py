"""A record as the checks see it: its texts walked once, its citations found once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.citations import parse_citations
from hub.model.marks import IsProse
from hub.model.walk import texts

if TYPE_CHECKING:
    from hub.model.base import Record
    from hub.model.walk import Mark
    from hub.source import Loc


@dataclass(frozen=True, slots=True)
class Cited:
    """A key in prose: where, which, and for the how-manieth time in that text (from 0)."""

    loc: Loc
    key: str
    occurrence: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A record with all its texts (place, mark, words) and all citations in its prose."""

    record: Record
    texts: tuple[tuple[Loc, Mark, str], ...]
    cited: tuple[Cited, ...]


def read(record: Record) -> Reading:
    """Walk a record."""
    found = tuple(texts(record))
    cited = [
        each
        for loc, mark, text in found
        if "@" in text and isinstance(mark, IsProse)
        for each in _cited(loc, text)
    ]
    return Reading(record, found, tuple(cited))


def _cited(loc: Loc, text: str) -> list[Cited]:
    seen: dict[str, int] = {}
    found = []
    for group in parse_citations(text):
        for citation in group.citations:
            seen[citation.key] = seen.get(citation.key, -1) + 1
            found.append(Cited(loc, citation.key, seen[citation.key]))
    return found

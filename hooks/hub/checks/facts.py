"""What the rest of a hub must know of a record to be checked with it: small, and kept as text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.checks.alphabets import skeleton
from hub.model.base import Mentions
from hub.model.concordats import Signatory
from hub.model.evidence import EvidenceSummary
from hub.model.vocabularies import Organisation

if TYPE_CHECKING:
    from hub.checks.reading import Reading
    from hub.model.base import Record

WORK = "reference"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a record mentions (kind and name), and its mark.

    No two records of one folder have the same mark, unless it is "".
    """

    mentions: frozenset[tuple[str, str]]
    mark: str = ""

    def as_text(self) -> str:
        """Return the facts on one line."""
        return json.dumps([self.mark, sorted(self.mentions)], separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> Facts:
        """Return the facts that `as_text` has written."""
        mark, mentions = json.loads(text)
        return cls(frozenset((kind, name) for kind, name in mentions), mark)


def facts_of(reading: Reading) -> Facts:
    """Return the facts of a record that was walked."""
    named = {(mark.kind, name) for _, mark, name in reading.texts if isinstance(mark, Mentions)}
    cited = {(WORK, each.key) for each in reading.cited}
    return Facts(frozenset(named | cited), _mark(reading.record))


def _mark(record: Record) -> str:
    """Return what a record must not share: its name, or the work that it sums up."""
    match record:
        case Organisation() | Signatory():
            return skeleton(record.title)
        case EvidenceSummary():
            return record.source
    return ""

"""What the rest of a hub must know of a record to be checked with it: small, and kept as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hub.checks.alphabets import skeleton
from hub.model.base import Status
from hub.model.evidence import EvidenceSummary
from hub.model.marks import Mentions
from hub.model.signatories import Signatory
from hub.model.vocabularies import Organisation

if TYPE_CHECKING:
    from hub.checks.reading import Reading
    from hub.model.base import Record

WORK = "reference"
_BETWEEN, _INSIDE = "\x1e", "\x1f"
"""Characters that no file may hold (`hub.loading.files`): ASCII's own separators."""


class Facts(NamedTuple):
    """What a record mentions (see `mention`), its mark, and when it is to be reviewed.

    No two records of one folder have the same mark, unless it is "". `review` is an ISO date or "".
    """

    mentions: frozenset[str]
    mark: str = ""
    review: str = ""

    def as_text(self) -> str:
        """Return the facts as a text without line ends."""
        return _BETWEEN.join((self.mark, self.review, *sorted(self.mentions)))

    @classmethod
    def from_text(cls, text: str) -> Facts:
        """Return the facts that `as_text` has written."""
        mark, review, *mentions = text.split(_BETWEEN)
        return cls(frozenset(mentions), mark, review)


def mention(kind: str, name: str) -> str:
    """Return a mention as one word."""
    return f"{kind}{_INSIDE}{name}"


def kind_and_name(mentioned: str) -> tuple[str, str]:
    """Return what `mention` has joined."""
    kind, _, name = mentioned.partition(_INSIDE)
    return kind, name


def facts_of(reading: Reading) -> Facts:
    """Return the facts of a record that was walked."""
    named = {mention(mark.kind, name) for _, mark, name in reading.texts if type(mark) is Mentions}
    cited = {mention(WORK, each.key) for each in reading.cited}
    return Facts(frozenset(named | cited), _mark(reading.record), _review(reading.record))


def _mark(record: Record) -> str:
    """Return what a record must not share: its name, or the work that it sums up."""
    match record:
        case Organisation() | Signatory():
            return skeleton(record.title)
        case EvidenceSummary():
            return record.source
    return ""


def _review(record: Record) -> str:
    """Return when a published record is to be reviewed, or ""."""
    if isinstance(record, EvidenceSummary) and record.status is Status.PUBLISHED:
        return record.reviewed.next.isoformat() if record.reviewed.next else ""
    return ""

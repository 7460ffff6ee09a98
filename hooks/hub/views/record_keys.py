"""Keys of what records say, alone and with the works that they name: each is made once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hub.model.citations import KEY
from hub.store import key_of

if TYPE_CHECKING:
    from hub.model.base import Record
    from hub.model.evidence import EvidenceSummary
    from hub.views.sheet import Studio

_CITED = re.compile(f"@({KEY})")
_ESCAPED = re.compile(r"\\(?:u[0-9a-f]{4}|.)")


class RecordKeys:
    """The keys of the records of a studio's hub; a record is known by its file and its id."""

    def __init__(self, studio: Studio) -> None:
        """Make none yet; `entries` has those that were made of summaries in lists, by id."""
        self._studio = studio
        self._library = frozenset(studio.hub.references)
        self._alone: dict[tuple[str, str], bytes] = {}
        self._wholes: dict[tuple[str, str], bytes] = {}
        self.entries: dict[str, bytes] = {}

    def alone(self, record: Record) -> bytes:
        """Return a key of all that a record says."""
        name = record.origin.path, record.id
        found = self._alone.get(name)
        if found is None:
            found = self._alone[name] = key_of(*name, record.said)
        return found

    def whole(self, record: Record) -> bytes:
        """Return a key of a record with the works that it names."""
        name = record.origin.path, record.id
        found = self._wholes.get(name)
        if found is None:
            found = self._wholes[name] = key_of(self.alone(record), self.works(record.said))
        return found

    def entry(self, summary: EvidenceSummary) -> bytes:
        """Return a key of a summary with the work it sums up, and how many have its people.

        That is what lists show, and a summary stands in dozens of them.
        """
        found = self.entries.get(summary.id)
        if found is None:
            work = self._studio.hub.references[summary.source]
            kin = len(self._studio.kinship.same_people(summary))
            found = key_of(self.alone(summary), self.alone(work), str(kin))
            self.entries[summary.id] = found
        return found

    def works(self, text: str) -> bytes:
        """Return a key of the works that a text may name, and where links to them lead.

        It may cite them in prose; in JSON, each text in quotation marks may be the key of one, with
        space around it that is not part of the key.
        """
        named = frozenset[str]()
        if text.startswith("{"):
            plain = _ESCAPED.sub(" ", text) if "\\" in text else text
            named = self._library.intersection(map(str.strip, plain.split('"')[1::2]))
        if "@" in text:
            named |= self._library.intersection(_CITED.findall(text))
        hub, parts = self._studio.hub, list[bytes]()
        for key in sorted(named):
            summary = hub.summary_of(key)
            parts += self.alone(hub.references[key]), summary.id.encode() if summary else b""
        return key_of(*parts)

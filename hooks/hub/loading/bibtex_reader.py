"""Read pieces of the library: every entry that is in order, and every fault with its place.

Nothing is repaired: an entry whose punctuation is broken is not read at all, and every other
entry is. Places and punctuation are `bibtex_scanner`'s business; what the fields mean is
`bibtex_values`'. What comes out is text, small enough to be sent to another process and kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hub.diagnostics import Diagnostic, Note
from hub.loading import bibtex_checks
from hub.loading.bibtex_origin import BibtexOrigin
from hub.loading.bibtex_scanner import scan
from hub.loading.bibtex_strings import Strings
from hub.loading.bibtex_tables import ENTRY_TYPES
from hub.loading.bibtex_values import reference_fields
from hub.loading.validation import validate
from hub.model.references import Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hub.loading.bibtex_messages import Words
    from hub.loading.bibtex_pieces import Piece
    from hub.loading.bibtex_raw import Place, RawEntry
    from hub.source import SourceText

UNKNOWABLE = "*"
"""Stands among the unread keys for an entry whose key cannot be told."""


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """What a piece holds: references as JSON by key, faults, and the keys of unread entries."""

    references: dict[str, str] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    @property
    def is_sound(self) -> bool:
        """Tell whether every entry was read, and there is nothing to say."""
        return not (self.faults or self.unread)

    def as_text(self) -> str:
        """Return the references, one in a line."""
        return "\n".join(f"{key} {fields}" for key, fields in self.references.items())

    @classmethod
    def from_text(cls, text: str) -> ReadPiece:
        """Return the references that `as_text` has written."""
        pairs = (line.partition(" ") for line in text.split("\n") if line)
        return cls({key: fields for key, _, fields in pairs})


@dataclass(frozen=True)
class Reading:
    """The reading of one file, or of those of its pieces that one process is given, in order."""

    source: SourceText
    strings: Strings = field(default_factory=Strings)
    first_by_key: dict[str, RawEntry] = field(default_factory=dict)

    def __call__(self, pieces: Sequence[Piece]) -> list[ReadPiece]:
        """Return what some pieces hold."""
        return [self.read(piece.place) for piece in pieces]

    def read(self, place: Place) -> ReadPiece:
        """Return what a piece holds."""
        found = scan(self.source, place, self.strings)
        piece = ReadPiece(faults=found.faults)
        if found.has_lost_entries:
            piece.unread.add(UNKNOWABLE)
        for entry in found.entries:
            before = len(piece.faults)
            piece.faults.extend(self._faults_around(entry))
            reference = None
            if entry.is_sound and len(piece.faults) == before:
                reference = self._reference(entry, piece.faults)
            if reference:
                piece.references[entry.key] = _as_text(reference)
            else:
                piece.unread.add(entry.key or UNKNOWABLE)
        return piece

    def _faults_around(self, entry: RawEntry) -> list[Diagnostic]:
        """Return what is wrong with the type, the key and the choice of fields."""
        faults: list[Diagnostic] = []
        if words := bibtex_checks.fault_in_type(entry.kind):
            faults.append(self._fault(entry.kind_at, words))
        if words := bibtex_checks.fault_in_key(entry.key):
            faults.append(self._fault(entry.head, words))
        first = self.first_by_key.setdefault(entry.key.casefold(), entry) if entry.key else entry
        if first is not entry:
            earlier = Note("first given here", self.source.span(*first.key_at))
            words = bibtex_checks.same_key(entry.key, first.key)
            faults.append(self._fault(entry.head, words, earlier))
        names = tuple([each.name for each in entry.fields])
        for position, words in bibtex_checks.faults_in_fields(names):
            faults.append(self._fault(entry.fields[position].name_at, words))
        return faults

    def _reference(self, entry: RawEntry, faults: list[Diagnostic]) -> Reference | None:
        """Return the reference that an entry describes, or None; say what is wrong with it."""
        kind = ENTRY_TYPES[entry.kind]
        texts = {each.name: " ".join(each.text.split()) for each in entry.fields}
        origin = BibtexOrigin(self.source, entry)
        fields, wrong = reference_fields(kind, texts)
        faults += [self._fault(origin.place_in(name, text), words) for name, text, words in wrong]
        present = tuple([name for name, text in texts.items() if text])
        missing = bibtex_checks.missing_fields(kind, present)
        faults += [self._fault(entry.head, words) for words in missing]
        if "title" not in fields:
            return None
        reference, more = validate(Reference, fields, origin)
        faults += more
        return reference

    def _fault(self, place: Place, words: Words, *notes: Note) -> Diagnostic:
        return Diagnostic(span=self.source.span(*place), notes=notes, **words._asdict())


def _as_text(reference: Reference) -> str:
    """Return JSON in ASCII: a single dash would double the memory that a text takes."""
    return reference.model_dump_json(exclude_defaults=True, ensure_ascii=True)

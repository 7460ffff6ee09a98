"""Read the reference library: every entry that is in order, and every fault with its place.

Nothing is repaired: an entry whose punctuation is broken is not read at all, and every other
entry is. Places and punctuation are `bibtex_scanner`'s business; pybtex says what a sound entry
holds; what its fields mean is `bibtex_values`'. Characters that nobody can see are refused by
`hub.loading.files`, before the text comes here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pybtex.database.input.bibtex import LowLevelParser
from pybtex.scanner import PybtexSyntaxError
from pybtex.utils import CaseInsensitiveDict

from hub.diagnostics import Diagnostic, Note
from hub.loading import bibtex_checks
from hub.loading.bibtex_memory import Memory
from hub.loading.bibtex_messages import Words
from hub.loading.bibtex_origin import BibtexOrigin
from hub.loading.bibtex_scanner import scan
from hub.loading.bibtex_tables import ENTRY_TYPES, MONTHS
from hub.loading.bibtex_values import reference_fields
from hub.loading.validation import validate
from hub.model.references import Reference

if TYPE_CHECKING:
    from hub.loading.bibtex_raw import Place, RawEntry, Scan
    from hub.source import SourceText
    from hub.store import Store

UNKNOWABLE = "*"
"""Stands among the unread keys for an entry whose key cannot be told."""


def read_bibtex(
    source: SourceText, store: Store | None = None
) -> tuple[dict[str, Reference], list[Diagnostic], frozenset[str]]:
    """Return the references by key, what is wrong, and the keys of entries that were not read.

    Sound entries that an earlier reading put into the store are taken from there.
    """
    memory = Memory(source, store) if store else None
    reader = _Reader(source, scan(source, memory.unknown if memory else None))
    if reader.scan.has_lost_entries:
        reader.unread.add(UNKNOWABLE)
    for entry in reader.scan.entries:
        reader.read(entry)
    references: dict[str, Reference] | None = reader.references
    if memory:
        memory.learn(reader.references, reader.scan)
        references = memory.recall(reader.references, reader.scan)
    if references is None:
        return read_bibtex(source)
    return references, reader.scan.faults, frozenset(reader.unread)


class _Reader:
    def __init__(self, source: SourceText, found: Scan) -> None:
        self.source = source
        self.scan = found
        self.references: dict[str, Reference] = {}
        self.unread: set[str] = set()
        self.first_by_key: dict[str, RawEntry] = {}
        months = {name: name for name in MONTHS}
        self.abbreviations = CaseInsensitiveDict(months | self.scan.strings)

    def read(self, entry: RawEntry) -> None:
        """Read one entry into `references`, or else its key into `unread`."""
        self.check(entry)
        reference = self.reference(entry) if entry.is_sound else None
        if reference:
            self.references[entry.key] = reference
        else:
            self.unread.add(entry.key or UNKNOWABLE)

    def check(self, entry: RawEntry) -> None:
        """Note what is wrong with the type, the key and the choice of fields."""
        before = len(self.scan.faults)
        self.note(entry.kind_at, bibtex_checks.fault_in_type(entry.kind))
        self.note(entry.head, bibtex_checks.fault_in_key(entry.key))
        first = self.first_by_key.setdefault(entry.key.casefold(), entry) if entry.key else entry
        if first is not entry:
            earlier = Note("first given here", self.source.span(*first.key_at))
            self.note(entry.head, bibtex_checks.same_key(entry.key, first.key), earlier)
        for place, words in bibtex_checks.faults_in_fields(entry):
            self.note(place, words)
        entry.is_sound &= len(self.scan.faults) == before

    def reference(self, entry: RawEntry) -> Reference | None:
        """Return the reference that an entry describes, or None after saying why not."""
        try:
            texts = self.texts(entry)
        except PybtexSyntaxError as error:
            self.note(entry.head, Words(f"{entry.name} cannot be read: {error}", "BibTeX", ""))
            return None
        kind = ENTRY_TYPES[entry.kind]
        origin = BibtexOrigin(self.source, entry)
        fields, faults = reference_fields(kind, texts)
        for fault in faults:
            self.note(origin.place_in(fault.field, fault.text), fault.words)
        for words in bibtex_checks.missing_fields(kind, [name for name in texts if texts[name]]):
            self.note(entry.head, words)
        if "title" not in fields:
            return None
        reference, more = validate(Reference, fields, origin)
        self.scan.faults.extend(more)
        if reference:
            reference.placed(entry.key, origin)
        return reference

    def texts(self, entry: RawEntry) -> dict[str, str]:
        """Return the texts that pybtex reads, by field name, with single blanks."""
        written = self.source.text[entry.kind_at[0] - 1 : entry.end]
        ((_, (_, fields)),) = LowLevelParser(written, macros=self.abbreviations)
        return {name.lower(): " ".join("".join(parts).split()) for name, parts in fields}

    def note(self, place: Place, words: Words | None, *notes: Note) -> None:
        """Add a diagnostic, unless there is nothing to say."""
        if words:
            span = self.source.span(*place)
            self.scan.faults.append(Diagnostic(span=span, notes=notes, **words._asdict()))

"""The reference library: entries that were read before are known, the others are read.

A piece of the file is remembered if there was nothing to say of it. What is kept is text; a
reference is made of it when somebody asks for one, and found in the file when a place is asked
for. Characters that nobody can see are refused by `hub.loading.files`, before the text comes here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from hub.diagnostics import Diagnostic
from hub.loading import bibtex_messages as say
from hub.loading.bibtex_origin import LibraryPlaces
from hub.loading.bibtex_pieces import ENTRIES, pieces_of
from hub.loading.bibtex_reader import UNKNOWABLE, Reading, ReadPiece
from hub.loading.bibtex_scanner import has_entries
from hub.loading.late_fields import LateTexts
from hub.loading.late_origin import LateOrigin
from hub.model.references import Reference, WorkState
from hub.model.shelf import Shelf
from hub.store import Store, code_of, key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hub.loading.bibtex_pieces import Piece
    from hub.pool import Pool
    from hub.source import SourceText

_EACH = 0.00015
"""Seconds, roughly, to read an entry."""


@dataclass(frozen=True, slots=True)
class Library:
    """References by key, what is wrong, and the keys of entries that were not read.

    `retracted` are the keys of works that were retracted; `key` stands for all that was written.
    """

    references: Mapping[str, Reference]
    faults: tuple[Diagnostic, ...]
    unread: frozenset[str]
    retracted: frozenset[str]
    key: bytes


def read_bibtex(
    source: SourceText, store: Store | None = None, pool: Pool | None = None
) -> Library:
    """Read a library; the store knows what was read before, the pool shares the rest.

    Of a sound library that was read before, the keys alone are looked up: few ask for more.
    """
    store = store or Store()
    key = key_of("whole", _made_by(), source.text)
    if known := store.find([key]):
        names, retracted = (line.split() for line in known[key].split("\n"))
        fields = LateTexts(names, lambda: _fields(_read(source, store, pool)))
        references = Shelf(fields, Revival(source), dict.fromkeys(names, key))
        return Library(references, (), frozenset(), frozenset(retracted), key)
    library = _library(source, _read(source, store, pool), key)
    if not library.faults and not library.unread:
        store.keep({key: f"{' '.join(library.references)}\n{' '.join(library.retracted)}"})
    return library


def _read(source: SourceText, store: Store, pool: Pool | None) -> list[ReadPiece]:
    """Return what the pieces of a library hold, in order."""
    pieces = pieces_of(source.text, _made_by()) if has_entries(source.text) else []
    read = _known(pieces, store)
    reading = Reading(source)
    for piece in pieces:
        if piece.stays:
            read[piece] = reading.read(piece.place)
    rest = [piece for piece in pieces if piece not in read]
    if pool and rest:
        # The first, twice: what this loads, processes that share the work are born with.
        Reading(source)(rest[:1])
        parts = pool.map(reading, rest, each=_EACH * ENTRIES)
    else:
        parts = iter([reading(rest)])
    read |= zip(rest, chain.from_iterable(parts), strict=True)
    store.keep({piece.key: read[piece].as_text() for piece in rest if read[piece].is_sound})
    return [read[piece] for piece in pieces]


def _known(pieces: Sequence[Piece], store: Store) -> dict[Piece, ReadPiece]:
    found = store.find(piece.key for piece in pieces if not piece.stays)
    known = [piece for piece in pieces if piece.key in found]
    return {piece: ReadPiece.from_text(found[piece.key]) for piece in known}


def _fields(read: Sequence[ReadPiece]) -> dict[str, str]:
    return {name: fields for piece in read for name, fields in piece.references.items()}


def _library(source: SourceText, read: Sequence[ReadPiece], key: bytes) -> Library:
    kept = _fields(read)
    references = Shelf(kept, Revival(source))
    faults = [fault for piece in read for fault in piece.faults]
    unread = {name for piece in read for name in piece.unread}
    if not read:
        place = source.span(0, min(len(source.text), 1))
        faults.append(Diagnostic(span=place, **say.no_entries(source.text)._asdict()))
        unread.add(UNKNOWABLE)
    maybe = [name for name, fields in kept.items() if WorkState.RETRACTED in fields]
    retracted = {name for name in maybe if references[name].state is WorkState.RETRACTED}
    return Library(references, tuple(faults), frozenset(unread), frozenset(retracted), key)


class Revival:
    """Makes references of the fields that were kept of them."""

    def __init__(self, source: SourceText) -> None:
        """Know the file, to find places in it."""
        self._path, self._find = source.path, LibraryPlaces(source).find

    def __call__(self, key: str, fields: str) -> Reference:
        """Return the reference that has this key."""
        reference = Reference.model_validate_json(fields.encode())  # see `records.Revival`
        reference.placed(key, LateOrigin(self._path, key, self._find), fields)
        return reference


@cache
def _made_by() -> bytes:
    package = Path(__file__).parents[1]
    code = (code_of(package / name) for name in ("loading", "model"))
    others = (version(name) for name in ("pybtex", "pydantic", "python-stdnum"))
    return key_of("library", *others, *code)

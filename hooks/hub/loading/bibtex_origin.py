"""Where the values of one BibTeX entry were written."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from hub.loading.bibtex_pieces import places_by_key
from hub.loading.bibtex_scanner import scan
from hub.loading.bibtex_tables import FIELDS

if TYPE_CHECKING:
    from hub.loading.bibtex_raw import Place, RawEntry, RawField
    from hub.source import Loc, SourceText, Span


class BibtexOrigin:
    """The places of one entry; the entry as a whole is shown by its key."""

    def __init__(self, source: SourceText, entry: RawEntry) -> None:
        self._source = source
        self._entry = entry

    @cached_property
    def _fields(self) -> dict[str, RawField]:
        fields: dict[str, RawField] = {}
        for field in self._entry.fields:
            fields[field.name] = field
            fields.setdefault(f".{FIELDS.get(field.name, field.name)}", field)
        if "number" in fields:  # which is the issue of an article
            fields.setdefault(".issue", fields["number"])
        return fields

    @property
    def path(self) -> str:
        """The file of the entry."""
        return self._source.path

    def span(self, loc: Loc = ()) -> Span:
        """Return where the value at `loc` stands; a name in a list is shown by the list."""
        return self._source.span(*self._value(loc))

    def key_span(self, loc: Loc) -> Span:
        """Return where the name of the field at `loc` stands."""
        field = self._field(loc)
        return self._source.span(*(field.name_at if field else self._entry.head))

    def span_of(self, loc: Loc, text: str, occurrence: int = 0) -> Span:
        """Return where `text` stands for the nth time inside the value at `loc`."""
        return self._source.span(*self._within(self._value(loc), text, occurrence))

    def place_in(self, bibtex_field: str, text: str) -> Place:
        """Return where `text` stands in a field named as BibTeX names it; "" means all of it."""
        place = self._fields[bibtex_field].value_at
        return self._within(place, text, 0) if text else place

    def _value(self, loc: Loc) -> Place:
        field = self._field(loc)
        return field.value_at if field else self._entry.head

    def _field(self, loc: Loc) -> RawField | None:
        return self._fields.get(f".{loc[0]}") if loc else None

    def _within(self, place: Place, text: str, occurrence: int) -> Place:
        words = r"\s+".join(re.escape(word) for word in text.split())
        before = r"(?<!\w)" if text[:1].isalnum() else ""
        after = r"(?![^\W\d_])" if text[-1:].isalpha() else ""
        found = re.compile(before + words + after).finditer(self._source.text, *place)
        matches = [match.span() for match, _ in zip(found, range(occurrence + 1), strict=False)]
        return matches[occurrence] if len(matches) > occurrence else place


class LibraryPlaces:
    """Finds the entries of a library again: they are scanned when a place is asked for."""

    def __init__(self, source: SourceText) -> None:
        """Look nowhere yet."""
        self._source = source

    def find(self, key: str) -> BibtexOrigin:
        """Return the places of the first entry that has this key."""
        places = self._by_key[key]
        entries = (entry for place in places for entry in scan(self._source, place).entries)
        return BibtexOrigin(self._source, next(entry for entry in entries if entry.key == key))

    @cached_property
    def _by_key(self) -> dict[str, list[Place]]:
        return places_by_key(self._source.text)

"""Sound entries of an earlier reading, by their own bytes, so that pybtex need not see them again.

An entry is remembered if there was nothing to say of it, nor of what follows it. What it means may
depend on the abbreviations of the file, so these are part of its key. Places are found again when
a diagnostic asks for one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from hub.loading.bibtex_origin import BibtexOrigin
from hub.loading.bibtex_scanner import parts_of, scan
from hub.model.references import Reference
from hub.store import fingerprint, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hub.loading.bibtex_raw import Place, RawEntry, Scan
    from hub.source import Loc, SourceText, Span
    from hub.store import Store

_STRING = re.compile(r"@[ \t]*string\b", re.IGNORECASE)


class Memory:
    """What is known of the parts of one file."""

    def __init__(self, source: SourceText, store: Store) -> None:
        """Look up every part of the file."""
        self._source = source
        self._store = store
        self._parts = parts_of(source.text)
        self._keys = list(self._make_keys())
        self._known = store.find(self._keys)

    @property
    def unknown(self) -> list[Place] | None:
        """The parts that must be read; None means the whole file."""
        if not self._known:
            return None
        pairs = zip(self._parts, self._keys, strict=True)
        return [part for part, key in pairs if key not in self._known]

    def recall(self, read: Mapping[str, Reference], found: Scan) -> dict[str, Reference] | None:
        """Return what was read with what is known, in the order of the file.

        None if two entries have one key: which is the first takes a look at both.
        """
        starts = {entry.key: entry.kind_at[0] for entry in found.entries}
        folded = {key.casefold() for key in starts}
        together = [(starts[key], key, reference) for key, reference in read.items()]
        for part, key in zip(self._parts, self._keys, strict=True):
            if key in self._known:
                name, _, fields = self._known[key].partition("\n")
                if name.casefold() in folded:
                    return None
                folded.add(name.casefold())
                reference = Reference.model_validate_json(fields)
                reference.placed(name, PartOrigin(self._source, part))
                together.append((part[0], name, reference))
        return {key: reference for _, key, reference in sorted(together, key=lambda each: each[0])}

    def learn(self, read: Mapping[str, Reference], found: Scan) -> None:
        """Put into the store what was read without a word."""
        starts = [start for start, _ in self._parts]
        spans = (fault.span for fault in found.faults)
        faulty = {
            bisect_right(starts, self._source.offset(span.line, span.column)) - 1 for span in spans
        }
        entries: dict[int, list[RawEntry]] = {}
        for entry in found.entries:
            entries.setdefault(bisect_right(starts, entry.kind_at[0]) - 1, []).append(entry)
        new = {}
        for position, some in entries.items():
            reference = read.get(some[0].key)
            if len(some) == 1 and reference and position not in faulty:
                fields = reference.model_dump_json(exclude_defaults=True)
                new[self._keys[position]] = f"{some[0].key}\n{fields}"
        self._store.keep(new)

    def _make_keys(self) -> Iterator[bytes]:
        text = self._source.text
        strings = {part for part in self._parts if _STRING.match(text, *part)}
        every = key_of(_made_by(), *(text[slice(*part)] for part in sorted(strings)))
        before = 0
        for part in self._parts:
            before += part in strings
            yield key_of(every, str(before), text[slice(*part)].rstrip())


class PartOrigin:
    """The places of an entry that was not read; it is scanned when a place is asked for."""

    def __init__(self, source: SourceText, part: Place) -> None:
        """Stand for the entry in a part of the file."""
        self._source = source
        self._part = part

    @property
    def path(self) -> str:
        """The file of the entry."""
        return self._source.path

    @cached_property
    def _origin(self) -> BibtexOrigin:
        (entry,) = scan(self._source, [self._part]).entries
        return BibtexOrigin(self._source, entry)

    def span(self, loc: Loc = ()) -> Span:
        """Return where the value at `loc` stands."""
        return self._origin.span(loc)

    def key_span(self, loc: Loc) -> Span:
        """Return where the name of the field at `loc` stands."""
        return self._origin.key_span(loc)

    def span_of(self, loc: Loc, text: str, occurrence: int = 0) -> Span:
        """Return where `text` stands for the nth time inside the value at `loc`."""
        return self._origin.span_of(loc, text, occurrence)


@cache
def _made_by() -> bytes:
    package = Path(__file__).parents[1]
    made_by = (fingerprint(package / name) for name in ("loading", "model"))
    return key_of(version("pybtex"), *made_by)

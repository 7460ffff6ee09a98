"""The library cut into pieces: some entries that stand together, and are read and kept as one.

Where a piece ends depends on the entry that follows alone, so a new or changed entry makes one
piece anew, and no other.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from hub.store import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.loading.bibtex_raw import Place

ENTRIES = 32
"""Entries in a piece, on average: few enough to be read again, enough to make few look-ups."""

_HEAD = re.compile(r"@[ \t]*+([A-Za-z]++)\s*+[{(]\s*+([^,}){(\"=\s]*+)")
_HEAD_OF_LINE = re.compile(rf"\n[ \t]*+(?={_HEAD.pattern})")
_COMMANDS = {"string", "comment", "preamble"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the file; `key` is a hash of all that its meaning depends on.

    If it `stays`, it must be read where other pieces are known: it holds an @string, or a key
    that may be given twice.
    """

    place: Place
    key: bytes
    stays: bool


def pieces_of(text: str, made_by: bytes) -> list[Piece]:
    """Return the pieces of a file, in order; `made_by` is part of each key."""
    places = list(_places(text))
    heads = [_HEAD.findall(text, *place) for place in places]
    given = Counter(key.casefold() for some in heads for kind, key in some if _has_key(kind, key))
    before, pieces = made_by, []
    for (start, end), some in zip(places, heads, strict=True):
        key = key_of(before, text[start:end].rstrip())
        has_string = any(kind.lower() == "string" for kind, _ in some)
        if has_string:  # which what follows may depend on
            before = key
        stays = has_string or any(given[key.casefold()] > 1 for _, key in some)
        pieces.append(Piece((start, end), key, stays))
    return pieces


def places_by_key(text: str) -> dict[str, list[Place]]:
    """Return where entries that have a key may stand."""
    found: dict[str, list[Place]] = {}
    starts = [0, *(match.end() for match in _HEAD_OF_LINE.finditer(text))]
    for place in zip(starts, [*starts[1:], len(text)], strict=True):
        for _, key in _HEAD.findall(text, *place):
            found.setdefault(key, []).append(place)
    return found


def _places(text: str) -> Iterator[Place]:
    start, was_string = 0, False
    for match in _HEAD_OF_LINE.finditer(text):
        is_string = match[1].lower() == "string"
        number = crc32(match[2].encode(errors="surrogatepass"))
        if is_string != was_string or number % ENTRIES == 0:
            yield start, match.end()
            start, was_string = match.end(), is_string
    yield start, len(text)


def _has_key(kind: str, key: str) -> bool:
    return bool(key) and kind.lower() not in _COMMANDS

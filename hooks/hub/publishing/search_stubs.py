"""What finds a record, as a text: from which the index is made, and by which it is recognised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from pydantic_core import from_json, to_json

from hub.page import Pairs, SearchEntry

Numbered: TypeAlias = tuple[int, str, str]
"""The number of a record, its address, and its stub."""
Weights: TypeAlias = tuple[str, str]
"""How much a word of a title counts, and one of the text; 10 is most."""

_MAJOR: Weights = ("7", "1")
_MINOR: Weights = ("2", "0.5")
OF_TITLES = {_MAJOR[0], _MINOR[0]}


def stub_of(entry: SearchEntry) -> str:
    """Return what finds a record; it differs if anything of it differs."""
    value = value_of(entry.filters, entry.meta, entry.sorts)
    return to_json([entry.title, entry.text, entry.is_minor, value]).decode()


def value_of(filters: Pairs, meta: Pairs, sorts: Pairs) -> str:
    """Return all of a record that is not text as one value, which a browser is handed as it is.

    Pagefind's own ways for them are slower to make, and longer to load.
    """
    facets: dict[str, list[str]] = {}
    for name, value in filters:
        facets.setdefault(name, []).append(value)
    return to_json({"facets": facets, "sorts": dict(sorts), "shown": dict(meta)}).decode()


def said(stub: str) -> tuple[list[str], list[str], Weights, str]:
    """Return the words of a title and a text, how much they count, and the rest as one value."""
    title, text, is_minor, value = from_json(stub)
    return _split(title), _split(text), _MINOR if is_minor else _MAJOR, value


def words_of(some: Sequence[Numbered]) -> dict[str, set[str]]:
    """Return the different words of records, as they are written, by how much they count."""
    words: dict[str, set[str]] = {weight: set() for weight in (*_MAJOR, *_MINOR)}
    for _, _, stub in some:
        *parts, weights, _ = said(stub)
        for weight, part in zip(weights, parts, strict=True):
            words[weight].update(part)
    return words


def _split(text: str) -> list[str]:
    """Return the words of a text: what stands between blanks, as Pagefind counts them."""
    return text.replace("\u200b", "").split()

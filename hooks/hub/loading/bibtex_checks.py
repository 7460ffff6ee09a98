"""What is wrong with an entry whose punctuation is in order: type, key, and choice of fields."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import any_of, did_you_mean
from hub.loading.bibtex_messages import Words
from hub.loading.bibtex_tables import (
    COMPANIONS,
    ENTRY_TYPES,
    FIELDS,
    INHERITING,
    KNOWN_FIELDS,
    REQUIRED,
)
from hub.model.citations import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEY = re.compile(KEY)


def fault_in_type(kind: str) -> Words | None:
    """Return what is wrong with an entry type, if anything."""
    if kind in ENTRY_TYPES:
        return None
    return Words(
        f'"{kind}" is not an entry type', "a BibTeX type such as article, book or report",
        did_you_mean(kind, ENTRY_TYPES, "use misc if no other type fits"), Code.UNKNOWN_ENTRY_TYPE,
    )  # fmt: skip


def fault_in_key(key: str) -> Words | None:
    """Return what is wrong with a citation key, if anything."""
    if not key or _KEY.fullmatch(key):
        return None
    return Words(
        f'"{key}" cannot be a citation key',
        "a letter, then letters, digits and _ : . + -, such as Lee2020; at most 64 of them",
        "choose another key, here and where the work is cited", Code.MALFORMED_VALUE,
    )  # fmt: skip


def same_key(key: str, first: str) -> Words:
    """Return what to say of a key that an earlier entry has too."""
    message = (
        f'the key "{key}" is given twice' if key == first
        else f'the key "{key}" differs from "{first}" by capital letters alone'
    )  # fmt: skip
    return Words(
        message, "a key of its own for each work", "delete one entry, or give it another key",
        Code.DUPLICATE_KEY,
    )  # fmt: skip


@lru_cache
def faults_in_fields(names: tuple[str, ...]) -> tuple[tuple[int, Words], ...]:
    """Return unknown fields, and fields that say the same thing twice, by position."""
    return tuple(_check_fields(names))


@lru_cache
def missing_fields(kind: str, present: tuple[str, ...]) -> tuple[Words, ...]:
    """Return what a CSL type needs and an entry does not have."""
    return tuple(
        Words(
            f'the field "{group[0]}" is missing', any_of(group),
            f"add a line: {group[0]} = {{...}},", Code.MISSING_FIELD,
        )
        for group in (("title",), *REQUIRED.get(kind, ()))
        if not any(name in present for name in group)
    )  # fmt: skip


def _check_fields(names: tuple[str, ...]) -> Iterator[tuple[int, Words]]:
    seen: dict[str, list[str]] = {}
    for position, name in enumerate(names):
        words = _fault_in_name(name)
        if words:
            yield position, words
        earlier = seen.setdefault(FIELDS.get(name, name), [])
        clash = next((each for each in earlier if not _go_together(each, name)), None)
        if clash:
            yield position, _twice(clash, name)
        else:
            earlier.append(name)


def _fault_in_name(name: str) -> Words | None:
    if name in INHERITING:
        return Words(
            f'the hub does not follow "{name}"', "every field in the entry itself",
            "copy the fields of the other entry here, and delete this line",
            Code.UNKNOWN_BIBTEX_FIELD,
        )  # fmt: skip
    if name not in KNOWN_FIELDS:
        return Words(
            f'"{name}" is not a field the hub knows', "a BibTeX or BibLaTeX field",
            did_you_mean(name, FIELDS, "delete the line: it would not be printed"),
            Code.UNKNOWN_BIBTEX_FIELD,
        )  # fmt: skip
    return None


def _go_together(first: str, second: str) -> bool:
    return first != second and any({first, second} <= group for group in COMPANIONS)


def _twice(first: str, second: str) -> Words:
    if first == second:
        return Words(
            f'"{second}" is given twice', "each field once", "delete one of the two lines",
            Code.DUPLICATE_FIELD,
        )  # fmt: skip
    return Words(
        f'"{second}" says the same thing as "{first}"', f"{first} or {second}, not both",
        "keep the one to print, and delete the other", Code.DUPLICATE_FIELD,
    )  # fmt: skip

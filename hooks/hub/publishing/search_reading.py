"""What Pagefind makes of words: it reads each different word once, and hand-written pages whole.

Where a word is found is for `search_records` to tell; how it is found, by its stem, its parts and
without its accents, is Pagefind's work, and the same as in the browser. It reads on one core, and
one word does not depend on another: so words are shared out among processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from markupsafe import escape

from hub.pool import Pool
from hub.publishing import packed, search_fragments, search_pagefind
from hub.publishing.search_fragments import Fragment
from hub.publishing.search_pagefind import FRAGMENT, INDEX, PAGES, WORDS, unpacked
from hub.publishing.search_stubs import OF_TITLES
from hub.publishing.writing import write

Key: TypeAlias = tuple[str, str]
"""What Pagefind finds a word by, and how it is written if that has no accents; or ""."""
Ways: TypeAlias = tuple[tuple[int, int], ...]
"""How a word is found: numbers of keys, and for each how it counts then: `MOST` times a kind (see
`counting`)."""
Forms: TypeAlias = dict[str, dict[str, Ways]]
"""By weight and word as it is written, how it is found."""
Place: TypeAlias = tuple[int, list[int], list[int]]
"""The number of a page, and where a word is on it and in its metadata, as Pagefind writes that."""

FIRST = "0/index"
"""Where that index is which knows the hand-written pages."""
MOST = 1 << 24
"""Words of a record, at most."""
_EACH = 0.00002
"""Seconds, roughly, to have a word read."""
_PATIENCE, _PATIENCE_EACH = 60.0, 0.1
"""Seconds for an index and for each page: many times what is needed, even on a slow machine."""
_OF_WORDS, _OF_PAGES = "words", "pages"
"""Folders of what is read."""


@dataclass(slots=True)
class Read:
    """What was read: how words are found, and the fragments of hand-written pages, by address.

    `keys` is by what words are found, in order, and `places` are on those pages, by number of a
    key; `meta` is the list of what the index holds.
    """

    meta: list[Any]
    pages: list[Fragment]
    keys: list[Key]
    forms: Forms
    places: dict[int, list[Place]]


def read(
    words: Mapping[str, Sequence[str]], pages: Mapping[str, str], folder: Path, language: str,
    pool: Pool,
) -> Read:  # fmt: skip
    """Have Pagefind read words, by their weight, and pages; it works in `folder`.

    Raises:
        PublishingError: Pagefind is missing or failed, or its index is not whole.
        KeyError, TypeError, ValueError: Its index is not of the form that we know.
    """
    listed = [(weight, word) for weight, some in words.items() for word in some]
    reading = _Reading(listed, pages, folder, language)
    # Pages are read with the first words, and without any.
    some = [*pool.map(reading, range(max(len(listed), 1)), each=_EACH)]
    keys = sorted({key for each in some for key in each.keys})
    numbers = {key: number for number, key in enumerate(keys)}
    found = Read(some[0].meta, some[0].pages, keys, {weight: {} for weight in words}, {})
    ways = chain.from_iterable(each.found(numbers) for each in some)
    for (weight, word), way in zip(listed, ways, strict=True):
        found.forms[weight][word] = way
    found.places = {numbers[some[0].keys[key]]: each for key, each in some[0].places.items()}
    return found


def counting(kind: int) -> tuple[int, bool]:
    """Return what a word counts, as Pagefind writes that, and whether it does so in a title.

    Kinds are in the order in which Pagefind tells of places.
    """
    return -(kind >> 1), not kind & 1


@cache
def _first(kind: int) -> int:
    return kind * MOST


@dataclass(slots=True)
class _Some:
    """What was read in one go; keys have the numbers of this go, and `ways` kinds alone."""

    meta: list[Any]
    ways: list[list[tuple[int, int]]]
    pages: list[Fragment]
    keys: list[Key] = field(default_factory=list)
    places: dict[int, list[Place]] = field(default_factory=dict)

    def found(self, numbers: Mapping[Key, int]) -> Iterator[Ways]:
        """Yield how words are found, with the numbers of all keys."""
        known = [numbers[key] for key in self.keys]
        for ways in self.ways:
            yield tuple([(known[key], _first(kind)) for key, kind in ways])


@dataclass(frozen=True, slots=True)
class _Reading:
    words: Sequence[tuple[str, str]]
    pages: Mapping[str, str]
    folder: Path
    language: str

    def __call__(self, some: Sequence[int]) -> _Some:
        """Have Pagefind read the words that have these numbers."""
        folder = self.folder / str(some[0])
        words: dict[str, list[str]] = {}
        for weight, word in self.words[some[0] : some[-1] + 1]:
            words.setdefault(weight, []).append(word)
        for weight, each in words.items():
            text = escape("\n".join(each))
            page = (
                f'<!doctype html><html lang="{escape(self.language)}"><body data-pagefind-body>'
                f'<p data-pagefind-weight="{weight}">{text}</p></body></html>'
            )
            write(f"site/{_OF_WORDS}/{weight}/index.html", page.encode(), folder)
        pages = {} if some[0] else self.pages
        for address, page in pages.items():
            write(f"site/{_OF_PAGES}/{address}index.html", page.encode(), folder)
        patience = _PATIENCE + _PATIENCE_EACH * len(pages)
        search_pagefind.run(folder / "site", folder / "index", patience)
        return _read(words, folder / "index")


def _read(words: Mapping[str, Sequence[str]], index: Path) -> _Some:
    [path] = index.glob("*.pf_meta")
    meta: list[Any] = packed.load(unpacked(path))
    weights: dict[int, str] = {}  # by number of a page of words
    pages: dict[int, Fragment] = {}
    for number, (name, _) in enumerate(meta[PAGES]):
        fragment = search_fragments.load(unpacked(index / f"fragment/{name}{FRAGMENT}"))
        folder, _, address = fragment["url"].removeprefix("/").partition("/")
        if folder == _OF_WORDS:
            weights[number] = address.rstrip("/")
            _see_same(fragment["content"], words[weights[number]])
        else:
            pages[number] = fragment | {"url": f"/{address}"}
    ways = {weight: [list[tuple[int, int]]() for _ in some] for weight, some in words.items()}
    by_address = sorted(pages, key=lambda number: str(pages[number]["url"]))
    found = _Some(
        meta, [*chain.from_iterable(ways.values())], [pages[number] for number in by_address]
    )
    of_words = {number: (ways[weight], weight in OF_TITLES) for number, weight in weights.items()}
    of_pages = {number: place for place, number in enumerate(by_address)}
    for name in (each[2] for each in meta[WORDS]):
        content: list[Any] = packed.load(unpacked(index / f"index/{name}{INDEX}"))
        for key, on_pages in _entries(content[0]):
            number, key_number = 0, len(found.keys)
            found.keys.append(key)
            for step, on_page, shown in on_pages:
                number += step
                if number in of_words:
                    some, in_title = of_words[number]
                    for place, code in _each(on_page):
                        some[place].append((key_number, -2 * code + (not in_title)))
                else:
                    of_page = found.places.setdefault(key_number, [])
                    of_page.append((of_pages[number], on_page, shown))
    return found


def _see_same(text: str, words: Sequence[str]) -> None:
    if len(text.split()) != len(words):
        raise ValueError("it reads other words than it was given")


def _entries(words: Iterable[Any]) -> Iterable[tuple[Key, list[Any]]]:
    """Yield by what words are found, with the pages: steps from one to the next, and places."""
    for word, pages, others in words:
        for form, some in [("", pages), *others]:
            yield (word, form), some


def _each(places: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Yield the places of a word on a page, each with what it counts there."""
    place = code = 0
    for each in places:
        if each < 0:
            place, code = 0, each
        else:
            place += each
            yield place, code

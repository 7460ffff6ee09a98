"""What Pagefind makes of words: it reads each different word once, and hand-written pages whole.

Where a word is found is for `search_records` to tell; how it is found, by its stem, its parts and
without its accents, is Pagefind's work, and the same as in the browser. It reads on one core, and
one word does not depend on another: so words are shared out among processes, and what was made of
them in an earlier build is not made again (`search_groups`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from markupsafe import escape
from pydantic_core import from_json, to_json

from hub.pool import Pool
from hub.publishing import packed, search_fragments, search_pagefind
from hub.publishing.search_fragments import Fragment
from hub.publishing.search_groups import Group, Kept, groups_of
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

_Way: TypeAlias = tuple[str, str, int]
"""A key by which a word is found, and of what kind it is then."""

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


def read(  # noqa: PLR0913, PLR0917 - all that is read, where, and by whom
    words: Mapping[str, Sequence[str]], pages: Mapping[str, str], folder: Path, language: str,
    pool: Pool, kept: Kept,
) -> Read:  # fmt: skip
    """Have Pagefind read words, by their weight, and pages; it works in `folder`.

    Raises:
        PublishingError: Pagefind is missing or failed, or its index is not whole.
        KeyError, TypeError, ValueError: Its index is not of the form that we know.
    """
    groups = groups_of(words) or [()]
    texts = kept.find(groups)
    # Pages are read with the first words, and without any.
    left = [0, *(number for number in range(1, len(groups)) if number not in texts)]
    reading = _Reading(groups, pages, folder, language)
    each = _EACH * sum(map(len, words.values())) / len(groups)
    some = [*pool.map(reading, left, each=max(each, _EACH))]
    made = dict(zip(left, chain.from_iterable(each.texts for each in some), strict=True))
    kept.keep((groups[number], text) for number, text in made.items())
    texts |= made
    ways = [way for number in range(len(groups)) for way in from_json(texts[number])]
    places = some[0].places
    some_keys = {(word, form) for way in ways for word, form, _ in way}.union(places)
    # An index tells of a word without accents even if it is nowhere written so.
    keys = sorted(some_keys.union((word, "") for word, _ in some_keys))
    numbers = {key: number for number, key in enumerate(keys)}
    found = Read(some[0].meta, some[0].pages, keys, {weight: {} for weight in words}, {})
    for (weight, word), way in zip(chain.from_iterable(groups), ways, strict=True):
        found.forms[weight][word] = tuple(
            [(numbers[key, form], _first(kind)) for key, form, kind in way]
        )
    found.places = {numbers[key]: each for key, each in places.items()}
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
    """What was read in one go: of each group a JSON text, and what hand-written pages hold.

    A text tells of each word of the group how it is found: by which keys, and of what kind then.
    """

    meta: list[Any]
    texts: list[str]
    pages: list[Fragment]
    places: dict[Key, list[Place]]


@dataclass(frozen=True, slots=True)
class _Reading:
    groups: Sequence[Group]
    pages: Mapping[str, str]
    folder: Path
    language: str

    def __call__(self, some: Sequence[int]) -> _Some:
        """Have Pagefind read the groups that have these numbers."""
        folder = self.folder / str(some[0])
        groups = [self.groups[number] for number in some]
        words: dict[str, list[str]] = {}
        for weight, word in chain.from_iterable(groups):
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
        return _read(groups, words, folder / "index")


def _read(groups: Iterable[Group], words: Mapping[str, Sequence[str]], index: Path) -> _Some:
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
    ways = {weight: [list[_Way]() for _ in some] for weight, some in words.items()}
    by_address = sorted(pages, key=lambda number: str(pages[number]["url"]))
    found = _Some(meta, [], [pages[number] for number in by_address], {})
    of_words = {number: (ways[weight], weight in OF_TITLES) for number, weight in weights.items()}
    of_pages = {number: place for place, number in enumerate(by_address)}
    for name in (each[2] for each in meta[WORDS]):
        content: list[Any] = packed.load(unpacked(index / f"index/{name}{INDEX}"))
        for key, on_pages in _entries(content[0]):
            number = 0
            for step, on_page, shown in on_pages:
                number += step
                if number in of_words:
                    some, in_title = of_words[number]
                    for place, code in _each(on_page):
                        some[place].append((*key, -2 * code + (not in_title)))
                else:
                    of_page = found.places.setdefault(key, [])
                    of_page.append((of_pages[number], on_page, shown))
    following = {weight: iter(each) for weight, each in ways.items()}
    for group in groups:
        found.texts.append(to_json([next(following[weight]) for weight, _ in group]).decode())
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

"""The words of a search index: for each its pages and places, in small files.

A browser fetches the file in which a word stands, with all the words around it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from hub.pool import local
from hub.publishing import packed
from hub.publishing.packed import LIST, TEXT
from hub.publishing.search_fragments import in_letters
from hub.publishing.search_reading import Key
from hub.publishing.search_records import Run
from hub.publishing.writing import write

SIZE = 12_000
"""Bytes of words in a file, before they are packed into a third."""
_EACH = 0.001
"""Seconds, roughly, to write a file."""
_ENDING = ".pf_index"

Chunk: TypeAlias = tuple[str, str, str]
"""The first and the last word of a file, and its name."""
_Word: TypeAlias = tuple[str, bytes]


def write_words(keys: Sequence[Key], runs: Iterable[dict[int, Run]], bundle: Path) -> list[Chunk]:
    """Write the places of all words, of which each of `runs` has those on later pages."""
    words = [*_words(keys, _joined(runs))]
    folder = sha256(b"".join(content for _, content in words)).hexdigest()[:8]
    named = [(f"{folder}/{in_letters(number)}", some) for number, some in enumerate(_cut(words))]
    files = [(name, _file_of(some)) for name, some in named]
    for _ in local(bundle.parent).map(_Writing(bundle / "index"), files, each=_EACH):
        pass
    return [(some[0][0], some[-1][0], name) for name, some in named]


@dataclass(frozen=True, slots=True)
class _Writing:
    folder: Path

    def __call__(self, files: Sequence[tuple[str, bytes]]) -> None:
        for name, content in files:
            write(f"{name}{_ENDING}", packed.packed(content), self.folder)


def _file_of(words: Sequence[_Word]) -> bytes:
    heads = packed.head(LIST, 1) + packed.head(LIST, len(words))
    return packed.MARK + heads + b"".join(content for _, content in words)


def _joined(runs: Iterable[dict[int, Run]]) -> dict[int, list[Run]]:
    joined: defaultdict[int, list[Run]] = defaultdict(list)
    for some in runs:
        for key, run in some.items():
            joined[key].append(run)
    return joined


def _words(keys: Sequence[Key], runs: dict[int, list[Run]]) -> Iterator[_Word]:
    """Yield each word with its pages, and those on which it is written with accents."""
    numbered = sorted((key, number) for number, key in enumerate(keys))
    for word, forms in groupby(numbered, key=lambda each: each[0][0]):
        (_, plain), *others = forms
        content = packed.head(LIST, 3) + _text(word) + _pages(runs.get(plain, []))
        content += packed.head(LIST, len(others))
        for (_, form), number in others:
            content += packed.head(LIST, 2) + _text(form) + _pages(runs[number])
        yield word, content


def _pages(runs: Iterable[Run]) -> bytes:
    number = last = 0
    parts = list[bytes]()
    for size, first, end, places in runs:
        parts += packed.head(LIST, 3), packed.head(0, first - last), places
        number, last = number + size, end
    return packed.head(LIST, number) + b"".join(parts)


def _text(text: str) -> bytes:
    content = text.encode()
    return packed.head(TEXT, len(content)) + content


def _cut(words: Iterable[_Word]) -> Iterator[list[_Word]]:
    some, size = list[_Word](), 0
    for word in words:
        some.append(word)
        size += len(word[1])
        if size >= SIZE:
            yield some
            some, size = [], 0
    if some:
        yield some

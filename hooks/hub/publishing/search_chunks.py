"""The words of a search index: for each its pages and places, in small files.

A browser fetches the file in which a word stands, with all the words around it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, groupby
from pathlib import Path
from typing import TypeAlias

from hub.pool import Pool
from hub.publishing import packed
from hub.publishing.packed import LIST, TEXT
from hub.publishing.search_fragments import in_letters
from hub.publishing.search_pagefind import INDEX
from hub.publishing.search_reading import Key
from hub.publishing.search_runs import Run, Runs, Stretch
from hub.publishing.writing import write

SIZE = 12_000
"""Bytes of words in a file, before they are packed into a third."""
_EACH, _EACH_WORD = 0.0015, 0.00002
"""Seconds, roughly, to write a file, and to put together what is told of a word."""

Chunk: TypeAlias = tuple[str, str, str]
"""The first and the last word of a file, and its name."""
_File: TypeAlias = tuple[str, int, int, int]
"""Its name, how many words are in it, and where they begin and end in what is told of all."""


def write_words(
    keys: Sequence[Key], runs: Sequence[Sequence[Runs]], cut: Sequence[Stretch], bundle: Path,
    pool: Pool,
) -> tuple[list[Chunk], list[str]]:  # fmt: skip
    """Write the places of all words, and return which are where, and the lines of the files.

    Each of `runs` has those on later pages, for each stretch of `cut`.
    """
    joining = _Joining(keys, runs, cut)
    each = _EACH_WORD * len(keys) / len(cut)
    told = [*chain.from_iterable(pool.map(joining, range(len(cut)), each=each))]
    content = b"".join(some for some, _ in told)
    words = [word for word, _ in groupby(word for word, _ in keys)]
    folder = sha256(content).hexdigest()[:8]
    chunks, files = list[Chunk](), list[_File]()
    first = start = 0
    for last, end in _cut([size for _, sizes in told for size in sizes]):
        name = f"{folder}/{in_letters(len(files))}"
        chunks.append((words[first], words[last], name))
        files.append((name, last + 1 - first, start, end))
        first, start = last + 1, end
    lines = pool.map(_Writing(bundle, content), files, each=_EACH)
    return chunks, [*chain.from_iterable(lines)]


@dataclass(frozen=True, slots=True)
class _Joining:
    keys: Sequence[Key]
    runs: Sequence[Sequence[Runs]]
    cut: Sequence[Stretch]

    def __call__(self, some: Sequence[int]) -> list[tuple[bytes, list[int]]]:
        """Return what is told of the words of some stretches, and the sizes of that."""
        told = []
        for number in some:
            runs = _joined(each[number] for each in self.runs)
            words = [*_words(self.keys, self.cut[number], runs)]
            told.append((b"".join(words), [*map(len, words)]))
        return told


@dataclass(frozen=True, slots=True)
class _Writing:
    bundle: Path
    content: bytes

    def __call__(self, files: Sequence[_File]) -> list[str]:
        """Write some files, and return their lines."""
        lines = []
        for name, number, start, end in files:
            heads = packed.head(LIST, 1) + packed.head(LIST, number)
            content = packed.packed(packed.MARK + heads + self.content[start:end])
            lines.append(write(f"index/{name}{INDEX}", content, self.bundle))
        return lines


def _joined(runs: Iterable[Runs]) -> dict[int, list[Run]]:
    joined: defaultdict[int, list[Run]] = defaultdict(list)
    for some in runs:
        for key, run in some:
            joined[key].append(run)
    return joined


def _words(keys: Sequence[Key], stretch: Stretch, runs: dict[int, list[Run]]) -> Iterator[bytes]:
    """Yield each word with its pages, and those on which it is written with accents."""
    for word, forms in groupby(range(*stretch), key=lambda number: keys[number][0]):
        plain, *others = forms
        content = packed.head(LIST, 3) + _text(word) + _pages(runs.get(plain, []))
        content += packed.head(LIST, len(others))
        for number in others:
            content += packed.head(LIST, 2) + _text(keys[number][1]) + _pages(runs[number])
        yield content


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


def _cut(sizes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the number of the last word of each file, and where what is told of it ends."""
    start = end = number = 0
    for number, size in enumerate(sizes):
        end += size
        if end - start >= SIZE:
            yield number, end
            start = end
    if end > start:
        yield number, end

"""The words of a search index, in smaller files.

A browser fetches the file in which a word stands, with all the words around it. Pagefind 1.5.2 puts
some 70 kB into a file, four fifths of what a question loads for its words. Here each becomes some
files of a folder by its name, cut between words; no word is written anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hub.publishing import packed
from hub.publishing.packed import LIST, TEXT
from hub.publishing.writing import write

ENDING = ".pf_index"

SIZE = 12_000
"""Bytes of words in a file, before they are packed into a third."""

Chunk = tuple[str, str, str]
"""The first and the last word of a file, and its name."""
_FEW, _BELOW, _LEAST = 24, 32, 56
"""Numbers that are nothing but a head: those below the first, and negative ones in between."""


def cut(path: Path) -> list[Chunk]:
    """Put the words of a file into smaller ones, and tell of each.

    Raises:
        ValueError: It is not whole, or not of the form that we know.
    """
    try:
        chunks = _cut(path, packed.unpacked(path.read_bytes()))
    except IndexError:
        raise ValueError("the words end too soon") from None
    path.unlink()
    return chunks


def _cut(path: Path, content: bytes) -> list[Chunk]:
    begin = len(packed.MARK) + 1
    number, at = _head(content, begin, LIST)
    chunks, first, begin = list[Chunk](), at, at
    words = list[int]()
    for end in _ends(content, at, number):
        words.append(begin)
        begin = end
        if end - first >= SIZE or end == len(content):
            chunks.append(
                _written(path, len(chunks), content[first:end], [each - first for each in words])
            )
            first, words = end, []
    if begin != len(content):
        raise ValueError("the words end too soon")
    return chunks


def _written(path: Path, number: int, words: bytes, begins: list[int]) -> Chunk:
    name = f"{path.stem}/{number}"
    whole = packed.MARK + packed.head(LIST, 1) + packed.head(LIST, len(begins)) + words
    write(f"{name}{ENDING}", packed.packed(whole), path.parent)
    return _word(words, begins[0]), _word(words, begins[-1]), name


def _word(words: bytes, at: int) -> str:
    """Return the word that is told of: a list of it, its pages, and its other forms."""
    _, at = _head(words, at, LIST)
    size, at = _head(words, at, TEXT)
    return words[at : at + size].decode()


def _head(content: bytes, at: int, kind: int) -> tuple[int, int]:
    """Return the number in a head, and where the head ends."""
    head = content[at]
    if head >> 5 != kind:
        raise ValueError("the words have another form")
    few, at = head & 31, at + 1
    if few < _FEW:
        return few, at
    width = 1 << (few - _FEW)
    return int.from_bytes(content[at : at + width], "big"), at + width


def _ends(content: bytes, at: int, number: int) -> Iterator[int]:
    """Yield where each of the values ends that begin at a place.

    Every value of the index passes here, four millions at 10,000 records: hence no calls.
    """
    for _ in range(number):
        left = 1
        while left:
            head = content[at]
            at += 1
            left -= 1
            if head < _FEW or _BELOW <= head < _LEAST:
                continue
            kind, few = head >> 5, head & 31
            if few >= _FEW:
                width = 1 << (few - _FEW)
                few = int.from_bytes(content[at : at + width], "big")
                at += width
            if kind == LIST:
                left += few
            elif kind == TEXT:
                at += few
        yield at

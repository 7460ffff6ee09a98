"""Two references that may be one work: titles that differ by one word at most, in one year.

No pairs are compared: each title is filed under itself and under itself without each of its words
in turn, and a title is looked at beside the first one in each of its files.
"""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.references import Reference

_FEWEST = 4
"""Words that two titles must share; shorter titles are alike by chance."""
_ALIKE = 0.75
"""From this ratio of common letters on, two words are one word spelled twice."""
_SMALL = 3
"""Letters of a word that may be missing: the, of, and."""
_BLANKS = {sign: " " for sign in range(128) if chr(sign) not in ascii_lowercase + digits}


class Work(NamedTuple):
    """What works are compared by: identifiers, year, and the skeleton of the title."""

    key: str
    doi: str
    pmid: str
    isbn: str
    year: int | None
    title: str


def work_of(reference: Reference) -> Work:
    """Return what a reference is compared by."""
    return Work(
        reference.key, reference.doi, reference.pmid, reference.isbn, reference.issued.year,
        skeleton(reference.title),
    )  # fmt: skip


@lru_cache(maxsize=1 << 16)
def skeleton(title: str) -> str:
    """Reduce a title to its letters and blanks: case, accents and punctuation do not matter."""
    plain = title.casefold()
    if not plain.isascii():
        marks = unicodedata.normalize("NFKD", plain)
        letters = "".join(sign for sign in marks if not unicodedata.combining(sign))
        plain = letters.encode("ascii", "replace").decode()  # any other alphabet is blanks
    return " ".join(plain.translate(_BLANKS).split()) or title


def similar_pairs(works: Iterable[Work]) -> Iterator[tuple[Work, Work]]:
    """Yield works with nearly the same title in the same year, earlier one first, each pair once.

    Two works with two DOIs, ISBNs or other addresses of their own are two works.
    """
    firsts: dict[int, tuple[Work, list[str]]] = {}
    for work in works:
        words = work.title.split()
        if len(words) <= _FEWEST:
            continue
        hashes = list(map(hash, words))
        whole = sum(hashes) + hash((work.year, "year"))
        mine = work, words
        files = {whole, *[whole - each for each in hashes]}
        beside = {id(first): first for part in files
                  if (first := firsts.setdefault(part, mine)) is not mine}  # fmt: skip
        for other, its_words in beside.values():
            if _may_be_one(other, its_words, work, words):
                yield other, work


def _may_be_one(first: Work, words: list[str], second: Work, other_words: list[str]) -> bool:
    ours, theirs = ((each.doi, each.pmid, each.isbn) for each in (first, second))
    if any(one and other and one != other for one, other in zip(ours, theirs, strict=True)):
        return False
    left, right = _rest(words, other_words), _rest(other_words, words)
    if len(left) > 1 or len(right) > 1:
        return False
    one, other = "".join(left), "".join(right)
    if not (one and other):
        return len(one + other) <= _SMALL
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _rest(words: list[str], without: list[str]) -> list[str]:
    left = list(words)
    for word in without:
        if word in left:
            left.remove(word)
    return left

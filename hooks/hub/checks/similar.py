"""Two references that may be one work: titles that differ by one word at most, in one year.

No pairs are compared: each title is filed under itself and under itself without each of its words
in turn, and a title is looked at beside the first one in each of its files.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.references import Reference

_FEWEST = 4
"""Words that two titles must share; shorter titles are alike by chance."""
_ALIKE = 0.75
"""From this ratio of common letters on, two words are one word spelled twice."""
_SMALL = 3
"""Letters of a word that may be missing: the, of, and."""
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1 << 16)
def skeleton(title: str) -> str:
    """Reduce a title to its letters and blanks: case, accents and punctuation do not matter."""
    plain = title.casefold()
    if not plain.isascii():
        marks = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in marks if not unicodedata.combining(sign))
    return _NOT_WORDS.sub(" ", plain).strip() or title


def similar_pairs(references: Iterable[Reference]) -> Iterator[tuple[Reference, Reference]]:
    """Yield works with nearly the same title in the same year, earlier one first, each pair once.

    Two works with two DOIs, ISBNs or other addresses of their own are two works.
    """
    firsts: dict[int, tuple[Reference, list[str]]] = {}
    for reference in references:
        words = skeleton(reference.title).split()
        if len(words) <= _FEWEST:
            continue
        hashes = [hash(word) for word in words]
        whole = sum(hashes) + hash((reference.issued.year, "year"))
        mine, told = (reference, words), set[str]()
        for part in {whole, *(whole - each for each in hashes)}:
            first, its_words = firsts.setdefault(part, mine)
            if first is not reference and first.key not in told:
                told.add(first.key)
                if _may_be_one(first, its_words, reference, words):
                    yield first, reference


def _may_be_one(
    first: Reference, words: list[str], second: Reference, other_words: list[str]
) -> bool:
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

"""Where words are, on its way between processes: bytes, so that sending it costs next to nothing.

Keys are cut into stretches, each of which is put together by one process from what all have told
of it. The one in between reads none of it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from hub.publishing import packed
from hub.publishing.packed import LIST
from hub.publishing.search_reading import Key

Stretch: TypeAlias = tuple[int, int]
"""The number of a key, and of one after it: all keys from the first to before the second."""
Run: TypeAlias = tuple[int, int, int, bytes]
"""On how many pages a word is, the numbers of the first and the last, and the places, packed
without the number of the first."""

_STRETCHES = 16
"""So many that all cores have as much to do."""
_HEAD = 5
"""How much `heads` tell of each key."""


@dataclass(frozen=True, slots=True)
class Runs:
    """The places of the words of a stretch, on some pages that follow one another.

    `heads` tell of each key its number, its `Run` without the places, and their size.
    """

    heads: array[int]
    places: bytes

    def __iter__(self) -> Iterator[tuple[int, Run]]:
        """Yield the keys, with what is told of each."""
        heads, at = iter(self.heads), 0
        for key, number, first, last, size in zip(*[heads] * _HEAD, strict=True):
            yield key, (number, first, last, self.places[at : at + size])
            at += size


def stretches(keys: Sequence[Key]) -> list[Stretch]:
    """Cut keys, which are in order, where a new word begins."""
    ends = [0]
    for number in range(1, _STRETCHES + 1):
        end = max(number * len(keys) // _STRETCHES, ends[-1])
        while 0 < end < len(keys) and keys[end][0] == keys[end - 1][0]:
            end += 1
        ends.append(end)
    return [*pairwise(ends)]


def runs_of(keys: Iterable[int], run: Callable[[int], Run], cut: Iterable[Stretch]) -> list[Runs]:
    """Return what `run` tells of the keys that have these numbers, stretch by stretch."""
    ordered = sorted(keys)
    told = []
    for stretch in cut:
        heads, places = array("I"), list[bytes]()
        for key in ordered[slice(*(bisect_left(ordered, end) for end in stretch))]:
            *head, some = run(key)
            heads.extend((key, *head, len(some)))
            places.append(some)
        told.append(Runs(heads, b"".join(places)))
    return told


@cache
def page_after(step: int) -> bytes:
    """Return the begin of what is told of a word on a page: the step to it; two lists follow."""
    return packed.head(LIST, 3) + packed.head(0, step)

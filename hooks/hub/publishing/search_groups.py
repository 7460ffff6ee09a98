"""Words in groups, and what was read of them before.

In which group a word is depends on that word alone. So new words leave most groups as they were,
and what Pagefind made of those is still known from an earlier build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeAlias
from zlib import crc32

from hub.store import Store, key_of

Group: TypeAlias = Sequence[tuple[str, str]]
"""Words as they are written, each after its weight."""

_GROUPS = 512
"""So many that one has a few hundred words of a large hub, which are read in no time."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was made of groups, as texts; `made_by` is a key of all else that these depend on."""

    store: Store = field(default_factory=Store)
    made_by: bytes = b""

    def find(self, groups: Iterable[Group]) -> dict[int, str]:
        """Return what was made of groups, by their number, as far as it is kept."""
        keys = {self._key(group): number for number, group in enumerate(groups)}
        return {keys[key]: text for key, text in self.store.find(keys).items()}

    def keep(self, texts: Iterable[tuple[Group, str]]) -> None:
        """Keep what was made of groups for the next build."""
        self.store.keep({self._key(group): text for group, text in texts})

    def _key(self, group: Group) -> bytes:
        return key_of(self.made_by, *chain.from_iterable(group))


def groups_of(words: Mapping[str, Sequence[str]]) -> list[Group]:
    """Return words by their weight in groups, of which none is empty; their order is kept."""
    groups: list[list[tuple[str, str]]] = [[] for _ in range(_GROUPS)]
    for weight, word in _each(words):
        groups[crc32(word.encode()) % _GROUPS].append((weight, word))
    return [group for group in groups if group]


def _each(words: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    return ((weight, word) for weight, some in words.items() for word in some)

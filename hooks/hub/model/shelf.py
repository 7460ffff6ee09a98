"""Records kept as text until somebody asks for them.

Most commands look at few of ten thousand records: a check that finds nothing new looks at none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

R = TypeVar("R")


class Shelf(Mapping[str, R]):
    """Records by id, in the order in which they were put there.

    `kept` holds each as text; `revive` makes a record of an id and its text, and is called once
    for each record that is asked for. Both must be picklable for a shelf to be. Where a key in
    `keys` is the same, so is the record.
    """

    def __init__(
        self,
        kept: Mapping[str, str],
        revive: Callable[[str, str], R],
        keys: Mapping[str, bytes] | None = None,
    ) -> None:
        """Put the records on the shelf."""
        self._kept = kept
        self._revive = revive
        self._keys = keys or {}
        self._made: dict[str, R] = {}

    def __reduce__(
        self,
    ) -> tuple[type[Shelf[R]], tuple[Mapping[str, str], Callable[[str, str], R]]]:
        """Send the texts alone to another process: it needs few of the records."""
        return Shelf, (self._kept, self._revive)

    def take_over(self, earlier: Shelf[R]) -> None:
        """Have the records that an earlier shelf has made, as far as they are the same."""
        same = [name for name, _ in self._keys.items() & earlier._keys.items()]
        made = earlier._made
        self._made = {name: made[name] for name in same if name in made} | self._made

    def __getitem__(self, name: str) -> R:
        """Return a record; the same one each time."""
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = self._revive(name, self._kept[name])
        return found

    def __contains__(self, name: object) -> bool:
        """Tell whether there is a record of this id."""
        return name in self._kept

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids."""
        return iter(self._kept)

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self._kept)


class Named(Mapping[str, R]):
    """Some records of a shelf, by other names than they have there."""

    def __init__(self, shelf: Mapping[str, R], names: Mapping[str, str]) -> None:
        """Call the records by the keys of `names`; its values are their keys on the shelf."""
        self._shelf = shelf
        self._names = names

    def __getitem__(self, name: str) -> R:
        """Return the record of this name."""
        return self._shelf[self._names[name]]

    def __contains__(self, name: object) -> bool:
        """Tell whether there is a record of this name."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self._names)


class Grouped(Mapping[str, tuple[R, ...]]):
    """Some records of a shelf, several by each name."""

    def __init__(self, shelf: Mapping[str, R], names: Mapping[str, Sequence[str]]) -> None:
        """Call them by the keys of `names`; its values are lists of their keys on the shelf."""
        self._shelf = shelf
        self._names = names
        self._made: dict[str, tuple[R, ...]] = {}

    def __reduce__(
        self,
    ) -> tuple[type[Grouped[R]], tuple[Mapping[str, R], Mapping[str, Sequence[str]]]]:
        """Send no records to another process: the shelf has them."""
        return Grouped, (self._shelf, self._names)

    def __getitem__(self, name: str) -> tuple[R, ...]:
        """Return the records of this name; the same ones each time."""
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = tuple([self._shelf[each] for each in self._names[name]])
        return found

    def __contains__(self, name: object) -> bool:
        """Tell whether there may be records of this name."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._names)

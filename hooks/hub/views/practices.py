"""The practice examples of a hub by all that they belong with: gathered once for a whole build."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hub.views.published import in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hub.model.base import Record
    from hub.model.hub import Hub
    from hub.model.practice import PracticeExample

Examples = tuple["PracticeExample", ...]


class Practices:
    """The published practice examples, by title."""

    def __init__(self, hub: Hub) -> None:
        """Look at the published practice of `hub`."""
        self._hub = hub
        self.listed = in_force(hub.practice.values())

    @cached_property
    def of_programme(self) -> dict[str, Examples]:
        """The examples that belong with each programme, by its id."""
        return self._by(lambda each: (one.programme for one in each.belongs))

    @cached_property
    def of_concordat(self) -> dict[str, Examples]:
        """The examples that belong with each concordat, by its id."""
        return self._by(lambda each: (one.concordat for one in each.belongs))

    @cached_property
    def naming(self) -> dict[str, Examples]:
        """The examples that name each example, by its id."""
        return self._by(lambda each: (one.practice for one in each.belongs))

    @cached_property
    def in_place(self) -> dict[str, Examples]:
        """The examples of each area, by its id; those of areas within it count as well."""
        return self._by(lambda each: around(self._hub, (*each.nations, *each.where.places)))

    def _by(self, names: Callable[[PracticeExample], Iterable[str | None]]) -> dict[str, Examples]:
        found: dict[str, list[PracticeExample]] = {}
        for example in self.listed:
            for name in dict.fromkeys(names(example)):
                if name:
                    found.setdefault(name, []).append(example)
        return {name: tuple(each) for name, each in found.items()}


def around(hub: Hub, places: Iterable[str | None]) -> Iterator[str]:
    """Yield places, and those around them, each once."""
    seen = set[str]()
    for first in places:
        name = first
        while name and name not in seen:
            seen.add(name)
            yield name
            place = hub.places.get(name)
            name = place.within if place else None


def names_of(records: Iterable[Record]) -> tuple[tuple[str, str], ...]:
    """Return the ids and titles of records, as links to them show them."""
    return tuple((each.id, each.title) for each in records)

"""What belongs to each area: practice, signatories, programmes, evidence; gathered once.

What belongs to an area within another belongs to that one as well. An area about which there is
nothing has no page.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from hub.model.base import Status
from hub.views import addresses
from hub.views.facets import in_address
from hub.views.practices import around
from hub.views.published import in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.hub import Hub
    from hub.model.vocabularies import Place
    from hub.views.facets import Summaries
    from hub.views.practices import Examples, Practices


class Entry(NamedTuple):
    """A line of an area's page: what it is called, where it leads, and what it is about."""

    title: str
    address: str
    detail: str = ""


Entries = tuple[Entry, ...]


class Areas:
    """The areas about which there is something, by their ids."""

    def __init__(self, hub: Hub, summaries: Summaries, practices: Practices) -> None:
        """Look at all that a hub holds, once; `summaries` are the published ones, by title."""
        self._hub = hub
        self._summaries = summaries
        self._practices = practices

    @cached_property
    def listed(self) -> tuple[Place, ...]:
        """The areas that have a page, in the order of the list of places."""
        known = (self._practices.in_place, self.signatories, self.programmes, self.evidence)
        return tuple(
            each for each in self._hub.places.values() if any(each.id in one for one in known)
        )

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the areas that have a page."""
        return frozenset(each.id for each in self.listed)

    def practice(self, place: str) -> Examples:
        """Return the examples of an area, by title."""
        return self._practices.in_place.get(place, ())

    @cached_property
    def signatories(self) -> dict[str, Entries]:
        """The organisations that signed, by area; those that withdrew are not among them."""
        return self._gathered(self._signed())

    @cached_property
    def programmes(self) -> dict[str, Entries]:
        """The programmes, by area."""
        return self._gathered(
            (each.places, Entry(each.title, addresses.programme(each.id)))
            for each in in_force(self._hub.programmes.values())
        )

    @cached_property
    def evidence(self) -> dict[str, Entries]:
        """The summaries of studies that were made there, by area."""
        return self._gathered(
            (
                (*each.places, *map(in_address, each.country)),
                Entry(each.title, addresses.summary(each.id)),
            )
            for each in self._summaries
        )

    def before(self, place: Place) -> tuple[Place, ...]:
        """Return the areas that an area came after."""
        return self._before.get(place.id, ())

    @cached_property
    def _before(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, list[Place]] = {}
        for place in self._hub.places.values():
            for after in place.successors:
                found.setdefault(after, []).append(place)
        return {name: tuple(places) for name, places in found.items()}

    def _signed(self) -> Iterator[tuple[Iterable[str | None], Entry]]:
        hub = self._hub
        for concordat, signatory in hub.all_signatories():
            body = hub.organisations.get(signatory.organisation or "")
            if body and not signatory.withdrawn and signatory.status is Status.PUBLISHED:
                entry = Entry(body.title, addresses.organisation(body.id), concordat.title)
                yield (signatory.place or body.place,), entry

    def _gathered(self, pairs: Iterable[tuple[Iterable[str | None], Entry]]) -> dict[str, Entries]:
        found: dict[str, dict[Entry, None]] = {}
        for places, entry in pairs:
            for name in dict.fromkeys(around(self._hub, places)):
                if name in self._hub.places:
                    found.setdefault(name, {})[entry] = None
        return {name: tuple(entries) for name, entries in found.items()}

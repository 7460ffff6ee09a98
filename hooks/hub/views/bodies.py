"""What the hub knows of each organisation besides its own record: what it signed, who names it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hub.model.base import Record
from hub.model.concordats import Concordat
from hub.model.practice import PracticeExample
from hub.model.programmes import Programme
from hub.model.vocabularies import Organisation
from hub.model.walk import mentions
from hub.views import addresses
from hub.views.published import in_force

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.hub import Hub
    from hub.model.signatories import Signatory
    from hub.source import Loc

_KINDS: dict[type[Record], tuple[str, Callable[[str], str]]] = {
    Concordat: ("Concordat", addresses.concordat),
    Programme: ("Programme", addresses.programme),
    PracticeExample: ("Practice", addresses.practice),
    Organisation: ("Organisation", addresses.organisation),
}
"""Records that name organisations: what they are called, and where they stand."""

_PURPOSES = {
    "issuers": "issued it", "lead": "leads it", "funder": "pays for it",
    "partners": "takes part in it", "bodies": "takes part in it", "sites": "is a site of it",
    "succeeded_by": "came after it",
}  # fmt: skip
"""What an organisation is named for, by the field that names it."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A place of the hub that names an organisation: its kind, its title, and what for."""

    kind: str
    label: str
    address: str
    purpose: str


class Bodies:
    """Organisations with what they signed, in the order of the concordats, and who names them."""

    def __init__(self, hub: Hub) -> None:
        """Look at all that a hub holds, once."""
        self._hub = hub

    @cached_property
    def listed(self) -> tuple[Organisation, ...]:
        """The organisations by name; those that were withdrawn are not listed."""
        return in_force(self._hub.organisations.values())

    @cached_property
    def signed(self) -> dict[str, list[tuple[str, Signatory]]]:
        """By organisation: the concordats it signed, by id, each with the record of that."""
        found: dict[str, list[tuple[str, Signatory]]] = {}
        for concordat, signatories in self._hub.signatories.items():
            for signatory in signatories:
                if signatory.organisation:
                    found.setdefault(signatory.organisation, []).append((concordat, signatory))
        return found

    @cached_property
    def named(self) -> dict[str, tuple[Naming, ...]]:
        """By organisation: where it is named, each place and purpose once."""
        found: dict[str, dict[Naming, None]] = {}
        for name, naming in self._namings():
            found.setdefault(name, {})[naming] = None
        return {name: tuple(namings) for name, namings in found.items()}

    def _namings(self) -> Iterator[tuple[str, Naming]]:
        hub = self._hub
        kinds = (hub.concordats, hub.programmes, hub.practice, hub.organisations)
        for records in kinds:
            for record in in_force(records.values()):
                yield from _in(record)


def _in(record: Record) -> Iterator[tuple[str, Naming]]:
    """Yield the organisations that a record names, and what for."""
    kind, address_of = _KINDS[type(record)]
    for loc, what, name in mentions(record):
        if what == "organisation":
            naming = Naming(kind, record.title, address_of(record.id), _purpose(record, loc))
            yield name, naming


def _purpose(record: Record, loc: Loc) -> str:
    purpose = _PURPOSES.get(str(loc[0]), "")
    match record, loc:
        case Programme(), ("partners", int(position), *_):
            role = record.partners[position].role
            return f"{purpose}: {role}" if role else purpose
    return purpose

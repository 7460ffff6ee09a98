"""The partners whom a concordat needs, and who of them is missing; derived, never stored."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from hub.model.standing import still_signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat
    from hub.model.delivery import PartnersNeeded
    from hub.model.hub import Hub


class Mix(NamedTuple):
    """A kind of partner that is needed: how many signed, and how many are missing."""

    needed: PartnersNeeded
    signed: int

    @property
    def missing(self) -> int:
        """How many more are needed; 0 where there are enough."""
        return max(self.needed.at_least - self.signed, 0)


def partner_mix(hub: Hub, concordat: Concordat) -> tuple[Mix, ...]:
    """Return the kinds of partner that a concordat needs, in its order.

    Bodies count whose signature stands, under their own sector and under each broader one; nobody
    counts who signed in a personal capacity.
    """
    if not concordat.partners_needed:
        return ()
    counts = Counter[str]()
    for signatory in still_signed(hub.signatories.get(concordat.id, ())):
        body = hub.organisations.get(signatory.organisation or "")
        if body and not signatory.is_personal:
            counts.update(_with_broader(hub, body.sector))
    return tuple(Mix(each, counts[each.sector]) for each in concordat.partners_needed)


def _with_broader(hub: Hub, sector: str) -> Iterator[str]:
    seen = set[str]()  # a vocabulary may go round in a circle
    while sector not in seen:
        yield sector
        seen.add(sector)
        term = hub.find_term("sectors", sector)
        if term is None or term.broader is None:
            return
        sector = term.broader

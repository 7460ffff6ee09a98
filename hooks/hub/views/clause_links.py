"""Where a clause stands now: a later version may have dropped it; then an earlier one has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.views import addresses

if TYPE_CHECKING:
    from hub.model.hub import Hub


def clause_address(hub: Hub, concordat_id: str, clause: str) -> str:
    """Return the address of a clause: in the version in force, else in the newest that has it."""
    number = hub.version_with(concordat_id, clause)
    if not number or number == hub.concordats[concordat_id].current.number:
        return addresses.concordat(concordat_id, clause)
    return addresses.version(concordat_id, number, clause)


def named_clause(hub: Hub, path: str) -> tuple[str, str]:
    """Return what the clause at `path`, its concordat and its id, is called, and its address.

    It has no address if the hub has no such concordat.
    """
    concordat_id, _, clause = path.partition("/")
    concordat = hub.concordats.get(concordat_id)
    if not concordat:
        return clause, ""
    basis = concordat.clauses.get(clause)
    return basis.label if basis else clause, clause_address(hub, concordat_id, clause)

"""The themes of clauses across concordats: what each says on the same matter, and on what basis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.coverage import coverage
from hub.views import addresses

if TYPE_CHECKING:
    from hub.model.concordats import Concordat
    from hub.model.coverage import Provision
    from hub.model.hub import Hub

VOCABULARY = "lesson-themes"
"""Clauses and lessons share their themes, so that one leads to the other."""


@dataclass(frozen=True, slots=True)
class ThemedClause:
    """A clause in the matrix: where it stands, and in words what is known of it."""

    provision: Provision
    address: str
    known: str


@dataclass(frozen=True, slots=True)
class Row:
    """A theme, with the clauses on it in each concordat, in the order of the columns."""

    label: str
    cells: tuple[tuple[ThemedClause, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Themes by concordat; empty unless two concordats at least name themes."""

    concordats: tuple[Concordat, ...] = ()
    rows: tuple[Row, ...] = ()


def matrix(hub: Hub) -> Matrix:
    """Return the themes that clauses in force name, in the vocabulary's order."""
    found = {each.id: _clauses(hub, each) for each in hub.concordats.values()}
    columns = tuple(each for each in hub.concordats.values() if found[each.id])
    vocabulary = hub.vocabularies.get(VOCABULARY)
    if len(columns) <= 1 or vocabulary is None:
        return Matrix()
    rows = (
        Row(term.label, tuple(found[each.id].get(term.id, ()) for each in columns))
        for term in vocabulary.terms
    )
    return Matrix(columns, tuple(row for row in rows if any(row.cells)))


def _clauses(hub: Hub, concordat: Concordat) -> dict[str, tuple[ThemedClause, ...]]:
    themed: dict[str, tuple[ThemedClause, ...]] = {}
    for provision in coverage(hub, concordat).provisions:
        clause = ThemedClause(
            provision, addresses.trace(concordat.id, provision.id), known_of(provision)
        )
        for theme in provision.basis.themes if provision.basis else ():
            themed[theme] = (*themed.get(theme, ()), clause)
    return themed


def known_of(provision: Provision) -> str:
    """Return in words what is known of a clause: "direct evidence, challenged"."""
    if not provision.is_examined:
        return "not looked at yet"
    direct = "direct evidence" if provision.has_direct_evidence else "no direct evidence"
    return f"{direct}, challenged" if provision.is_challenged else direct

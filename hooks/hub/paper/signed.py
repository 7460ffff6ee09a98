"""Everybody who signed a concordat, in groups that depend on the version that is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.signatories import Capacity
from hub.views.signatory_rows import rows_of, signer
from hub.views.wording import day, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat, Version
    from hub.model.hub import Hub
    from hub.model.signatories import Signature
    from hub.views.signatory_rows import Row

COLUMNS = ("Organisation or person", "Sector", "Place", "Signed by", "Version and day")


@dataclass(frozen=True, slots=True)
class Group:
    """Signatories that stand alike: a title, and a row of cells for each (see `COLUMNS`)."""

    title: str
    rows: tuple[tuple[str, ...], ...]


def groups(hub: Hub, concordat: Concordat, version: Version) -> Iterator[Group]:
    """Yield those who signed this version, those who signed another one only, those who withdrew.

    A post-holder's name appears only where its publication was agreed.
    """
    rows = rows_of(hub, concordat)
    standing = [row for row in rows if row.stands]
    signed = [(row, found) for row in standing if (found := _signature(row, version.number))]
    others = [row for row in standing if not _signature(row, version.number)]
    yield Group(
        f"{plural(len(signed), 'signatory', 'signatories')} of version {version.number}",
        tuple(_cells(row, found) for row, found in signed),
    )
    yield Group(
        f"{plural(len(others), 'signatory', 'signatories')} of another version, not of this one",
        tuple(_cells(row, row.signature) for row in others),
    )
    gone = [row for row in rows if not row.stands]
    yield Group(
        f"{plural(len(gone), 'signature')} withdrawn",
        tuple(_cells(row, row.signature, f"withdrawn {row.detail}") for row in gone),
    )


def _signature(row: Row, version: str) -> Signature | None:
    return next((each for each in row.record.signatures if each.version == version), None)


def _cells(row: Row, signature: Signature, more: str = "") -> tuple[str, ...]:
    personal = signature.capacity is Capacity.PERSONAL
    who = [signer(signature), "in a personal capacity" if personal else ""]
    when = day(signature.signed) if signature.signed else "day not known"
    said = [f"{signature.version}, {when}", more]
    return (row.organisation, row.sector, row.place, _joined(who), _joined(said))


def _joined(said: list[str]) -> str:
    return "; ".join(filter(None, said))

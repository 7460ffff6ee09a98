"""Where a signature stands against the versions of a concordat; derived, never stored."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hub.model.concordats import Concordat
    from hub.model.signatories import Signatory, Signature


class Standing(StrEnum):
    """How a signatory stands to the version in force."""

    CURRENT = "current"
    NOT_REAFFIRMED = "not-reaffirmed"
    WITHDRAWN = "withdrawn"


def standing(signatory: Signatory, concordat: Concordat) -> Standing:
    """Return how a signatory stands; a signature never moves to a new version by itself."""
    if signatory.withdrawn:
        return Standing.WITHDRAWN
    if signatory.has_signed(concordat.current.number):
        return Standing.CURRENT
    return Standing.NOT_REAFFIRMED


def last_signature(signatory: Signatory, concordat: Concordat) -> Signature:
    """Return the signature on the newest version that was signed."""
    order = {version.number: index for index, version in enumerate(concordat.versions)}
    return max(signatory.signatures, key=lambda each: order.get(each.version, -1))


def still_signed(signatories: Iterable[Signatory]) -> tuple[Signatory, ...]:
    """Return those who have not taken their signature back; they are the ones that count."""
    return tuple(each for each in signatories if each.withdrawn is None)

"""Points on the Earth: in degrees, inside the islands, and no finer than they may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.model.marks import fault

if TYPE_CHECKING:
    from decimal import Decimal

_SOUTH, _NORTH = 49.1, 60.9
_WEST, _EAST = -10.7, 1.8
_TOWN = 2
"""Decimal places of a town's position: about a kilometre."""


def is_inside(lat: float, long: float) -> bool:
    """Tell whether a point may lie in the UK, Ireland, the Isle of Man or the Channel Islands.

    `lat` is in degrees north, `long` in degrees east; what is asked is a box around the islands.
    """
    return _SOUTH <= lat <= _NORTH and _WEST <= long <= _EAST


def check_point(lat: Decimal | None, long: Decimal | None) -> None:
    """Raise the fault of a point with one coordinate, or outside the islands."""
    if (lat is None) != (long is None):
        raise fault("missing-field", "a point has two coordinates", "lat and long, or neither")
    if lat is None or long is None or is_inside(float(lat), float(long)):
        return
    swapped = is_inside(float(long), float(lat))
    raise fault(
        "outside-the-islands",
        f"{lat} north, {long} east is not in the UK or Ireland",
        f"a latitude of {_SOUTH} to {_NORTH} and a longitude of {_WEST} to {_EAST}",
        "the two are swapped: the latitude is the one that is 49 or more"
        if swapped
        else "correct the coordinates; west of Greenwich the longitude is negative",
    )


def check_coarse(lat: Decimal, long: Decimal) -> None:
    """Raise the fault of a point that is finer than a town."""
    if max(-int(each.as_tuple().exponent) for each in (lat, long)) > _TOWN:
        raise fault(
            "point-too-fine",
            f"{lat} north, {long} east is finer than a town",
            "two decimal places, or public_venue: yes where everybody may come in",
            f"write {lat:.2f} and {long:.2f}",
        )

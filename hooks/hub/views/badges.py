"""Badges of signatories to show on their own sites: SVG that needs nothing else, not even a font.

A badge says which version was signed and how that stands, and is made anew with every build. Its
letters are fitted to the room that is computed here, so that any font will do.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import escape

from hub.model.standing import Standing
from hub.page import Document
from hub.views import addresses
from hub.views.wording import day

if TYPE_CHECKING:
    from hub.model.concordats import Concordat
    from hub.views.signatory_rows import Row

_HEIGHT = 48
_LEFT = 46
"""Where the words begin, beside the mark."""
_NARROW, _WIDE = set("ijltfrI.,:;'’()[]| 1"), set("mwMWÆŒŴ@")
_INKS = {
    Standing.CURRENT: "#17693f", Standing.NOT_REAFFIRMED: "#7f5708", Standing.WITHDRAWN: "#a2292b",
}  # fmt: skip

_BADGE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
    'viewBox="0 0 {width} {height}" role="img" aria-labelledby="title">'
    '<title id="title">{title}</title>'
    '<rect x=".5" y=".5" width="{inner}" height="47" rx="4" fill="#fbf9f4" stroke="#857f70"/>'
    '<path d="M9 9h18v18H9z" fill="#0b5a55"/><circle cx="29" cy="27" r="9.5" fill="#c9652f"/>'
    '<g font-family="Verdana,DejaVu Sans,sans-serif">'
    '<text x="{left}" y="20" font-size="12" font-weight="bold" fill="#1b2424" '
    'textLength="{first_length}" lengthAdjust="spacingAndGlyphs">{first}</text>'
    '<text x="{left}" y="37" font-size="11" fill="{ink}" '
    'textLength="{second_length}" lengthAdjust="spacingAndGlyphs">{second}</text>'
    "</g></svg>\n"
)


class Badge(NamedTuple):
    """A badge: its address, its words for those who do not see it, its size, and its bytes."""

    address: str
    title: str
    width: int
    height: int
    svg: str

    @property
    def document(self) -> Document:
        """The file."""
        return Document(self.address, self.svg.encode())


def badge(concordat: Concordat, row: Row) -> Badge:
    """Return the badge of an organisation that signed a concordat."""
    first, second = concordat.title, state(concordat, row)
    first_length = _length(first, 12, bold=True)
    second_length = _length(second, 11)
    width = _LEFT + max(first_length, second_length) + 10
    title = f"{row.organisation}: {first}. {second}"
    svg = _BADGE.format(
        width=width, height=_HEIGHT, inner=width - 1, left=_LEFT, title=escape(title),
        first=escape(first), first_length=first_length, ink=_INKS[row.standing],
        second=escape(second), second_length=second_length,
    )  # fmt: skip
    address = addresses.badge(row.record.organisation or row.id, concordat.id)
    return Badge(address, title, width, _HEIGHT, svg)


def state(concordat: Concordat, row: Row) -> str:
    """Return which version was signed, and how that stands, in a few words."""
    signed = f"Signed version {row.version}"
    match row.standing:
        case Standing.CURRENT:
            return f"{signed}, which is current"
        case Standing.NOT_REAFFIRMED:
            return f"{signed}; not yet reaffirmed for {concordat.current.number}"
    gone = row.record.withdrawn
    return f"Signature withdrawn on {day(gone.on)}" if gone else "Signature withdrawn"


@lru_cache(1000)
def _length(text: str, size: int, *, bold: bool = False) -> int:
    """Return how long a text is, in pixels, in letters of about Verdana's width.

    Most badges say what others say.
    """
    widths = (0.38 if each in _NARROW else 1.0 if each in _WIDE else 0.64 for each in text)
    return ceil(sum(widths) * size * (1.1 if bold else 1))

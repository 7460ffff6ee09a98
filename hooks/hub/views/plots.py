"""What pages with pictures share."""

WIDTH = 360
"""How wide pictures are, in units that are pixels on a phone."""
_LETTER = 7
"""How wide a letter or digit is, at most."""

STYLE = "css/plots.css"
"""The looks of pictures, which only pages with pictures load."""


def label_at(at: float, label: str) -> float:
    """Return where the middle of a label below an axis stands, so that all of it is seen."""
    half = _LETTER * len(label) / 2
    return round(min(max(at, half), WIDTH - half), 1)

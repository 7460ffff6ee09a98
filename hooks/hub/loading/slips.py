"""What a writer most likely meant, by the look of a value that is of the wrong kind."""

from __future__ import annotations

import re
import unicodedata

_BULLET = re.compile(r"[•‣▪◦·–—*-]\s*(?P<item>[^•‣▪◦·–—]*)")
_NUMBER = re.compile(r"[-−]?\d+(?:\.\d+)?")


def advice_for_list(text: str) -> str:
    """Return how to write as a list what was written as a text; "" where that cannot be told."""
    if (bullet := _BULLET.match(text)) and not _NUMBER.match(text):
        return f'begin each item with a hyphen and a blank: "- {bullet["item"].strip()}"'
    numbers = _NUMBER.findall(text)
    if len(numbers) == 2 and not re.search(r"[A-Za-z]{3}", text):  # noqa: PLR2004 - a range
        return f"write [{numbers[0]}, {numbers[1]}]"
    return f"write [{text}]" if re.fullmatch(r"[a-z0-9-]+", text) else ""


def advice_for_number(text: str) -> str:
    """Return the one whole number in a text, as what to write; "" where there are others."""
    numbers = _NUMBER.findall(text.replace(",", ""))
    if len(numbers) != 1 or not numbers[0].isdigit():
        return ""
    return f"write {numbers[0]}; words belong into a note, where the record has one"


def slug_of(name: str) -> str:
    """Return a name as a permanent id: its letters without accents and digits, with hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")

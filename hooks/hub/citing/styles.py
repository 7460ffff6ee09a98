"""The citation styles that pages offer, and what citeproc-py prints otherwise than it should.

Each correction makes the line what the CSL reference processor prints; what still differs is listed
in `docs/reference/citations.md`. The styles themselves are in `styles/`, with their licence.
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Any

from hub.citing import markup

FOLDER = Path(__file__).parent / "styles"


class Style(StrEnum):
    """A style, by the name of its file."""

    VANCOUVER = "nlm-citation-sequence"
    APA = "apa"
    HARVARD = "harvard-cite-them-right"

    @property
    def label(self) -> str:
        """What readers call it."""
        return {"nlm-citation-sequence": "Vancouver", "apa": "APA"}.get(self.value, "Harvard")


_NUMBER = re.compile(r"^\s*1\.\s*")
_STOP_TOO_MANY = re.compile(r"([?!][”’]?)\.(?= |$)")
# citeproc-py shortens 1-120 to 1-20, because it does not look at the number of digits.
_RANGE = re.compile(r"(?P<first>\d+)[-–](?P<last>\d+)")
_QUOTED = re.compile(r"‘([^‘’]*)’(?!\w)")


def prepared(item: dict[str, Any]) -> dict[str, Any]:  # Any: JSON
    """Return the item as citeproc-py must have it."""
    # Where no language is said it takes English, but asks again for each part of a style.
    item = {"language": "en", **item}
    if "page" in item:
        item["page"] = _RANGE.sub(_kept_whole, item["page"])
    return item


def corrected(line: str, item: dict[str, Any], style: Style) -> str:  # Any: JSON
    """Return the line that citeproc-py printed, put right; the note follows it in all styles."""
    line = _STOP_TOO_MANY.sub(r"\1", _NUMBER.sub("", line))
    if style is Style.HARVARD:
        line = _inner_quotes(line, item["title"])
    elif style is Style.APA:
        line = _two_bodies(line, item.get("author", []))
    return f"{line} {item['note'].rstrip('.')}." if "note" in item else line


def _kept_whole(pages: re.Match[str]) -> str:
    if len(pages["first"]) == len(pages["last"]) and pages["first"] != pages["last"]:
        return pages[0]
    return pages["first"] + markup.DASH + pages["last"]


def _inner_quotes(line: str, title: str) -> str:
    """Turn quotation marks around; inside others they are double ones."""
    return line.replace(f"‘{title}", "‘" + _QUOTED.sub(r"“\1”", title), 1)


def _two_bodies(line: str, author: list[dict[str, str]]) -> str:
    """Leave out the comma before "&": two bodies have no initials that it would follow."""
    names = [name.get("literal", "") for name in author]
    if len(names) != 2 or not all(names):  # noqa: PLR2004 - two bodies
        return line
    return line.replace(f"{names[0]}, & {names[1]}", f"{names[0]} & {names[1]}", 1)

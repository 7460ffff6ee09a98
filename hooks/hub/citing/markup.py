"""The formatter that citeproc-py is given: its markup stays apart from text until the end.

Italics and the like are put between private characters, so that everything else can be escaped
in one go. Contributed text cannot hold those characters: they are taken out on the way in.
"""

from __future__ import annotations

import re
from html import escape
from typing import Self

_TAGS = ("i", "b", "u", "sup", "sub")
_FIRST = 0xE000
DASH = "\uf000"
"""Becomes an en dash in the end; citeproc-py does not know it for a range of pages."""
_MARKS = re.compile("[\ue000-\uf8ff]")


def preformat(text: str) -> str:
    """Return the text as it is; citeproc-py asks this of a formatter."""
    return text


def without_marks(text: str) -> str:
    """Return a contributed text without the characters that stand for markup here."""
    return _MARKS.sub("", text)


def to_html(text: str) -> str:
    """Return formatted text as HTML: escaped, with its markup as tags."""
    html = escape(text).replace(DASH, "–")
    for place, tag in enumerate(_TAGS):
        html = html.replace(_opening(place), f"<{tag}>").replace(_closing(place), f"</{tag}>")
    return html


def _opening(place: int) -> str:
    return chr(_FIRST + 2 * place)


def _closing(place: int) -> str:
    return chr(_FIRST + 2 * place + 1)


class _Mark(str):
    """Text between two marks."""

    __slots__ = ()
    place = 0

    def __new__(cls, text: str) -> Self:
        return super().__new__(cls, f"{_opening(cls.place)}{text}{_closing(cls.place)}")


class Italic(_Mark):
    """Slanted text."""


class Bold(_Mark):
    """Bold text."""

    place = 1


class Underline(_Mark):
    """Underlined text."""

    place = 2


class Superscript(_Mark):
    """Raised text."""

    place = 3


class Subscript(_Mark):
    """Lowered text."""

    place = 4


Oblique = Italic
# No style here uses light type or small capitals; they are printed plain.
Light = SmallCaps = str

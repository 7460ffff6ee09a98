"""Shells: the theme's frame as text with slots, cut from a sample page that the theme rendered.

What a theme does to a page's texts is not guessed: a mark that comes back changed, or a table of
contents that is not one entry after another, is an error here and not a wrong page later.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from hub.page import Heading, Page
from hub.publishing import PublishingError
from hub.publishing.frames import MARK, heading_values, values

_ERRORS = "xmlcharrefreplace"
"""As MkDocs does: a character that UTF-8 lacks is no reason to lose the page."""

Slots = dict[str, bytes]
"""What is poured in, by the names of slots."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Text with slots: the texts before, between and after them, and their names in order."""

    texts: tuple[bytes, ...] = ()
    names: tuple[str, ...] = ()

    def fill(self, slots: Mapping[str, bytes]) -> bytes:
        """Return the text with what is poured in."""
        filled = [b""] * (len(self.texts) + len(self.names))
        filled[::2] = self.texts
        filled[1::2] = [slots[name] for name in self.names]
        return b"".join(filled)


@dataclass(frozen=True, slots=True)
class Shell:
    """A frame ready to be filled.

    `entry` is one entry of the table of contents, up to where the next begins; `last` begins with
    the last entry and goes on to the end of the page. Both are empty without headings.
    """

    before: Parts
    entry: Parts = Parts()
    last: Parts = Parts()

    def fill(self, page: Page) -> bytes:
        """Return the whole page as it is stored: most of it is the shell's, and encoded."""
        slots = _encoded(values(page))
        if not page.headings:
            return self.before.fill(slots)
        headings = [*map(_heading_slots, page.headings)]
        return b"".join([
            self.before.fill(slots | headings[0]),
            *map(self.entry.fill, headings[:-1]),
            self.last.fill(slots | headings[-1]),
        ])  # fmt: skip


def cut(html: str, sample: Page) -> Shell:
    """Return the shell of a rendered sample page.

    Raises:
        PublishingError: The theme changed a mark or lost the content.
    """
    slots = {mark: name for name, mark in values(sample).items() if mark}
    if sample.html not in html:
        raise PublishingError("the theme's main.html prints no page.content")
    if not sample.headings:
        return Shell(_cut(html, slots))
    first, second, third = sample.headings
    at_second, at_third = html.find(second.id), html.find(third.id)
    at_first = html.rfind(first.id, 0, max(at_second, 0))
    if not 0 <= at_first < at_second < at_third:
        # The theme prints no table of contents; every entry is nothing.
        return Shell(_cut(html, slots | _marks(first)))
    entry = _cut(html[at_second:at_third], _marks(second))
    if entry != _cut(html[at_first:at_second], _marks(first)):
        raise PublishingError("the theme prints entries of the table of contents unequally")
    return Shell(
        before=_cut(html[:at_first], slots | _marks(first)),
        entry=entry,
        last=_cut(html[at_third:], slots | _marks(third)),
    )


def _marks(heading: Heading) -> dict[str, str]:
    return {mark: name for name, mark in heading_values(heading).items()}


def _cut(html: str, slots: Mapping[str, str]) -> Parts:
    # Longer marks first: one may begin like another.
    marks = "|".join(re.escape(mark) for mark in sorted(slots, key=len, reverse=True))
    parts = re.split(f"({marks})", html)
    for literal in parts[::2]:
        if MARK in literal:
            start = max(literal.index(MARK) - 60, 0)
            raise PublishingError(
                f"the theme changes a page's text in a way the hub does not know: "
                f'"{literal[start : start + 120]}"'
            )
    texts = tuple(text.encode(errors=_ERRORS) for text in parts[::2])
    return Parts(texts, tuple(slots[mark] for mark in parts[1::2]))


@lru_cache(1000)
def _heading_slots(heading: Heading) -> Slots:
    # Most pages have the headings of others; they are given these same slots, to be looked at.
    return _encoded(heading_values(heading))


def _encoded(slots: Mapping[str, str]) -> Slots:
    return {name: text.encode(errors=_ERRORS) for name, text in slots.items()}

"""Which pages share a frame, and the sample page from which that frame is cut.

A theme may look at a page before it decides what to print around it. Pages that agree in all it
looks at have the same frame, so the theme is asked once for them all (`hub.publishing.shell`).
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup, escape

from hub.page import Heading, Page

MARK = "hub-slot-"
"""Begins every text that holds the place of a page's own."""

_SHORT = "search"
_MARKED_HEADINGS = tuple(Heading(f"{MARK}id-{n}", f"{MARK}heading-{n}") for n in ("a", "b", "c"))


@dataclass(frozen=True, slots=True)
class Frame:
    """All of a page that its surroundings depend on.

    `folder` is the first part of the address ("" at the top): links to what lies below the same
    folder are shorter. `has_h1` is there because Material prints the title of a page whose
    content has no first heading. `is_short` marks the search page, which loads a short style sheet
    so that its first answer comes early.
    """

    section: str
    folder: str
    depth: int
    has_description: bool
    has_headings: bool
    has_edit_path: bool
    has_h1: bool
    is_short: bool

    def sample(self, number: int) -> Page:
        """Return a page of this frame that has marks for contents; `number` makes it the only one.

        Three headings, since the first and the last may be printed otherwise than those between.
        """
        address = f"{self.folder}/{MARK}page-{number}/".lstrip("/")
        address += "x/" * (self.depth - address.count("/"))
        return Page(
            address=address,
            kind=_SHORT if self.is_short else "sample",
            title=f"{MARK}title",
            description=f"{MARK}description" if self.has_description else "",
            html=f"<!--{MARK}content-->" + ("<h1></h1>" if self.has_h1 else ""),
            headings=_MARKED_HEADINGS if self.has_headings else (),
            section=self.section,
            edit_path=f"{MARK}file" if self.has_edit_path else "",
            head=f"<!--{MARK}head-->",
        )


def frame_of(page: Page) -> Frame:
    """Return the frame that a page is to be printed in."""
    depth = page.address.count("/")
    return Frame(
        section=page.section,
        folder=page.address.partition("/")[0] if depth > 1 else "",
        depth=depth,
        has_description=bool(page.description),
        has_headings=bool(page.headings),
        has_edit_path=bool(page.edit_path),
        has_h1="<h1" in page.html,
        is_short=page.kind == _SHORT,
    )


def values(page: Page) -> dict[str, str]:
    """Return what goes into each slot of a frame, as HTML that stays the same if escaped again.

    `Markup` tells a theme that escapes that this was done, and is safe in one that does not.
    """
    return {
        "title": plain(page.title),
        "description": plain(page.description),
        "address": quote(page.address.removesuffix("/")),
        "edit_path": quote(page.edit_path),
        "head": page.head,
        "content": page.html,
    }


def heading_values(heading: Heading) -> dict[str, str]:
    """Return what goes into the slots of one entry of the table of contents."""
    return {"heading_id": escape(heading.id), "heading": plain(heading.title)}


def plain(text: str) -> Markup:
    """Return text on one line, escaped; a theme that strips tags joins blanks in the same way."""
    return escape(" ".join(text.split()))

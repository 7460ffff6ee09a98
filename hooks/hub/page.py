"""Pages, orders and documents: what views make and publishing writes.

A page is finished text for the middle of a site page; the frame around it (header, navigation,
styles) is the theme's. Neither side knows the other: this is all they share.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the page's table of contents: the anchor's id and its plain text."""

    id: str
    title: str


Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""Names and values; a name may come more than once."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What finds a record: few words, well chosen. The rest is by name.

    `address` is where readers find the record: a page, or with an anchor a part of one. `title`
    and `text` are plain text; `filters` become facets, `meta` is shown with a result, and results
    can be put in the order of the numbers in `sorts`. What is minor comes after others that a
    word is found in.
    """

    address: str
    title: str
    text: str = ""
    filters: Pairs = ()
    meta: Pairs = ()
    sorts: Pairs = ()
    is_minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site.

    `address` is relative to the site's root, ends with `/`, and is "" for the home page.
    Pages of one `kind` share a frame: same depth of address, same sidebars, same lit tab.
    `kind` "front" marks a page that stands in the navigation of `mkdocs.yml`.
    `section` is the first folder of the front whose tab is lit, or "".
    `title` and `description` are plain text; `html` is ready for the page.
    `edit_path` is the file a reader would edit, relative to the repository root, or "".
    `head` is ready HTML for the page's head: structured data and citation tags.
    `beside` are files that belong to this page alone, such as its references to take away.
    """

    address: str
    kind: str
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...] = ()
    section: str = ""
    edit_path: str = ""
    head: str = ""
    beside: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A page still to be written: of the many pages of a site, only orders are held at once.

    `view` names what writes it, and `subject` is the id of what it is about. Pages of one view and
    one depth of address have the same frame (`hub.publishing.frames`). `edit_path` is the page's.
    `near` is the address of a page that is made of much the same.
    """

    address: str
    view: str
    subject: str
    edit_path: str = ""
    near: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the site that is not a page: its path below the site's root, and its bytes."""

    path: str
    content: bytes

    @property
    def pieces(self) -> tuple[bytes]:
        """All of it, in one piece."""
        return (self.content,)


@dataclass(frozen=True, slots=True)
class LongDocument:
    """A document that grows with the hub: its bytes are made while they are written, once."""

    path: str
    pieces: Iterable[bytes]


def relative(from_address: str, to_path: str) -> str:
    """Return the link from a page's address to a path below the site's root.

    Links are relative, so that the site works below any path and from a local server.
    """
    return "../" * from_address.count("/") + to_path or "./"

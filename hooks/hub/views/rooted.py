"""Entries of lists that stand on pages of any depth: made once, their links turned to each page.

An entry is made as it would stand on the front page. A quotation mark in a text is escaped, so
what looks like the begin of a link is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hub.views.sheet import Sheet

_FOLDER = "evidence/"
"""Where all lead that such entries link to."""


def turned(sheet: Sheet, entries: Iterable[Markup]) -> Markup:
    """Return entries one after the other, with links that lead on from the page of a sheet."""
    html = "".join(entries).replace(f'href="{_FOLDER}', f'href="{sheet.url(_FOLDER)}')
    return Markup(html)  # noqa: S704 - each is safe

"""References to take away: files beside a page for its own list, and files of all references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.citing.exports import Format, export
from hub.page import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hub.views.sheet import Sheet, Studio

STEM = "references"
"""The name of the files of a page's list, without their endings."""
ALL = f"data/v1/{STEM}."
"""Where the files of all references are, but for their endings."""


def beside(sheet: Sheet, forms: Iterable[Format] = Format) -> tuple[Document, ...]:
    """Return the works that a page mentions as files beside it; ask when the page is written."""
    works = sheet.mentioned
    return files(sheet.studio, works, sheet.address + STEM, forms) if works else ()


def files(
    studio: Studio, works: Sequence[str], path: str, forms: Iterable[Format] = Format
) -> tuple[Document, ...]:
    """Return works, by their keys, in files at `path` and the endings of these formats."""
    return tuple([
        Document(f"{path}.{form}", export([studio.exported(key, form) for key in works], form))
        for form in forms
    ])  # fmt: skip


def links(start: str) -> list[dict[str, str]]:
    """Return links to files in every format, all but their endings given."""
    return [{"label": form.label, "href": f"{start}.{form}"} for form in Format]

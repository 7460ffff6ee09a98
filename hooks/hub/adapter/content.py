"""From the content files to an edition: load, check, and write the pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hub.adapter.edition import Edition
from hub.citing.formatting import Formatter
from hub.diagnostics import has_errors
from hub.examining import examine
from hub.page import Page
from hub.views.numbers import numbers
from hub.views.published import without_drafts
from hub.views.settings import Settings
from hub.views.sheet import Studio
from hub.views.site import site_documents, site_pages


def load_edition(root: Path, settings: Settings, *, previewing: bool) -> Edition:
    """Load and check the hub at `root`, and write its pages.

    With errors in the content nothing is written, except when previewing: then it is written as
    far as possible, and what stops it becomes the edition's `failure`.
    """
    found = examine(root)
    edition = Edition(found.hub.docs, found.diagnostics, found.sources)
    if has_errors(found.diagnostics) and not previewing:
        return edition
    hub, pages = found.hub, list[Page]()
    try:
        edition = replace(
            edition, figures=numbers(hub), sheet=Studio(without_drafts(hub), Formatter()).sheet
        )
        pages.extend(site_pages(hub, settings))
        return replace(edition, pages=pages, documents=tuple(site_documents(hub)))
    except Exception as failure:
        if not previewing:
            raise
        # Half a hub may break any view: readers get what there is, and are told.
        return replace(edition, pages=pages, failure=failure)

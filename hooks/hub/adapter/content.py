"""From the content files to an edition: load, check, and write the pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from platformdirs import user_cache_path

from hub.adapter.edition import Edition
from hub.citing.formatting import Formatter
from hub.diagnostics import has_errors
from hub.examining import examine
from hub.page import Page
from hub.store import Store
from hub.views.numbers import numbers
from hub.views.published import without_drafts
from hub.views.settings import Settings
from hub.views.sheet import Studio
from hub.views.site import site_documents, site_pages

# In the user's own cache and not in the repository: what is kept there is printed unseen, so no
# contribution may be able to bring a cache along.
_CACHE = "creative-health-hub"


def load_edition(root: Path, settings: Settings, *, previewing: bool) -> Edition:
    """Load and check the hub at `root`, and write its pages.

    With errors in the content nothing is written, except when previewing: then it is written as
    far as possible, and what stops it becomes the edition's `failure`.
    """
    found = examine(root)
    edition = Edition(found.hub.docs, found.diagnostics, found.sources)
    if has_errors(found.diagnostics) and not previewing:
        return edition
    hub, pages = without_drafts(found.hub), list[Page]()
    formatter = Formatter(store=Store(user_cache_path(_CACHE) / "references.sqlite"))
    formatter.prepare(hub.references.values())
    try:
        studio = Studio(hub, formatter)
        edition = replace(edition, figures=numbers(found.hub), sheet=studio.sheet)
        pages.extend(site_pages(studio, settings))
        formatter.keep()
        return replace(edition, pages=pages, documents=tuple(site_documents(hub, settings)))
    except Exception as failure:
        if not previewing:
            raise
        # Half a hub may break any view: readers get what there is, and are told.
        return replace(edition, pages=pages, failure=failure)

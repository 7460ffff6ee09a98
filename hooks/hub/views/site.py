"""The whole site from a hub: every page and every data file, drafts left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.views.concordats import concordat_pages
from hub.views.data import documents
from hub.views.evidence import evidence_page
from hub.views.fields import fields_page
from hub.views.home import home_page
from hub.views.programmes import programme_pages
from hub.views.references import references_page
from hub.views.security_txt import security_txt
from hub.views.signatories import signatory_pages
from hub.views.signatory_data import signatory_documents
from hub.views.summaries import summary_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.hub import Hub
    from hub.page import Document, Page
    from hub.views.settings import Settings
    from hub.views.sheet import Studio


def site_pages(studio: Studio, settings: Settings) -> Iterator[Page]:
    """Yield every page of the site."""
    yield home_page(studio)
    yield evidence_page(studio)
    yield from summary_pages(studio, settings)
    yield references_page(studio)
    yield from concordat_pages(studio)
    yield from signatory_pages(studio)
    yield from programme_pages(studio)
    yield fields_page(studio)


def site_documents(hub: Hub, settings: Settings) -> Iterator[Document]:
    """Yield every data file of the site; `hub` holds no drafts (see `hub.views.published`)."""
    yield from documents(hub)
    yield from signatory_documents(hub)
    yield from security_txt(
        hub, site_url=settings.site_url, repo_url=settings.repo_url, built=settings.built
    )

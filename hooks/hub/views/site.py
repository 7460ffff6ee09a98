"""The whole site from a hub: every page and every data file, drafts left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.views import browse, lists, reference_pages, references, summaries
from hub.views.browse import browse_orders, browse_page
from hub.views.concordats import concordat_pages
from hub.views.data import documents
from hub.views.evidence import evidence_page
from hub.views.fields import fields_page
from hub.views.home import home_page
from hub.views.lists import list_orders, list_page
from hub.views.programmes import programme_pages
from hub.views.reference_pages import reference_orders, reference_page
from hub.views.references import references_page, works_orders, works_page
from hub.views.search_entries import Finder
from hub.views.search_page import search_page
from hub.views.search_words import search_words
from hub.views.security_txt import security_txt
from hub.views.signatories import signatory_pages
from hub.views.signatory_data import signatory_documents
from hub.views.summaries import summary_orders, summary_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.hub import Hub
    from hub.page import Document, LongDocument, Order, Page, SearchEntry
    from hub.pool import Pool
    from hub.views.settings import Settings
    from hub.views.sheet import Studio


def orders(studio: Studio) -> Iterator[Order]:
    """Yield what the `Writer` is to write, without writing it: the pages that are many."""
    yield from summary_orders(studio.hub)
    yield from list_orders(studio)
    yield from works_orders(studio)
    yield from reference_orders(studio.hub)
    yield from browse_orders(studio)


class Writer:
    """Writes ordered pages, one at a time, in whatever process it finds itself in."""

    def __init__(self, studio: Studio, settings: Settings) -> None:
        """Write at a studio."""
        self._studio = studio
        self._settings = settings
        self._finder = Finder(studio.hub)

    def __call__(self, order: Order) -> Page:
        """Return the page that is ordered."""
        match order.view:
            case summaries.SUMMARY:
                summary = self._studio.hub.summaries[order.subject]
                return summary_page(self._studio, summary, self._settings)
            case lists.LIST:
                return list_page(self._studio, order.subject)
            case references.WORKS:
                return works_page(self._studio, order.subject)
            case reference_pages.REFERENCE:
                return reference_page(self._studio, self._studio.hub.references[order.subject])
            case browse.BROWSE:
                return browse_page(self._studio, order.subject)
        raise KeyError(order.view)

    def entry(self, order: Order) -> SearchEntry | None:
        """Return what finds the page in search; lists are not found, what is on them is."""
        match order.view:
            case summaries.SUMMARY:
                return self._finder.summary(self._studio.hub.summaries[order.subject])
            case reference_pages.REFERENCE:
                return self._finder.reference(self._studio.hub.references[order.subject])
        return None


def few_pages(studio: Studio, settings: Settings) -> Iterator[Page]:
    """Yield the pages of which there are few, whatever the hub holds: they are not ordered."""
    yield home_page(studio)
    yield evidence_page(studio)
    yield references_page(studio)
    yield from concordat_pages(studio)
    yield from signatory_pages(studio)
    yield from programme_pages(studio)
    yield fields_page(studio)
    yield search_page(studio, settings)


def site_pages(studio: Studio, settings: Settings) -> Iterator[Page]:
    """Yield every page of the site; a build has ordered ones written by several processes."""
    yield from few_pages(studio, settings)
    yield from map(Writer(studio, settings), orders(studio))


def site_documents(hub: Hub, settings: Settings, pool: Pool) -> Iterator[Document | LongDocument]:
    """Yield every data file of the site; `hub` holds no drafts (see `hub.views.published`)."""
    yield from documents(hub, pool)
    yield from signatory_documents(hub)
    yield from search_words(hub)
    yield from security_txt(
        hub, site_url=settings.site_url, repo_url=settings.repo_url, built=settings.built
    )

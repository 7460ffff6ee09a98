"""The whole site from a hub: every page and every data file, drafts left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.schemas import schema_documents
from hub.views import (
    areas,
    browse,
    gap_map,
    lists,
    organisations,
    practice,
    question_pages,
    reference_pages,
    references,
    signatories,
    summaries,
    workshop,
)
from hub.views.areas import area_orders, area_page, areas_page
from hub.views.browse import browse_orders, browse_page
from hub.views.concordats import concordat_pages
from hub.views.data import documents
from hub.views.evidence import evidence_page
from hub.views.feeds import feed_documents
from hub.views.fields import fields_page
from hub.views.forms import form_pages
from hub.views.gap_map import gap_map_outline
from hub.views.gap_pages import GAPS, gap_orders, gap_page
from hub.views.home import home_page
from hub.views.lessons import lessons_page
from hub.views.lists import list_orders, list_page
from hub.views.organisations import (
    organisation_orders,
    organisation_page,
    organisations_page,
)
from hub.views.over_time import over_time_page
from hub.views.practice import example_page, practice_orders, practice_page
from hub.views.practice_data import practice_documents
from hub.views.programmes import programme_pages
from hub.views.question_pages import (
    question_entry,
    question_orders,
    question_page,
    questions_page,
)
from hub.views.reference_pages import reference_orders, reference_page
from hub.views.references import references_page, works_orders, works_page
from hub.views.reports import report_documents
from hub.views.reviews_due import calendar_documents
from hub.views.search_entries import Finder
from hub.views.search_page import search_page
from hub.views.search_parts import organisation_entry, page_entries
from hub.views.search_practice import area_entry, practice_entry
from hub.views.search_words import search_words
from hub.views.security_txt import security_txt
from hub.views.signatories import signatories_outline, signatories_page, signatory_orders
from hub.views.signatory_data import signatory_documents
from hub.views.signature_files import signature_documents
from hub.views.signing import sign_pages
from hub.views.skos import skos_documents
from hub.views.stories import story_pages
from hub.views.summaries import summary_orders, summary_page
from hub.views.trace import trace_pages
from hub.views.versions import version_pages
from hub.views.vocabularies import vocabulary_pages
from hub.views.workshop import area_sheet, workshop_orders, workshop_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hub.model.hub import Hub
    from hub.page import Document, LongDocument, Order, Page, SearchEntry
    from hub.pool import Pool
    from hub.views.settings import Settings
    from hub.views.sheet import Studio


def orders(studio: Studio) -> Iterator[Order]:
    """Yield what the `Writer` is to write, without writing it: the pages that are many."""
    yield from signatory_orders(studio.hub)  # First, since each takes long.
    yield from summary_orders(studio.hub)
    yield from list_orders(studio)
    yield from works_orders(studio)
    yield from reference_orders(studio.hub, studio.works)
    yield from browse_orders(studio)
    yield from organisation_orders(studio)
    yield from gap_orders(studio)
    yield from question_orders(studio)
    yield from practice_orders(studio.hub)
    yield from area_orders(studio)
    yield from workshop_orders(studio)


_OUTLINED = {signatories.SIGNATORIES, question_pages.QUESTIONS}


class Writer:
    """Writes ordered pages, one at a time, in whatever process it finds itself in."""

    def __init__(self, studio: Studio, settings: Settings) -> None:
        """Write at a studio."""
        self._studio = studio
        self._settings = settings
        self._finder = Finder(studio.hub)

    def __call__(self, order: Order) -> Page:
        """Return the page that is ordered."""
        return self._pages()[order.view](order)

    def _pages(self) -> dict[str, Callable[[Order], Page]]:
        """Return what writes the page of an order, by its view."""
        studio, settings, hub = self._studio, self._settings, self._studio.hub
        return {
            summaries.SUMMARY: lambda order: summary_page(
                studio, hub.summaries[order.subject], settings
            ),
            lists.LIST: lambda order: list_page(studio, order.subject),
            references.WORKS: lambda order: works_page(studio, order.subject),
            reference_pages.REFERENCE: lambda order: reference_page(
                studio, hub.references[order.subject]
            ),
            browse.BROWSE: lambda order: browse_page(studio, order.subject, settings),
            **dict.fromkeys(GAPS, lambda order: gap_page(studio, order)),
            question_pages.QUESTION: lambda order: question_page(studio, order.subject),
            question_pages.QUESTIONS: lambda _: questions_page(studio),
            signatories.SIGNATORIES: lambda order: signatories_page(
                studio, hub.concordats[order.subject]
            ),
            practice.EXAMPLE: lambda order: example_page(
                studio, hub.practice[order.subject], settings
            ),
            areas.AREA: lambda order: area_page(studio, hub.places[order.subject], settings),
            workshop.AREA_SHEET: lambda order: area_sheet(studio, hub.places[order.subject]),
            organisations.ORGANISATION: lambda order: organisation_page(
                studio, hub.organisations[order.subject], settings
            ),
            organisations.ORGANISATIONS: lambda order: organisations_page(studio, order.subject),
        }

    def outline(self, order: Order) -> Page:
        """Return the page that is ordered, without its content if that is dear."""
        match order.view:
            case gap_map.GAP_MAP:
                return gap_map_outline(order.subject)
            case signatories.SIGNATORIES:
                return signatories_outline(self._studio.hub.concordats[order.subject])
            case question_pages.QUESTIONS:
                return question_pages.OUTLINE
        return self(order)

    def entry(self, order: Order) -> SearchEntry | None:
        """Return what finds the page in search; lists are not found, what is on them is."""
        if order.view in _OUTLINED:
            return next(page_entries([self.outline(order)], ()))
        find = self._entries().get(order.view)
        return find(order) if find else None

    def _entries(self) -> dict[str, Callable[[Order], SearchEntry | None]]:
        """Return what says how the page of an order is found, by its view."""
        studio, finder, hub = self._studio, self._finder, self._studio.hub
        return {
            summaries.SUMMARY: lambda order: finder.summary(hub.summaries[order.subject]),
            reference_pages.REFERENCE: lambda order: finder.reference(
                hub.references[order.subject]
            ),
            practice.EXAMPLE: lambda order: practice_entry(hub, hub.practice[order.subject]),
            question_pages.QUESTION: lambda order: question_entry(studio, order.subject),
            areas.AREA: lambda order: area_entry(hub, hub.places[order.subject]),
            organisations.ORGANISATION: lambda order: organisation_entry(
                studio, hub.organisations[order.subject]
            ),
        }


def few_pages(studio: Studio, settings: Settings) -> Iterator[Page]:
    """Yield the pages of which there are few, whatever the hub holds: they are not ordered."""
    yield home_page(studio, settings)
    yield evidence_page(studio, settings.site_url)
    yield over_time_page(studio)
    yield references_page(studio)
    yield from concordat_pages(studio)
    yield from trace_pages(studio, settings)
    yield from sign_pages(studio, settings)
    yield from version_pages(studio)
    yield from programme_pages(studio)
    yield practice_page(studio)
    yield areas_page(studio)
    yield lessons_page(studio)
    yield from story_pages(studio, settings)
    yield from workshop_pages(studio)
    yield from form_pages(studio, settings)
    yield from vocabulary_pages(studio)
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
    yield from practice_documents(hub)
    yield from signature_documents(hub)
    yield from report_documents(hub, settings)
    yield from search_words(hub)
    yield from schema_documents(hub)
    yield from skos_documents(hub, settings.site_url)
    yield from feed_documents(hub, settings)
    yield from calendar_documents(hub, settings)
    yield from security_txt(
        hub, site_url=settings.site_url, repo_url=settings.repo_url, built=settings.built
    )

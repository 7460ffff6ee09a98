"""When each summary is to be reviewed: a calendar to subscribe to, and whether it is too late.

Too late is judged by the date that the build was told to be of, never by the clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hub.page import Document
from hub.views import addresses
from hub.views.calendar import Event, calendar
from hub.views.published import published

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub
    from hub.views.settings import Settings

_NOWHERE = "creative-health-hub.invalid"
"""Ends the names of events while the site has no address (RFC 6761)."""


def is_stale(summary: EvidenceSummary, built: date | None) -> bool:
    """Tell whether a review was due before the day of the build; False where that is not told."""
    due = summary.reviewed.next
    return bool(built and due and due < built)


def calendar_documents(hub: Hub, settings: Settings) -> Iterator[Document]:
    """Yield the calendar of reviews; none while no review is planned."""
    due = [each for each in published(hub.summaries.values()) if each.reviewed.next]
    if due:
        due.sort(key=lambda each: (str(each.reviewed.next), each.id))
        title = f"Reviews due: {settings.site_name}"
        events = (event for each in due for event in _events(each, settings))
        yield Document(addresses.REVIEWS, calendar(title, events))


def _events(summary: EvidenceSummary, settings: Settings) -> Iterator[Event]:
    host = urlsplit(settings.site_url).hostname or _NOWHERE
    if summary.reviewed.next:
        yield Event(
            uid=f"review-{summary.id}@{host}",
            on=summary.reviewed.next,
            stamped=summary.reviewed.on,
            summary=f"Review: {summary.title}",
            description=f"Look for newer work, and correct {summary.origin.path}.",
            url=settings.site_url and settings.site_url + addresses.summary(summary.id),
        )

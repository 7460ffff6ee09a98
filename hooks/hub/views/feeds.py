"""Atom feeds of what is new or was checked again: one of all summaries, one for each term.

Source: RFC 4287. An entry's id is the address of its page, which is permanent; its date is the day
of the last review, so that the same records give the same bytes. A feed must say where it is:
without the address of the site there are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape as xml_text
from xml.sax.saxutils import quoteattr

from markupsafe import escape

from hub.page import Document
from hub.views import addresses
from hub.views.directions import headline
from hub.views.json_ld import LICENCE
from hub.views.published import published

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub
    from hub.views.settings import Settings

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01"
NAME = "feed.xml"
"""The name of a feed beside the page that it follows."""
LATEST = 50
"""Entries of a feed; whoever wants all takes the data."""


def newest(summaries: Iterable[EvidenceSummary]) -> list[EvidenceSummary]:
    """Return summaries by the day of their last review, the newest first; of a day, by id."""
    return sorted(summaries, key=lambda each: (-each.reviewed.on.toordinal(), each.id))


def feed_documents(hub: Hub, settings: Settings) -> Iterator[Document]:
    """Yield the feed of all summaries."""
    if settings.site_url:
        summaries = newest(published(hub.summaries.values()))[:LATEST]
        yield feed("New and reviewed evidence", addresses.EVIDENCE, summaries, settings, {})


def feed(
    title: str, about: str, some: Sequence[EvidenceSummary], settings: Settings,
    made: dict[str, str],
) -> Document:  # fmt: skip
    """Return a feed that stands beside the page `about`, with these entries in their order.

    Entries are in `made` afterwards, by the ids of their summaries; those that are there are taken.
    """
    page, path = settings.site_url + about, about + NAME
    days = [each.reviewed.on.isoformat() for each in some]
    made.update({each.id: _entry(each, settings) for each in some if each.id not in made})
    content = "".join([
        "<?xml version='1.0' encoding='utf-8'?>\n",
        f'<feed xmlns="{_ATOM}" xml:lang="en-GB">',
        _text("title", f"{title}: {settings.site_name}"),
        _text("id", settings.site_url + path),
        _text("updated", _instant(max(days, default=_NEVER))),
        f'<link rel="self" href={quoteattr(settings.site_url + path)} />',
        f'<link rel="alternate" type="text/html" href={quoteattr(page)} />',
        f'<link rel="license" href={quoteattr(LICENCE)} />',
        f"<author>{_text('name', settings.site_name)}</author>",
        *(made[each.id] for each in some),
        "</feed>\n",
    ])  # fmt: skip
    return Document(path, content.encode(errors="xmlcharrefreplace"))


def link(title: str, href: str) -> str:
    """Return what tells programs, in the head of a page, of a feed.

    It is `alternate feed`, as in the theme's own head: there it is said why.
    """
    return (
        f'<link rel="alternate feed" type="application/atom+xml" title="{escape(title)}" '
        f'href="{escape(href)}">'
    )


def _entry(summary: EvidenceSummary, settings: Settings) -> str:
    page = settings.site_url + addresses.summary(summary.id)
    signs = "; ".join(each.words for each in headline(summary))
    return "".join([
        "<entry>",
        _text("title", summary.title),
        _text("id", page),
        _text("updated", _instant(summary.reviewed.on.isoformat())),
        f'<link rel="alternate" type="text/html" href={quoteattr(page)} />',
        _text("summary", f"{signs}. {summary.answer}" if signs else summary.answer),
        "</entry>",
    ])  # fmt: skip


def _text(name: str, text: str) -> str:
    return f"<{name}>{xml_text(text)}</{name}>"


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"

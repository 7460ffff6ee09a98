"""Structured data for a page's head: schema.org, about the page and the work it sums up.

Vocabulary: https://schema.org/WebPage and https://schema.org/ScholarlyArticle.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hub.views import addresses

if TYPE_CHECKING:
    from hub.model.evidence import EvidenceSummary
    from hub.model.references import Name, Reference
    from hub.views.settings import Settings

_AS_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_TYPES = {
    "article-journal": "ScholarlyArticle", "report": "Report", "book": "Book", "chapter": "Chapter",
    "thesis": "Thesis", "webpage": "WebPage",
}  # fmt: skip


def script(data: dict[str, Any]) -> str:
    """Return the data as a script element that no text in it can end or turn into markup."""
    text = _AS_JSON(data).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def summary(record: EvidenceSummary, work: Reference, settings: Settings) -> dict[str, Any]:
    """Return the page of a summary, with the work that it is about."""
    return _given({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": record.title,
        "description": record.answer,
        "url": settings.site_url and settings.site_url + addresses.summary(record.id),
        "lastReviewed": record.reviewed.on.isoformat(),
        "inLanguage": "en-GB",
        "license": LICENCE,
        "isPartOf": _given(
            {"@type": "WebSite", "name": settings.site_name, "url": settings.site_url}
        ),
        "about": _work(work),
    })  # fmt: skip


def _work(work: Reference) -> dict[str, Any]:
    return _given({
        "@type": _TYPES.get(work.type, "CreativeWork"),
        "name": work.title,
        "author": [_author(each) for each in work.author],
        "datePublished": issued(work),
        "isPartOf": _named("CreativeWork", work.container_title),
        "publisher": _named("Organization", work.publisher),
        "identifier": work.doi and f"doi:{work.doi}",
        "url": work.link,
    })  # fmt: skip


def _named(kind: str, name: str) -> dict[str, str]:
    return {"@type": kind, "name": name} if name else {}


def _author(name: Name) -> dict[str, str]:
    if name.literal:
        return _named("Organization", name.literal)
    family = " ".join(each for each in (name.particle, name.family, name.suffix) if each)
    return _given({"@type": "Person", "givenName": name.given, "familyName": family})


def issued(work: Reference) -> str:
    """Return the date as exact as it is known: 2018, 2018-07 or 2018-07-05."""
    parts = [f"{work.issued.year:04}" if work.issued.year else ""]
    for part in (work.issued.month, work.issued.day):
        if not (part and parts[-1]):
            break
        parts.append(f"{part:02}")
    return "-".join(parts)


def _given(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value}

"""Structured data for a page's head: schema.org, about a page, the work it sums up, or the hub.

Vocabulary: https://schema.org/WebPage, https://schema.org/ScholarlyArticle and
https://schema.org/Dataset.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from hub.views import addresses
from hub.views.wording import plural

if TYPE_CHECKING:
    from datetime import date

    from hub.model.evidence import EvidenceSummary
    from hub.model.references import Name, Reference
    from hub.views.settings import Settings

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_SCHEMA = "https://schema.org"
_FILES = {
    "data/v1/summaries.json": "application/json",
    "data/v1/references.json": "application/vnd.citationstyles.csl+json",
    "data/v1/references.bib": "application/x-bibtex",
    "data/v1/references.ris": "application/x-research-info-systems",
}
_TYPES = {
    "article-journal": "ScholarlyArticle", "paper-conference": "ScholarlyArticle",
    "manuscript": "ScholarlyArticle", "report": "Report", "book": "Book", "chapter": "Chapter",
    "thesis": "Thesis", "webpage": "WebPage", "dataset": "Dataset",
}  # fmt: skip


def script(data: dict[str, Any]) -> str:
    """Return the data as a script element that no text in it can end or turn into markup."""
    text = to_json(data).decode().replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def summary(record: EvidenceSummary, work: Reference, settings: Settings) -> dict[str, Any]:
    """Return the page of a summary, with the work that it is about."""
    return given({
        "@context": _SCHEMA,
        "@type": "WebPage",
        "name": record.title,
        "description": record.answer,
        "url": settings.site_url and settings.site_url + addresses.summary(record.id),
        "lastReviewed": record.reviewed.on.isoformat(),
        "inLanguage": "en-GB",
        "license": LICENCE,
        "isPartOf": given(
            {"@type": "WebSite", "name": settings.site_name, "url": settings.site_url}
        ),
        "about": _work(work),
    })  # fmt: skip


def reference(work: Reference) -> dict[str, Any]:
    """Return a work, for the page that is about it alone."""
    return {"@context": _SCHEMA, **_work(work)}


def dataset(summaries: int, changed: date | None, settings: Settings) -> dict[str, Any]:
    """Return all that the hub holds as one set of data, with the files that hold it.

    `changed` is the day on which a record was last checked.
    """
    root, number = settings.site_url, plural(summaries, "summary", "summaries")
    return given({
        "@context": _SCHEMA,
        "@type": "Dataset",
        "name": f"{settings.site_name}: evidence on creative health",
        "description": f"{number} of studies and reviews of the arts in health, each with "
        "its findings, figures, certainty, limits and critiques, and the works they rest on.",
        "url": root,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": "en-GB",
        "dateModified": changed and changed.isoformat(),
        "creator": _named("Organization", settings.site_name),
        "distribution": [
            {"@type": "DataDownload", "contentUrl": root + path, "encodingFormat": form}
            for path, form in _FILES.items()
        ],
    })  # fmt: skip


def _work(work: Reference) -> dict[str, Any]:
    return given({
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
    return given({"@type": "Person", "givenName": name.given, "familyName": family_of(name)})


def family_of(name: Name) -> str:
    """Return all of a person's name but what is given: particle, family name, suffix."""
    if not (name.particle or name.suffix):
        return name.family
    return " ".join(filter(None, (name.particle, name.family, name.suffix)))


def issued(work: Reference) -> str:
    """Return the date as exact as it is known: 2018, 2018-07 or 2018-07-05."""
    year, month, day = work.issued.year, work.issued.month, work.issued.day
    if not (year and month):
        return f"{year:04}" if year else ""
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def given(data: dict[str, Any]) -> dict[str, Any]:
    """Return what of the data is known: what is empty is left out."""
    return {name: value for name, value in data.items() if value}

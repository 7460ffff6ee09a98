"""Highwire tags: what a page about one work tells Zotero and search engines of that work.

Source: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.views.json_ld import family_of, issued
from hub.views.templating import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.references import Name, Reference

_CONTAINERS = {
    "article-journal": "journal_title", "chapter": "inbook_title",
    "paper-conference": "conference_title",
}  # fmt: skip
_PUBLISHERS = {
    "report": "technical_report_institution", "thesis": "dissertation_institution",
}  # fmt: skip


def meta_tags(work: Reference) -> str:
    """Return the tags for the head of a page that is about this work."""
    return "".join([
        f'<meta name="citation_{name}" content="{escaped(value)}">'
        for name, value in _tags(work)
        if value
    ])  # fmt: skip


def _tags(work: Reference) -> Iterator[tuple[str, str]]:
    yield "title", work.title
    for each in work.author:
        yield "author", _name(each)
    for each in work.editor:
        yield "editor", _name(each)
    yield "publication_date", issued(work).replace("-", "/")
    yield _CONTAINERS.get(work.type, "collection_title"), work.container_title
    yield _PUBLISHERS.get(work.type, "publisher"), work.publisher
    yield "technical_report_number" if work.type == "report" else "number", work.number
    yield from (("volume", work.volume), ("issue", work.issue))
    first, _, last = work.page.partition("–")
    yield from (("firstpage", first), ("lastpage", last))
    yield from (("doi", work.doi), ("pmid", work.pmid), ("isbn", work.isbn), ("issn", work.issn))
    yield from (("language", work.language), ("public_url", work.url or ""))


def _name(name: Name) -> str:
    """Return "Family, Given": a comma keeps a family name of two words whole."""
    if name.literal:
        return name.literal
    return ", ".join(filter(None, (family_of(name), name.given)))

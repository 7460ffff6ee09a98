"""The page of one work: how to cite it, what has become of it, and where it is cited for what."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from hub.citing.styles import Style
from hub.page import Heading, Order, Page
from hub.views import addresses, downloads, highwire, json_ld, naming
from hub.views.states import state_notice
from hub.views.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.hub import Hub
    from hub.model.references import Reference
    from hub.views.sheet import Sheet, Studio

REFERENCE = "reference"
"""The view of these pages."""

KINDS = {
    "article-journal": "Journal article", "book": "Book", "chapter": "Chapter",
    "paper-conference": "Conference paper", "report": "Report", "thesis": "Thesis",
    "webpage": "Web page", "dataset": "Data set", "manuscript": "Manuscript",
    "pamphlet": "Booklet",
}  # fmt: skip
PLURALS = {
    "Summary": "Summaries", "Clause": "Clauses of concordats", "Concordat": "Concordats",
    "Lesson": "Lessons", "Programme": "Programmes", "Practice": "Practice",
    "Organisation": "Organisations", "Page": "Pages",
}  # fmt: skip
_UNVERIFIED = "Nobody has compared this entry with its source"
_HEADINGS = (
    Heading("cite", "Cite this work"), Heading("record", "What is known of it"),
    Heading("uses", "Where it is cited, and what for"),
)  # fmt: skip


def reference_orders(hub: Hub, works: Iterable[Reference]) -> Iterator[Order]:
    """Yield an order for the page of each work, near that of its summary."""
    for work in works:
        summary = hub.summary_of(work.key)
        near = addresses.summary(summary.id) if summary else ""
        address = addresses.reference(work.key)
        yield Order(address, REFERENCE, work.key, work.origin.path, near)


def reference_page(studio: Studio, work: Reference) -> Page:
    """Return the page of a work in the library."""
    sheet = studio.sheet(addresses.reference(work.key))
    byline = naming.byline(work)
    where = f"{byline}. {work.container_title or work.publisher}".strip(". ")
    stem = sheet.address.split("/")[-2]
    html = sheet.render(
        "reference.html", work=work, byline=byline, kind=KINDS.get(work.type, "Document"),
        crumbs=_crumbs(sheet, byline or work.title), state=state_notice(work),
        summary=_summary(sheet, work), facts=facts(work), groups=_groups(sheet, work),
        styles=[(each.label, studio.entry(work.key, each)) for each in Style],
        stem=stem, coins=studio.coins(work.key),
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind=REFERENCE,
        title=work.title,
        description=f"{where}: how to cite it, and where this hub cites it.",
        html=html,
        headings=_HEADINGS,
        section="evidence",
        edit_path=work.origin.path,
        head=json_ld.script(json_ld.reference(work)) + highwire.meta_tags(work),
        beside=downloads.files(studio, [work.key], sheet.address + stem),
    )


def facts(work: Reference) -> list[dict[str, str]]:
    """Return who vouches for the entry, and what identifies the work."""
    verified = [day(work.verified) if work.verified else "", work.verified_by or ""]
    known = [
        ("Last verified", ", by ".join(each for each in verified if each)),
        ("State", work.state.value if work.state else ""),
        ("State since", day(work.state_date) if work.state_date else ""),
        ("DOI", work.doi), ("PubMed", work.pmid), ("PubMed Central", work.pmcid),
        ("ISBN", work.isbn), ("ISSN", work.issn),
    ]  # fmt: skip
    return [
        {"term": term, "value": value, "href": "", "unknown": _UNVERIFIED}
        for term, value in known
        if value or term == "Last verified"
    ]


def _crumbs(sheet: Sheet, label: str) -> list[dict[str, str]]:
    return [
        {"label": "Evidence", "href": sheet.url(addresses.EVIDENCE)},
        {"label": "References", "href": sheet.url(addresses.REFERENCES)},
        {"label": label, "href": ""},
    ]


def _summary(sheet: Sheet, work: Reference) -> dict[str, str]:
    summary = sheet.studio.hub.summary_of(work.key)
    if summary is None:
        return {}
    return {
        "title": summary.title,
        "answer": summary.answer,
        "href": sheet.url(addresses.summary(summary.id)),
    }


def _groups(sheet: Sheet, work: Reference) -> list[dict[str, Any]]:
    """Return the uses of a work by the kind of place, in the order in which they come."""
    uses = sheet.studio.uses.get(work.key, ())
    return [
        {"title": PLURALS[kind], "uses": list(some)}
        for kind, some in groupby(uses, key=lambda use: use.kind)
    ]

"""The concordats: the page that lists them, and one page each with what stands behind every clause.

Words of the text and of its signature block are printed as they are; the hub's own words stand
around them. Who signed has a page of its own (`hub.views.signatories`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hub.model.coverage import coverage
from hub.page import Heading, Page
from hub.views import addresses, assets, downloads, markdown, naming
from hub.views.clauses import printed_parts
from hub.views.signatories import signatory_count
from hub.views.themes import matrix
from hub.views.versions import listed_versions
from hub.views.wording import day, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat
    from hub.model.coverage import Coverage, Provision
    from hub.model.hub import Hub
    from hub.views.clauses import PrintedPart
    from hub.views.sheet import Studio

MEANINGS = {
    "supports": "the work bears the clause out.",
    "partly-supports": "it bears out a part of it, or only for some people or outcomes.",
    "challenges": "it speaks against the clause, or against evidence that the clause leans on.",
    "contextualises": "it is about the same matter and does not test the clause.",
}
"""What the relations mean, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Share:
    """A line of the coverage: what it says of some clauses, and which they are."""

    says: str
    provisions: tuple[Provision, ...]


def concordat_pages(studio: Studio) -> Iterator[Page]:
    """Yield the page that lists the concordats, then one page for each."""
    yield concordats_page(studio)
    for concordat in studio.hub.concordats.values():
        yield concordat_page(studio, concordat)


def concordats_page(studio: Studio) -> Page:
    """Return the front of the concordats: each with its facts and its counts."""
    hub, sheet = studio.hub, studio.sheet(addresses.CONCORDATS)
    concordats = [_entry(hub, each) for each in hub.concordats.values()]
    themes = matrix(hub)
    after = (Heading("themes-heading", "Themes across concordats"),) if themes.rows else ()
    return Page(
        address=addresses.CONCORDATS,
        kind="front",
        title="Concordats",
        description="Public statements that health partnerships write and organisations sign, "
        "with what stands behind every clause.",
        html=sheet.render("concordats.html", concordats=concordats, themes=themes),
        headings=(*(Heading(each.id, each.title) for each in hub.concordats.values()), *after),
        section="concordats",
        head=assets.head(sheet, "css/concordat.css"),
    )


def _entry(hub: Hub, concordat: Concordat) -> dict[str, Any]:
    covered = coverage(hub, concordat)
    return {
        "record": concordat,
        "address": addresses.concordat(concordat.id),
        "signatories": signatory_count(hub, concordat),
        "signatories_address": addresses.signatories(concordat.id),
        "trace_address": addresses.trace(concordat.id),
        "facts": facts(hub, concordat),
        "total": len(covered.provisions),
        "shares": shares(covered),
    }


def concordat_page(studio: Studio, concordat: Concordat) -> Page:
    """Return the page of a concordat: its text in force, and what stands behind each clause."""
    hub, sheet = studio.hub, studio.sheet(addresses.concordat(concordat.id))
    text = hub.texts.get((concordat.id, concordat.current.number))
    parts = printed_parts(hub, concordat, text) if text else ()
    headings, covered = _headings(parts, concordat), coverage(hub, concordat)
    html = sheet.render(
        "concordat.html", concordat=concordat, text=text, parts=parts, headings=headings,
        preamble=markdown.block(text.preamble, breaks=True) if text else "",
        closing=markdown.block(text.closing, breaks=True) if text else "",
        facts=facts(hub, concordat), meanings=MEANINGS,
        shares=shares(covered), total=len(covered.provisions),
        signatories=signatory_count(hub, concordat), versions=listed_versions(sheet, concordat),
        file=sheet.url(addresses.text_file(concordat.id, concordat.current.number)),
        addresses={"all": addresses.CONCORDATS, "workshop": addresses.workshop(sheet.address),
                   "signatories": addresses.signatories(concordat.id),
                   "trace": addresses.trace(concordat.id), "sign": addresses.sign(concordat.id)},
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind="concordat",
        title=concordat.title,
        description=markdown.plain(concordat.summary),
        html=html,
        headings=headings,
        section="concordats",
        head=assets.head(sheet, "css/concordat.css"),
        edit_path=concordat.origin.path,
        beside=downloads.beside(sheet),
    )


def facts(hub: Hub, concordat: Concordat) -> list[dict[str, str]]:
    """Return what is known of a concordat, as terms and values."""
    version = concordat.current
    number = f"{version.number} ({version.status.value.replace('-', ' ')})"
    issuers = "; ".join(naming.organisation(hub, each) for each in concordat.issuers)
    return [
        {"term": "Issued by", "value": issuers},
        {"term": "Area", "value": naming.place(hub, concordat.area) if concordat.area else ""},
        {"term": "Kept by", "value": concordat.steward or "", "unknown": "Not known"},
        {"term": "Version", "value": number},
        {"term": "Published", "value": day(version.published) if version.published else ""},
        {"term": "Language", "value": naming.language(concordat.language)},
    ]


def shares(covered: Coverage) -> tuple[Share, ...]:
    """Return the coverage as sentences, each with its clauses; empty groups are left out."""
    lines = (
        (covered.direct, "with direct evidence"),
        (covered.challenged, "challenged by evidence"),
        (covered.without, "with no direct evidence here"),
        (covered.unexamined, "about which no evidence has been recorded yet"),
    )
    return tuple(
        Share(f"{plural(len(found), 'clause')} {says}", found) for found, says in lines if found
    )


def _headings(parts: tuple[PrintedPart, ...], concordat: Concordat) -> tuple[Heading, ...]:
    text = [Heading(part.id, part.title) for part in parts]
    notes = [Heading("page-notes", "Notes on the text")] if concordat.notes else []
    return (
        Heading("page-coverage", "What stands behind the clauses"),
        Heading("page-reading", "How to read this page"),
        *text,
        Heading("page-signatories", "Signatories"),
        Heading("page-versions", "Versions"),
        *notes,
        Heading("page-references", "References"),
    )

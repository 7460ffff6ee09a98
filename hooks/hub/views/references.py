"""The list of all references, A to Z: its state, who verified it, and where it is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.page import Heading, Page, SearchEntry
from hub.views import addresses, downloads, naming
from hub.views.published import in_force
from hub.views.states import state_notice
from hub.views.wording import day, plural

if TYPE_CHECKING:
    from hub.model.references import Reference
    from hub.views.sheet import Sheet, Studio
    from hub.views.uses import Use


def references_page(studio: Studio) -> Page:
    """Return the page of all references."""
    hub, sheet = studio.hub, studio.sheet(addresses.REFERENCES)
    works = sorted(in_force(hub.references.values()), key=_by_author)
    uses = studio.uses
    letters: dict[str, list[dict[str, Any]]] = {}
    for work in works:
        letters.setdefault(_letter(work), []).append(_entry(sheet, work, uses.get(work.key, ())))
    return Page(
        address=addresses.REFERENCES,
        kind="references",
        title="References",
        description=f"{plural(len(works), 'work')} that the hub cites, and where it cites them.",
        html=sheet.render(
            "references.html",
            letters=letters,
            count=len(works),
            downloads=downloads.links(sheet.url(downloads.ALL.removesuffix("."))),
        ),
        headings=tuple(Heading(f"letter-{each.lower()}", each) for each in letters),
        section="evidence",
        edit_path=works[0].origin.path if works else "",
        search=SearchEntry(
            " ".join(f"{naming.byline(work)} {work.title}" for work in works),
            filters=(("kind", "References"),),
        ),
    )


def _entry(sheet: Sheet, work: Reference, uses: tuple[Use, ...]) -> dict[str, Any]:
    verified = [
        f"Verified {day(work.verified)}" if work.verified else "Not yet verified",
        f"by {work.verified_by}" if work.verified_by else "",
    ]
    return {
        "key": work.key,
        "entry": sheet.studio.entry(work.key),
        "state": state_notice(work),
        "verified": " ".join(each for each in verified if each),
        "uses": tuple({(use.label, use.address): use for use in uses}.values()),
        "byline": naming.byline(work),
        "address": addresses.reference(work.key),
        "coins": sheet.studio.coins(work.key),
    }


def _by_author(work: Reference) -> tuple[str, int, str]:
    return (_sort_name(work).casefold(), work.issued.year or 9999, work.title.casefold())


def _sort_name(work: Reference) -> str:
    names = work.author or work.editor
    return " ".join(each.family or each.literal for each in names) or work.title


def _letter(work: Reference) -> str:
    first = _sort_name(work)[:1].upper()
    return first if first.isascii() and first.isalpha() else "Other"

"""Organisations: a page each, over all concordats and programmes, and the pages that list them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hub.model.base import Status
from hub.page import Order, Page
from hub.views import addresses, badges, data, downloads, lists, naming, reports, stages
from hub.views.assets import head
from hub.views.own_record import mending
from hub.views.signatory_rows import row_of
from hub.views.signature_files import records, with_records
from hub.views.wording import count, day, listed, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat
    from hub.model.hub import Hub
    from hub.model.signatories import Signatory
    from hub.model.vocabularies import Organisation
    from hub.views.badges import Badge
    from hub.views.settings import Settings
    from hub.views.sheet import Sheet, Studio
    from hub.views.signatory_rows import Row

ORGANISATION = "organisation"
"""The view of the pages of organisations."""
ORGANISATIONS = "organisations"
"""The view of the pages that list them; the subject is the number of the page."""


def organisation_orders(studio: Studio) -> Iterator[Order]:
    """Yield an order for each page of the list, and for the page of each organisation."""
    for number in range(1, _pages(studio) + 1):
        yield Order(addresses.organisations(number), ORGANISATIONS, str(number))
    for body in studio.hub.organisations.values():
        yield Order(addresses.organisation(body.id), ORGANISATION, body.id, body.origin.path)


def organisation_page(studio: Studio, body: Organisation, settings: Settings) -> Page:
    """Return the page of an organisation: what it signed and did since, and who names it."""
    hub, sheet = studio.hub, studio.sheet(addresses.organisation(body.id))
    signed = [
        _signed(hub, hub.concordats[concordat], signatory, settings)
        for concordat, signatory in studio.bodies.signed.get(body.id, ())
    ]
    html = sheet.render(
        "organisation.html", body=body, facts=facts(hub, body), signed=signed,
        sector=hub.label("sectors", body.sector), after=_after(sheet, body),
        named=studio.bodies.named.get(body.id, ()), withdrawn=body.status is Status.WITHDRAWN,
        record=mending(sheet, body, "organisation", settings),
        fronts={"all": addresses.ORGANISATIONS, "concordats": addresses.CONCORDATS},
    )  # fmt: skip
    titles = [each["concordat"].title for each in signed]
    return Page(
        address=sheet.address,
        kind=ORGANISATION,
        title=body.title,
        description=f"{body.title}: "
        + (f"what it signed ({listed(titles)}) and did since" if titles else "where it is named")
        + ", as this hub knows it.",
        html=html,
        section="concordats",
        edit_path=body.origin.path,
        head=head(sheet, stages.STYLE),
        beside=(
            *downloads.beside(sheet),
            *data.one_record(body, sheet.address),
            *(each["badge"].document for each in signed if each["badge"]),
            *(file for each in signed for file in records(each["concordat"], each["row"].record)),
        ),
    )


def _signed(
    hub: Hub, concordat: Concordat, signatory: Signatory, settings: Settings
) -> dict[str, Any]:
    """Return what is shown of one concordat that an organisation signed.

    Whoever signed is named in the table of signatories alone; here the post is enough.
    """
    row = row_of(hub, concordat, signatory)
    badge = None if signatory.is_personal else badges.badge(concordat, row)
    return {
        "concordat": concordat,
        "address": addresses.concordat(concordat.id),
        "all": f"{addresses.signatories(concordat.id)}#signatory-{row.id}",
        "row": row,
        "signatures": [
            (each, each.by.role if each.by else "", record)
            for each, record in with_records(concordat, signatory)
        ],
        "steps": [(each, stages.of_step(each.stage)) for each in signatory.delivery],
        "reports": reports.lines(signatory, concordat),
        "yearly": bool(concordat.reports_due),
        "badge": badge,
        "snippet": snippet(badge, row, settings) if badge else "",
    }


def snippet(badge: Badge, row: Row, settings: Settings) -> str:
    """Return the HTML that shows a badge on another site; "" while the hub has no address.

    The words of the badge stand in it without anything that HTML would not take as text.
    """
    if not settings.site_url:
        return ""
    words = badge.title
    for sign, name in (("&", "&amp;"), ('"', "&quot;"), ("<", "&lt;"), (">", "&gt;")):
        words = words.replace(sign, name)
    picture = settings.site_url + badge.address
    return (
        f'<a href="{settings.site_url}{row.address}"><img src="{picture}" alt="{words}" '
        f'width="{badge.width}" height="{badge.height}"></a>'
    )


def facts(hub: Hub, body: Organisation) -> list[dict[str, str]]:
    """Return what is known of an organisation, as terms and values."""
    known = [
        ("Sector", hub.label("sectors", body.sector)),
        ("Place", naming.place(hub, body.place) if body.place else ""),
        ("Also called", "; ".join(body.aliases)),
        ("Began", day(body.from_date) if body.from_date else ""),
        ("Ended", day(body.to_date) if body.to_date else ""),
        ("ODS code", body.ods or ""),
        ("Charity number", body.charity or ""),
    ]
    always = {"Sector", "Place"}
    return [{"term": term, "value": value} for term, value in known if value or term in always]


def _after(sheet: Sheet, body: Organisation) -> list[dict[str, str]]:
    """Return what came after an organisation."""
    hub = sheet.studio.hub
    return [
        {"label": naming.organisation(hub, each),
         "href": sheet.url(addresses.organisation(each)) if each in hub.organisations else ""}
        for each in body.succeeded_by
    ]  # fmt: skip


def organisations_page(studio: Studio, subject: str) -> Page:
    """Return one page of the list of organisations."""
    number, some = int(subject), part_of(studio, subject)
    sheet, total = studio.sheet(addresses.organisations(number)), len(studio.bodies.listed)
    told = f"{plural(total, 'organisation')} that signed something here, or take part in it"
    first = lists.EACH * (number - 1) + 1
    if total > lists.EACH:
        told += f"; {count(first)} to {count(first + len(some) - 1)} by name"
    pages = [addresses.organisations(each) for each in range(1, _pages(studio) + 1)]
    html = sheet.render(
        "organisations.html", lead=f"{told}.", pages=lists.numbered(sheet, pages, number),
        crumbs=[{"label": "Concordats", "href": sheet.url(addresses.CONCORDATS)},
                {"label": "Organisations"}],
        rows=[_line(studio, each) for each in some],
    )  # fmt: skip
    return Page(
        address=sheet.address,
        kind=ORGANISATIONS,
        title="Organisations" if number == 1 else f"Organisations, page {number}",
        description=f"{told}.",
        html=html,
        section="concordats",
    )


def part_of(studio: Studio, subject: str) -> tuple[Organisation, ...]:
    """Return the organisations on a page of the list."""
    start = lists.EACH * (int(subject) - 1)
    return studio.bodies.listed[start : start + lists.EACH]


def numbers(studio: Studio, body: Organisation) -> tuple[int, int]:
    """Return how many concordats an organisation signed, and how many places name it."""
    bodies = studio.bodies
    return len(bodies.signed.get(body.id, ())), len(bodies.named.get(body.id, ()))


def _line(studio: Studio, body: Organisation) -> dict[str, Any]:
    signed, named = numbers(studio, body)
    return {
        "title": body.title,
        "address": addresses.organisation(body.id),
        "sector": studio.hub.label("sectors", body.sector),
        "place": naming.place(studio.hub, body.place) if body.place else "",
        "signed": signed,
        "named": named,
    }


def _pages(studio: Studio) -> int:
    return max(1, -(-len(studio.bodies.listed) // lists.EACH))

"""Who signed a concordat: a plain table that is whole without scripts, and the same as data.

A post-holder's name appears only where its publication was agreed. Cells carry `data-sort`
values, so that a script may sort the table later without reading words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.standing import Standing, last_signature, standing, still_signed
from hub.page import Page
from hub.views import addresses, naming
from hub.views.wording import day, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.concordats import Concordat, Signatory, Signature
    from hub.model.hub import Hub
    from hub.views.sheet import Studio


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the table; texts are plain, "" where something is not known.

    `signed` is an ISO date or "", and `detail` says more of the standing.
    """

    id: str
    organisation: str
    also_printed: tuple[str, ...]
    sector: str
    place: str
    version: str
    signed: str
    date_unknown: str
    by: str
    standing: Standing
    detail: str
    record: Signatory
    signature: Signature


def signatory_pages(studio: Studio) -> Iterator[Page]:
    """Yield the page of signatories of each concordat."""
    for concordat in studio.hub.concordats.values():
        yield signatories_page(studio, concordat)


def signatories_page(studio: Studio, concordat: Concordat) -> Page:
    """Return the table of those who signed a concordat, with counts by sector and place."""
    sheet = studio.sheet(addresses.signatories(concordat.id))
    rows = rows_of(studio.hub, concordat)
    standing_rows = [row for row in rows if row.standing is not Standing.WITHDRAWN]
    html = sheet.render(
        "signatories.html", concordat=concordat, rows=rows, caption=caption(concordat, rows),
        by_sector=tallied(row.sector for row in standing_rows),
        by_place=tallied(row.place for row in standing_rows),
        addresses={"all": addresses.CONCORDATS, "text": addresses.concordat(concordat.id),
                   "json": addresses.signatory_data(concordat.id, "json"),
                   "csv": addresses.signatory_data(concordat.id, "csv")},
    )  # fmt: skip
    title = f"Signatories of {concordat.title}"
    return Page(
        address=sheet.address,
        kind="signatories",
        title=title,
        description=f"Who signed {concordat.title}: which version, when, and where it can be seen.",
        html=html,
        section="concordats",
    )


def rows_of(hub: Hub, concordat: Concordat) -> tuple[Row, ...]:
    """Return the signatories of a concordat as rows, by name."""
    rows = (_row(hub, concordat, each) for each in hub.signatories.get(concordat.id, ()))
    return tuple(sorted(rows, key=lambda row: (row.organisation.casefold(), row.id)))


def _row(hub: Hub, concordat: Concordat, signatory: Signatory) -> Row:
    signature, stands = last_signature(signatory, concordat), standing(signatory, concordat)
    body = hub.organisations.get(signatory.organisation or "")
    where = signatory.place or (body.place if body else None)
    name = body.title if body else signatory.title
    printed = dict.fromkeys([signatory.title, *(body.aliases if body else ())])
    return Row(
        id=signatory.id,
        organisation=name,
        also_printed=tuple(each for each in printed if each != name),
        sector=hub.label("sectors", body.sector) if body else "",
        place=naming.place(hub, where) if where else "",
        version=signature.version,
        signed=signature.signed.isoformat() if signature.signed else "",
        date_unknown=signature.date_unknown or "",
        by=_signer(signature),
        standing=stands,
        detail=_detail(signatory, stands, signature, concordat),
        record=signatory,
        signature=signature,
    )


def _signer(signature: Signature) -> str:
    signer = signature.by
    if signer is None:
        return ""
    return f"{signer.name}, {signer.role}" if signer.name and signer.name_published else signer.role


def _detail(
    signatory: Signatory, stands: Standing, signature: Signature, concordat: Concordat
) -> str:
    if signatory.withdrawn:
        reason = f": {signatory.withdrawn.reason}" if signatory.withdrawn.reason else ""
        return f"on {day(signatory.withdrawn.on)}{reason}"
    if stands is Standing.CURRENT:
        return ""
    return f"signed {signature.version}; current is {concordat.current.number}"


def caption(concordat: Concordat, rows: Iterable[Row]) -> str:
    """Return the table's caption: how many signed, and how many of them stand how."""
    given = tuple(rows)
    counts = Counter(row.standing for row in given)
    stand = len(given) - counts[Standing.WITHDRAWN]
    parts = [f"{plural(stand, 'signatory', 'signatories')} of {concordat.title}"]
    if counts[Standing.NOT_REAFFIRMED]:
        current = concordat.current.number
        parts.append(f"{counts[Standing.NOT_REAFFIRMED]} not yet reaffirmed for version {current}")
    if counts[Standing.WITHDRAWN]:
        parts.append(f"{counts[Standing.WITHDRAWN]} withdrawn, still listed")
    undated = sum(not row.signed for row in given)
    if undated:
        parts.append(f"date not known for {undated}")
    return "; ".join(parts)


def tallied(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Count names, most first and then by name; "" counts as not known."""
    counts = Counter(name or "Not known" for name in names)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold())))


def signatory_count(hub: Hub, concordat: Concordat) -> int:
    """Return how many signatures stand."""
    return len(still_signed(hub.signatories.get(concordat.id, ())))

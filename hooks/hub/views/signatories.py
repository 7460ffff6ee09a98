"""Who signed a concordat: a plain table that is whole without scripts, with counts and pictures.

Cells say in `data-sort` and `data-value` what their words do not, so that the script that sorts
and narrows the table (`theme/assets/hub/js/table/`) knows of no record.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hub.model.delivery import ReportsDue
from hub.model.partners import partner_mix
from hub.model.standing import Standing, still_signed
from hub.page import Order, Page
from hub.views import addresses, reports, signatory_chart, signatory_map
from hub.views.assets import head
from hub.views.signatory_rows import rows_of
from hub.views.stages import STAGES, STYLE
from hub.views.versions import published_texts
from hub.views.wording import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.concordats import Concordat
    from hub.model.hub import Hub
    from hub.views.sheet import Studio
    from hub.views.signatory_rows import Row

SIGNATORIES = "signatories"
"""The view of the page of those who signed a concordat."""

_RANKS = {each.id: str(rank) for rank, each in enumerate(reversed(STAGES))}


def signatory_orders(hub: Hub) -> Iterator[Order]:
    """Yield an order for the page of signatories of each concordat."""
    for name in hub.concordats:
        yield Order(addresses.signatories(name), SIGNATORIES, name)


def signatories_outline(concordat: Concordat) -> Page:
    """Return the page without what is dear: those who signed."""
    return Page(
        address=addresses.signatories(concordat.id),
        kind=SIGNATORIES,
        title=f"Signatories of {concordat.title}",
        description=f"Who signed {concordat.title}: which version, when, and where it can be seen.",
        html="<h1></h1>",
        section="concordats",
    )


def signatories_page(studio: Studio, concordat: Concordat) -> Page:
    """Return the table of those who signed a concordat, with what can be counted of them."""
    hub, sheet = studio.hub, studio.sheet(addresses.signatories(concordat.id))
    rows = rows_of(hub, concordat)
    standing = [row for row in rows if row.stands]
    spots = signatory_map.spots_of(standing)
    periods = signatory_chart.periods(row.record for row in rows)
    html = sheet.render(
        "signatories.html", concordat=concordat, rows=rows, caption=caption(concordat, rows),
        ranks=_RANKS, versions=_versions(concordat),
        by_sector=tallied(row.sector for row in standing),
        legend=signatory_map.legend(standing), spots=spots,
        map=signatory_map.signatory_map(hub, spots), chart=signatory_chart,
        periods=periods, columns=signatory_chart.columns(periods),
        told=signatory_chart.told(periods), undated=sum(not row.signed for row in rows),
        mix=partner_mix(hub, concordat),
        yearly=concordat.reports_due is ReportsDue.YEARLY,
        reports=reports.by_year(concordat, rows),
        texts=published_texts(sheet, concordat), addresses=_addresses(concordat),
    )  # fmt: skip
    outline = signatories_outline(concordat)
    return replace(outline, html=html, head=head(sheet, STYLE, "js/table/page.js"))


def _addresses(concordat: Concordat) -> dict[str, str]:
    return {
        "all": addresses.CONCORDATS,
        "text": addresses.concordat(concordat.id),
        "sign": addresses.sign(concordat.id),
        "organisations": addresses.ORGANISATIONS,
        "json": addresses.signatory_data(concordat.id, "json"),
        "csv": addresses.signatory_data(concordat.id, "csv"),
        "calendar": addresses.reports_calendar(concordat.id),
    }


def _versions(concordat: Concordat) -> dict[str, str]:
    """Return versions by their numbers with what they are sorted by: 1.10 comes after 1.9."""
    return {each.number: f"{at:03}" for at, each in enumerate(concordat.versions)}


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
    if concordat.erased:
        parts.append(f"{plural(concordat.erased, 'person')} signed too, erased since on request")
    return "; ".join(parts)


def tallied(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Count names, most first and then by name; "" counts as not known."""
    counts = Counter(name or "Not known" for name in names)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold())))


def signatory_count(hub: Hub, concordat: Concordat) -> int:
    """Return how many signatures stand."""
    return len(still_signed(hub.signatories.get(concordat.id, ())))

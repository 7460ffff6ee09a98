"""Those who signed a concordat as rows of plain texts: what the table, the data and search show.

A post-holder's name appears only where its publication was agreed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.standing import Standing, last_signature, standing
from hub.views import addresses, naming, stages
from hub.views.wording import day

if TYPE_CHECKING:
    from hub.model.concordats import Concordat
    from hub.model.hub import Hub
    from hub.model.signatories import Signatory, Signature
    from hub.views.stages import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the table; texts are plain, "" where something is not known.

    `signed` is an ISO date or "", `detail` says more of the standing, and `address` is that of the
    organisation's page, "" for a person. `place_id` is the id of the place, or "".
    """

    id: str
    organisation: str
    address: str
    also_printed: tuple[str, ...]
    sector: str
    place: str
    place_id: str
    version: str
    signed: str
    date_unknown: str
    by: str
    standing: Standing
    detail: str
    stage: Stage
    record: Signatory
    signature: Signature

    @property
    def stands(self) -> bool:
        """Whether the signature was not taken back: then it counts."""
        return self.standing is not Standing.WITHDRAWN


def rows_of(hub: Hub, concordat: Concordat) -> tuple[Row, ...]:
    """Return the signatories of a concordat as rows, by name."""
    rows = (row_of(hub, concordat, each) for each in hub.signatories.get(concordat.id, ()))
    return tuple(sorted(rows, key=lambda row: (row.organisation.casefold(), row.id)))


def row_of(hub: Hub, concordat: Concordat, signatory: Signatory) -> Row:
    """Return a signatory as a row."""
    signature, stands = last_signature(signatory, concordat), standing(signatory, concordat)
    body = hub.organisations.get(signatory.organisation or "")
    where = signatory.place or (body.place if body else None)
    name = body.title if body else signatory.title
    printed = dict.fromkeys([signatory.title, *(body.aliases if body else ())])
    return Row(
        id=signatory.id,
        organisation=name,
        address=addresses.organisation(body.id) if body else "",
        also_printed=tuple(each for each in printed if each != name),
        sector=hub.label("sectors", body.sector) if body else "",
        place=naming.place(hub, where) if where else "",
        place_id=where or "",
        version=signature.version,
        signed=signature.signed.isoformat() if signature.signed else "",
        date_unknown=signature.date_unknown or "",
        by=signer(signature),
        standing=stands,
        detail=_detail(signatory, stands, signature, concordat),
        stage=stages.stage(signatory),
        record=signatory,
        signature=signature,
    )


def signer(signature: Signature) -> str:
    """Return the post-holder who signed, by name if that may be published; "" if not known."""
    by = signature.by
    if by is None:
        return ""
    return f"{by.name}, {by.role}" if by.name and by.name_published else by.role


def _detail(
    signatory: Signatory, stands: Standing, signature: Signature, concordat: Concordat
) -> str:
    if signatory.withdrawn:
        reason = f": {signatory.withdrawn.reason}" if signatory.withdrawn.reason else ""
        return f"on {day(signatory.withdrawn.on)}{reason}"
    if stands is Standing.CURRENT:
        return ""
    return f"signed {signature.version}; current is {concordat.current.number}"

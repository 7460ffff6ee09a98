"""Who signed, as data: JSON, which is exact, and CSV, which is safe to open in a spreadsheet.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, and line breaks
become spaces; JSON is the copy to compute with. Names follow the same rule as on the page. Of
persons who were erased there is only how many: a number in the JSON, and in the CSV a row for each
that says nothing else.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from hub.page import Document
from hub.views import addresses
from hub.views.json_ld import LICENCE
from hub.views.pieces import json_object
from hub.views.reports import lines, next_due
from hub.views.signatory_rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.concordats import Concordat
    from hub.model.hub import Hub
    from hub.model.signatories import Signatory
    from hub.views.signatory_rows import Row

FIELDS = (
    "id", "organisation", "printed_as", "sector", "place", "version", "signed", "date_unknown",
    "signed_by", "standing", "withdrawn", "source", "delivery", "delivery_since",
    "annual_reports", "next_report_due",
)  # fmt: skip
"""The columns of the CSV file, and the keys of each signatory in the JSON file."""

_ERASED = "erased since on request"
"""What stands instead of a standing where a person signed and was erased."""

# What spreadsheets take for the start of a formula, full-width forms included; before it they
# skip spaces, no-break spaces and byte order marks.
_FORMULA = re.compile("^[ \u00a0\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r]")
_BREAKS = re.compile(r"[\r\n]+")


def signatory_documents(hub: Hub) -> Iterator[Document]:
    """Yield the signatories of each concordat as JSON and as CSV."""
    for concordat in hub.concordats.values():
        rows = [_fields(concordat, row) for row in rows_of(hub, concordat)]
        yield Document(addresses.signatory_data(concordat.id, "json"), _json(concordat, rows))
        yield Document(addresses.signatory_data(concordat.id, "csv"), _csv(concordat, rows))


def _fields(concordat: Concordat, row: Row) -> dict[str, Any]:
    withdrawn, source = row.record.withdrawn, row.signature.source
    seen_in = source.web or source.title or source.reference
    values = (
        row.id, row.organisation, list(row.also_printed), row.sector, row.place, row.version,
        row.signed, row.date_unknown, row.by, row.standing.value,
        withdrawn.on.isoformat() if withdrawn else "", seen_in,
        *_delivery(concordat, row.record),
    )  # fmt: skip
    return dict(zip(FIELDS, values, strict=True))


def _delivery(concordat: Concordat, signatory: Signatory) -> tuple[str, str, list[str], str]:
    """Return the last step, its day, the years of the reports that are there, and the next due."""
    step = signatory.delivery[-1] if signatory.delivery else None
    years = [str(each.year) for each in lines(signatory, concordat) if each.link]
    return (
        step.stage.value if step else "", step.on.isoformat() if step else "", years,
        next_due(signatory, concordat),
    )  # fmt: skip


def _json(concordat: Concordat, rows: list[dict[str, Any]]) -> bytes:
    head = {
        "version": 1,
        "licence": LICENCE,
        "concordat": concordat.id,
        "title": concordat.title,
        "current_version": concordat.current.number,
        "erased": concordat.erased,
    }
    lines = (to_json({name: value or None for name, value in row.items()}) for row in rows)
    return b"".join(json_object(head, "signatories", lines))


def _csv(concordat: Concordat, rows: list[dict[str, Any]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(FIELDS)
    writer.writerows([cell(value) for value in row.values()] for row in rows)
    erased = [_ERASED if name == "standing" else "" for name in FIELDS]
    writer.writerows([erased] * concordat.erased)
    return file.getvalue().encode()


def cell(value: str | list[str] | None) -> str:
    """Return a value as a cell that no spreadsheet runs: `=1+1` becomes `'=1+1`."""
    text = "; ".join(value) if isinstance(value, list) else value or ""
    safe = f"'{text}" if _FORMULA.match(text) else text
    return _BREAKS.sub(" ", safe)

"""The hub's records as files for programs: small, versioned by their path, and stable.

Keys follow the records and CSL-JSON. Nothing here says when it was built: the same content
gives the same bytes, however many processes write them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic_core import to_json

from hub.citing.bibtex import as_bibtex
from hub.citing.csl import as_csl, with_custom
from hub.citing.exports import Format
from hub.citing.ris import as_ris
from hub.model.base import Status
from hub.page import Document, LongDocument
from hub.views import addresses, downloads
from hub.views.json_ld import LICENCE
from hub.views.pieces import LINE, joined, json_list, json_object
from hub.views.published import in_force

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hub.model.base import Record
    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub
    from hub.pool import Pool
    from hub.views.sheet import Sheet

FOLDER = "data/v1/"
ONE = "record.json"
"""The name of the file beside a record's page."""
HEAD = {"version": 1, "licence": LICENCE}
"""What every file says of itself."""

_EACH = 0.0001
"""Seconds, roughly, to write a record."""


def documents(hub: Hub, pool: Pool) -> Iterator[LongDocument]:
    """Yield the summaries, and the references in all formats; the pool shares the work."""
    names = [each.id for each in in_force(hub.summaries.values())]
    lines = pool.map(_Summaries(hub), names, each=_EACH)
    yield LongDocument(f"{FOLDER}summaries.json", json_object(HEAD, "summaries", lines))
    keys = sorted(each.key for each in in_force(hub.references.values()))
    # As an item a work is the same for all formats.
    written = [*pool.map(_References(hub), keys, each=len(Format) * _EACH)]
    for form in Format:
        parts = [each[form] for each in written]
        whole = json_list(parts) if form is Format.CSL_JSON else joined(parts)
        yield LongDocument(f"{downloads.ALL}{form}", whole)


def one_summary(sheet: Sheet, summary: EvidenceSummary) -> Document:
    """Return the file beside a summary's page: the record, and the works that the page mentions."""
    item, address = sheet.studio.item, addresses.summary(summary.id)
    cited = [item(key) for key in sheet.mentioned]
    content = _printed(summary, address, work=item(summary.source), references=cited)
    return Document(f"{address}{ONE}", content)


def one_record(record: Record, address: str) -> tuple[Document, ...]:
    """Return the file beside the page of a published record, and none of one that is withdrawn."""
    if record.status is not Status.PUBLISHED:
        return ()
    return (Document(f"{address}{ONE}", _printed(record, address)),)


def line_of(record: Record, address: str, **more: object) -> bytes:
    """Return a published record as programs read it: its id, its page, and what its file says."""
    before = to_json({"id": record.id, "page": address})
    said = record.model_dump_json(exclude_none=True, exclude={"status"}).encode()
    after = [to_json(more)] if more else []
    # Together these objects are one.
    return b"{" + b",".join([each[1:-1] for each in (before, said, *after)]) + b"}"


def _printed(record: Record, address: str, **more: object) -> bytes:
    """Return the JSON of a record's file, of which pydantic prints the record's own part itself."""
    before = to_json({**HEAD, "id": record.id, "page": address}, indent=1)
    said = record.model_dump_json(indent=1, exclude_none=True, exclude={"status"}).encode()
    after = [to_json(more, indent=1)] if more else []
    # Each is an object on lines of its own; together they are one.
    return b"{\n" + b",\n".join([each[2:-2] for each in (before, said, *after)]) + b"\n}"


@dataclass(frozen=True, slots=True)
class _Summaries:
    """Writes summaries as lines of JSON."""

    hub: Hub

    def __call__(self, names: Sequence[str]) -> bytes:
        return LINE.join(self._line(self.hub.summaries[name]) for name in names)

    def _line(self, summary: EvidenceSummary) -> bytes:
        work = as_csl(self.hub.references[summary.source])
        return line_of(summary, addresses.summary(summary.id), work=work)


@dataclass(frozen=True, slots=True)
class _References:
    """Writes references in all formats."""

    hub: Hub

    def __call__(self, keys: Sequence[str]) -> dict[Format, bytes]:
        items = [with_custom(self.hub.references[key]) for key in keys]
        return {
            Format.BIBTEX: "\n".join(map(as_bibtex, items)).encode(),
            Format.RIS: "\n".join(map(as_ris, items)).encode(),
            Format.CSL_JSON: LINE.join(map(to_json, items)),
        }

"""References to take away: BibTeX, RIS and CSL-JSON, for one work, some, or all."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic_core import to_json

from hub.citing.bibtex import as_bibtex
from hub.citing.ris import as_ris

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hub.citing.csl import CslItem


class Format(StrEnum):
    """A format, by the ending of its files."""

    BIBTEX = "bib"
    RIS = "ris"
    CSL_JSON = "json"

    @property
    def label(self) -> str:
        """What readers call it."""
        return {"bib": "BibTeX", "ris": "RIS"}.get(self.value, "CSL-JSON")


def exported(item: CslItem, form: Format) -> bytes:
    """Return a work, with the hub's own facts, as it stands in a file of one or of many."""
    match form:
        case Format.BIBTEX:
            return as_bibtex(item).encode()
        case Format.RIS:
            return as_ris(item).encode()
        case Format.CSL_JSON:
            # Without the brackets of a list of one.
            return to_json([item], indent=1)[2:-2]


def export(works: Iterable[bytes], form: Format) -> bytes:
    """Return works in a format as one file of it; the same works give the same bytes."""
    if form is not Format.CSL_JSON:
        return b"\n".join(works)
    texts = b",\n".join(works)
    return b"[\n" + texts + b"\n]\n" if texts else b"[]\n"

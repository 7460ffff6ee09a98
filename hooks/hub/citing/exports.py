"""References to take away: BibTeX, RIS and CSL-JSON, for one work, some, or all."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic_core import to_json

from hub.citing.bibtex import as_bibtex
from hub.citing.csl import with_custom
from hub.citing.ris import as_ris

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hub.model.references import Reference


class Format(StrEnum):
    """A format, by the ending of its files."""

    BIBTEX = "bib"
    RIS = "ris"
    CSL_JSON = "json"

    @property
    def label(self) -> str:
        """What readers call it."""
        return {"bib": "BibTeX", "ris": "RIS"}.get(self.value, "CSL-JSON")


Exported = Mapping[Format, bytes]
"""One work in every format, as it stands in a file of one or of many."""


def exported(reference: Reference) -> Exported:
    """Return a work in every format; many files hold it, and it is written once for them all."""
    item = with_custom(reference)
    return {
        Format.BIBTEX: as_bibtex(item).encode(),
        Format.RIS: as_ris(item).encode(),
        # Without the brackets of a list of one.
        Format.CSL_JSON: to_json([item], indent=1)[2:-2],
    }


def export(works: Iterable[Exported], form: Format) -> bytes:
    """Return the works as one file; the same works give the same bytes."""
    texts = [each[form] for each in works]
    if form is not Format.CSL_JSON:
        return b"\n".join(texts)
    return b"[\n" + b",\n".join(texts) + b"\n]\n" if texts else b"[]\n"

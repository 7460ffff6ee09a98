"""References to take away: BibTeX, RIS and CSL-JSON, for one work, some, or all."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING

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


def export(references: Iterable[Reference], form: Format) -> str:
    """Return the references as the text of one file; the same references give the same text."""
    items = [with_custom(each) for each in references]
    if form is Format.BIBTEX:
        return "\n".join(map(as_bibtex, items))
    if form is Format.RIS:
        return "\n".join(map(as_ris, items))
    return json.dumps(items, ensure_ascii=False, allow_nan=False, indent=1) + "\n"

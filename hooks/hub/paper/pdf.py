"""A concordat as PDF/UA-1, set by Typst: tagged, with bookmarks, its language and its title.

Words go to the template as data, so that none of them is ever code. The fonts are those that
Typst brings along, so that every machine makes the same bytes; only for letters that they lack
the machine's own fonts are asked.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from hub.paper.signed import COLUMNS

if TYPE_CHECKING:
    from hub.paper.paper import Paper

_TEMPLATE = Path(__file__).with_name("concordat.typ")
_NO_LETTER = re.compile(r"the text `\"(.+?)\"` could not be displayed")


class NoLetterError(Exception):
    """No font here has a letter that must be printed; its text is that letter."""


def as_pdf(paper: Paper) -> bytes:
    """Return a concordat as PDF.

    Raises:
        ModuleNotFoundError: Typst is not installed.
        NoLetterError: A letter is in no font of this machine.
    """
    import typst  # noqa: PLC0415 - an extra

    def compiled(*, own_fonts: bool) -> bytes:
        return typst.compile(
            _TEMPLATE.read_bytes(), format="pdf", pdf_standards=["ua-1"],
            sys_inputs={"paper": _data(paper)}, ignore_system_fonts=own_fonts,
            timestamp=datetime.combine(paper.printed, time(), UTC),
        )  # fmt: skip

    try:
        return compiled(own_fonts=True)
    except typst.TypstError as error:
        if not _NO_LETTER.search(error.message):
            raise
    try:
        return compiled(own_fonts=False)
    except typst.TypstError as error:
        if found := _NO_LETTER.search(error.message):
            raise NoLetterError(found[1]) from error
        raise


def _data(paper: Paper) -> str:
    language, _, region = paper.language.partition("-")
    return json.dumps(
        asdict(paper)
        | {
            "printed": paper.printed.isoformat(),
            "language": [language, region or None],
            "columns": COLUMNS,
        }
    )

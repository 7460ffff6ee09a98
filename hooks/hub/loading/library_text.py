"""Is the library's text fit to be read? Personal data and hidden characters, before any meaning.

To search megabytes takes longer than to read a library that is known, so a text in which nothing
was found is recognised by its content.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from hub.loading.files import hidden_characters
from hub.loading.privacy import personal_data
from hub.store import Store, code_of, key_of

if TYPE_CHECKING:
    from hub.diagnostics import Diagnostic
    from hub.source import SourceText


def faults_in_library_text(
    source: SourceText, store: Store | None
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return the personal data in a text, and what makes it unfit to be read."""
    store = store or Store()
    key = key_of(
        "library text", unicodedata.unidata_version, code_of(Path(__file__).parent), source.text
    )
    if key in store.find([key]):
        return [], []
    personal, hidden = personal_data(source), hidden_characters(source)
    if not personal and not hidden:
        store.keep({key: ""})
    return personal, hidden

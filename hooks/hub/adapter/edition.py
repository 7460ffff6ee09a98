"""One edition of the site: all that is published from the content files as they are now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from hub.diagnostics import Diagnostic
from hub.model.pages import DocsPage
from hub.page import Document, Page
from hub.source import SourceText
from hub.views.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Edition:
    """What MkDocs' events need to know, and nothing of how it came about.

    `docs` are the hand-written pages by path; `sheet` gives each, by its address, the sheet that
    counts its citations. `failure` is what kept pages of a preview from being written.
    """

    docs: Mapping[str, DocsPage] = field(default_factory=dict)
    diagnostics: Sequence[Diagnostic] = ()
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    figures: Mapping[str, int | str] = field(default_factory=dict)
    sheet: Callable[[str], Sheet] | None = None
    pages: Sequence[Page] = ()
    documents: Sequence[Document] = ()
    failure: Exception | None = None

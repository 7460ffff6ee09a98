"""One edition of the site: all that is published from the content files as they are now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hub.adapter.data_files import DataFiles
from hub.diagnostics import Diagnostic
from hub.model.pages import DocsPage
from hub.page import Document, LongDocument, Order, Page, SearchEntry
from hub.pool import Aside
from hub.publishing.frames import Frame
from hub.source import SourceText
from hub.store import Store
from hub.views.sheet import Sheet


def nothing_ordered(order: Order) -> Page:
    """Write no page: an edition without orders needs nobody who writes them."""
    raise KeyError(order.view)


def nothing_found() -> Aside[dict[str, str]]:
    """Find nothing."""
    return Aside(dict[str, str], is_forked=False)


@dataclass(frozen=True, slots=True)
class Edition:
    """What MkDocs' events need to know, and nothing of how it came about.

    `docs` are the hand-written pages by path; `sheet` gives each, by its address, the sheet that
    counts its citations. `pages` are written, `orders` are still to be: `write` does that, also
    in another process, and `frames` are those of all of them. `found`
    answers with what finds their pages in search, by address, and goes on beside all else;
    `entries` find all that was not ordered. `keys` answers with a key of all that each of
    the ordered pages is written from, by address; pages whose key is still the same are taken
    over from the site before, as the `store` remembers it.
    `documents` of a preview are made as they are asked for, once; a build has its `data` files
    written beside all else. `failure` is what kept pages of a preview from being written.
    """

    docs: Mapping[str, DocsPage] = field(default_factory=dict)
    diagnostics: Sequence[Diagnostic] = ()
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    figures: Mapping[str, int | str] = field(default_factory=dict)
    sheet: Callable[[str], Sheet] | None = None
    pages: Sequence[Page] = ()
    orders: Sequence[Order] = ()
    write: Callable[[Order], Page] = nothing_ordered
    frames: Sequence[Frame] = ()
    found: Aside[dict[str, str]] = field(default_factory=nothing_found)
    entries: Sequence[SearchEntry] = ()
    keys: Aside[dict[str, bytes]] | None = None
    store: Store = field(default_factory=Store)
    documents: Iterable[Document | LongDocument] = ()
    data: DataFiles | None = None
    failure: Exception | None = None

"""From the content files to an edition: load, check, and write the pages."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir

from platformdirs import user_cache_path

from hub import views
from hub.adapter.edition import Edition
from hub.citing.formatting import Formatter
from hub.diagnostics import has_errors
from hub.examining import examine, no_collection
from hub.examining.history import HistoryReader
from hub.model.hub import Hub
from hub.page import Document, LongDocument, Order, Page
from hub.pool import Pool, local
from hub.progress import Progress
from hub.publishing.frames import Frame, frame_of
from hub.stages import stage
from hub.store import Store, fingerprint
from hub.views.inputs import Inputs
from hub.views.numbers import numbers
from hub.views.published import in_force, without_drafts
from hub.views.search_parts import page_entries, part_entries
from hub.views.settings import Settings
from hub.views.sheet import Studio
from hub.views.site import Writer, few_pages, orders, site_documents
from hub.views.templating import COMPILED

log = logging.getLogger("mkdocs.hub")

_EACH = 0.02
"""Seconds, roughly, to print a reference."""

# In the user's own cache and not in the repository: what is kept there is printed unseen, so no
# contribution may be able to bring a cache along.
_CACHE = "creative-health-hub"


Frames = dict[tuple[bytes, str, int], Frame]
"""Frames of pages by a key of the templates, the view of the pages, and the depth of their address.

They are found by writing a page: a preview that remembers them writes fewer.
"""


def load_edition(
    root: Path, settings: Settings, frames: Frames | None = None, *, previewing: bool
) -> Edition:
    """Load and check the hub at `root`, and write its pages.

    With errors in the content nothing is written, except when previewing: then it is written as
    far as possible, and what stops it becomes the edition's `failure`. What is learnt of `frames`
    is added to those that are given.
    """
    with closing(HistoryReader(root, _kept("history"))) as history:
        return _edition(
            root, settings, history, {} if frames is None else frames, previewing=previewing
        )


def _edition(
    root: Path, settings: Settings, history: HistoryReader, frames: Frames, *, previewing: bool
) -> Edition:
    found = examine(root, _kept("library"), say=log.info)
    edition = Edition(found.hub.docs, found.diagnostics, found.sources)
    if has_errors(found.diagnostics) and not previewing:
        return edition
    with no_collection(), stage("published"):
        hub, pages = without_drafts(found.hub), list[Page]()
    if not previewing:
        # It stays to the end of the build, so it need not be looked at when memory is tidied.
        gc.freeze()
    try:
        formatter = _formatter(hub)
        with stage("history"):
            studio = Studio(hub, formatter, history.read())
        with stage("orders"):
            writer, ordered = Writer(studio, settings), tuple(orders(studio))
        edition = replace(edition, figures=numbers(found.hub), sheet=studio.sheet)
        if not previewing:
            inputs = Inputs(studio, settings)
            edition = replace(edition, inputs=inputs, store=_kept("pages"))
        with stage("frames"):
            found_frames = _frames(ordered, writer, frames)
        if not previewing:
            with stage("keys"):
                inputs.gather()
        edition = replace(
            edition, orders=ordered, write=writer, find=writer.entry, frames=found_frames
        )
        with stage("few pages"):
            pages.extend(few_pages(studio, settings))
            entries = [*part_entries(hub)]
            entries += page_entries(pages, {each.address for each in entries})
            if not previewing:
                COMPILED.save()
        edition = replace(edition, pages=pages, entries=entries)
        return replace(edition, documents=_documents(hub, settings))
    except Exception as failure:
        if not previewing:
            raise
        # Half a hub may break any view: readers get what there is, and are told.
        return replace(edition, pages=pages, failure=failure)


def _frames(orders: Sequence[Order], write: Writer, known: Frames) -> tuple[Frame, ...]:
    """Return the frames of ordered pages, by writing the first of each view and depth.

    What all of them look at is gathered on the way: processes that share the work are born with it.
    """
    templates = fingerprint(Path(views.__file__).parent)
    firsts = {(templates, each.view, each.address.count("/")): each for each in reversed(orders)}
    for name, order in firsts.items():
        if name not in known:
            known[name] = frame_of(write.outline(order))
    return tuple(known[name] for name in firsts)


def _formatter(hub: Hub) -> Formatter:
    """Return a formatter that has printed every work that is shown, and kept it for next time."""
    formatter = Formatter(store=_kept("references"))
    with stage("references"):
        missing = formatter.prepare(in_force(hub.references.values()))
        parts = _pool().map(formatter.printed, missing, each=_EACH)
        for printed in Progress("references", len(missing), log.info).through(parts, len):
            formatter.learn(printed)
    return formatter


def _documents(hub: Hub, settings: Settings) -> Iterator[Document | LongDocument]:
    """Yield the data files; the pool, of this machine, is made when the first is asked for."""
    yield from site_documents(hub, settings, replace(_pool(), scheduler=""))


def _pool() -> Pool:
    return local(Path(gettempdir(), _CACHE))


def _kept(name: str) -> Store:
    cache = user_cache_path(_CACHE) / f"{name}.sqlite"
    # Where nobody has a home, that is a path among the sources.
    return Store(cache if cache.is_absolute() else None)

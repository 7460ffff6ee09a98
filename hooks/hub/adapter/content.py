"""From the content files to an edition: load, check, and write the pages."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from tempfile import gettempdir

from platformdirs import user_cache_path

from hub import views
from hub.adapter.data_files import DataFiles
from hub.adapter.edition import Edition, nothing_found
from hub.citing.formatting import Formatter
from hub.diagnostics import has_errors
from hub.examining import examine, no_collection
from hub.examining.history import HistoryReader
from hub.model.base import Record
from hub.model.hub import Hub
from hub.model.shelf import Shelf
from hub.page import Document, LongDocument, Order, Page
from hub.pool import Aside, Pool, local
from hub.progress import Progress
from hub.publishing.finding import Finding, find_all
from hub.publishing.frames import Frame, frame_of
from hub.stages import stage
from hub.store import Store, fingerprint
from hub.views.inputs import Inputs
from hub.views.numbers import numbers
from hub.views.published import published, without_drafts
from hub.views.search_parts import page_entries, part_entries
from hub.views.settings import Settings
from hub.views.sheet import Studio
from hub.views.site import Writer, few_pages, orders, site_documents
from hub.views.templating import COMPILED
from hub.views.uses import uses_by_key

log = logging.getLogger("mkdocs.hub")

_EACH = 0.02
"""Seconds, roughly, to print a reference."""

# In the user's own cache and not in the repository: what is kept there is printed unseen, so no
# contribution may be able to bring a cache along.
_CACHE = "creative-health-hub"


@dataclass(slots=True)
class Learnt:
    """What a preview has learnt in one build and need not find out in the next.

    `frames` of pages are found by writing one; they are by a key of the templates, the view of
    the pages, and the depth of their address. `shelves` are those of records and references, and
    `formatter` has printed the latter.
    """

    frames: dict[tuple[bytes, str, int], Frame] = field(default_factory=dict)
    shelves: Sequence[Mapping[str, Record]] = ()
    formatter: Formatter = field(default_factory=lambda: Formatter(store=_kept("references")))

    def take_over(self, hub: Hub) -> None:
        """Have records of this hub made no second time if they are as they were."""
        shelves = hub.records, hub.references
        for now, earlier in zip(shelves, self.shelves, strict=False):
            if isinstance(now, Shelf) and isinstance(earlier, Shelf):
                now.take_over(earlier)
        self.shelves = shelves


def load_edition(
    root: Path, settings: Settings, site: Path, learnt: Learnt | None = None, *, previewing: bool
) -> Edition:
    """Load and check the hub at `root`, and write its pages, for a new site at a folder.

    With errors in the content nothing is written, except when previewing: then it is written as
    far as possible, and what stops it becomes the edition's `failure`. What is learnt is added to
    what was.
    """
    with closing(HistoryReader(root, _kept("history"))) as history:
        work = learnt or Learnt()
        return _edition(root, settings, site, history, work, previewing=previewing)


def _edition(  # noqa: PLR0913 - all that a build is made from
    root: Path, settings: Settings, site: Path, history: HistoryReader, learnt: Learnt,
    *, previewing: bool,
) -> Edition:  # fmt: skip
    examined = examine(root, _kept("library"), say=log.info)
    kept = _kept("pages")
    edition = Edition(examined.hub.docs, examined.diagnostics, examined.sources, store=kept)
    if has_errors(examined.diagnostics) and not previewing:
        return edition
    if previewing:
        learnt.take_over(examined.hub)
    with _staying("published", previewing=previewing):
        hub, pages, found = without_drafts(examined.hub), list[Page](), nothing_found()
    keys: Aside[dict[str, bytes]] | None = None
    edition = replace(edition, documents=_documents(hub, settings))
    if not previewing:  # begun first: until there are orders, most cores have nothing to do
        edition = replace(edition, data=DataFiles(edition.documents, site))
    try:
        formatter = _prepared(learnt.formatter, hub)
        with stage("history"):
            studio = Studio(hub, formatter, history.read())
        with _staying("orders", previewing=previewing), _uses(studio, previewing=previewing):
            writer, ordered = Writer(studio, settings), tuple(orders(studio))
        if not previewing:
            keys = _here().aside(partial(Inputs(studio, settings).of, ordered))
            edition = replace(edition, keys=keys)
        found = _found(writer, ordered, previewing=previewing)
        with _staying("frames", previewing=previewing):
            studio.numbers = numbers(examined.hub)
            edition = replace(edition, figures=studio.numbers, sheet=studio.sheet)
            found_frames = _frames(ordered, writer, learnt)
        edition = replace(edition, orders=ordered, write=writer, found=found, frames=found_frames)
        with stage("few pages"):
            pages.extend(few_pages(studio, settings))
            entries = [*part_entries(hub)]
            entries += page_entries(pages, {each.address for each in entries})
            if not previewing:
                COMPILED.save()
        return replace(edition, pages=pages, entries=entries)
    except BaseException as failure:
        if not (previewing and isinstance(failure, Exception)):
            for each in (found, keys, edition.data):
                if each:
                    each.stop()
            raise
        # Half a hub may break any view: readers get what there is, and are told.
        return replace(edition, pages=pages, failure=failure)


@contextmanager
def _staying(name: str, *, previewing: bool) -> Iterator[None]:
    """Time a stage that makes what stays to the end of a build: it holds no garbage to look for."""
    with no_collection(), stage(name):
        yield
        if not previewing:
            gc.freeze()


@contextmanager
def _uses(studio: Studio, *, previewing: bool) -> Iterator[None]:
    """Have the uses of works found while something else is done; a preview may never need them."""
    if previewing:
        yield
        return
    found = _here().aside(partial(uses_by_key, studio.hub))
    try:
        yield
        studio.uses = found.answer()
    finally:
        found.stop()


def _found(writer: Writer, ordered: Sequence[Order], *, previewing: bool) -> Aside[dict[str, str]]:
    """Return what finds ordered pages: from now on to be worked out, or when a preview asks."""
    if previewing:
        return Aside(partial(Finding(writer.entry, lenient=True), ordered), is_forked=False)
    here = _here()
    return here.aside(partial(find_all, Finding(writer.entry), ordered, here))


def _frames(orders: Sequence[Order], write: Writer, learnt: Learnt) -> tuple[Frame, ...]:
    """Return the frames of ordered pages, by writing the first of each view and depth.

    What all of them look at is gathered on the way: processes that share the work are born with it.
    """
    templates, known = fingerprint(Path(views.__file__).parent), learnt.frames
    firsts = {(templates, each.view, each.address.count("/")): each for each in reversed(orders)}
    for name, order in firsts.items():
        if name not in known:
            known[name] = frame_of(write.outline(order))
    return tuple(known[name] for name in firsts)


def _prepared(formatter: Formatter, hub: Hub) -> Formatter:
    """Have a formatter print every work that is shown, and keep it for next time."""
    with stage("references"):
        missing = formatter.prepare(published(hub.references.values()))
        parts = _pool().map(formatter.printed, missing, each=_EACH)
        for printed in Progress("references", len(missing), log.info).through(parts, len):
            formatter.learn(printed)
    return formatter


def _documents(hub: Hub, settings: Settings) -> Iterator[Document | LongDocument]:
    """Yield the data files; the pool, of this machine, is made when the first is asked for."""
    yield from site_documents(hub, settings, _here())


def _pool() -> Pool:
    return local(Path(gettempdir(), _CACHE))


def _here() -> Pool:
    """Return a pool of this machine alone."""
    return replace(_pool(), scheduler="")


def _kept(name: str) -> Store:
    cache = user_cache_path(_CACHE) / f"{name}.sqlite"
    # Where nobody has a home, that is a path among the sources.
    return Store(cache if cache.is_absolute() else None)

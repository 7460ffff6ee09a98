"""Load and check a hub in one step: what `hub check`, `mkdocs build` and `mkdocs serve` all do."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from hub.checks import check_hub
from hub.checks.facts import Facts
from hub.diagnostics import in_order
from hub.examining.beside import Beside
from hub.examining.library import faults_in_library
from hub.examining.records import Examiner
from hub.examining.whole import key_of_whole
from hub.loading.hub import load_hub
from hub.loading.layout import LIBRARY
from hub.pool import local
from hub.stages import stage
from hub.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from hub.diagnostics import Diagnostic
    from hub.loading.hub import Loaded
    from hub.model.hub import Hub
    from hub.source import SourceText


@dataclass(frozen=True, slots=True)
class Examined:
    """A hub, everything that is wrong with it in order, and the texts it was read from."""

    hub: Hub
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceText]


def examine(
    root: Path, store: Store | None = None, *, say: Callable[[str], None] = lambda _: None,
    only: Collection[str] = (),
) -> Examined:  # fmt: skip
    """Load and check the hub at `root`; the store spares work that an earlier check has done.

    `say` is told of the progress of long work. With `only`, the paths of some files below the
    root, the diagnostics are those in these files.
    """
    with no_collection(), stage("load"):
        store = store or Store()
        pool = local(Path(gettempdir(), "hub"))
        examiner = Examiner(root, store, pool, say)
        loaded = load_hub(root, store, pool, examiner)
    with no_collection(), stage("check"):
        found = [*loaded.diagnostics, *_between(loaded, examiner, only)]
        if not only or LIBRARY in only:
            found += faults_in_library(loaded.hub.references, loaded.library, store, pool)
        asked = [each for each in found if not only or each.span.path in only]
    return Examined(loaded.hub, in_order(asked), loaded.sources)


def _between(loaded: Loaded, examiner: Examiner, only: Collection[str]) -> tuple[Diagnostic, ...]:
    """Return what is wrong between the records of a hub, and let go of what only this needs."""
    texts, keys = examiner.gathered()
    whole = key_of_whole(loaded, keys, today()) if keys.keys() == texts.keys() else b""
    if whole and examiner.store.find([whole]):
        return ()
    facts = {path: Facts.from_text(text) for path, text in texts.items()}
    if only:
        return tuple(check_hub(loaded.hub, facts, today(), only))
    beside = Beside(loaded.hub, facts, keys, today())
    beside.find(examiner.root, examiner.store)
    found = tuple(check_hub(loaded.hub, facts, today(), sound=beside.sound))
    beside.keep(found, examiner.root, examiner.store)
    if whole and not found:
        examiner.store.keep({whole: ""})
    return found


@contextmanager
def no_collection() -> Iterator[None]:
    """Do not look for garbage: nearly all that is made here stays, and looking takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def today() -> date:
    """Return the date to judge by: the one the build was told, else the clock's, in UTC."""
    return told_date() or datetime.now(UTC).date()


def told_date() -> date | None:
    """Return the date of SOURCE_DATE_EPOCH, in UTC, where it is set.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else None

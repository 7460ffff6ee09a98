"""The search index: one small stub for each record, made into an index by Pagefind.

Time and memory grow with the words given, so a stub holds what finds a page and no more.
Pagefind's command reads a folder of stubs; its Python API answers ten calls a second.
What it leaves is looked through by `hub.publishing.search_files`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from markupsafe import Markup, escape

from hub.page import Pairs, SearchEntry
from hub.publishing import PublishingError, search_files, search_script
from hub.publishing.writing import write

_PAGEFIND = "pagefind"
_PATIENCE, _PATIENCE_EACH = 60.0, 0.1
"""Seconds for an index and for each stub: many times what is needed, even on a slow machine."""
_FRUGAL = {"_RJEM_MALLOC_CONF": "narenas:2,dirty_decay_ms:100"}
"""Has Pagefind's allocator, jemalloc, give back early what is free: a fifth of the peak."""
_MAJOR, _MINOR = (7, 1), (2, 0.5)
"""How much a word of a title counts, and one of the text."""
_NEEDED = (search_script.SCRIPT, "pagefind-entry.json")


@dataclass(frozen=True, slots=True)
class Stub:
    """What Pagefind is given for one address; the first heading of `body` is the title."""

    address: str
    body: Markup
    filters: Pairs = ()
    meta: Pairs = ()
    sorts: Pairs = ()

    def html(self, language: str) -> str:
        """Return the stub as a page.

        Pagefind would index the words of its metadata, at half a kilobyte a word, and spends a
        sixth of its time on filters. So all that is not text stands in one filter, which it hands
        over as it is; `search_files` makes the facets of that.
        """
        facets: dict[str, list[str]] = {}
        for name, value in self.filters:
            facets.setdefault(name, []).append(value)
        record = {"facets": facets, "sorts": dict(self.sorts), "shown": dict(self.meta)}
        said = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        return (
            f'<!doctype html><html lang="{escape(language)}"><head>'
            f'<meta data-pagefind-filter="record[content]" content="{escape(said)}"></head>'
            f"<body data-pagefind-body>{self.body}</body></html>"
        )


def stub_of(entry: SearchEntry) -> Stub:
    """Return the stub of what finds a record."""
    of_title, of_text = _MINOR if entry.is_minor else _MAJOR
    body = Markup(
        '<h1 data-pagefind-weight="{}">{}</h1><p data-pagefind-weight="{}">{}</p>'
    ).format(of_title, entry.title, of_text, entry.text)
    return Stub(entry.address, body, entry.filters, entry.meta, entry.sorts)


@dataclass(frozen=True, slots=True)
class Stubs:
    """A folder of stubs; several processes may add to it."""

    folder: Path
    language: str

    def add(self, stub: Stub) -> None:
        """Write a stub."""
        lay(stub.address, stub.html(self.language), self.folder)


def lay(address: str, stub: str, folder: Path) -> None:
    """Write a stub where its page is on the site; Pagefind takes its address from there.

    What is a part of a page is a folder by the name of its anchor: see `search_fragments`.
    """
    page, sign, anchor = address.partition("#")
    write(f"{page}{sign}{anchor}{sign and '/'}index.html", stub.encode(), folder)


@contextmanager
def gathering(bundle: Path, language: str) -> Iterator[Stubs]:
    """Lend a folder for the stubs of the index that is to be made in `bundle`."""
    # Beside the site that is being built, where `staging` clears up after a build that was killed.
    site = bundle.parent
    with TemporaryDirectory(prefix=f"{site.name}-stubs-", dir=site.parent) as name:
        yield Stubs(Path(name), language)


@contextmanager
def indexing(stubs: Stubs, bundle: Path) -> Iterator[None]:
    """Make the index in the folder `bundle` while the body of the `with` does something else.

    Raises:
        PublishingError: Pagefind is missing or failed, or its index is not whole.
    """
    number = sum(1 for _ in stubs.folder.rglob("index.html"))
    if not number:
        yield
        return
    with _started(stubs.folder, bundle) as running:
        try:
            yield
            output = _ended(running, _PATIENCE + _PATIENCE_EACH * number)
        finally:
            running.kill()
    if running.returncode != 0:
        raise PublishingError(f"the search index could not be made; Pagefind says:\n{output}")
    _leave_out_its_own_interface(bundle)
    search_files.settle(bundle)
    search_script.mend(bundle)


def _started(stubs: Path, bundle: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", _PAGEFIND, "--site", str(stubs), "--output-path", str(bundle),
         "--exclude-selectors", ".headerlink", "--silent"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        errors="replace", env=os.environ | _FRUGAL,
    )  # fmt: skip


def _ended(running: subprocess.Popen[str], patience: float) -> str:
    """Return what Pagefind says; where it can make no file, it tries again for ever."""
    try:
        return running.communicate(timeout=patience)[0]
    except subprocess.TimeoutExpired:
        raise PublishingError(
            f"the search index was not made within {patience:.0f} seconds; perhaps the disk is full"
        ) from None


def _leave_out_its_own_interface(bundle: Path) -> None:
    for path in bundle.glob("pagefind*"):
        if path.name not in _NEEDED and path.suffix in {".js", ".css"}:
            path.unlink()

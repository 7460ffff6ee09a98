"""The search index: one small stub per page, made into an index by Pagefind.

Time and memory grow with the words given, so a stub holds what finds a page and no more.
Pagefind's command reads a folder of stubs; its Python API answers ten calls a second.
The bytes of an index with several values of a filter differ from run to run: Pagefind 1.5.2
writes those in no fixed order.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from markupsafe import Markup

from hub.page import Page
from hub.publishing import PublishingError
from hub.publishing.writing import write

Pairs = tuple[tuple[str, str], ...]
"""Names and values; a name may come more than once."""

_STUB = Markup(
    '<!doctype html><html lang="{language}"><head>{facts}</head>'
    "<body data-pagefind-body>{body}</body></html>"
)
_FACT = Markup('<meta data-pagefind-{role}="{name}[content]" content="{value}">')
_RECORD = Markup("<h1>{title}</h1><p>{text}</p>")

_PAGEFIND = "pagefind"
_NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")


@dataclass(frozen=True, slots=True)
class Stub:
    """What Pagefind is given for one address; the first heading of `body` is the title."""

    address: str
    body: Markup
    filters: Pairs = ()
    meta: Pairs = ()

    def html(self, language: str) -> str:
        """Return the stub as a page."""
        facts = [_FACT.format(role="filter", name=n, value=v) for n, v in self.filters]
        facts += [_FACT.format(role="meta", name=n, value=v) for n, v in self.meta]
        return _STUB.format(language=language, facts=Markup().join(facts), body=self.body)


def stub_of(page: Page) -> Stub | None:
    """Return the stub of a page, if it says how it is to be found."""
    if page.search is None:
        return None
    body = _RECORD.format(title=page.title, text=page.search.text)
    return Stub(page.address, body, page.search.filters, page.search.meta)


@contextmanager
def indexing(stubs: Sequence[Stub], bundle: Path, language: str) -> Iterator[None]:
    """Make the index in the folder `bundle` while the body of the `with` does something else.

    Raises:
        PublishingError: Pagefind is missing or failed.
    """
    if not stubs:
        yield
        return
    # Beside the site that is being built, where `staging` clears up after a build that was killed.
    site = bundle.parent
    with TemporaryDirectory(prefix=f"{site.name}-stubs-", dir=site.parent) as name:
        for stub in stubs:
            write(f"{stub.address}index.html", stub.html(language).encode(), Path(name))
        with _started(Path(name), bundle) as running:
            try:
                yield
                output, _ = running.communicate()
            finally:
                running.kill()
    if running.returncode != 0:
        raise PublishingError(f"the search index could not be made; Pagefind says:\n{output}")
    _leave_out_its_own_interface(bundle)


def _started(stubs: Path, bundle: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", _PAGEFIND, "--site", str(stubs), "--output-path", str(bundle),
         "--exclude-selectors", ".headerlink", "--silent"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        errors="replace",
    )  # fmt: skip


def _leave_out_its_own_interface(bundle: Path) -> None:
    for path in bundle.glob("pagefind*"):
        if path.name not in _NEEDED and path.suffix in {".js", ".css"}:
            path.unlink()

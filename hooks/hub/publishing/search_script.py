"""Pagefind's own scripts, mended in one place.

Asked for all records that have some filters, without any words, Pagefind 1.5.2 fetches every word
of the index before it answers (3 MB at 10,000 records), and looks at none of them. Browsing by
facets is just that question.
"""

from __future__ import annotations

from pathlib import Path

from hub.publishing import PublishingError

SCRIPTS = ("pagefind.js", "pagefind-worker.js")
"""Where it is: the same code, for the page and for the worker."""

_ASKS = "let chunks=index_array.filter((v)=>v)"
_MENDED = "let chunks=index_array.filter((v)=>v&&!filter_only)"


def mend(bundle: Path) -> None:
    """Let a question without words fetch no words.

    Raises:
        PublishingError: The scripts are not those of Pagefind 1.5.2.
    """
    for name in SCRIPTS:
        path = bundle / name
        script = path.read_text(encoding="utf-8")
        if script.count(_ASKS) != 1:
            raise PublishingError(
                f'the search script "{name}" has a form that the hub does not know; '
                "the hub is made for Pagefind 1.5.2"
            )
        path.write_text(script.replace(_ASKS, _MENDED), encoding="utf-8")

"""Pagefind's own script, mended in two places.

Asked for all records that have some filters, without any words, Pagefind 1.5.2 fetches every word
of the index before it answers (3 MB at 10,000 records), and looks at none of them. Browsing by
facets is just that question.

And it reads a list of pages that takes 54 kB of the first question at 10,000 records, most of them
for names. `search_meta.js` makes that list of the short one that `search_files` writes.
"""

from __future__ import annotations

from pathlib import Path

from hub.publishing import PublishingError
from hub.publishing.writing import write

SCRIPT = "pagefind-worker.js"

_MENDED = {
    "let chunks=index_array.filter((v)=>v)":
        "let chunks=index_array.filter((v)=>v&&!filter_only)",
    'this.searchMeta=this.decompress(new Uint8Array(compressed_meta),"Pagefind metadata")':
        "this.searchMeta=hubMeta("
        'this.decompress(new Uint8Array(compressed_meta),"Pagefind metadata"))',
}  # fmt: skip
"""What stands in the script once, and what is to stand there."""
_META = Path(__file__).with_name("search_meta.js")


def mend(made: Path, bundle: Path) -> str:
    """Let a question without words fetch no words, and short lists of pages be read.

    Return the line of the script.

    Raises:
        PublishingError: The script is not that of Pagefind 1.5.2.
    """
    script = (made / SCRIPT).read_text(encoding="utf-8")
    for old, new in _MENDED.items():
        if script.count(old) != 1:
            raise PublishingError(
                f'the search script "{SCRIPT}" has a form that the hub does not know; '
                "the hub is made for Pagefind 1.5.2"
            )
        script = script.replace(old, new)
    return write(SCRIPT, f"{script}\n{_META.read_text(encoding='utf-8')}".encode(), bundle)

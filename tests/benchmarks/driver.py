"""Parts of our build on their own, each as a process that can be measured.

`build` is the whole build without the search index, `stubs` keeps what is to be indexed in a
folder, and `index` makes the index of that folder.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hub.publishing import search

STUBS = Path("stubs")


@contextmanager
def _keeping_stubs(stubs: search.Stubs, _bundle: Path) -> Iterator[None]:
    shutil.copytree(stubs.folder, STUBS)
    yield


@contextmanager
def _no_index(_stubs: search.Stubs, _bundle: Path) -> Iterator[None]:
    yield


def main(part: str) -> None:
    """Do one part in the current folder, which is a hub."""
    if part == "index":
        stubs = search.Stubs(STUBS.resolve(), "en")
        with search.indexing(stubs, Path("index/pagefind").resolve()):
            return
    from mkdocs.__main__ import cli  # noqa: PLC0415 - what `index` must not pay for

    # MkDocs runs the hooks in this process, so they find what stands here.
    vars(search)["indexing"] = _keeping_stubs if part == "stubs" else _no_index
    cli(["build", "--quiet"])


if __name__ == "__main__":
    main(sys.argv[1])

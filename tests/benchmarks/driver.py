"""Parts of our build on their own, each as a process that can be measured.

`build` is the whole build without the search index, `stubs` keeps what is to be indexed in a
file, and `index` makes the index of that. `citations` formats them, and does no more.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from hub.publishing import search

STUBS = Path("stubs.json")


def _keeping_stubs(stubs: Mapping[str, str], *_: object) -> list[str]:
    STUBS.write_text(json.dumps(dict(stubs)), encoding="utf-8")
    return []


def _no_index(*_: object) -> list[str]:
    """Make nothing, and tell of no files."""
    return []


def _enough(*_: object) -> NoReturn:
    sys.exit()


def main(part: str) -> None:
    """Do one part in the current folder, which is a hub."""
    if part == "index":
        stubs = json.loads(STUBS.read_text(encoding="utf-8"))
        search.make(stubs, Path("index/pagefind").resolve(), "en")
        return
    from mkdocs.__main__ import cli  # noqa: PLC0415 - what `index` must not pay for

    from hub.adapter import content  # noqa: PLC0415 - nor for this

    # MkDocs runs the hooks in this process, so they find what stands here.
    vars(search)["make"] = _keeping_stubs if part == "stubs" else _no_index
    if part == "citations":
        vars(content)["Studio"] = _enough  # what is made next
    cli(["build", "--quiet"])


if __name__ == "__main__":
    main(sys.argv[1])

"""The fragments of a search index, one for each record: addresses, names, and what they say.

Pagefind 1.5.2 knows no address but that of a file. What is a part of a page was given to it as a
folder by the name of an anchor; here the address becomes the one that readers follow.

Pagefind's names of fragments are as good as chance, and each browser would load them all. Here they
are numbers, in a folder that is named by all that the fragments hold: a browser that has kept some
from before never takes one for another.
"""

from __future__ import annotations

import json
import os
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

from hub.publishing import packed

ENDING = ".pf_fragment"
PARTS = ("facets", "sorts")
"""What a fragment says of its record for all records together: see `hub.publishing.search.Stub`."""

_PART = re.compile(rb'(pagefind_dcd\{"url":"[^"#]*#[^"]*)/(?=")')
"""The begin of a fragment that is about a part of a page, and the stroke that is too much."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def read(path: Path) -> dict[str, Any]:
    """See that a fragment is whole, and leads to where its record is; return facets and sorts.

    Raises:
        ValueError: It is not whole.
    """
    content = packed.unpacked(path.read_bytes())
    if part := _PART.match(content):
        content = part[1] + content[part.end() :]
        path.write_bytes(packed.packed(content))
    filters = json.loads(content.removeprefix(packed.MARK)).get("filters", {})
    said = json.loads(filters["record"][0]) if "record" in filters else {}
    return {part: said[part] for part in PARTS if part in said}


def number(folder: Path, names: list[str]) -> str:
    """Name the fragments in a folder by number, as they are listed; return where they are now."""
    inside = sha256(" ".join(names).encode()).hexdigest()[:8]
    (folder / inside).mkdir()
    for place, name in enumerate(names):
        # As text, which takes a third of the time that paths take.
        os.rename(f"{folder}/{name}{ENDING}", f"{folder}/{inside}/{_in_letters(place)}{ENDING}")  # noqa: PTH104
    return inside


def _in_letters(number: int) -> str:
    """Return a number as digits and letters, as `Number.toString(36)` writes it in browsers."""
    number, digit = divmod(number, len(_DIGITS))
    return (_in_letters(number) if number else "") + _DIGITS[digit]

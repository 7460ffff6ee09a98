"""The fragments of a search index, one for each record: addresses, names, and what they say.

They are numbered, in a folder that is named by all that the fragments hold: a browser that has kept
some from before never takes one for another.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from hub.publishing import packed
from hub.publishing.writing import write

ENDING = ".pf_fragment"
PARTS = ("facets", "sorts")
"""What a fragment says of its record for all records together."""
NEW = "new"
"""The folder of fragments until all are there, which then name it."""
_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


Fragment: TypeAlias = dict[str, Any]


def load(content: bytes) -> Fragment:
    """Return the fragment in what was unpacked."""
    fragment: Fragment = json.loads(content.removeprefix(packed.MARK))
    return fragment


def fragment_of(address: str, title: str, content: str, said: str) -> Fragment:
    """Return the fragment of a record, as Pagefind would write it."""
    return {
        "url": f"/{address}", "content": content, "word_count": content.count(" ") + 1,
        "filters": {"record": [said]}, "meta": {"title": title}, "anchors": [],
    }  # fmt: skip


def put(fragment: Fragment, number: int, bundle: Path) -> bytes:
    """Write a fragment, and return what is in it."""
    said = _as_json(fragment).encode()
    path = f"fragment/{NEW}/{in_letters(number)}{ENDING}"
    write(path, packed.packed(packed.MARK + said), bundle)
    return said


def settle(bundle: Path, marks: Iterable[bytes]) -> str:
    """Name the folder of fragments by the marks of all that are in it; return the name."""
    name = sha256(b"".join(marks)).hexdigest()[:8]
    (bundle / "fragment" / NEW).rename(bundle / "fragment" / name)
    return name


def record_in(fragment: Fragment) -> dict[str, Any]:
    """Return the facets and sorts that a fragment tells, if any."""
    record: dict[str, Any] = json.loads(fragment["filters"].get("record", ["{}"])[0])
    return {part: record[part] for part in PARTS if part in record}


def in_letters(number: int) -> str:
    """Return a number as digits and letters, as `Number.toString(36)` writes it in browsers."""
    number, digit = divmod(number, len(_DIGITS))
    return (in_letters(number) if number else "") + _DIGITS[digit]

"""The fragments of a search index, one for each record: addresses, names, and what they say.

They are numbered, in a folder that is named by all that the fragments hold: a browser that has kept
some from before never takes one for another.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from sys import intern
from typing import Any, TypeAlias

from pydantic_core import from_json, to_json

from hub.publishing import packed
from hub.publishing.writing import line as line_of
from hub.publishing.writing import read_line, write

ENDING = ".pf_fragment"
PARTS = ("facets", "sorts")
"""What a fragment says of its record for all records together."""
NEW = "new"
"""The folder of fragments until all are there, which then name it."""
_FOLDER = "fragment"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Fragment: TypeAlias = dict[str, Any]
Values: TypeAlias = dict[str, dict[str, dict[int, tuple[str, ...]]]]
"""By part, name of a facet or sort, and number of a record: what the record has of it."""


def load(content: bytes) -> Fragment:
    """Return the fragment in what was unpacked."""
    fragment: Fragment = from_json(content.removeprefix(packed.MARK))
    return fragment


def fragment_of(address: str, title: str, content: str, said: str) -> Fragment:
    """Return the fragment of a record, as Pagefind would write it."""
    return {
        "url": f"/{address}", "content": content, "word_count": content.count(" ") + 1,
        "filters": {"record": [said]}, "meta": {"title": title}, "anchors": [],
    }  # fmt: skip


def put(fragment: Fragment, number: int, bundle: Path) -> tuple[bytes, str]:
    """Write a fragment, and return what is in it, and the line of the file."""
    said = to_json(fragment)
    path = f"{_FOLDER}/{NEW}/{in_letters(number)}{ENDING}"
    return said, write(path, packed.packed(packed.MARK + said), bundle)


def settle(bundle: Path, marks: Iterable[bytes]) -> str:
    """Name the folder of fragments by the marks of all that are in it; return the name."""
    name = sha256(b"".join(marks)).hexdigest()[:8]
    (bundle / _FOLDER / NEW).rename(bundle / _FOLDER / name)
    return name


def named(line: str, folder: str) -> str:
    """Return the line of a fragment when the folder has its name."""
    mark, path = read_line(line)
    return line_of(mark, path.replace(f"/{NEW}/", f"/{folder}/"))


def no_values() -> Values:
    """Return what no record tells."""
    return {part: {} for part in PARTS}


def learn(values: Values, fragment: Fragment, number: int) -> None:
    """Add what the fragment of a record tells to what others do."""
    record: dict[str, Any] = from_json(fragment["filters"].get("record", ["{}"])[0])
    for part, known in values.items():
        for name, some in record.get(part, {}).items():
            listed = (some,) if isinstance(some, str) else some
            known.setdefault(name, {})[number] = (*map(intern, listed),)


def in_letters(number: int) -> str:
    """Return a number as digits and letters, as `Number.toString(36)` writes it in browsers."""
    number, digit = divmod(number, len(_DIGITS))
    return (in_letters(number) if number else "") + _DIGITS[digit]

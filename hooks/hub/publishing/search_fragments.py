"""The fragments of a search index, one for each record: their addresses, and their names.

Pagefind 1.5.2 knows no address but that of a file. What is a part of a page was given to it as a
folder by the name of an anchor; here the address becomes the one that readers follow.

Each browser loads the names of all fragments. Pagefind's are as good as chance, which nothing makes
smaller; here they are numbers, in a folder that is named by all that the fragments hold: a browser
that has kept some from before never takes one for another.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from hub.publishing import packed

ENDING = ".pf_fragment"

_PART = re.compile(rb'(pagefind_dcd\{"url":"[^"#]*#[^"]*)/(?=")')
"""The begin of a fragment that is about a part of a page, and the stroke that is too much."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def mend_address(path: Path) -> None:
    """See that a fragment is whole, and leads to where its record is.

    Raises:
        ValueError: It is not whole.
    """
    content = packed.unpacked(path.read_bytes())
    if part := _PART.match(content):
        path.write_bytes(packed.packed(part[1] + content[part.end() :]))


def number(folder: Path, pages: packed.Value) -> list[packed.Value]:
    """Name the fragments in a folder by number; `pages` names them in order, each with the rest.

    Returns the pages with the new names.

    Raises:
        TypeError: It is no such list.
    """
    if not isinstance(pages, list):
        raise TypeError("no list of pages")
    listed = [_page(each) for each in pages]
    inside = sha256(" ".join(name for name, _ in listed).encode()).hexdigest()[:8]
    (folder / inside).mkdir()
    numbered: list[packed.Value] = []
    for place, (name, rest) in enumerate(listed):
        new = f"{inside}/{_in_letters(place)}"
        (folder / f"{name}{ENDING}").rename(folder / f"{new}{ENDING}")
        numbered.append([new, *rest])
    return numbered


def _page(value: packed.Value) -> tuple[str, list[packed.Value]]:
    match value:
        case [str(name), *rest]:
            return name, rest
    raise TypeError(f"no name of a fragment: {value!r}")


def _in_letters(number: int) -> str:
    """Return a number as digits and letters; the last comes first, which compresses best."""
    number, digit = divmod(number, len(_DIGITS))
    return _DIGITS[digit] + (_in_letters(number) if number else "")

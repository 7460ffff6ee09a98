"""The search index as Pagefind left it: is it whole, and the same each time?

Pagefind 1.5.2 ends well even when a file could not be written to its end, as on a full disk. And
it writes the filters, the values of each, and the sorts in the order of a table that is shuffled
anew in every run; here they are put in order, and files named by their content are named anew.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from hub.pool import local
from hub.publishing import PublishingError, packed, search_fragments

_ENTRY = "pagefind-entry.json"
_EACH = 0.0001
"""Seconds, roughly, to look at a file of an index."""
_PACKED = {".pf_filter", ".pf_index", ".pf_meta", ".pagefind"}
_PAGES, _FILTERS, _SORTS = 1, 3, 4
"""Which parts of the list in a `.pf_meta` are pairs of a fragment and its number of words, of a
filter and its file, of a sort and pages."""


def settle(bundle: Path) -> None:
    """See that no file of an index lacks its end, and put in order what has none.

    Raises:
        PublishingError: A file is not whole, or Pagefind writes in another form than 1.5.2.
    """
    names = sorted(path.relative_to(bundle).as_posix() for path in bundle.rglob("*"))
    for broken in local(bundle.parent).map(_Settle(bundle), names, each=_EACH):
        if broken:
            raise PublishingError(
                f"the search index is not whole: {broken[0]}; perhaps the disk is full"
            )
    try:
        _put_in_order(bundle)
    except (KeyError, TypeError, ValueError) as error:
        raise PublishingError(
            f"the search index has a form that the hub does not know: {error}; "
            "the hub is made for Pagefind 1.5.2"
        ) from error


@dataclass(frozen=True, slots=True)
class _Settle:
    bundle: Path

    def __call__(self, names: Sequence[str]) -> list[str]:
        """Return what is wrong with which of the files."""
        broken = []
        for name in names:
            try:
                _settle(self.bundle / name)
            except ValueError as error:
                broken.append(f'"{name}" ({error})')
        return broken


def _settle(path: Path) -> None:
    """See that a file has its end.

    Raises:
        ValueError: It has not.
    """
    if path.suffix == search_fragments.ENDING:
        search_fragments.mend_address(path)
    elif path.suffix in _PACKED:
        packed.unpacked(path.read_bytes())
    elif path.suffix == ".json":
        json.loads(path.read_bytes())
    elif path.suffix == ".js" and not path.read_bytes().rstrip().endswith(b";"):
        raise ValueError("the file ends too soon")


def _put_in_order(bundle: Path) -> None:
    entry: dict[str, Any] = json.loads((bundle / _ENTRY).read_bytes())
    for language in entry["languages"].values():
        language["hash"] = _ordered_meta(bundle, language["hash"])
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    (bundle / _ENTRY).write_bytes(text.encode())


def _ordered_meta(bundle: Path, name: str) -> str:
    path = bundle / f"pagefind.{name}.pf_meta"
    meta = packed.load(path.read_bytes())
    meta[_PAGES] = search_fragments.number(bundle / "fragment", meta[_PAGES])
    pairs = meta[_FILTERS]
    if not isinstance(pairs, list):
        raise TypeError("no list of filters")
    ordered: list[packed.Value] = []
    for title, file in sorted(map(_pair, pairs)):
        ordered.append([title, _ordered_filter(bundle / "filter", file)])
    meta[_FILTERS] = ordered
    meta[_SORTS] = _sorted(meta[_SORTS])
    return _replaced(path, "pagefind.", meta)


def _ordered_filter(folder: Path, name: str) -> str:
    path = folder / f"{name}.pf_filter"
    title, values = packed.load(path.read_bytes())
    return _replaced(path, "", [title, _sorted(values)])


def _sorted(values: packed.Value) -> list[packed.Value]:
    """Return lists in order; each begins with its text, and no two are the same."""
    if not isinstance(values, list):
        raise TypeError("no list of values")
    return sorted(values, key=str)


def _pair(value: packed.Value) -> tuple[str, str]:
    match value:
        case [str(title), str(file)]:
            return title, file
    raise ValueError(f"no name and file of a filter: {value!r}")


def _replaced(path: Path, before: str, content: list[packed.Value]) -> str:
    """Write `content` in the place of a file, and return its name without what stands around it."""
    new = packed.dump(content)
    language = path.stem.removeprefix(before).rpartition("_")[0]
    name = f"{language}_{sha256(packed.unpacked(new)).hexdigest()[:10]}"
    path.unlink()
    path.with_name(f"{before}{name}{path.suffix}").write_bytes(new)
    return name

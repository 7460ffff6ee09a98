"""The search index as Pagefind left it: is it whole, the same each time, and short to load?

Pagefind 1.5.2 ends well even when a file could not be written to its end, as on a full disk.

What a browser loads before it finds anything, it loads before each first question. So the list of
pages is written as one folder and the number of words of each (`search_meta.js` makes of it what
Pagefind reads), and each facet and sort is a file of its own: the records of each value, as the
steps from one to the next. `pagefind-entry.json` names these files. Words are cut into small ones
by `search_chunks`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import Any, TypeAlias

from hub.pool import local
from hub.publishing import PublishingError, packed, search_chunks, search_fragments
from hub.publishing.search_chunks import Chunk
from hub.publishing.writing import write

_Told: TypeAlias = dict[str, Any] | list[Chunk]
"""The facets and sorts of a fragment, or which files became of a file of words."""
_Look: TypeAlias = tuple[str, str, _Told]
"""The name of a file; what is wrong with it, or ""; what it tells."""
_Steps: TypeAlias = dict[str, list[int]]
"""By value, the numbers of the records that have it: the first, and the steps to the others."""

_ENTRY = "pagefind-entry.json"
_EACH = 0.0001
"""Seconds, roughly, to look at a file of an index."""
_PACKED = {".pf_meta", ".pagefind"}
_PAGES, _WORDS, _FILTERS = 1, 2, 3
"""Which parts of the list in a `.pf_meta` are pairs of a fragment and its number of words, the
first and the last word of a file with its name, and pairs of a filter and its file."""


def settle(bundle: Path) -> None:
    """See that no file of an index lacks its end, and write it as browsers are to read it.

    Raises:
        PublishingError: A file is not whole, or Pagefind writes in another form than 1.5.2.
    """
    rmtree(bundle / "filter", ignore_errors=True)
    names = sorted(path.relative_to(bundle).as_posix() for path in bundle.rglob("*"))
    told: dict[str, Any] = {}
    for some in local(bundle.parent).map(_Looking(bundle), names, each=_EACH):
        for name, fault, each in some:
            if fault:
                raise PublishingError(
                    f'the search index is not whole: "{name}" ({fault}); perhaps the disk is full'
                )
            told[Path(name).stem] = each
    try:
        _shorten(bundle, told)
    except (KeyError, TypeError, ValueError) as error:
        raise PublishingError(
            f"the search index has a form that the hub does not know: {error}; "
            "the hub is made for Pagefind 1.5.2"
        ) from error


@dataclass(frozen=True, slots=True)
class _Looking:
    bundle: Path

    def __call__(self, names: Sequence[str]) -> list[_Look]:
        """Return what is to be known of the files."""
        return [(name, *_look(self.bundle / name)) for name in names]


def _look(path: Path) -> tuple[str, _Told]:
    """Return what is wrong with a file, and what it tells."""
    try:
        if path.suffix == search_fragments.ENDING:
            return "", search_fragments.read(path)
        if path.suffix == search_chunks.ENDING:
            return "", search_chunks.cut(path)
        if path.suffix in _PACKED:
            packed.unpacked(path.read_bytes())
        elif path.suffix == ".json":
            json.loads(path.read_bytes())
        elif path.suffix == ".js" and not path.read_bytes().rstrip().endswith(b";"):
            return "the file ends too soon", {}
    except ValueError as error:
        return str(error), {}
    return "", {}


def _shorten(bundle: Path, told: Mapping[str, Any]) -> None:
    entry: dict[str, Any] = json.loads((bundle / _ENTRY).read_bytes())
    for language in entry["languages"].values():
        path = bundle / f"pagefind.{language['hash']}.pf_meta"
        meta = packed.load(path.read_bytes())
        names, sizes = _pages(meta[_PAGES])
        folder = search_fragments.number(bundle / "fragment", names)
        meta[_PAGES], meta[_FILTERS] = [folder, sizes], []
        meta[_WORDS] = [[*chunk] for name in _files(meta[_WORDS]) for chunk in told[name]]
        path.unlink()
        new = packed.dump(meta)
        mark = sha256(packed.unpacked(new)).hexdigest()[:10]
        language["hash"] = f"{language['wasm']}_{mark}"
        (bundle / f"pagefind.{language['hash']}.pf_meta").write_bytes(new)
        language["records"] = folder
        records = [told[name] for name in names]
        for part in search_fragments.PARTS:
            language[part] = dict(_written(bundle, part, _steps(records, part)))
    (bundle / _ENTRY).write_bytes(_as_json(entry))


def _pages(value: packed.Value) -> tuple[list[str], list[packed.Value]]:
    """Return the names of fragments, and the number of words of each."""
    names, sizes = list[str](), list[packed.Value]()
    if not isinstance(value, list):
        raise TypeError("no list of pages")
    for page in value:
        match page:
            case [str(name), int(size)]:
                names.append(name)
                sizes.append(size)
            case _:
                raise TypeError(f"no name of a fragment: {page!r}")
    return names, sizes


def _files(value: packed.Value) -> list[str]:
    """Return the names of the files of words."""
    if not isinstance(value, list):
        raise TypeError("no list of words")
    names = [each[2] for each in value if isinstance(each, list)]
    return [name for name in names if isinstance(name, str)]


def _steps(records: Iterable[Mapping[str, Any]], part: str) -> dict[str, _Steps]:
    """Return the steps of each value, by the name of the facet or sort; all in order."""
    last: dict[tuple[str, str], int] = {}
    found: dict[str, _Steps] = {}
    for number, record in enumerate(records):
        for name, values in record.get(part, {}).items():
            for value in [values] if isinstance(values, str) else values:
                steps = found.setdefault(name, {}).setdefault(value, [])
                steps.append(number - last.get((name, value), 0))
                last[name, value] = number
    return {name: dict(sorted(found[name].items())) for name in sorted(found)}


def _written(bundle: Path, part: str, steps: Mapping[str, _Steps]) -> Iterable[tuple[str, str]]:
    """Write a file for each name, and yield where it is."""
    for name, each in steps.items():
        content = _as_json(each)
        path = f"{part}/{sha256(name.encode() + content).hexdigest()[:10]}.json"
        write(path, content, bundle)
        yield name, path


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

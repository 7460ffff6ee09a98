"""The files of a search index that are not of one record or some words.

What a browser loads before it finds anything, it loads before each first question. So the list of
pages is written as one folder and the number of words of each (`search_meta.js` makes of it what
Pagefind reads), and each facet and sort is a file of its own: its values, and of each record which
of them it has, as digits of the same number for each value. `pagefind-entry.json` names these
files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from hub.publishing import packed, search_fragments, search_script
from hub.publishing.search_chunks import Chunk
from hub.publishing.search_fragments import in_letters
from hub.publishing.search_pagefind import FILTERS, PAGES, WORDS, unpacked
from hub.publishing.search_records import Told
from hub.publishing.writing import write

_Values: TypeAlias = dict[int, tuple[str, ...]]
"""By number of a record, what it has of one facet or sort."""

_ENTRY = "pagefind-entry.json"


def settle(
    made: Path, bundle: Path, meta: Sequence[Any], told: Sequence[Told], words: Sequence[Chunk]
) -> list[str]:
    """Write the rest of an index: what is the same in each, as Pagefind `made` it, and the lists.

    Fragments get their names here; return the lines of all but the words.

    Raises:
        PublishingError: A file of Pagefind's is not whole.
        KeyError, ValueError: It writes in another form than 1.5.2.
    """
    lines = [search_script.mend(made, bundle)]
    for path in sorted(made.glob("wasm.*")):
        unpacked(path)
        lines.append(write(path.name, path.read_bytes(), bundle))
    folder = search_fragments.settle(bundle, (mark for each in told for mark in each.marks))
    lines += (search_fragments.named(line, folder) for each in told for line in each.lines)
    lists = [*meta]
    lists[PAGES] = [folder, [size for each in told for size in each.sizes]]
    lists[WORDS], lists[FILTERS] = [[*chunk] for chunk in words], []
    content = packed.dump(lists)
    entry: dict[str, Any] = json.loads((made / _ENTRY).read_bytes())
    [language] = entry["languages"].values()
    mark = sha256(packed.unpacked(content)).hexdigest()[:10]
    language |= {
        "hash": f"{language['wasm']}_{mark}", "page_count": len(lists[PAGES][1]), "records": folder,
    }  # fmt: skip
    for part in search_fragments.PARTS:
        language[part] = {}
        for name, values in _by_name(told, part).items():
            listed = _as_json(_listed(values))
            file = f"{part}/{sha256(name.encode() + listed).hexdigest()[:10]}.json"
            lines.append(write(file, listed, bundle))
            language[part][name] = file
    lines.append(write(f"pagefind.{language['hash']}.pf_meta", content, bundle))
    return [*lines, write(_ENTRY, _as_json(entry), bundle)]


def _by_name(told: Iterable[Told], part: str) -> dict[str, _Values]:
    """Return the values of all records, by the name of the facet or sort."""
    found: dict[str, _Values] = {}
    for each in told:
        for name, values in each.values[part].items():
            found.setdefault(name, {}).update(values)
    return {name: found[name] for name in sorted(found)}


def _listed(found: _Values) -> dict[str, Any]:
    """Return the values, how many digits each takes, and the records with commas between them."""
    different = {*found.values()}  # many records have the same
    values = sorted({value for some in different for value in some})
    width = len(in_letters(len(values) - 1))
    signs = {value: in_letters(place).rjust(width, "0") for place, value in enumerate(values)}
    written = {some: "".join(sorted({signs[value] for value in some})) for some in different}
    records = [""] * (max(found) + 1)
    for number, some in found.items():
        records[number] = written[some]
    return {"values": values, "width": width, "records": ",".join(records)}


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

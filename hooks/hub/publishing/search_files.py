"""The files of a search index that are not of one record or some words.

What a browser loads before it finds anything, it loads before each first question. So the list of
pages is written as one folder and the number of words of each (`search_meta.js` makes of it what
Pagefind reads), and each facet and sort is a file of its own: its values, and of each record which
of them it has, as digits of the same number for each value. `pagefind-entry.json` names these
files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from hub.publishing import packed, search_fragments, search_script
from hub.publishing.search_chunks import Chunk
from hub.publishing.search_fragments import in_letters
from hub.publishing.search_reading import FILTERS, PAGES, WORDS, unpacked
from hub.publishing.search_records import Told
from hub.publishing.writing import write

_Values: TypeAlias = dict[int, list[str]]
"""By number of a record, what it has of one facet or sort."""

_ENTRY = "pagefind-entry.json"


def settle(
    made: Path, bundle: Path, meta: Sequence[Any], told: Sequence[Told], words: Sequence[Chunk]
) -> None:
    """Write the rest of an index: what is the same in each, as Pagefind `made` it, and the lists.

    Raises:
        PublishingError: A file of Pagefind's is not whole.
        KeyError, ValueError: It writes in another form than 1.5.2.
    """
    for path in sorted(made.glob("wasm.*")):
        unpacked(path)
        write(path.name, path.read_bytes(), bundle)
    search_script.mend(made, bundle)
    folder = search_fragments.settle(bundle, (mark for each in told for mark in each.marks))
    lists = [*meta]
    lists[PAGES] = [folder, [size for each in told for size in each.sizes]]
    lists[WORDS], lists[FILTERS] = [[*chunk] for chunk in words], []
    content = packed.dump(lists)
    entry: dict[str, Any] = json.loads((made / _ENTRY).read_bytes())
    [language] = entry["languages"].values()
    mark = sha256(packed.unpacked(content)).hexdigest()[:10]
    records = [record for each in told for record in each.records]
    language |= {
        "hash": f"{language['wasm']}_{mark}", "page_count": len(records), "records": folder,
    }  # fmt: skip
    for part in search_fragments.PARTS:
        language[part] = dict(_written(bundle, part, _by_name(records, part)))
    write(f"pagefind.{language['hash']}.pf_meta", content, bundle)
    write(_ENTRY, _as_json(entry), bundle)


def _by_name(records: Iterable[Mapping[str, Any]], part: str) -> dict[str, _Values]:
    """Return the values of all records, by the name of the facet or sort."""
    found: dict[str, _Values] = {}
    for number, record in enumerate(records):
        for name, values in record.get(part, {}).items():
            listed = [values] if isinstance(values, str) else values
            found.setdefault(name, {})[number] = listed
    return {name: found[name] for name in sorted(found)}


def _written(bundle: Path, part: str, found: Mapping[str, _Values]) -> Iterable[tuple[str, str]]:
    """Write a file for each name, and yield where it is."""
    for name, values in found.items():
        content = _as_json(_listed(values))
        path = f"{part}/{sha256(name.encode() + content).hexdigest()[:10]}.json"
        write(path, content, bundle)
        yield name, path


def _listed(found: _Values) -> dict[str, Any]:
    """Return the values, how many digits each takes, and the records with commas between them."""
    values = sorted({value for some in found.values() for value in some})
    width = len(in_letters(len(values) - 1))
    signs = {value: in_letters(place).rjust(width, "0") for place, value in enumerate(values)}
    records = [""] * (max(found) + 1)
    for number, some in found.items():
        records[number] = "".join(sorted({signs[value] for value in some}))
    return {"values": values, "width": width, "records": ",".join(records)}


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

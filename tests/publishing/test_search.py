"""The search index: what a record is found by, and what happens without Pagefind."""

import json
import re
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hub.page import SearchEntry
from hub.publishing import PublishingError, search
from hub.publishing.search import Stub, gathering, indexing, stub_of

SINGING = SearchEntry(
    "evidence/singing/", 'Sing <b> & "hum"', "choirs <i>",
    filters=(("art_form", "Song, dance: both"), ("art_form", "Choir"), ("certainty", "High")),
    meta=(("certainty", "High (GRADE)"), ("answer", "Perhaps")),
)  # fmt: skip


def indexed(folder: Path, stubs: list[Stub]) -> list[dict[str, Any]]:
    """Return what the index holds of each page."""
    bundle = folder / "site" / "pagefind"
    bundle.parent.mkdir(parents=True)
    with gathering(bundle, "en") as gathered:
        for stub in stubs:
            gathered.add(stub)
        with indexing(gathered, bundle):
            pass
    packed = (bundle / "fragment").rglob("*.pf_fragment")
    texts = (zlib.decompress(path.read_bytes(), wbits=31) for path in packed)
    return [json.loads(text.removeprefix(b"pagefind_dcd")) for text in texts]


def test_a_record_is_indexed_by_its_search_entry(tmp_path: Path) -> None:
    """Title and text arrive as they were given."""
    [found] = indexed(tmp_path, [stub_of(SINGING)])

    assert "/evidence/singing/" == found["url"]
    assert {"title": 'Sing <b> & "hum"'} == found["meta"]
    assert 'Sing <b> & "hum" choirs <i>' == found["content"]


def test_what_is_not_text_arrives_as_one_value(tmp_path: Path) -> None:
    """Facets, sorts and what is shown with a result: nobody searches their words."""
    [found] = indexed(tmp_path, [stub_of(replace(SINGING, sorts=(("newest", "1999"),)))])

    assert {
        "facets": {"art_form": ["Song, dance: both", "Choir"], "certainty": ["High"]},
        "sorts": {"newest": "1999"},
        "shown": {"certainty": "High (GRADE)", "answer": "Perhaps"},
    } == json.loads(found["filters"]["record"][0])


def test_a_part_of_a_page_is_found_at_its_anchor(tmp_path: Path) -> None:
    """Beside the page itself, and beside other parts of it."""
    addresses = ["a/b/", "a/b/#clause-1", "a/b/#clause-1-a"]
    found = indexed(tmp_path, [stub_of(replace(SINGING, address=each)) for each in addresses])

    assert ["/a/b/", "/a/b/#clause-1", "/a/b/#clause-1-a"] == sorted(each["url"] for each in found)


def test_what_is_minor_counts_for_less() -> None:
    """A word in the title or text of a work comes after the same word in a summary."""
    minor = replace(SINGING, is_minor=True)

    assert [["7", "1"], ["2", "0.5"]] == [
        re.findall('weight="([^"]+)"', stub_of(each).body) for each in (SINGING, minor)
    ]


def test_a_site_with_nothing_to_find_has_no_index(tmp_path: Path) -> None:
    """Pagefind would call that a failure."""
    assert [] == indexed(tmp_path, [])


def test_a_missing_pagefind_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site without its search is not published, and the message names what is missing."""
    monkeypatch.setattr(search, "_PAGEFIND", "no_such_pagefind")

    with pytest.raises(PublishingError, match="no_such_pagefind"):
        indexed(tmp_path, [stub_of(SINGING)])


def test_the_index_is_the_same_each_time(tmp_path: Path) -> None:
    """Two builds of the same content give the same bytes, facets and sorts included."""
    numbers = tuple((name, "3") for name in ("newest", "strongest", "largest"))
    entry = replace(SINGING, sorts=numbers)
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        indexed(folder, [stub_of(entry)])

    assert contents(first)
    assert contents(first) == contents(second)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

"""The search index: what a page is found by, and what happens without Pagefind."""

import json
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hub.page import Page, SearchEntry
from hub.publishing import PublishingError, search
from hub.publishing.search import Stub, gathering, indexing, stub_of

SINGING = Page(
    address="evidence/singing/", kind="summary", title='Sing <b> & "hum"', description="",
    html="<h1>Not indexed</h1>",
    search=SearchEntry(
        "choirs <i>", filters=(("art_form", "Song, dance: both"), ("art_form", "Choir")),
        meta=(("kind", "Evidence"),),
    ),
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
    packed = (bundle / "fragment").glob("*.pf_fragment")
    texts = (zlib.decompress(path.read_bytes(), wbits=31) for path in packed)
    return [json.loads(text.removeprefix(b"pagefind_dcd")) for text in texts]


def stubs_of(*pages: Page) -> list[Stub]:
    """Return the stubs of pages that have one."""
    return [stub for page in pages if (stub := stub_of(page))]


def test_a_page_is_indexed_by_its_search_entry(tmp_path: Path) -> None:
    """Title, text, filters and what is shown with a result arrive as they were given."""
    [found] = indexed(tmp_path, stubs_of(SINGING))

    assert "/evidence/singing/" == found["url"]
    assert 'Sing <b> & "hum"' == found["meta"]["title"]
    assert 'Sing <b> & "hum" choirs <i>' == found["content"]
    assert {"art_form": ["Song, dance: both", "Choir"]} == found["filters"]
    assert "Evidence" == found["meta"]["kind"]


def test_a_minor_page_counts_its_title_for_less() -> None:
    """A word in the title of a work comes after the same word in that of a summary."""
    page = replace(SINGING, search=SearchEntry("choirs", is_minor=True))

    assert ['<h1 data-pagefind-weight="7">', '<h1 data-pagefind-weight="2">'] == [
        stub.body[:29] for stub in stubs_of(SINGING, page)
    ]


def test_a_page_without_a_search_entry_is_not_indexed() -> None:
    """A page says itself whether it is to be found."""
    page = Page(address="x/", kind="x", title="X", description="", html="")

    assert [] == stubs_of(page)


def test_a_site_with_nothing_to_find_has_no_index(tmp_path: Path) -> None:
    """Pagefind would call that a failure."""
    assert [] == indexed(tmp_path, [])


def test_a_missing_pagefind_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site without its search is not published, and the message names what is missing."""
    monkeypatch.setattr(search, "_PAGEFIND", "no_such_pagefind")

    with pytest.raises(PublishingError, match="no_such_pagefind"):
        indexed(tmp_path, stubs_of(SINGING))


def test_the_index_is_the_same_each_time(tmp_path: Path) -> None:
    """Two builds of the same content give the same bytes, facets and sorts included."""
    numbers = tuple((name, "3") for name in ("newest", "strongest", "largest"))
    entry = replace(SINGING.search or SearchEntry(""), sorts=numbers)
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        indexed(folder, stubs_of(replace(SINGING, search=entry)))

    assert contents(first)
    assert contents(first) == contents(second)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

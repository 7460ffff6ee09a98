"""The search index: what a record is found by, and what happens without Pagefind."""

import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from hub.page import SearchEntry
from hub.pool import Pool, local
from hub.publishing import PublishingError, packed, search_reading
from hub.publishing.checksums import lines_of
from hub.publishing.search import Stub, make
from hub.publishing.search_groups import Kept
from hub.publishing.search_stubs import stub_of
from hub.publishing.writing import read_line
from hub.store import Store

SINGING = SearchEntry(
    "evidence/singing/", 'Sing <b> & "hum"', "choirs <i>",
    filters=(("art_form", "Song, dance: both"), ("art_form", "Choir"), ("certainty", "High")),
    meta=(("certainty", "High (GRADE)"), ("answer", "Perhaps")),
)  # fmt: skip
PAGE = Stub("about/", Markup("<h1>About the café</h1><h2>Who sings</h2><p>A choir-like hub</p>"))


def indexed(folder: Path, stubs: dict[str, str]) -> list[dict[str, Any]]:
    """Return what the index holds of each page, in the order of their numbers."""
    bundle = folder / "site" / "pagefind"
    bundle.parent.mkdir(parents=True)
    make(stubs, bundle, "en")
    files = (bundle / "fragment").rglob("*.pf_fragment")
    texts = {int(path.stem, 36): packed.unpacked(path.read_bytes()) for path in files}
    return [json.loads(texts[number].removeprefix(packed.MARK)) for number in sorted(texts)]


def given(*entries: SearchEntry) -> dict[str, str]:
    """Return stubs by address."""
    return {each.address: stub_of(each) for each in entries}


def test_a_record_is_indexed_by_its_search_entry(tmp_path: Path) -> None:
    """Title and text arrive as they were given."""
    [found] = indexed(tmp_path, given(SINGING))

    assert "/evidence/singing/" == found["url"]
    assert {"title": 'Sing <b> & "hum"'} == found["meta"]
    assert 'Sing <b> & "hum" choirs <i>' == found["content"]


def test_what_is_not_text_arrives_as_one_value(tmp_path: Path) -> None:
    """Facets, sorts and what is shown with a result: nobody searches their words."""
    [found] = indexed(tmp_path, given(replace(SINGING, sorts=(("newest", "1999"),))))

    assert {
        "facets": {"art_form": ["Song, dance: both", "Choir"], "certainty": ["High"]},
        "sorts": {"newest": "1999"},
        "shown": {"certainty": "High (GRADE)", "answer": "Perhaps"},
    } == json.loads(found["filters"]["record"][0])


def test_a_part_of_a_page_is_found_at_its_anchor(tmp_path: Path) -> None:
    """Beside the page itself, and beside other parts of it."""
    addresses = ["a/b/", "a/b/#clause-1", "a/b/#clause-1-a"]
    found = indexed(tmp_path, given(*(replace(SINGING, address=each) for each in addresses)))

    assert ["/a/b/", "/a/b/#clause-1", "/a/b/#clause-1-a"] == sorted(each["url"] for each in found)


def test_a_hand_written_page_stands_beside_records(tmp_path: Path) -> None:
    """Its HTML is read by Pagefind; in the index it comes after them."""
    found = indexed(tmp_path, {"about/": PAGE.html("en"), **given(SINGING)})

    assert ["/evidence/singing/", "/about/"] == [each["url"] for each in found]
    assert "About the café. Who sings. A choir-like hub." == found[1]["content"]


def test_the_lines_of_all_files_are_told(tmp_path: Path) -> None:
    """So that nobody has to read them once more."""
    stubs = {"about/": PAGE.html("en"), **given(SINGING)}
    lines = make(stubs, tmp_path / "pagefind", "en")

    assert [*lines_of(tmp_path)] == sorted(lines, key=lambda each: read_line(each)[1])


def test_words_may_be_read_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However words are shared out, each is found alike, and they share what finds them."""
    words = {"1": ["café", "choir", "choirs", "well-being"], "7": ["choir's"]}
    pages, pool = {"about/": PAGE.html("en")}, Pool(tmp_path)
    together = search_reading.read(words, pages, tmp_path / "together", "en", pool, Kept())
    monkeypatch.setattr(search_reading, "_EACH", 1)
    apart = search_reading.read(words, pages, tmp_path / "apart", "en", pool, Kept())

    assert 5 == len([*(tmp_path / "apart").iterdir()])
    assert ("cafe", "café") in together.keys
    assert replace(together, meta=[]) == replace(apart, meta=[])


def test_words_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Next time those alone are read that are new, with hand-written pages; all are found alike."""
    monkeypatch.setattr(search_reading, "_EACH", 1)
    pages, pool = {"about/": PAGE.html("en")}, Pool(tmp_path)
    old, new = ["café", "choirs", "well-being", "voices"], ["café", "choirs", "singing", "voices"]
    kept = Kept(Store(tmp_path / "cache.sqlite"), b"this")
    search_reading.read({"1": old, "7": old}, pages, tmp_path / "old", "en", pool, kept)
    some = search_reading.read({"1": new, "7": new}, pages, tmp_path / "new", "en", pool, kept)
    whole = search_reading.read({"1": new, "7": new}, pages, tmp_path / "all", "en", pool, Kept())

    assert [4, 2, 4] == [len([*(tmp_path / each).iterdir()]) for each in ("old", "new", "all")]
    assert whole == some


def test_a_site_with_nothing_to_find_has_no_index(tmp_path: Path) -> None:
    """Pagefind would call that a failure."""
    assert [] == indexed(tmp_path, {})


def test_a_missing_pagefind_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site without its search is not published, and the message names what is missing."""
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "no_such_pagefind")

    with pytest.raises(PublishingError, match="no_such_pagefind"):
        indexed(tmp_path, given(SINGING))


def test_the_index_is_the_same_each_time(tmp_path: Path) -> None:
    """Whatever comes first, and on whatever disk, the same content gives the same bytes."""
    numbers = tuple((name, "3") for name in ("newest", "strongest", "largest"))
    entries = [replace(SINGING, address=each, sorts=numbers) for each in ("a/", "b/", "c/")]
    first, second = tmp_path / "first", tmp_path / "second"
    indexed(first, {"about/": PAGE.html("en"), **given(*entries)})
    indexed(second, {**given(*reversed(entries)), "about/": PAGE.html("en")})

    assert contents(first)
    assert contents(first) == contents(second)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


TEXTS = (
    (
        "Does choir-singing help people's mood?",
        "Well-being – of the people’s café; it helps singers.",
    ),
    (
        "Naïve naive NAÏVE",
        "naïve-ish état-of-the-art a/b/c foo_bar HTMLParser 10,000 COVID-19 r&d @hub",
    ),
    ("Singing", ""),
    ("U.S. and e.g. (brackets)", "“quoted” 中文 £5 50% mothers' mother's o'clock ends *"),
    ("Twice\u00a0 twice", "twice\u200b with\n blanks"),
)


def test_words_are_where_pagefind_finds_them(tmp_path: Path) -> None:
    """Given the same records as pages, Pagefind makes the same index, but for its order."""
    entries = [
        SearchEntry(f"{number}/", title, text, is_minor=number % 2 == 0)
        for number, (title, text) in enumerate(TEXTS)
    ]
    indexed(tmp_path / "ours", given(*entries))
    theirs = tmp_path / "theirs"
    pages = {each.address: _page(each) for each in entries}
    search_reading.read({}, pages, theirs, "en", local(tmp_path), Kept())

    ours = _index(tmp_path / "ours" / "site" / "pagefind", _numbered)
    assert 60 < len(ours)
    assert _index(theirs / search_reading.FIRST, _named) == ours


def _page(entry: SearchEntry) -> str:
    weights = ("2", "0.5") if entry.is_minor else ("7", "1")
    body = Markup('<h1 data-pagefind-weight="{}">{}</h1><p data-pagefind-weight="{}">{}</p>')
    return Stub(entry.address, body.format(weights[0], entry.title, weights[1], entry.text)).html(
        "en"
    )


def _named(bundle: Path, pages: list[list[str]]) -> list[Path]:
    return [bundle / "fragment" / f"{name}.pf_fragment" for name, _ in pages]


def _numbered(bundle: Path, pages: tuple[str, list[int]]) -> list[Path]:
    folder, sizes = pages
    return [bundle / "fragment" / folder / f"{number}.pf_fragment" for number in range(len(sizes))]


def _index(bundle: Path, files: Callable[[Path, Any], list[Path]]) -> dict[Any, Any]:
    """Return fragments, and all that an index says of words, by the title of the page."""
    [path] = bundle.glob("*.pf_meta")
    _, pages, chunks, *_ = _unpacked(path)
    texts = [zlib.decompress(each.read_bytes(), wbits=31)[12:] for each in files(bundle, pages)]
    fragments = [json.loads(text) for text in texts]
    titles = [each["meta"]["title"] for each in fragments]
    found: dict[Any, Any] = {each["meta"]["title"]: {**each, "url": ""} for each in fragments}
    for name in (each[2] for each in chunks):
        for word, plain, others in _unpacked(bundle / "index" / f"{name}.pf_index")[0]:
            for form, some in [("", plain), *others]:
                number = 0
                for step, *places in some:
                    number += step
                    found[word, form, titles[number]] = places
    return found


def _unpacked(path: Path) -> list[Any]:
    return packed.load(packed.unpacked(path.read_bytes()))

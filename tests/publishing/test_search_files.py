"""The files of an index that browsers load first: short, and of the form that is known."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hub.page import Pairs, SearchEntry
from hub.publishing import PublishingError, packed, search_pagefind, search_reading
from hub.publishing.search import make
from hub.publishing.search_fragments import in_letters
from hub.publishing.search_stubs import stub_of

ONE = SearchEntry(
    "a/", "One", "two words",
    filters=(("kind", "Page"), ("art form", "Song"), ("art form", "Dance")),
)  # fmt: skip
TWO = SearchEntry("b/#part", "Two", filters=(("kind", "Clause"),), sorts=(("newest", "1999"),))
THREE = SearchEntry("c/", "Three", filters=(("kind", "Page"),))


def made(folder: Path, *entries: SearchEntry) -> tuple[dict[str, Any], list[packed.Value]]:
    """Make an index; return what its entry says of its language, and its list."""
    folder.mkdir()
    make({each.address: stub_of(each) for each in entries or (ONE, TWO, THREE)}, folder / "i", "en")
    known = json.loads((folder / "i/pagefind-entry.json").read_bytes())["languages"]["en"]
    content = packed.unpacked((folder / f"i/pagefind.{known['hash']}.pf_meta").read_bytes())
    return known, packed.load(content)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_browsers_load_one_folder_and_the_sizes_of_all_pages(tmp_path: Path) -> None:
    """Names would be most of the list; filters and sorts are none of Pagefind's business."""
    known, [version, pages, _, *rest] = made(tmp_path / "index")

    assert ("1.5.2", [known["records"], [3, 1, 1]], [[], [], ["title"]]) == (version, pages, rest)
    assert 3 == known["page_count"]
    assert not (tmp_path / "index/i/filter").exists()


def test_facets_and_sorts_are_files_of_what_each_record_has(tmp_path: Path) -> None:
    """The entry names each; values, and whatever has values, are in order."""
    known, _ = made(tmp_path / "index")
    found = {
        name: (tmp_path / "index/i" / path).read_text("utf-8")
        for part in ("facets", "sorts")
        for name, path in known[part].items()
    }

    assert {
        "art form": '{"values":["Dance","Song"],"width":1,"records":"01"}',
        "kind": '{"values":["Clause","Page"],"width":1,"records":"1,0,1"}',
        "newest": '{"values":["1999"],"width":1,"records":",0"}',
    } == found  # fmt: skip
    assert ["art form", "kind"] == [*known["facets"]]


def test_every_value_of_many_takes_as_many_digits(tmp_path: Path) -> None:
    """Of 37 values the last is "10": so each takes two, and the first is "00"."""
    years = [str(year) for year in range(1980, 2017)]
    filters: Pairs = tuple(("all years", year) for year in years)
    known, _ = made(tmp_path / "index", SearchEntry("a/", "One", filters=filters))
    found = json.loads((tmp_path / "index/i" / known["facets"]["all years"]).read_bytes())

    assert (2, years) == (found["width"], found["values"])
    assert ("000102", "0z10") == (found["records"][:6], found["records"][-4:])


def test_each_record_has_a_number_and_leads_to_its_part_of_a_page(tmp_path: Path) -> None:
    """In the order of addresses; the folder says which records they are of."""
    known, _ = made(tmp_path / "index")
    folder = tmp_path / "index/i/fragment" / known["records"]

    texts = [packed.unpacked((folder / f"{each}.pf_fragment").read_bytes()) for each in "012"]
    assert ["/a/", "/b/#part", "/c/"] == [
        json.loads(text.removeprefix(packed.MARK))["url"] for text in texts
    ]


def test_a_record_past_the_tenth_is_named_as_browsers_count() -> None:
    """`(36).toString(36)` is "10"."""
    assert ["0", "9", "a", "z", "10"] == [*map(in_letters, (0, 9, 10, 35, 36))]


def test_other_records_never_have_the_names_of_before(tmp_path: Path) -> None:
    """A browser that kept some of an older index does not show them for those of a newer one."""
    made(tmp_path / "one", ONE, TWO)
    made(tmp_path / "other", ONE, THREE)
    one, other = (
        {name for name in contents(tmp_path / each) if name.startswith(("i/fragment", "i/index"))}
        for each in ("one", "other")
    )

    assert one
    assert not one & other


BREAKS: dict[str, Callable[[bytes], bytes]] = {
    "*.pf_meta": lambda content: content[:-3],
    "wasm.en.pagefind": lambda _: b"",
    "index/*.pf_index": lambda content: content[:-1],
    "fragment/*.pf_fragment": lambda content: content[:8],
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_file_without_its_end_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pagefind does not say so when the disk was full."""
    _then(lambda index: _broken(index, name), monkeypatch)

    with pytest.raises(PublishingError, match=r'is not whole: "[^"]+".*disk is full'):
        made(tmp_path / "index")


@pytest.mark.parametrize(
    "content",
    [
        b"pagefind_dcd\x81\xf5",  # a truth value
        b"pagefind_dcd\x83\x01\x02",  # a list that ends too soon
        b"pagefind_dcd\x9f\xff",  # a list of unknown length
        b"pagefind_dcd\x80\x80",  # two values
        b"pagefind_dcd\x81\x64abc",  # a text that ends too soon
        b"pagefind_dcd\x82\x00\x80",  # no list of words
        b"another\x80",
    ],
)
def test_another_form_is_refused(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index that we do not understand is not published."""
    _then(lambda index: _rewritten(index, content), monkeypatch)

    with pytest.raises(PublishingError, match="a form that the hub does not know"):
        made(tmp_path / "index")


def test_words_that_pagefind_splits_otherwise_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every place after them would be wrong."""
    monkeypatch.setattr(search_reading, "escape", lambda text: text.replace("two", "two halves"))

    with pytest.raises(PublishingError, match="reads other words"):
        made(tmp_path / "index")


def _then(after: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Do something with the index that Pagefind leaves."""
    run = search_pagefind.run

    def both(site: Path, index: Path, patience: float) -> None:
        run(site, index, patience)
        after(index)

    monkeypatch.setattr(search_pagefind, "run", both)


def _broken(index: Path, name: str) -> None:
    for path in [*index.glob(name)][:1]:
        path.write_bytes(BREAKS[name](path.read_bytes()))


def _rewritten(index: Path, content: bytes) -> None:
    for path in index.glob("index/*.pf_index"):
        path.write_bytes(packed.packed(content))

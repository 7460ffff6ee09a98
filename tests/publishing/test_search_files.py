"""Pagefind's files: whole, in an order of their own, and of the form that is known."""

import json
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.publishing import PublishingError, packed
from hub.publishing.search_files import settle

VALUES: list[packed.Value] = [["Song", [1]], ["Dance", [0, 2]]]

FRAGMENTS = {"en_1f00d5": b'{"url":"/one/"}', "en_0aced1": b'{"url":"/two/#part/"}'}
"""What Pagefind writes of two records, by the names that it gives them."""


def bundle_in(folder: Path, *, turned: bool = False) -> Path:
    """Write an index of two filters, their values one way round or the other."""
    step = -1 if turned else 1
    files: dict[str, packed.Value] = {
        "en_aaaa111": ["art form", VALUES[::step]], "en_bbbb222": ["kind", [["Page", [3]]]],
    }  # fmt: skip
    pairs: list[packed.Value] = [["art form", "en_aaaa111"], ["kind", "en_bbbb222"]]
    (folder / "filter").mkdir(parents=True)
    for name, values in files.items():
        assert isinstance(values, list)
        (folder / "filter" / f"{name}.pf_filter").write_bytes(packed.dump(values))
    (folder / "fragment").mkdir()
    pages: list[packed.Value] = []
    for name, content in FRAGMENTS.items():
        fragment = zlib.compress(b"pagefind_dcd" + content, wbits=31)
        (folder / "fragment" / f"{name}.pf_fragment").write_bytes(fragment)
        pages.append([name, 12])
    sorts: list[packed.Value] = [["largest", [0, 1]], ["newest", [1, 0]]]
    meta: list[packed.Value] = ["1.5.2", pages, [], pairs[::step], sorts[::step], ["title"]]
    (folder / "pagefind.en_cccc333.pf_meta").write_bytes(packed.dump(meta))
    entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_cccc333", "page_count": 4}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
    (folder / "pagefind.js").write_text("export {};\n", encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_order_in_which_pagefind_writes_does_not_matter(tmp_path: Path) -> None:
    """Filters, their values and sorts are put in order, and named by what they hold."""
    one, other = bundle_in(tmp_path / "one"), bundle_in(tmp_path / "other", turned=True)
    assert contents(one) != contents(other)
    settle(one)
    settle(other)

    assert contents(one) == contents(other)


def test_the_names_lead_from_the_entry_to_the_filters(tmp_path: Path) -> None:
    """A browser finds every file, and no old one is left."""
    folder = bundle_in(tmp_path / "index")
    settle(folder)

    entry = json.loads((folder / "pagefind-entry.json").read_bytes())
    meta = folder / f"pagefind.{entry['languages']['en']['hash']}.pf_meta"
    pairs = packed.load(meta.read_bytes())[3]
    assert isinstance(pairs, list)
    found = {}
    for title, name in pairs:  # type: ignore[str-unpack, misc]
        found[title] = packed.load((folder / "filter" / f"{name}.pf_filter").read_bytes())
    assert {"art form": ["art form", VALUES[::-1]], "kind": ["kind", [["Page", [3]]]]} == found
    assert 7 == len(contents(folder))


def test_each_record_has_a_short_name_and_leads_to_its_part_of_a_page(tmp_path: Path) -> None:
    """Browsers load all names: numbers are small, and the folder says which records they are of."""
    folder = bundle_in(tmp_path / "index")
    settle(folder)

    (meta,) = folder.glob("*.pf_meta")
    pages = packed.load(meta.read_bytes())[1]
    assert isinstance(pages, list)
    names = [str(name) for name, _ in pages]  # type: ignore[str-unpack, misc]
    assert ["0", "1"] == [name.rpartition("/")[2] for name in names]
    assert 1 == len({name.rpartition("/")[0] for name in names})
    assert [b'pagefind_dcd{"url":"/one/"}', b'pagefind_dcd{"url":"/two/#part"}'] == [
        zlib.decompress((folder / "fragment" / f"{name}.pf_fragment").read_bytes(), wbits=31)
        for name in names
    ]


def test_other_records_never_have_the_names_of_before(tmp_path: Path) -> None:
    """A browser that kept some of an older index does not show them for those of a newer one."""
    one, other = bundle_in(tmp_path / "one"), bundle_in(tmp_path / "other")
    for folder in (one, other):
        (meta,) = folder.glob("*.pf_meta")
        content = packed.load(meta.read_bytes())
        assert isinstance(content[1], list)
        content[1] = content[1][:: 1 if folder == one else -1]
        meta.write_bytes(packed.dump(content))
        settle(folder)

    assert not {name for name in contents(one) if "fragment" in name} & set(contents(other))


BREAKS: dict[str, Callable[[bytes], bytes]] = {
    "pagefind.js": lambda content: content[:4],
    "pagefind-entry.json": lambda content: content[:-2],
    "pagefind.en_cccc333.pf_meta": lambda content: content[:-3],
    "filter/en_aaaa111.pf_filter": lambda _: b"",
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_file_without_its_end_is_refused(name: str, tmp_path: Path) -> None:
    """Pagefind does not say so when the disk was full."""
    path = bundle_in(tmp_path / "index") / name
    path.write_bytes(BREAKS[name](path.read_bytes()))

    with pytest.raises(PublishingError, match=f'is not whole: "{name}".*disk is full'):
        settle(tmp_path / "index")


@pytest.mark.parametrize(
    "content",
    [
        b"pagefind_dcd\x81\xf5",  # a truth value
        b"pagefind_dcd\x83\x01\x02",  # a list that ends too soon
        b"pagefind_dcd\x9f\xff",  # a list of unknown length
        b"pagefind_dcd\x81\x18\x01",  # a number longer than need be
        b"pagefind_dcd\x80\x80",  # two values
        b"another\x80",
    ],
)
def test_another_form_is_refused(content: bytes, tmp_path: Path) -> None:
    """An index that we would not write again byte for byte is none that we understand."""
    folder = bundle_in(tmp_path / "index")
    path = folder / "filter" / "en_bbbb222.pf_filter"
    path.write_bytes(zlib.compress(content, wbits=31))

    with pytest.raises(PublishingError, match="a form that the hub does not know"):
        settle(folder)


SIMPLE = st.integers(0, 2**64 - 1) | st.text()


@given(st.lists(st.recursive(SIMPLE, st.lists)))
def test_what_is_packed_can_be_unpacked(value: list[packed.Value]) -> None:
    """Numbers, texts and lists come back as they were, and the same value is the same bytes."""
    assert value == packed.load(packed.dump(value))
    assert packed.dump(value) == packed.dump(value)

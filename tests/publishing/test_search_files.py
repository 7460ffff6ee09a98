"""Pagefind's files: whole, short to load, and of the form that is known."""

import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.publishing import PublishingError, packed, search_fragments
from hub.publishing.search_files import settle

FRAGMENTS = {
    "en_1f00d5": ("/one/", {"facets": {"kind": ["Page"], "art form": ["Song", "Dance"]}}),
    "en_0aced1": ("/two/#part/", {"facets": {"kind": ["Clause"]}, "sorts": {"newest": "1999"}}),
    "en_2d2d2d": ("/three/", {"facets": {"kind": ["Page"]}}),
}
"""What Pagefind writes of three records, by the names that it gives them."""


def bundle_in(folder: Path) -> Path:
    """Write an index of three records, as Pagefind leaves it."""
    (folder / "fragment").mkdir(parents=True)
    pages: list[packed.Value] = []
    for name, (url, record) in FRAGMENTS.items():
        content = {"url": url, "filters": {"record": [json.dumps(record)]}}
        text = json.dumps(content, separators=(",", ":")).encode()
        (folder / "fragment" / f"{name}.pf_fragment").write_bytes(packed.packed(packed.MARK + text))
        pages.append([name, 12])
    (folder / "filter").mkdir()
    (folder / "filter" / "en_aaaa111.pf_filter").write_bytes(packed.dump(["record", []]))
    filters: list[packed.Value] = [["record", "en_aaaa111"]]
    meta: list[packed.Value] = ["1.5.2", pages, [], filters, [], ["title"]]
    (folder / "pagefind.en_cccc333.pf_meta").write_bytes(packed.dump(meta))
    (folder / "wasm.en.pagefind").write_bytes(packed.packed(packed.MARK + b"wasm"))
    known = {"hash": "en_cccc333", "wasm": "en", "page_count": 3}
    entry = {"version": "1.5.2", "languages": {"en": known}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
    (folder / "pagefind.js").write_text("export {};\n", encoding="utf-8")
    return folder


def settled(folder: Path) -> tuple[dict[str, Any], list[packed.Value]]:
    """Settle an index; return what its entry says of its language, and its list."""
    settle(bundle_in(folder))
    known = json.loads((folder / "pagefind-entry.json").read_bytes())["languages"]["en"]
    return known, packed.load((folder / f"pagefind.{known['hash']}.pf_meta").read_bytes())


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_browsers_load_one_folder_and_the_sizes_of_all_pages(tmp_path: Path) -> None:
    """Names would be most of the list; filters and sorts are none of Pagefind's business."""
    known, meta = settled(tmp_path / "index")

    assert ["1.5.2", [known["records"], [12, 12, 12]], [], [], [], ["title"]] == meta
    assert not (tmp_path / "index" / "filter").exists()


def test_facets_and_sorts_are_files_of_steps_between_records(tmp_path: Path) -> None:
    """The entry names each; values, and whatever has values, are in order."""
    known, _ = settled(tmp_path / "index")
    found = {
        name: (tmp_path / "index" / path).read_text("utf-8")
        for part in ("facets", "sorts")
        for name, path in known[part].items()
    }

    assert {
        "art form": '{"Dance":[0],"Song":[0]}', "kind": '{"Clause":[1],"Page":[0,2]}',
        "newest": '{"1999":[1]}',
    } == found  # fmt: skip
    assert ["art form", "kind"] == [*known["facets"]]


def test_each_record_has_a_number_and_leads_to_its_part_of_a_page(tmp_path: Path) -> None:
    """The folder says which records they are of."""
    known, _ = settled(tmp_path / "index")
    folder = tmp_path / "index" / "fragment" / known["records"]

    texts = [packed.unpacked((folder / f"{each}.pf_fragment").read_bytes()) for each in "012"]
    assert ["/one/", "/two/#part", "/three/"] == [
        json.loads(text.removeprefix(packed.MARK))["url"] for text in texts
    ]


def test_a_record_past_the_tenth_is_named_as_browsers_count(tmp_path: Path) -> None:
    """`(36).toString(36)` is "10"."""
    names = [f"en_{number}" for number in range(37)]
    for name in names:
        (tmp_path / f"{name}.pf_fragment").write_text(name, encoding="utf-8")
    inside = search_fragments.number(tmp_path, names)

    for name, text in {"9": "en_9", "a": "en_10", "z": "en_35", "10": "en_36"}.items():
        assert text == (tmp_path / inside / f"{name}.pf_fragment").read_text(encoding="utf-8")


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
    "wasm.en.pagefind": lambda _: b"",
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
    path = folder / "pagefind.en_cccc333.pf_meta"
    path.write_bytes(zlib.compress(content, wbits=31))

    with pytest.raises(PublishingError, match="a form that the hub does not know"):
        settle(folder)


SIMPLE = st.integers(0, 2**64 - 1) | st.text()


@given(st.lists(st.recursive(SIMPLE, st.lists)))
def test_what_is_packed_can_be_unpacked(value: list[packed.Value]) -> None:
    """Numbers, texts and lists come back as they were, and the same value is the same bytes."""
    assert value == packed.load(packed.dump(value))
    assert packed.dump(value) == packed.dump(value)

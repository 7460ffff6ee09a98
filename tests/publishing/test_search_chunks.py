"""The words of an index in small files: all of them, in order, as they were."""

import zlib
from pathlib import Path

import pytest

from hub.publishing import packed, search_chunks
from hub.publishing.search_chunks import cut

WORDS: list[packed.Value] = [
    [word, [[7, [1, 300], []], [70_000, [2], [[0, [1]]]]], [[f"{word}é", [[8, [3], []]]]]]
    for word in ("art", "choir", "dance", "sing")
]


def file_of(folder: Path, content: bytes) -> Path:
    """Write a file of words."""
    path = folder / "en_aaaa111.pf_index"
    path.write_bytes(packed.packed(content))
    return path


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file of four words, of which two are enough for a smaller one."""
    monkeypatch.setattr(search_chunks, "SIZE", 50)
    return file_of(tmp_path, zlib.decompress(packed.dump([WORDS]), wbits=31))


def test_files_hold_the_words_as_they_were(path: Path) -> None:
    """One after the other they make the whole; the file that held them all is gone."""
    chunks = cut(path)
    parts = [packed.load((path.parent / f"{name}.pf_index").read_bytes()) for *_, name in chunks]

    assert [[WORDS[:2]], [WORDS[2:]]] == parts
    assert not path.exists()


def test_each_file_tells_its_first_and_its_last_word(path: Path) -> None:
    """A browser fetches that between whose words the one asked for would stand."""
    assert [
        ("art", "choir", "en_aaaa111/0"), ("dance", "sing", "en_aaaa111/1"),
    ] == cut(path)  # fmt: skip


def test_numbers_below_nothing_are_passed(tmp_path: Path) -> None:
    """Pagefind writes the weight of a word as one: -25 is 0x38 0x18."""
    content = packed.MARK + b"\x81\x81\x83\x63art\x81\x83\x07\x82\x38\x18\x0c\x80\x80"

    assert [("art", "art", "en_aaaa111/0")] == cut(file_of(tmp_path, content))
    assert content == packed.unpacked((tmp_path / "en_aaaa111" / "0.pf_index").read_bytes())


@pytest.mark.parametrize(
    "content", [b"\x81\x61a", b"\x81\x81\x61a", b"\x81\x82\x83\x63art\x80\x80", b"\x81"]
)
def test_another_form_is_refused(content: bytes, tmp_path: Path) -> None:
    """What we do not understand is not cut."""
    with pytest.raises(ValueError, match=r"the words (have another form|end too soon)"):
        cut(file_of(tmp_path, packed.MARK + content))

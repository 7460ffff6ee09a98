"""Results kept between builds: right, or absent; never wrong, never in the way."""

import sqlite3
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub import store as module
from hub.store import Store, key_of

KEY = key_of("a")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a store may keep its file."""
    return tmp_path / "cache" / "kept.sqlite"


def test_what_was_kept_is_found(path: Path) -> None:
    """A value comes back under its key, and only under its own."""
    Store(path).keep({KEY: "ŵ"})

    assert {KEY: "ŵ"} == Store(path).find([KEY, key_of("b")])


def test_more_keys_than_one_question_takes(path: Path) -> None:
    """Thousands of values are found in one go."""
    values = {key_of(str(number)): str(number) for number in range(2000)}
    Store(path).keep(values)

    assert values == Store(path).find(values)


def test_without_a_path_nothing_is_kept() -> None:
    """A store without a file is an empty one."""
    store = Store()
    store.keep({KEY: "x"})

    assert {} == store.find([KEY])


@settings(deadline=None)
@given(position=st.integers(min_value=0, max_value=8191), bit=st.integers(min_value=0, max_value=7))
def test_a_flipped_bit_never_changes_a_value(
    tmp_path_factory: pytest.TempPathFactory, position: int, bit: int
) -> None:
    """Damage makes a value absent or leaves it right; writing afterwards works."""
    path = tmp_path_factory.mktemp("cache") / "kept.sqlite"
    Store(path).keep({KEY: "the value"})
    content = bytearray(path.read_bytes())
    content[position % len(content)] ^= 1 << bit
    path.write_bytes(content)

    assert Store(path).find([KEY]).get(KEY, "the value") == "the value"
    Store(path).keep({KEY: "the value"})


def test_a_file_that_is_no_store_is_replaced(path: Path) -> None:
    """Rubbish in place of the file is cleared away."""
    path.parent.mkdir()
    path.write_text("rubbish " * 1000, encoding="utf-8")
    store = Store(path)

    assert {} == store.find([KEY])
    store.keep({KEY: "x"})
    assert {KEY: "x"} == store.find([KEY])


def test_a_store_that_another_build_writes_to_is_not_in_the_way(path: Path) -> None:
    """While the file is locked, reading finds what was there and keeping is given up."""
    Store(path).keep({KEY: "x"})
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        Store(path).keep({key_of("b"): "y"})

        assert {KEY: "x"} == Store(path).find([KEY])
    finally:
        other.close()


def test_a_store_that_nobody_may_read_just_now_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another build has locked is not found, and there again when the lock is gone."""
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    Store(path).keep({KEY: "x"})
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert {} == Store(path).find([KEY])
    finally:
        other.close()

    assert {KEY: "x"} == Store(path).find([KEY])


def test_a_folder_that_cannot_be_written_is_not_in_the_way(tmp_path: Path) -> None:
    """Where a file stands in place of the folder, nothing is kept and nothing breaks."""
    (tmp_path / "cache").write_text("", encoding="utf-8")
    store = Store(tmp_path / "cache" / "kept.sqlite")
    store.keep({KEY: "x"})

    assert {} == store.find([KEY])


def test_parts_do_not_run_together() -> None:
    """Two ways to cut the same text are two keys."""
    assert key_of("ab", "c") != key_of("a", "bc")


def test_a_key_is_of_words_and_not_of_what_holds_them() -> None:
    """Python keeps some texts once and others twice; a key is the same, whatever is in them."""
    held, ours = sys.intern("choir"), b"choir".decode()

    assert key_of(held, held) == key_of(held, ours)

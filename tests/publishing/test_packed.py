"""Pagefind's packed files: what is written is read, and short."""

import zlib

from hypothesis import given
from hypothesis import strategies as st

from hub.publishing import packed

SIMPLE = st.integers(-(2**63), 2**64 - 1) | st.text()


@given(st.lists(st.recursive(SIMPLE, st.lists)))
def test_what_is_packed_can_be_unpacked(value: list[packed.Value]) -> None:
    """Numbers, texts and lists come back as they were, and the same value is the same bytes."""
    assert value == packed.load(packed.unpacked(packed.dump(value)))
    assert packed.dump(value) == packed.dump(value)


@given(st.integers(1, 5_000), st.binary(min_size=1, max_size=50))
def test_no_window_is_too_small(times: int, piece: bytes) -> None:
    """Packed with little memory, content takes no more than packed with all of it."""
    content = times * piece
    found = packed.packed(content)

    assert content == packed.unpacked(found)
    assert len(found) <= len(zlib.compress(content, 9, wbits=31)) + 16

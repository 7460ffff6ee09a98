"""Pagefind's packed files: gzip around a mark and CBOR, of which it uses numbers, texts and lists.

What is not of their form is an error here, and not an index that browsers cannot read.
CBOR: https://www.rfc-editor.org/rfc/rfc8949.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

MARK = b"pagefind_dcd"
"""With what every packed file begins."""
_AROUND, _LEAST, _MOST = 16, 9, 15
_GZIP = _AROUND + _MOST
"""What zlib calls gzip: 16, and the power of two that is its window."""
_BLOCK = 6
"""By how much the level of memory is less, with which all of a window is one block."""
_NUMBER, _NEGATIVE, TEXT, LIST = 0, 1, 3, 4

_FEW = 24
"""Numbers that are nothing but a head are less: RFC 8949, section 3."""

Value: TypeAlias = "int | str | list[Value]"


def unpacked(packed: bytes) -> bytes:
    """Return what is inside gzip.

    Raises:
        ValueError: A part is missing, or it is no gzip.
    """
    decompressor = zlib.decompressobj(wbits=_GZIP)
    try:
        content = decompressor.decompress(packed)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not decompressor.eof:
        raise ValueError("the file ends too soon")
    return content


def load(content: bytes) -> list[Value]:
    """Return the list in what was unpacked.

    Raises:
        ValueError: It is not whole, or not of the form that we know.
    """
    try:
        value, end = _read(content, len(MARK))
    except IndexError:
        raise ValueError("a value ends too soon") from None
    if not isinstance(value, list) or end != len(content) or not content.startswith(MARK):
        raise ValueError("it is not written as Pagefind 1.5 writes")
    return value


def dump(value: list[Value]) -> bytes:
    """Return a list as a packed file."""
    return packed(MARK + encoded(value))


def packed(content: bytes) -> bytes:
    """Return content inside gzip; the same content gives the same bytes on any day."""
    # A window as small as the content takes half the time, for the same bytes.
    window = min(max(len(content).bit_length(), _LEAST), _MOST)
    compressor = zlib.compressobj(
        9, wbits=_AROUND + window, memLevel=min(window - _BLOCK, zlib.DEF_MEM_LEVEL)
    )
    return compressor.compress(content) + compressor.flush()


def _read(content: bytes, at: int) -> tuple[Value, int]:
    """Return the value that begins at a place, and where it ends, or would end."""
    kind, number = content[at] >> 5, content[at] & 31
    at += 1
    if _FEW <= number < _FEW + 4:
        width = 1 << (number - _FEW)
        number = int.from_bytes(content[at : at + width], "big")
        at += width
    match kind:
        case 0:
            return number, at
        case 1:
            return -1 - number, at
        case 3:
            return content[at : at + number].decode(), at + number
        case 4:
            return _list(content, at, number)
    raise ValueError(f"it holds a value of kind {kind}")


def _list(content: bytes, at: int, number: int) -> tuple[list[Value], int]:
    values = list[Value]()
    for _ in range(number):
        # Most are small numbers, and a call takes longer than all else.
        if content[at] < _FEW:
            values.append(content[at])
            at += 1
        else:
            value, at = _read(content, at)
            values.append(value)
    return values, at


def encoded(value: Value | Sequence[int]) -> bytes:
    """Return a value as CBOR, the shortest way."""
    match value:
        case int():
            return head(_NUMBER, value) if value >= 0 else head(_NEGATIVE, -1 - value)
        case str():
            text = value.encode()
            return head(TEXT, len(text)) + text
    return head(LIST, len(value)) + b"".join(map(encoded, value))


@lru_cache(1 << 16)
def head(kind: int, number: int) -> bytes:
    """Return the head of a value: its kind, and its number or size."""
    if number < _FEW:
        return bytes([kind << 5 | number])
    power = next(power for power in range(4) if number < 1 << (8 << power))
    return bytes([kind << 5 | _FEW + power]) + number.to_bytes(1 << power, "big")

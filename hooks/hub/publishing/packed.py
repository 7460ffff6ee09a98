"""Pagefind's packed files: gzip around a mark and CBOR, of which it uses numbers, texts and lists.

What is not of their form is an error here, and not an index that browsers cannot read.
CBOR: https://www.rfc-editor.org/rfc/rfc8949.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

MARK = b"pagefind_dcd"
"""With what every packed file begins."""
_AROUND, _LEAST, _MOST = 16, 9, 15
_GZIP = _AROUND + _MOST
"""What zlib calls gzip: 16, and the power of two that is its window."""
_BLOCK = 6
"""By how much the level of memory is less, with which all of a window is one block."""
_LEVEL = 7
"""The next ones take two and three times as long, for one hundredth less."""
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
    following = iter(content.removeprefix(MARK))
    value = _value(next(following, 0), following)
    if not isinstance(value, list) or [*following] or not content.startswith(MARK):
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
        _LEVEL, wbits=_AROUND + window, memLevel=min(window - _BLOCK, zlib.DEF_MEM_LEVEL)
    )
    return compressor.compress(content) + compressor.flush()


def _value(first: int, following: Iterator[int]) -> Value:
    """Return the value that begins with a byte and goes on with those that follow."""
    kind, number = first >> 5, first & 31
    if number == _FEW:
        (number,) = islice(following, 1)
    elif _FEW < number < _FEW + 4:
        number = int.from_bytes(_bytes(following, 1 << (number - _FEW)), "big")
    match kind:
        case 4:
            # Most are small numbers, and a call takes longer than all else.
            values = [
                each if each < _FEW else _value(each, following)
                for each in islice(following, number)
            ]
            if len(values) == number:
                return values
            raise ValueError("a value ends too soon")
        case 0:
            return number
        case 1:
            return -1 - number
        case 3:
            return _bytes(following, number).decode()
    raise ValueError(f"it holds a value of kind {kind}")


def _bytes(following: Iterator[int], number: int) -> bytes:
    found = bytes(islice(following, number))
    if len(found) < number:
        raise ValueError("a value ends too soon")
    return found


def encoded(value: Value | Sequence[int]) -> bytes:
    """Return a value as CBOR, the shortest way."""
    match value:
        case int():
            return _number(value)
        case str():
            text = value.encode()
            return head(TEXT, len(text)) + text
    parts = [_number(each) if isinstance(each, int) else encoded(each) for each in value]
    return head(LIST, len(value)) + b"".join(parts)


@lru_cache(1 << 16)
def _number(value: int) -> bytes:
    return head(_NUMBER, value) if value >= 0 else head(_NEGATIVE, -1 - value)


@lru_cache(1 << 16)
def head(kind: int, number: int) -> bytes:
    """Return the head of a value: its kind, and its number or size."""
    if number < _FEW:
        return bytes([kind << 5 | number])
    power = next(power for power in range(4) if number < 1 << (8 << power))
    return bytes([kind << 5 | _FEW + power]) + number.to_bytes(1 << power, "big")

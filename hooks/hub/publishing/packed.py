"""Pagefind's packed files: gzip around a mark and CBOR, of which it uses numbers, texts and lists.

What is packed again is what was read, byte for byte; anything else is an error here, and not an
index that browsers cannot read. CBOR: https://www.rfc-editor.org/rfc/rfc8949.
"""

from __future__ import annotations

import zlib
from typing import TypeAlias

MARK = b"pagefind_dcd"
"""With what every packed file begins."""
_GZIP = 31
_NUMBER, TEXT, LIST = 0, 3, 4

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


def load(packed: bytes) -> list[Value]:
    """Return the list in a packed file.

    Raises:
        ValueError: It is not whole, or not of the form that we know.
    """
    content = unpacked(packed)
    value = _Reader(content.removeprefix(MARK)).value()
    if not isinstance(value, list) or MARK + _encoded(value) != content:
        raise ValueError("it is not written as Pagefind 1.5 writes")
    return value


def dump(value: list[Value]) -> bytes:
    """Return a list as a packed file."""
    return packed(MARK + _encoded(value))


def packed(content: bytes) -> bytes:
    """Return content inside gzip; the same content gives the same bytes on any day."""
    return zlib.compress(content, 9, wbits=_GZIP)


class _Reader:
    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def value(self) -> Value:
        head = self._take(1)[0]
        kind, number = head >> 5, head & 31
        if number in {24, 25, 26, 27}:
            number = int.from_bytes(self._take(1 << (number - 24)), "big")
        match kind:
            case 0:
                return number
            case 3:
                return self._take(number).decode()
            case 4:
                return [self.value() for _ in range(number)]
        raise ValueError(f"it holds a value of kind {kind}")

    def _take(self, size: int) -> bytes:
        taken = self._content[self._at : self._at + size]
        if len(taken) < size:
            raise ValueError("a value ends too soon")
        self._at += size
        return taken


def _encoded(value: Value) -> bytes:
    match value:
        case int():
            return head(_NUMBER, value)
        case str():
            text = value.encode()
            return head(TEXT, len(text)) + text
    return head(LIST, len(value)) + b"".join(map(_encoded, value))


def head(kind: int, number: int) -> bytes:
    """Return the head of a value: its kind, and its number or size."""
    if number < 24:  # noqa: PLR2004 - RFC 8949, section 3
        return bytes([kind << 5 | number])
    power = next(power for power in range(4) if number < 1 << (8 << power))
    return bytes([kind << 5 | 24 + power]) + number.to_bytes(1 << power, "big")

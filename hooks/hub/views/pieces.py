"""Long data files, made piece by piece: one record after the other, JSON with one on each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic_core import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def joined(
    parts: Iterable[bytes], between: bytes = b"\n", begin: bytes = b"", end: bytes = b""
) -> Iterator[bytes]:
    """Yield the parts with something between them, and around them all."""
    yield begin
    for number, part in enumerate(parts):
        if number:
            yield between
        yield part
    yield end


LINE = b",\n"
"""What stands between two lines of a JSON list."""


def json_list(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a JSON list; `lines` are its entries, or some of them with `LINE` between."""
    return joined(lines, LINE, b"[\n", b"\n]\n")


def json_object(head: Mapping[str, object], name: str, lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a JSON object whose last value, called `name`, is such a list."""
    begin = to_json({**head, name: []}).removesuffix(b"]}")
    return joined(lines, LINE, begin + b"\n", b"\n]}\n")

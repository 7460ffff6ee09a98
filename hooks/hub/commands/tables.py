"""A table from a form or a spreadsheet: read whole, its columns matched with fields of ours.

What a cell means is for the command that imports it. Columns that nobody asked for are not read,
and what looks personal in them is said, so that the file itself is handled with care.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from hub.codes import Code
from hub.diagnostics import any_of, did_you_mean
from hub.loading.privacy import find_personal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

_FORMULA = re.compile("[ \u00a0\ufeff']*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet would run; before it, it skips blanks, and an apostrophe hides it."""
_NUMBER = re.compile(r"-\d+(\.\d+)?")
"""A number below nothing, such as a longitude: a spreadsheet runs nothing of it."""
_NOTHING = {"-", "–", "—", "n/a", "na", "none"}
"""What people write where they have nothing to say."""
_PERSONAL = {
    Code.EMAIL_IN_PUBLIC_FILE: "e-mail addresses",
    Code.PHONE_IN_PUBLIC_FILE: "telephone numbers",
    Code.POSTCODE_IN_PUBLIC_FILE: "postcodes",
}


class RowError(Exception):
    """A row that cannot be taken; `field` is the one at fault, "" where it is the whole row."""

    def __init__(self, field: str, reason: str) -> None:
        """Say why the row cannot be taken."""
        super().__init__(reason)
        self.field = field


@dataclass(frozen=True, slots=True)
class Table:
    """The heads of the columns, and the rows with the numbers that a spreadsheet shows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str


def read_table(path: Path) -> Table:
    """Return a CSV file: UTF-8, UTF-16 or Windows-1252; with commas, semicolons or tabs.

    Raises:
        click.ClickException: It is no table.
    """
    text, encoding = _decoded(path.read_bytes())
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        lines = [*csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)]
    except csv.Error as error:
        raise click.ClickException(f"{path.name} is not a CSV file: {error}") from None
    heads = tuple(each.strip() for each in lines[0]) if lines else ()
    if not any(heads):
        raise click.ClickException(f"{path.name} has no line with the heads of its columns")
    twice = {each for each in heads if each and heads.count(each) > 1}
    if twice:
        raise click.ClickException(f"{path.name} has two columns called {any_of(sorted(twice))}")
    rows = enumerate(map(tuple, lines[1:]), start=2)
    return Table(heads, tuple((n, row) for n, row in rows if any(map(str.strip, row))), encoding)


def _decoded(content: bytes) -> tuple[str, str]:
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise click.ClickException("the file is not text; save it as CSV, UTF-8")


def columns(
    table: Table, fields: Collection[str], maps: Iterable[str], mapping: Path | None
) -> dict[str, str]:
    """Return the head of the column for each field that has one.

    `maps` are texts like `role=Job title`; a mapping file says the same in lines like
    `role: Job title`. A column that is called like a field needs neither.

    Raises:
        click.UsageError: A field or a column does not exist.
    """
    found = {_name(head): head for head in table.heads if _name(head) in fields}
    for field, head in (*_lines(mapping, fields), *(pair(each, fields) for each in maps)):
        if head not in table.heads:
            advice = did_you_mean(head, table.heads, f"there is {any_of(table.heads)}")
            raise click.UsageError(f'the file has no column "{head}"; {advice}')
        found[field] = head
    return found


def pair(text: str, fields: Collection[str]) -> tuple[str, str]:
    """Return `field=value` as two texts.

    Raises:
        click.UsageError: There is no sign between them, or no such field.
    """
    field, sign, value = (each.strip() for each in text.partition("="))
    if not sign:
        raise click.UsageError(f'"{text}" has no "="; write it like role="Job title"')
    if field not in fields:
        advice = did_you_mean(field, fields, f"there is {any_of(fields)}")
        raise click.UsageError(f'there is no field "{field}"; {advice}')
    return field, value


def _lines(mapping: Path | None, fields: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield what the lines of a mapping file say: `role: Job title`."""
    text = mapping.read_text(encoding="utf-8-sig") if mapping else ""
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield pair(line.replace(":", "=", 1), fields)


def values(table: Table, row: tuple[str, ...], heads: Mapping[str, str]) -> dict[str, str]:
    """Return what a row says by field.

    Raises:
        RowError: It has too many cells, or one that a spreadsheet would run.
    """
    if len(row) > len(table.heads):
        raise RowError("", "it has more cells than there are columns; is a text with commas "
                       "without quotation marks?")  # fmt: skip
    cells = dict(zip(table.heads, row, strict=False))
    found = {}
    for field, head in heads.items():
        text = cells.get(head, "").strip()
        if not text or text.casefold() in _NOTHING:
            continue
        if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
            raise RowError(field, f'a spreadsheet would run "{text[:20]}"; if it is a name, '
                           "record it with `hub sign`")  # fmt: skip
        found[field] = text
    return found


def unread(table: Table, heads: Mapping[str, str]) -> Iterator[str]:
    """Yield the columns that are not read, each with what it holds that is personal."""
    for position, head in enumerate(table.heads):
        if head not in heads.values():
            cells = (row[position] for _, row in table.rows if position < len(row))
            found = (each.code for cell in cells for each in find_personal(cell))
            kinds = dict.fromkeys(_PERSONAL[code] for code in found if code in _PERSONAL)
            yield f'"{head}"' + (f" (holds {' and '.join(kinds)})" if kinds else "")


def _name(head: str) -> str:
    return re.sub(r"\W+", "_", head.strip().casefold())

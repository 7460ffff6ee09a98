"""A record's file in its usual form: line ends, blanks, and fields in the order of the model.

What the file says never changes: the fields before and after are compared, and where they differ
the file is left as it was. Comments stay above the field that they stand above.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ruamel.yaml.error import YAMLError

from hub.commands.writing import editable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hub.model.base import Record

_FIELD = re.compile(r"([A-Za-z_][\w-]*):(?=\s|$)")


def tidy(text: str, model: type[Record]) -> str:
    """Return the text of a record's file in its usual form."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    lines = [line.rstrip(" \t") for line in plain.strip("\n").split("\n")]
    tidied = "\n".join(_in_order(lines, tuple(model.model_fields))).strip("\n") + "\n"
    return tidied if tidied == text or _says_the_same(text, tidied) else text


def _says_the_same(text: str, other: str) -> bool:
    """Tell whether two texts of a record have the same fields; a broken one is like no other."""
    try:
        return dict(editable(text)) == dict(editable(other))
    except YAMLError:
        return False


def _in_order(lines: Sequence[str], fields: Sequence[str]) -> Sequence[str]:
    """Return the lines with the blocks of the fields in this order; unknown fields come last."""
    head, blocks = _blocks(lines)
    order = [fields.index(name) if name in fields else len(fields) for name, _ in blocks]
    if order == sorted(order):
        return lines
    moved = sorted(zip(order, blocks, strict=True), key=lambda each: each[0])
    return [*head, *(line for _, (_, block) in moved for line in block)]


def _blocks(lines: Sequence[str]) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """Cut lines into a block for each field, by its name, with the comments right above it.

    Comments with an empty line below belong to what is above them: at the top, to the file.
    """
    head = list[str]()
    blocks = list[tuple[str, list[str]]]()
    comments = list[str]()
    for line in lines:
        if field := _FIELD.match(line):
            blocks.append((field[1], [*comments, line]))
        elif line.startswith("#"):
            comments.append(line)
            continue
        else:
            (blocks[-1][1] if blocks else head).extend([*comments, line])
        comments = []
    (blocks[-1][1] if blocks else head).extend(comments)
    return head, blocks

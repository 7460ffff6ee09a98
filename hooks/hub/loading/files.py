"""Read one file as UTF-8 text, and say kindly why when that is not possible."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.source import SourceText, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 2_000_000
"""No record is larger; the reference library is read with a limit of its own."""
MAX_FAULTS = 100
"""Faults of one kind told of one file: whoever mends these sees the next ones afterwards."""

# Characters that no reader can see: controls, line ends that only some programs know, direction
# changes, marks of no width, fillers, tags, private use, and code points that are no characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff\r](?!(?<=\r)\n)"
)
_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\n"
"""What nearly all texts are made of; none of it is hidden."""
_SELECTORS = ("VARIATION SELECTOR", "MONGOLIAN FREE VARIATION SELECTOR")
_JOINERS = "\u200c\u200d"
# Arabic, Syriac, N'Ko, the scripts of India and South-East Asia, Mongolian; and Arabic forms.
_JOINED_LETTER = re.compile("[\u0600-\u109f\u1780-\u1aff\ua8e0-\ua8ff\ufb50-\ufdff\ufe70-\ufefc]")


def read_text(
    path: Path, name: str, limit: int = MAX_BYTES, *, exactly: bool = False
) -> SourceText | Diagnostic:
    """Return the text of a file, or the diagnostic that says why it cannot be read.

    A byte-order mark and Windows line ends are accepted; `exactly` keeps the mark in the text.
    `name` is the path to print.
    """
    try:
        if path.is_symlink():
            return _unreadable(name, "this is a symbolic link, and links are not followed")
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return _unreadable(name, f"the file cannot be read: {reason}")
    return decoded(content, name, limit, exactly=exactly)


def decoded(
    content: bytes, name: str, limit: int = MAX_BYTES, *, exactly: bool = False
) -> SourceText | Diagnostic:
    """Return the text that `read_text` would return of a file with this content."""
    if len(content) > limit:
        return Diagnostic(
            code=Code.TOO_LARGE, span=Span(name),
            message=f"the file holds more than {limit:,} bytes",
            expected=f"at most {limit:,} bytes", help="split it, or leave out what does not belong",
        )  # fmt: skip
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(name, content, error.start)
    if not text.strip("\ufeff \t\r\n"):
        return Diagnostic(
            code=Code.EMPTY_FILE, span=Span(name), message="the file is empty",
            expected="the fields of one record", help="fill it in, or delete the file",
        )  # fmt: skip
    return SourceText(name, text if exactly else text.removeprefix("\ufeff"))


def hidden_characters(source: SourceText) -> list[Diagnostic]:
    """Return a diagnostic for each invisible or direction-changing character."""
    if source.text.isascii() and not source.text.encode().translate(None, _PLAIN):
        return []  # thirty times as fast
    return [
        Diagnostic(
            code=Code.HIDDEN_CHARACTER,
            span=source.span(match.start(), match.end()),
            message=f"an invisible character, {_describe(match[0])}, stands here",
            expected="only characters that a reader can see",
            help="delete it; typing the words around it anew is the surest way",
        )
        for match in islice(find_hidden(source.text), MAX_FAULTS)
    ]


def hidden_escape(source: SourceText, start: int, end: int, value: str) -> Diagnostic | None:
    """Return what to say of a value, written from `start` to `end`, that escapes hide marks in."""
    found = next(find_hidden(value), None)
    return found and Diagnostic(
        code=Code.HIDDEN_CHARACTER, span=source.span(start, end),
        message=f"an invisible character, {_describe(found[0])}, is written here as an escape",
        expected="only characters that a reader can see", help="delete the escape",
    )  # fmt: skip


def find_hidden(text: str) -> Iterator[re.Match[str]]:
    """Yield every character that cannot be seen, but for those that spelling wants."""
    return (match for match in _HIDDEN.finditer(text) if not _is_spelling(text, match.start()))


def _is_spelling(text: str, position: int) -> bool:
    """Tell whether a mark belongs to the letters around it.

    Persian and Indic spelling wants joiners between letters, and Chinese, Japanese and Mongolian
    characters, like signs, may have a selector after them.
    """
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if text[position] in _JOINERS:
        return bool(_JOINED_LETTER.match(before) and _JOINED_LETTER.match(after))
    if not before or not unicodedata.name(text[position], "").startswith(_SELECTORS):
        return False
    return unicodedata.category(before) in {"Lo", "So"}


def _unreadable(name: str, message: str) -> Diagnostic:
    return Diagnostic(
        code=Code.UNREADABLE_FILE, span=Span(name), message=message,
        expected="a readable text file",
        help="put the file itself here, and let everybody read it",
    )  # fmt: skip


def _describe(character: str) -> str:
    name = unicodedata.name(character, "a control character").lower()
    return f"U+{ord(character):04X} ({name})"


def _not_utf8(name: str, content: bytes, position: int) -> Diagnostic:
    before = content[:position].decode("utf-8", "replace")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Diagnostic(
        code=Code.NOT_UTF8, span=Span(name, line, column, line, column + 1),
        message=f"the byte 0x{content[position]:02X} is not UTF-8 text",
        expected="a file saved as UTF-8",
        help="open it in your editor and save it again with the encoding UTF-8",
    )  # fmt: skip

"""Read one file as UTF-8 text, and say kindly why when that is not possible."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.source import SourceText, Span

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 2_000_000
"""No record is larger; the reference library is read with a limit of its own."""

# Characters that no reader can see: controls, line separators that YAML would take for line
# ends, direction changes, zero-width marks, tags and private use.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u200c\u200d\u2060-\u2069\ufeff\ufff9-\ufffb\ue000-\uf8ff\U000e0000-\U000e007f]"
)
_JOINERS = "\u200c\u200d"


def read_text(path: Path, name: str, limit: int = MAX_BYTES) -> SourceText | Diagnostic:
    """Return the text of a file, or the diagnostic that says why it cannot be read.

    A byte-order mark and Windows line ends are accepted. `name` is the path to print.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        return Diagnostic(
            code=Code.UNREADABLE_FILE, span=Span(name),
            message=f"the file cannot be read: {(error.strerror or 'unknown reason').lower()}",
            expected="a readable text file", help="check that the file exists and may be opened",
        )  # fmt: skip
    if len(content) > limit:
        return Diagnostic(
            code=Code.TOO_LARGE, span=Span(name),
            message=f"the file holds {len(content):,} bytes",
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
    return SourceText(name, text.removeprefix("\ufeff"))


def hidden_characters(source: SourceText) -> list[Diagnostic]:
    """Return a diagnostic for each invisible or direction-changing character."""
    return [
        Diagnostic(
            code=Code.HIDDEN_CHARACTER,
            span=source.span(match.start(), match.end()),
            message=f"an invisible character, {_describe(match[0])}, stands here",
            expected="only characters that a reader can see",
            help="delete it; typing the words around it anew is the surest way",
        )
        for match in _HIDDEN.finditer(source.text)
        if not _joins_letters(source.text, match.start())
    ]


def _joins_letters(text: str, position: int) -> bool:
    """Tell whether a joiner stands between letters, as Persian and Indic spelling wants it."""
    if text[position] not in _JOINERS or not 0 < position < len(text) - 1:
        return False
    before, after = (unicodedata.category(text[position + step])[0] for step in (-1, 1))
    return before in "LM" and after in "LM"


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

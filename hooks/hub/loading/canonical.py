"""Can the text of a concordat be written in only one way?

A signature binds to the bytes of the file, so that anybody can check it with `sha256sum`. What an
editor or a copy may change without showing it is refused, not repaired. Once a text is locked, one
thing is let pass: line ends that a checkout has turned to those of Windows, for the lock proves
that nothing else was changed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from hub.codes import Code, Severity
from hub.diagnostics import Diagnostic
from hub.model.locks import fingerprint
from hub.source import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_COMPOSED = re.compile(r"\w[\u0300-\u036f]")
_RULES = (
    (
        re.compile(r"\r\n"),
        "a line ends in the way of Windows",
        "save the file with the line ends LF",
    ),
    (re.compile(r"\t"), "a tab stands in the text", "write spaces"),
    (
        re.compile(r"(?<![^\S\r\n])[^\S\r\n]++$", re.MULTILINE),
        "a line ends with a blank",
        "delete the blank",
    ),
    (re.compile(r"(?<!\n)\Z"), "the last line has no end", "end the last line with a line break"),
    (re.compile(r"(?<=[^\n]\n)\n++\Z"), "empty lines stand at the end", "delete them"),
)


def canonical_text(source: SourceText, locked: str = "") -> tuple[SourceText, list[Diagnostic]]:
    """Return the text with the line ends LF, and where it could be written otherwise.

    `locked` is the SHA-256 of the text that was published, "" while none was.
    """
    text = source.text.replace("\r\n", "\n")
    if text != source.text and fingerprint(text) == locked:
        faults = [_only_line_ends(source)]
    else:
        faults = [*more_than_one_way(source)]
    return SourceText(source.path, text), faults


def more_than_one_way(source: SourceText) -> Iterator[Diagnostic]:
    """Yield the first place of each kind where the same words could be written otherwise."""
    for pattern, message, advice in _RULES:
        if found := pattern.search(source.text):
            yield _fault(source, found.start(), message, advice)
    if not unicodedata.is_normalized("NFC", source.text):
        found = _NOT_COMPOSED.search(source.text)
        message = "a letter and its accent are two characters"
        yield _fault(source, found.start() if found else 0, message, "type the letter anew")


def _only_line_ends(source: SourceText) -> Diagnostic:
    start = source.text.find("\r\n")
    return Diagnostic(
        code=Code.NOT_CANONICAL, span=source.span(start, start + 1), severity=Severity.NOTICE,
        message="the lines end in the way of Windows; every word is as it was published, "
        "so this is accepted",
        expected="the line ends LF, with which the text was hashed",
        help="save the file with the line ends LF, so that `sha256sum` gives the published hash",
    )  # fmt: skip


def _fault(source: SourceText, start: int, message: str, advice: str) -> Diagnostic:
    return Diagnostic(
        code=Code.NOT_CANONICAL, span=source.span(start, start + 1), message=message,
        expected="one way to write the text: UTF-8, LF, no blanks at the end of lines", help=advice,
    )  # fmt: skip

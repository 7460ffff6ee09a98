"""How much a text may hold before anybody parses it.

Markdown parsers take quadratic time for brackets that are never closed and fail on very deep
nesting, so that one page could stop every build. The limits are far above what a person writes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic

if TYPE_CHECKING:
    from hub.source import SourceText

MAX_PAGE_BYTES = 64_000
"""A page, or the text of a concordat: about 10,000 words."""
MAX_LINE = 20_000
MAX_BLOCK = 6_000
"""Characters between two blank lines of a Markdown file: three pages of print."""
MAX_OPEN = 100
"""Brackets inside each other."""
MAX_NESTING = 20
"""Quotations and lists inside each other."""

_LONG_LINE = re.compile(rf"^[^\n]{{{MAX_LINE + 1}}}", re.MULTILINE)
_BRACKET_OR_GAP = re.compile(r"[\[\](){}]|\n[ \t\r]*\n")
_STEPS = {"[": 1, "(": 1, "{": 1, "]": -1, ")": -1, "}": -1}
# It begins with a line end and one mark, so that most lines are done with at once.
_DEEP = re.compile(
    r"\n(?=[ \t]*+[>*+\d-])"
    rf"(?:[ \t]*(?:>|[*+-](?=[ \t])|\d{{1,9}}[.)](?=[ \t]))){{{MAX_NESTING + 1}}}"
)
_INDENTED = re.compile(rf"^[ \t]{{{4 * MAX_NESTING + 1},}}\S", re.MULTILINE)
_FENCED = re.compile(r"^(?P<fence>```|~~~).*?^(?P=fence)", re.DOTALL | re.MULTILINE)


def beyond_limits(source: SourceText) -> Diagnostic | None:
    """Return what makes a text too much to parse, if anything."""
    is_page = source.path.endswith(".md")
    text = _FENCED.sub(_blank, source.text) if is_page else source.text
    if len(source.text) > MAX_LINE and (found := _LONG_LINE.search(source.text)):
        return _fault(source, found.start(), f"a line is longer than {MAX_LINE:,} characters")
    if found := _DEEP.search("\n" + text) or (is_page and _INDENTED.search(text)) or None:
        return _fault(source, found.start(), f"the text is nested more than {MAX_NESTING} deep")
    if (start := _too_many_open(text)) is not None:
        return _fault(source, start, f"more than {MAX_OPEN} brackets are open at once")
    if is_page and (start := _long_block(text)) is not None:
        message = f"a paragraph, list or table is longer than {MAX_BLOCK:,} characters"
        return _fault(source, start, message)
    return None


def _blank(fenced: re.Match[str]) -> str:
    return "\n" * len(fenced[0])


def _too_many_open(text: str) -> int | None:
    """Return where the first bracket stands that is one too many, counted anew in each block."""
    if sum(map(text.count, "[({")) <= MAX_OPEN:
        return None
    depth = 0
    for found in _BRACKET_OR_GAP.finditer(text):
        step = _STEPS.get(found[0])
        depth = max(depth + step, 0) if step else 0
        if depth > MAX_OPEN:
            return found.start()
    return None


def _long_block(text: str) -> int | None:
    """Return where the first block begins that is too long."""
    start = position = 0
    for line in text.split("\n"):
        if not line.strip():
            start = position + len(line) + 1
        elif position + len(line) - start > MAX_BLOCK:
            return start
        position += len(line) + 1
    return None


def _fault(source: SourceText, start: int, message: str) -> Diagnostic:
    return Diagnostic(
        code=Code.TOO_LARGE, span=source.span(start, start + 1), message=message,
        expected="what a person would write and read",
        help="check whether something was pasted here by mistake",
    )  # fmt: skip

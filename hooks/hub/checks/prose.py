"""Is every text fit to publish? Placeholders, HTML, links that are not links.

The pages would make all of this harmless (`hub.views`); refusing it here tells its writer.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from hub.checks.markup import faults_in, has_markup, html_in, without_code
from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.model.marks import IsProse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.checks.markup import Fault
    from hub.checks.reading import Reading
    from hub.model.base import Record
    from hub.model.hub import Hub
    from hub.model.references import Reference
    from hub.source import Loc, SourceText, Span

# What writers leave where words are still to come; none stands here for work undone.
_PLACEHOLDER = re.compile(r"\b(?:QQ+|TODO|TBC|TBD|FIXME|XXX+)\b|\b[Ll]orem ipsum\b")
# Each placeholder holds one of these, which are looked for ten times as fast.
_SIGNS = ("QQ", "TODO", "TBC", "TBD", "FIXME", "XXX", "orem ipsum")
_AT_MOST = 20
"""Faults told of one text; whoever has more to mend sees the next ones afterwards."""
_LINES = ("title", "container_title", "publisher", "note")
"""The texts of a reference that a page prints."""


def check_prose(reading: Reading) -> Iterator[Diagnostic]:
    """Yield what must not be published, wherever a record holds text."""
    record = reading.record
    # All texts at once: few records have one with a fault, and there may be half a million.
    together = "\n".join([text for _, _, text in reading.texts])
    if not (has_markup(together) or placeholder_in(together)):
        return
    for loc, mark, text in reading.texts:
        yield from _check_text(record, loc, text, is_prose=isinstance(mark, IsProse))


def check_printed(reference: Reference) -> Iterator[Diagnostic]:
    """Yield HTML in what pages print of a reference."""
    for name in _LINES:
        if "<" in (text := getattr(reference, name)):
            yield from _in_record(reference, (name,), text, html_in(text))


def placeholder_in(text: str) -> re.Match[str] | None:
    """Return the first placeholder in a text, if there is one."""
    if any(sign in text for sign in _SIGNS):
        return _PLACEHOLDER.search(text)
    return None


def check_files(hub: Hub) -> Iterator[Diagnostic]:
    """Yield what must not be published in concordat texts and pages."""
    for version in hub.texts.values():
        yield from _in_file(version.source, 0, faults_in(version.source.text))
    for page in hub.docs.values():
        yield from _in_file(page.source, page.body_start, faults_in(page.body, reviewed=True))


def _check_text(record: Record, loc: Loc, text: str, *, is_prose: bool) -> Iterator[Diagnostic]:
    if match := placeholder_in(text):
        yield Diagnostic(
            code=Code.PLACEHOLDER_TEXT, span=record.origin.span_of(loc, match[0]),
            message=f'"{match[0]}" was meant to be replaced',
            expected="finished text", help="write what belongs here, or delete the sentence",
        )  # fmt: skip
    if is_prose:
        yield from _in_record(record, loc, text, faults_in(text))
    elif "<" in text:
        yield from _in_record(record, loc, text, html_in(without_code(text)))


def _in_record(
    record: Record, loc: Loc, text: str, faults: Iterator[Fault]
) -> Iterator[Diagnostic]:
    for fault in islice(faults, _AT_MOST):
        written = text[fault.start : fault.end]
        occurrence = text.count(written, 0, fault.start)
        yield _diagnostic(fault, record.origin.span_of(loc, written, occurrence))


def _in_file(source: SourceText, start: int, faults: Iterator[Fault]) -> Iterator[Diagnostic]:
    for fault in islice(faults, _AT_MOST):
        yield _diagnostic(fault, source.span(start + fault.start, start + fault.end))


def _diagnostic(fault: Fault, span: Span) -> Diagnostic:
    return Diagnostic(
        code=fault.code, span=span, message=fault.message, expected=fault.expected, help=fault.help
    )

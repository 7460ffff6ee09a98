"""One diagnostic, many renderings: text for people, GitHub's annotations, JSON for tools."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from hub.codes import Severity
from hub.diagnostics import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hub.diagnostics import Diagnostic
    from hub.source import SourceText, Span

_MAX_EXCERPT = 160


def text(diagnostics: Iterable[Diagnostic], sources: Mapping[str, SourceText]) -> str:
    """Return every diagnostic with its excerpt, a blank line between, in order."""
    return "\n".join(text_of(each, sources) for each in in_order(diagnostics))


def text_of(diagnostic: Diagnostic, sources: Mapping[str, SourceText]) -> str:
    """Return one diagnostic: a first line that stands alone, the excerpt, what to do."""
    margin = " " * len(str(diagnostic.span.line))
    head = f"{diagnostic.span}: {diagnostic.weight.value}[{diagnostic.code.slug}]"
    lines = [
        f"{head}: {_printable(diagnostic.message)}",
        *_excerpt(diagnostic.span, sources, margin),
        *(f"{margin} = note: {note.message}: {note.span}" for note in diagnostic.notes),
    ]
    if diagnostic.expected:
        lines.append(f"{margin} = expected: {_printable(diagnostic.expected)}")
    if diagnostic.help:
        lines.append(f"{margin} = help: {_printable(diagnostic.help)}")
    return "\n".join(lines) + "\n"


def github(diagnostics: Iterable[Diagnostic]) -> str:
    """Return workflow commands that annotate the changed lines of a pull request.

    Syntax: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(
        f"::{each.weight.value} file={_property(each.span.path)},line={each.span.line},"
        f"col={each.span.column},title={_property(each.code.slug)}::{_command(_body(each))}\n"
        for each in in_order(diagnostics)
    )


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the diagnostics as a JSON list, one object each, for editors and other tools."""
    rows = [
        {
            "code": each.code.slug, "severity": each.weight.value, "message": each.message,
            "expected": each.expected, "help": each.help, "instead": each.instead,
            "path": each.span.path,
            "line": each.span.line, "column": each.span.column,
            "end_line": each.span.end_line, "end_column": each.span.end_column,
            "notes": [
                {"message": note.message, "path": note.span.path, "line": note.span.line,
                 "column": note.span.column}
                for note in each.notes
            ],
        }
        for each in in_order(diagnostics)
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def count(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the one line that sums up: `4 errors and 1 warning in 3 files`."""
    tally = Counter(each.weight for each in diagnostics)
    files = len({each.span.path for each in diagnostics})
    parts = [_plural(tally[severity], severity.value) for severity in Severity if tally[severity]]
    return f"{' and '.join(parts) or 'no problems'} in {_plural(files, 'file')}"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _excerpt(span: Span, sources: Mapping[str, SourceText], margin: str) -> list[str]:
    source = sources.get(span.path)
    if source is None:
        return []
    line = source.line(span.line)
    start = max(span.column - 1 - _MAX_EXCERPT // 2, 0) if len(line) > _MAX_EXCERPT else 0
    shown = _printable(line[start : start + _MAX_EXCERPT])
    end = span.end_column if span.end_line == span.line else len(line) + 1
    width = max(1, min(end, start + len(shown) + 1) - span.column)
    under = " " * (span.column - 1 - start) + "^" * width
    return [f"{margin} |", f"{span.line} | {shown}".rstrip(), f"{margin} | {under}"]


def _printable(text: str) -> str:
    """Show what a terminal would obey as what it is; tabs become one blank, to keep columns."""
    return "".join(
        each if each.isprintable() else " " if each == "\t" else f"\\u{ord(each):04x}"
        for each in text
    )


def _body(diagnostic: Diagnostic) -> str:
    lines = [diagnostic.message]
    lines += [f"expected: {diagnostic.expected}"] if diagnostic.expected else []
    lines += [f"help: {diagnostic.help}"] if diagnostic.help else []
    return "\n".join(lines)


def _command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command(text).replace(":", "%3A").replace(",", "%2C")

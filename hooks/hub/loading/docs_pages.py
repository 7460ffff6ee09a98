"""Hand-written pages under `docs/`: their front matter is read and checked by us.

MkDocs treats broken front matter as page text and prints it, and its plugins obey fields that
change how the site is built; here what cannot be read is reported and what is not allowed is
refused. MkDocs also reads "name: value" lines without rules at the top as metadata.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic, has_errors
from hub.loading.origins import YamlOrigin
from hub.loading.validation import validate
from hub.loading.yaml_nodes import compose
from hub.model.pages import DocsPage, FrontMatter
from hub.source import SourceText

if TYPE_CHECKING:
    from hub.source import Span

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_BARE_FIELD = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:[ \t]")
_ADVICE = "write `title: ...` between two lines of three hyphens, at the top of the file"


def read_page(source: SourceText) -> tuple[DocsPage | None, list[Diagnostic]]:
    """Return the page, or None and what is wrong with its front matter."""
    opening = _OPENING.match(source.text)
    if not opening:
        if _BARE_FIELD.match(source.text):
            first = source.line(1)
            return None, [
                _broken(
                    source.span(0, len(first)),
                    "a field stands above the text without rules around it",
                )
            ]
        return DocsPage(source, FrontMatter(), 0), []
    closing = _CLOSING.search(source.text, opening.end())
    if not closing:
        return None, [_broken(source.span(0, 3), "the front matter is opened and never closed")]
    # The rules become blanks, so that every line and column stays where it was.
    inside = " " * (opening.end() - 1) + "\n" + source.text[opening.end() : closing.start()]
    fields = SourceText(source.path, inside)
    node, advice = compose(fields)
    if has_errors(advice):
        return None, [
            replace(each, code=Code.BROKEN_FRONT_MATTER) if each.code is Code.YAML_SYNTAX else each
            for each in advice
        ]
    if node is not None and not isinstance(node.value, dict):
        span = source.span(node.start, node.start + 1)
        return None, [_broken(span, "the front matter holds no fields")]
    matter, faults = validate(FrontMatter, node.plain() if node else {}, YamlOrigin(fields))
    page = DocsPage(source, matter, closing.end()) if matter else None
    return page, [*advice, *faults]


def _broken(span: Span, message: str) -> Diagnostic:
    return Diagnostic(
        code=Code.BROKEN_FRONT_MATTER, span=span, message=message,
        expected="fields between two lines of three hyphens, or none at all", help=_ADVICE,
    )  # fmt: skip

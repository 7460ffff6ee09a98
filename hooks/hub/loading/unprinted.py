"""Words of a concordat's text that its page would not print: people sign what they read.

Parts hold numbered clauses, paragraphs and bullets. Anything else that Markdown knows would be
left out or would lose its numbers there, so it is refused rather than dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from hub.source import SourceText

_AS_BLOCK = {
    "heading_open": "a heading of another level than ##",
    "fence": "a block of code",
    "code_block": "a block of code, which four blanks before a line make",
    "blockquote_open": "a quotation set off by >",
}
_INSIDE = {**_AS_BLOCK, "ordered_list_open": "a numbered list inside another list", "hr": "a rule"}


def unprinted(
    source: SourceText, block: Token, children: Sequence[Token], *, has_clause: bool
) -> Iterator[Diagnostic]:
    """Yield what of a block inside a part would not be printed, or not as it is written.

    `has_clause` tells whether the part has a clause already, to which bullets can belong.
    """
    if what := _AS_BLOCK.get(block.type):
        yield _fault(source, block, what)
    elif block.type == "bullet_list_open" and not has_clause:
        yield _fault(source, block, "a list without a clause above it")
    for token in children:
        if what := _INSIDE.get(token.type):
            yield _fault(source, token, what)


def unseen(
    source: SourceText, tokens: Sequence[Token], env: Mapping[str, object]
) -> list[Diagnostic]:
    """Return where words are hidden in links: in their titles, or in definitions of them."""
    faults = [
        _fault(source, token, "the title of a link")
        for token in tokens
        if any(each.attrGet("title") for each in token.children or ())
    ]
    references = env.get("references")
    if isinstance(references, dict):
        faults += [
            _fault(source, None, "the definition of a link", each["map"][0])
            for each in references.values()
        ]
    return faults


def _fault(source: SourceText, token: Token | None, what: str, line: int = 0) -> Diagnostic:
    number = (token.map[0] if token and token.map else line) + 1
    start = source.offset(number, 1)
    return Diagnostic(
        code=Code.WORDS_NOT_PRINTED,
        span=source.span(start, start + max(len(source.line(number)), 1)),
        message=f"the page of a concordat does not print {what}",
        expected="parts of numbered clauses, paragraphs and bullets, under headings with ##",
        help="write these words as a clause, a paragraph or a bullet",
    )

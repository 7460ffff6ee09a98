"""Markdown as words with their marks, for typesetters: what is contributed stays words.

Neither a typesetter's commands nor a field code can come out of it: it has no other parts than
those named here.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_MARKS = {"strong": "bold", "em": "italic", "link": "link"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look; a line break is a run of its own."""

    words: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a text as printed.

    `kind` is heading, rule, paragraph or clause; a clause has the number that is printed before
    it. `bullets` stand below the words.
    """

    kind: str
    runs: Runs = ()
    number: str = ""
    bullets: tuple[Runs, ...] = ()


def inline(text: str) -> Runs:
    """Return the words of a paragraph; a line break in the file is one on paper."""
    return tuple(
        _runs(token for top in _MARKDOWN.parseInline(text) for token in top.children or ())
    )


def blocks(text: str) -> tuple[Block, ...]:
    """Return paragraphs, one after the other; an item of a list is one with its marker."""
    tokens = _MARKDOWN.parse(text)
    return tuple(_blocks(tokens))


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    marker = ""
    for before, token in pairwise([*tokens[:1], *tokens]):
        if token.type == "list_item_open":
            marker = f"{token.info}{token.markup} " if token.info else "• "
        elif token.type == "hr":
            yield Block("rule")
        elif token.type in {"fence", "code_block"}:
            yield Block("paragraph", (Run(token.content.strip()),))
        elif token.type == "inline":
            runs = _runs(token.children or ())
            strong = before.type == "heading_open"
            words = tuple(Run(each.words, each.bold or strong, each.italic) for each in runs)
            yield Block("paragraph", (Run(marker), *words) if marker else words)
            marker = ""


def _runs(tokens: Iterator[Token] | list[Token] | tuple[()]) -> Iterator[Run]:
    depth = dict.fromkeys(_MARKS.values(), 0)
    target = ""
    for token in tokens:
        name, _, edge = token.type.rpartition("_")
        if mark := _MARKS.get(name):
            depth[mark] += 1 if edge == "open" else -1
            if mark == "link" and edge == "open":
                target = str(token.attrs.get("href", ""))
            elif mark == "link" and target:
                yield Run(f" ({target})")
        elif token.type in {"softbreak", "hardbreak"}:
            yield Run("\n")
        elif words := token.content:
            yield Run(words, depth["bold"] > 0, depth["italic"] > 0)

"""Sentences that repeat contributed text: printed in a terminal, or as a comment in Markdown.

A sentence is made of our own words and of quoted ones. Quoted words are data: on a code host they
become code spans, in which nothing is a link, a mention, HTML, a picture or a reference to an
issue (https://spec.commonmark.org/0.31.2/#code-spans; hosts look for mentions outside of code).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 120
"""Characters of contributed text that are repeated."""
_ADDRESS = re.compile(r"[^\s@]+(?:@[^\s@]+)+")


class Quoted(NamedTuple):
    """A text that somebody contributed."""

    text: str

    @property
    def shown(self) -> str:
        """The text on one line, with what is invisible or a command shown as what it is.

        What may be an e-mail address is not repeated: a comment cannot be corrected in a file.
        """
        line = _ADDRESS.sub("[an address]", " ".join(self.text.split()))
        if len(line) > LONGEST:
            line = f"{line[: LONGEST - 2].rstrip()} …"
        return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in line)


Sentence: TypeAlias = tuple[str | Quoted, ...]


def in_terminal(sentence: Sentence) -> str:
    """Return a sentence as plain text, quoted words in quotation marks."""
    return "".join(each if isinstance(each, str) else f'"{each.shown}"' for each in sentence)


def in_markdown(sentence: Sentence) -> str:
    """Return a sentence as Markdown of one line, quoted words in code spans.

    Our own words hold no signs of Markdown. A backtick within a code span would end it.
    """
    return "".join(each if isinstance(each, str) else _code(each.shown) for each in sentence)


def _code(text: str) -> str:
    # A blank at both ends would be taken away, and nothing at all would be no span.
    return f"`{text.replace('`', chr(0x2BC)).strip() or '-'}`"


def listed(sentences: Iterable[Sentence]) -> Sentence:
    """Return sentences one after the other, with semicolons between."""
    joined: list[str | Quoted] = []
    for sentence in sentences:
        joined += ["; ", *sentence] if joined else sentence
    return tuple(joined)

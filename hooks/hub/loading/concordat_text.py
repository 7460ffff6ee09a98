"""The Markdown text of a concordat, as parts and clauses with permanent ids.

Parts are `##` headings, clauses are numbered items, and printed numbers are kept: ordinary
Markdown would print 1, 2, 3, 4, 7, 8 as 1 to 6. A part without a printed heading begins at a
rule (`---`), and so does what stands after the last part (the signature block).
"""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from hub.codes import Code
from hub.diagnostics import Diagnostic, Note, did_you_mean
from hub.loading.unprinted import unprinted, unseen
from hub.model.locks import fingerprint
from hub.model.texts import Bullet, Clause, Text, TextPart

if TYPE_CHECKING:
    from markdown_it.token import Token

    from hub.model.concordats import Concordat, Part
    from hub.source import SourceText, Span

_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def parse_text(source: SourceText, concordat: Concordat) -> tuple[Text, list[Diagnostic]]:
    """Return the text of one version, and what is wrong with it."""
    env: dict[str, object] = {}
    tokens = _MARKDOWN.parse(source.text, env)
    blocks = _blocks(tokens)
    reader = _Reader(source, concordat, _headings(blocks))
    for token, children in blocks:
        reader.block(token, children)
    return reader.text(), [*reader.diagnostics, *unseen(source, tokens, env)]


def printed_headings(source: SourceText) -> tuple[str, ...]:
    """Return the headings of the parts as printed, in order."""
    return _headings(_blocks(_MARKDOWN.parse(source.text)))


def _headings(blocks: list[tuple[Token, list[Token]]]) -> tuple[str, ...]:
    return tuple(
        children[0].content
        for token, children in blocks
        if token.type == "heading_open" and token.tag == "h2"
    )


def _blocks(tokens: list[Token]) -> list[tuple[Token, list[Token]]]:
    """Return the top-level blocks with the tokens inside each."""
    blocks: list[tuple[Token, list[Token]]] = []
    for token in tokens:
        if token.level == 0 and token.nesting >= 0:
            blocks.append((token, []))
        elif token.level > 0:
            blocks[-1][1].append(token)
    return blocks


class _Reader:
    """Goes through the blocks once and collects parts, clauses and bullets."""

    def __init__(self, source: SourceText, concordat: Concordat, headings: tuple[str, ...]) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self._known = concordat.parts
        # A part that this version does not have is not waited for.
        self._expected = [
            part for part in concordat.parts
            if part.heading is None or set(headings).intersection(part.headings)
        ]  # fmt: skip
        self._printed: dict[str, str] = {}
        self._parts: list[tuple[Part, list[Clause]]] = []
        self._seen: dict[str, int] = {}
        self._first_line = self._end_line = 0
        self._closing_line: int | None = None
        self._in_unknown_part = False

    def block(self, token: Token, children: list[Token]) -> None:
        """Take one top-level block."""
        line = (token.map or [0])[0] + 1
        if self._closing_line is not None:
            return
        if token.type == "heading_open" and token.tag == "h2":
            self._heading(children[0].content, line)
        elif token.type == "hr":
            self._rule(line)
        elif self._parts and not self._in_unknown_part:
            has_clause = bool(self._parts[-1][1])
            self.diagnostics += unprinted(self.source, token, children, has_clause=has_clause)
            self._provisions(token, children, line)

    def _provisions(self, token: Token, children: list[Token], line: int) -> None:
        """Take clauses and bullets from a block inside a part."""
        if token.type == "ordered_list_open":
            self._items(children)
        elif token.type == "bullet_list_open":
            self._bullets(children)
        elif token.type == "paragraph_open":
            self._clause("", children[0].content, line)

    def text(self) -> Text:
        """Return what was read."""
        lines = self.source.text.splitlines()
        first = self._first_line - 1 if self._first_line else len(lines)
        last = len(lines) if self._closing_line is None else self._closing_line
        return Text(
            source=self.source,
            sha256=fingerprint(self.source.text),
            preamble="\n".join(lines[:first]).strip(),
            parts=tuple(
                TextPart(part.id, self._printed.get(part.id, ""), tuple(clauses))
                for part, clauses in self._parts
            ),
            closing="\n".join(lines[last:]).strip(),
        )

    def _heading(self, heading: str, line: int) -> None:
        self._first_line = self._first_line or line
        part = next((each for each in self._expected if heading in each.headings), None)
        self._in_unknown_part = part is None
        if part is None:
            known = [each for part in self._known for each in part.headings]
            self.diagnostics.append(Diagnostic(
                code=Code.UNKNOWN_PART, span=self._span(line),
                message=f'no part of the concordat is headed "{heading}"',
                expected="a heading from `parts` in concordat.yml, exactly as printed",
                help=did_you_mean(heading, known, "name the part in concordat.yml"),
            ))  # fmt: skip
            return
        self._expected.remove(part)
        self._printed[part.id] = heading
        self._parts.append((part, []))

    def _rule(self, line: int) -> None:
        if self._expected and self._expected[0].heading is None:
            self._first_line = self._first_line or line
            self._in_unknown_part = False
            self._parts.append((self._expected.pop(0), []))
        elif not self._expected:
            self._closing_line = line

    def _items(self, tokens: list[Token]) -> None:
        number = ""
        for position, token in enumerate(tokens):
            if token.type == "list_item_open" and token.level == 1:
                number = token.info
            elif token.type == "paragraph_open" and token.level == 2:  # noqa: PLR2004 - item's own
                line = (token.map or [0])[0] + 1
                self._clause(number, tokens[position + 1].content, line)
            elif token.type == "inline" and token.level > 3:  # noqa: PLR2004 - a list inside
                self._bullet(token.content)

    def _bullets(self, tokens: list[Token]) -> None:
        for token in tokens:
            if token.type == "inline":
                self._bullet(token.content)

    def _clause(self, number: str, text: str, line: int) -> None:
        part, clauses = self._parts[-1]
        if number:
            clause_id = f"{part.id}-{number}"
        elif clauses:
            clause_id = clauses[-1].id.removesuffix("-para") + "-para"
        else:
            clause_id = part.id
        if clause_id in self._seen:
            self.diagnostics.append(Diagnostic(
                code=Code.DUPLICATE_ID, span=self._span(line),
                message=f'two clauses would have the id "{clause_id}"',
                expected="each number once in a part", help="check the numbers as printed",
                notes=(Note("the first stands here", self._span(self._seen[clause_id])),),
            ))  # fmt: skip
            return
        self._seen[clause_id] = line
        clauses.append(Clause(clause_id, number, text, (), line))

    def _bullet(self, text: str) -> None:
        part, clauses = self._parts[-1]
        if not clauses:
            return
        clause = clauses[-1]
        letter = ascii_lowercase[len(clause.bullets) % 26] * (len(clause.bullets) // 26 + 1)
        bullet = Bullet(f"{part.bullets or clause.id}-{letter}", text)
        clauses[-1] = Clause(
            clause.id, clause.number, clause.text, (*clause.bullets, bullet), clause.line
        )

    def _span(self, line: int) -> Span:
        start = self.source.offset(line, 1)
        return self.source.span(start, start + len(self.source.line(line)))

"""Read the fields of one BibTeX entry, and give every fault of its punctuation a place.

A fault costs the entry, but reading goes on at the next line that begins with a known field, so
that all faults of an entry are told in one run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hub.diagnostics import Diagnostic, Note
from hub.loading import bibtex_messages as say
from hub.loading.bibtex_raw import Place, RawEntry, RawField, Scan
from hub.loading.bibtex_tables import FIELDS

if TYPE_CHECKING:
    from hub.loading.bibtex_strings import Strings
    from hub.source import SourceText

MAX_DEPTH = 30
"""Braces inside braces; real titles have two or three."""
MAX_VALUE = 4000
"""Characters in one field: more than any title or list of authors needs."""

FIELD_LINE = re.compile(
    rf"^[ \t]*+(?P<name>{'|'.join(sorted(FIELDS, key=len, reverse=True))})[ \t]*+=",
    re.MULTILINE | re.IGNORECASE,
)
"""A line that begins with a known field: inside a value, it shows that the value never ended."""

# The commonest form by far: a value on one line, in braces with at most one pair inside another,
# or a number. Whatever looks otherwise is read step by step, which takes ten times as long.
_PLAIN = re.compile(
    r"""[\s,]*+([A-Za-z][\w:.+-]*+)\s*+=\s*+
    (?:\{((?:[^{}\n]++|\{[^{}\n]*+\})*+)\}|([0-9]++))\s*+(?=[,}])""",
    re.VERBOSE,
)
_BLANK = re.compile(r"\s*+")
_KEY = re.compile(r"\s*+(?P<key>[^,}){(\"=\s]*+)\s*+")
_NAME = re.compile(r"[A-Za-z][\w:.+-]*+")
_BARE = re.compile(r"[^\s,{}\"#=]++")
_WORDS = re.compile(r"[^,\n{}#=]{0,200}+")
_EQUALS = re.compile(r"\s*+=")
_BRACE = re.compile(r"[{}]")
_BRACE_OR_QUOTE = re.compile(r'[{}"]')


class _StopError(Exception):
    """A fault has been noted that stops the reading of a field."""


class _ResumeError(_StopError):
    """Reading goes on at `position`, where a field begins."""

    def __init__(self, position: int) -> None:
        self.position = position


class _LostError(_StopError):
    """What follows in the entry cannot be told apart."""


class EntryReader:
    """Reads one entry, between two offsets, into `entry`; faults are added to `scan`."""

    def __init__(
        self, source: SourceText, scan: Scan, strings: Strings, entry: RawEntry, limit: int
    ) -> None:
        self.source, self.text, self.limit = source, source.text, limit
        self.scan, self.strings, self.entry = scan, strings, entry

    def read(self, position: int, closing: str) -> None:
        """Read the key and the fields from the offset after the opening brace."""
        try:
            self.entry.end = self._fields(self._key(position, closing), closing)
        except _LostError:
            self.entry.end = self.limit

    def _key(self, start: int, closing: str) -> int:
        match = _KEY.match(self.text, start, self.limit)
        assert match is not None  # noqa: S101 - every part of the pattern may be empty
        key, after = match["key"], match.end()
        if not key or self._sign(after) in {"=", "{", '"'}:
            self._fault(self.entry.kind_at, say.no_key(self.entry.kind))
            return match.start("key") if self._sign(after) == "=" else after
        self.entry.key, self.entry.key_at = key, match.span("key")
        if self._sign(after) not in {",", closing, ""}:
            self._fault(match.span("key"), say.no_comma_after_key(key))
        return after

    def _fields(self, position: int, closing: str) -> int:
        while True:
            if closing == "}":
                position = self._plain_fields(position)
            position = self._skip_blank(position)
            sign = self._sign(position)
            if sign == closing:
                return position + 1
            if not sign:
                if self.entry.is_sound:
                    self._fault(self.entry.head, say.never_closed(self.entry.name))
                return self.limit
            try:
                position = position + 1 if sign == "," else self._field(position, closing)
            except _ResumeError as resume:
                position = resume.position

    def _plain_fields(self, position: int) -> int:
        """Read fields as far as they are plain, and return the offset after them."""
        while match := _PLAIN.match(self.text, position, self.limit):
            group = match.lastindex or 0
            text = match[group]
            if len(text) > MAX_VALUE:
                break
            self.entry.fields.append(
                RawField(match[1].lower(), match.span(1), match.span(group), text)
            )
            position = match.end()
        return position

    def _field(self, position: int, closing: str) -> int:
        """Read one field, and return the offset of the comma or brace after it."""
        name = _NAME.match(self.text, position, self.limit)
        if not name:
            raise self._not_a_field(position)
        start = self._skip_blank(name.end())
        if self._sign(start) == "=":
            start = self._skip_blank(start + 1)
        elif self._sign(start) in {"{", '"'}:
            self._fault(name.span(), say.no_equals_sign(name[0]))
        else:
            raise self._not_a_field(position)
        value, end, text = self._value(name, start)
        self.entry.fields.append(RawField(name[0].lower(), name.span(), value, text))
        return self._after_value(name[0], end, closing)

    def _value(self, name: re.Match[str], start: int) -> tuple[Place, int, str]:
        """Return the place of a value, without delimiters where it is one part; its end; its text.

        A text that is too long is left out.
        """
        parts: list[Place] = []
        texts: list[str] = []
        position = start
        while True:
            part, end, text = self._part(name, position)
            parts.append(part)
            texts.append(text)
            position = self._skip_blank(end)
            if self._sign(position) != "#":
                break
            position = self._skip_blank(position + 1)
        place = parts[0] if len(parts) == 1 else (start, end)
        if (length := sum(map(len, texts))) > MAX_VALUE:
            self._fault(name.span(), say.too_long(name[0], length, MAX_VALUE))
            return place, end, ""
        return place, end, "".join(texts)

    def _part(self, name: re.Match[str], start: int) -> tuple[Place, int, str]:
        """Return one part of a value: its place, the offset after it, and what it says."""
        if self._sign(start) in {"{", '"'}:
            end = self._group_end(start, name[0])
            has_lines = self.text.find("\n", start, end) >= 0
            hidden = FIELD_LINE.search(self.text, start, end) if has_lines else None
            if hidden:
                raise self._never_ends(name[0], start)
            return (start + 1, end - 1), end, self.text[start + 1 : end - 1]
        bare = _BARE.match(self.text, start, self.limit)
        if not bare:
            self._fault(name.span(), say.no_value(name[0]))
            return (start, start), start, ""
        end, text = self._bare(name[0], bare)
        return bare.span(), end, text

    def _bare(self, name: str, bare: re.Match[str]) -> tuple[int, str]:
        """Return the end of a value without delimiters (number or abbreviation), and its text."""
        words = _WORDS.match(self.text, bare.start(), self.limit)
        written = words[0].rstrip() if words else ""
        following = _EQUALS.match(self.text, bare.start() + len(written), self.limit)
        is_one = bare[0].isascii() and (bare[0].isdigit() or _NAME.fullmatch(bare[0]))
        if not is_one or (len(written) > len(bare[0]) and not following):
            place = bare.start(), bare.start() + max(len(written), len(bare[0]))
            self._fault(place, say.not_in_braces(name, self.text[slice(*place)]))
            return place[1], bare[0]
        return bare.end(), bare[0] if bare[0].isdigit() else self._meant(name, bare)

    def _meant(self, name: str, bare: re.Match[str]) -> str:
        """Return what an abbreviation stands for."""
        try:
            meant = self.strings.find(bare[0], bare.start())
        except KeyError:
            candidates = self.strings.names(bare.start())
            self._fault(bare.span(), say.not_an_abbreviation(bare[0], name, candidates))
            return bare[0]
        if meant is None:
            self.entry.is_sound = False
        return meant or ""

    def _after_value(self, name: str, end: int, closing: str) -> int:
        position = self._skip_blank(end)
        if self._sign(position) in {",", closing, ""}:
            return position
        following = _NAME.match(self.text, position, self.limit)
        if not (following and _EQUALS.match(self.text, following.end(), self.limit)):
            raise self._not_a_field(position)
        self._fault((end - 1, end), say.no_comma(name, following[0]))
        return position

    def _group_end(self, start: int, name: str) -> int:
        """Return the offset after the braces or quotation marks that open at `start`."""
        quoted = self._sign(start) == '"'
        pattern, depth = (_BRACE_OR_QUOTE, 0) if quoted else (_BRACE, 1)
        for match in pattern.finditer(self.text, start + 1, self.limit):
            depth += {"{": 1, "}": -1, '"': 0}[match[0]]
            if depth == 0 and match[0] == ('"' if quoted else "}"):
                return match.end()
            if depth < 0:
                if FIELD_LINE.search(self.text, start, match.start()):
                    break
                self._fault(match.span(), say.closes_nothing(name))
                raise self._resume(match.end())
            if depth > MAX_DEPTH:
                self._fault(match.span(), say.too_deep(name, MAX_DEPTH))
                raise self._resume(match.end())
        raise self._never_ends(name, start)

    # Faults, and how reading goes on after them

    def _never_ends(self, name: str, start: int) -> _StopError:
        begins = Note("its entry begins here", self.source.span(*self.entry.head))
        self._fault((start, start + 1), say.never_ends(name, self._sign(start)), begins)
        return self._resume(start)

    def _not_a_field(self, position: int) -> _StopError:
        end = self.text.find("\n", position, self.limit)
        end = self.limit if end < 0 else end
        written = self.text[position:end].strip().rstrip(",")
        self._fault((position, position + max(len(written), 1)), say.not_a_field(written))
        return self._resume(end)

    def _resume(self, position: int) -> _StopError:
        following = FIELD_LINE.search(self.text, position, self.limit)
        return _ResumeError(following.start("name")) if following else _LostError()

    def _fault(self, place: Place, words: say.Words, *notes: Note) -> None:
        self.entry.is_sound = False
        span = self.source.span(*place)
        self.scan.faults.append(Diagnostic(span=span, notes=notes, **words._asdict()))

    # Small steps

    def _sign(self, position: int) -> str:
        """Return the character at an offset, or "" where the entry can reach no further."""
        return self.text[position] if position < self.limit else ""

    def _skip_blank(self, position: int) -> int:
        match = _BLANK.match(self.text, position, self.limit)
        return match.end() if match else position

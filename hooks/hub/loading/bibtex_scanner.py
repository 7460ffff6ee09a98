"""Where the entries of a BibTeX file stand, what is written there, and what is wrong between them.

One broken entry costs that entry alone, and each fault points to its smallest wrong part. An
entry reaches at most to the next line that begins with `@type{`, which can never be part of the
entry before it. Time grows with the length of the file alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from hub.diagnostics import Diagnostic, Note
from hub.loading import bibtex_messages as say
from hub.loading.bibtex_entry import FIELD_LINE, EntryReader
from hub.loading.bibtex_raw import Place, RawEntry, Scan
from hub.loading.bibtex_strings import Strings

if TYPE_CHECKING:
    from hub.source import SourceText

MAX_ABBREVIATION = 400
"""Characters that one @string may stand for."""

_START = re.compile(r"@[ \t]*+(?P<kind>[A-Za-z]++)\s*+(?P<open>[{(])")
_NEXT_LINE = re.compile(r"\n[ \t]*+(?=@[ \t]*+[A-Za-z]++\s*+[{(])")
_STRING = re.compile(
    rf"""\s*+(?P<name>[A-Za-z][\w:.+-]*+)\s*+=\s*+
    (?:\{{(?P<braced>(?:[^{{}}]|\{{[^{{}}]*+\}}){{0,{MAX_ABBREVIATION}}}+)\}}
    |"(?P<quoted>(?:[^{{}}"]|\{{[^{{}}]*+\}}){{0,{MAX_ABBREVIATION}}}+)")\s*+[}})]""",
    re.VERBOSE,
)
_STRING_NAME = re.compile(r"\s*+(?P<name>[A-Za-z][\w:.+-]*+)")
_BRACE = re.compile(r"[{}]")
_BLANK = re.compile(r"[\s\ufeff]*+")


def has_entries(text: str) -> bool:
    """Tell whether anything in a text looks like an entry."""
    return bool(_START.search(text))


def scan(source: SourceText, place: Place | None = None, strings: Strings | None = None) -> Scan:
    """Return the entries of a BibTeX file, or of a place that begins with one, in order.

    The abbreviations that are given there are added to `strings`.
    """
    start, end = place or (0, len(source.text))
    scanner = _Scanner(source, Strings() if strings is None else strings)
    for match in _NEXT_LINE.finditer(source.text, start, end):
        scanner.between(start, match.end())
        start = match.end()
    scanner.between(start, end)
    return scanner.found


class _Scanner:
    def __init__(self, source: SourceText, strings: Strings) -> None:
        self.source, self.text, self.strings = source, source.text, strings
        self.found = Scan()
        self.starts: list[int] = []

    def between(self, position: int, limit: int) -> None:
        """Read the entries from `position` up to `limit`, and what stands between them."""
        self.starts = [match.start() for match in _START.finditer(self.text, position, limit)]
        last: RawEntry | None = None
        while (position := self.skip_blank(position, limit)) < limit:
            start = self.next_start(position, limit)
            line_end = self.text.find("\n", position, start)
            if self.text[position] == "%":
                position = self.comment_line(position, start, limit)
            elif start == position and start < limit:
                last = self.entry(start, limit)
                position = last.end
                continue
            else:
                position = self.stray(position, start if line_end < 0 else line_end, limit, last)
            last = None

    def entry(self, start: int, limit: int) -> RawEntry:
        """Read the entry whose `@` stands at `start`."""
        match = _START.match(self.text, start)
        assert match is not None  # noqa: S101 - `starts` holds nothing else
        entry = RawEntry(match["kind"].lower(), match.span("kind"))
        if entry.kind in {"string", "comment", "preamble"}:
            entry.end = self.command(entry, match, limit)
        else:
            self.found.entries.append(entry)
            reader = EntryReader(self.source, self.found, self.strings, entry, limit)
            reader.read(match.end(), "}" if match["open"] == "{" else ")")
        return entry

    def command(self, entry: RawEntry, match: re.Match[str], limit: int) -> int:
        """Read an @string, @comment or @preamble, and return the offset after it."""
        if entry.kind == "string":
            string = _STRING.match(self.text, match.end(), limit)
            words = (string["braced"] or string["quoted"] or "") if string else ""
            if string and len(words) <= MAX_ABBREVIATION:
                self.strings.give(string["name"], match.start(), words)
                return string.end()
            name = _STRING_NAME.match(self.text, match.end(), limit)
            self.strings.give(name["name"] if name else "", match.start(), None)
            self.note(entry.kind_at, say.not_a_simple_string(MAX_ABBREVIATION))
        elif entry.kind == "preamble":
            self.note(entry.kind_at, say.preamble())
        end = self.group_end(match.start("open"), limit)
        hidden = self.next_start(match.end(), end)
        if hidden < end:
            self.note((hidden, hidden + 1), say.not_hidden())
        return end

    def group_end(self, start: int, limit: int) -> int:
        """Return the offset after the group that opens at `start`, or `limit`."""
        depth = 0
        for match in _BRACE.finditer(self.text, start, limit):
            depth += 1 if match[0] == "{" else -1
            if depth <= 0:
                return match.end()
        return limit

    def comment_line(self, position: int, start: int, limit: int) -> int:
        """Return the end of the line that begins with % at `position`."""
        end = self.text.find("\n", position, limit)
        end = limit if end < 0 else end
        if start < end:
            self.note((start, start + 1), say.not_hidden())
        return end

    def stray(self, start: int, end: int, limit: int, last: RawEntry | None) -> int:
        """Note text outside all entries, and return the offset after it.

        Fields after an entry's last brace show that a brace in it was one too many.
        """
        place = start, start + len(self.text[start:end].rstrip())
        block = self.block_end(start, limit)
        if last and last.kind != "comment" and FIELD_LINE.search(self.text, start, block):
            last.is_sound = False
            begins = Note("the entry begins here", self.source.span(*last.head))
            self.note((last.end - 1, last.end), say.closes_too_early(last.name), begins)
        else:
            words = say.outside(self.text[slice(*place)])
            self.found.has_lost_entries |= words.severity is None
            self.note(place, words)
        return block

    def block_end(self, position: int, limit: int) -> int:
        """Return where the lines that are neither comments nor entries end."""
        start = self.next_start(position, limit)
        comment = self.text.find("\n%", position, start)
        return start if comment < 0 else comment

    def next_start(self, position: int, limit: int) -> int:
        """Return the offset of the next `@type{`, or `limit`."""
        index = bisect_left(self.starts, position)
        return min(self.starts[index], limit) if index < len(self.starts) else limit

    def skip_blank(self, position: int, limit: int) -> int:
        match = _BLANK.match(self.text, position, limit)
        return match.end() if match else position

    def note(self, place: Place, words: say.Words, *notes: Note) -> None:
        """Add a fault that belongs to no entry, or shows only after one."""
        span = self.source.span(*place)
        self.found.faults.append(Diagnostic(span=span, notes=notes, **words._asdict()))

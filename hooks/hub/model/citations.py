"""Citations in prose: Pandoc's `[@key]`, `[@key, p. 4]` and `[@key1; @key2]`, in brackets only.

A citation names a work by its key; whether the work exists is for `hub.checks` to say, and how
it is printed for `hub.views`. Code spans and code blocks are left alone.
Syntax: https://pandoc.org/MANUAL.html#citation-syntax (the bracketed form only).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = r"[A-Za-z](?:[A-Za-z0-9_:.+-]{0,62}[A-Za-z0-9])?"
"""What a citation key looks like: it begins with a letter and ends with a letter or digit."""

_CODE = re.compile(
    r"^(?P<fence>```|~~~).*?^(?P=fence)|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_GROUP = re.compile(r"\[(?<!\\\[)(?P<inside>[^\[\]\n]*(?<![\w\\])@[^\[\]]*)\]")
"""It begins with what it looks for: so a search takes a sixth of the time."""
_ITEM = re.compile(
    rf"^(?P<prefix>[^@]*?)\s*@(?P<key>{KEY})(?:,\s*(?P<rest>.*)|\s+(?P<more>.*))?$",
    re.DOTALL,
)
_LOCATOR = re.compile(
    r"^(?P<label>pp?\.|pages?|chap\.|chapters?|sec\.|sections?|§|fig\.|figures?|tables?|clauses?|"
    r"para\.|paragraphs?|abstract)\s*(?P<value>[^,;]*)(?:[,;]\s*(?P<suffix>.*))?$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in the work: a CSL label and its value, as printed (`p.`, `14`)."""

    label: str
    value: str

    def __str__(self) -> str:
        """Return the locator as it is printed."""
        return f"{self.label} {self.value}".strip()


class Citation(NamedTuple):
    """One work named in prose, with what the writer put around it."""

    key: str
    prefix: str = ""
    locator: Locator | None = None
    suffix: str = ""


class CitationGroup(NamedTuple):
    """One pair of brackets: its citations, and where it stands in the prose (offsets)."""

    citations: tuple[Citation, ...]
    start: int
    end: int


def parse_citations(prose: str) -> Iterator[CitationGroup]:
    """Yield the citation groups of a Markdown text, in order."""
    if "@" not in prose:
        return
    code = [match.span() for match in _CODE.finditer(prose)] if "`" in prose or "~" in prose else []
    for match in _GROUP.finditer(prose):
        if any(start <= match.start() < end for start, end in code):
            continue
        items = [_ITEM.match(part.strip()) for part in match["inside"].split(";")]
        if all(items):
            citations = tuple(_citation(item) for item in items if item)
            yield CitationGroup(citations, match.start(), match.end())


def _citation(item: re.Match[str]) -> Citation:
    rest = (item["rest"] or item["more"] or "").strip()
    locator = _LOCATOR.match(rest) if rest else None
    if not locator:
        return Citation(item["key"], item["prefix"].strip(), None, rest)
    found = Locator(locator["label"], locator["value"].strip())
    return Citation(item["key"], item["prefix"].strip(), found, (locator["suffix"] or "").strip())

"""Two versions of a text compared, clause by clause and word by word.

Clauses are the same when their ids are: a printed number is never given to another clause. Words
are compared by `difflib`; marks of emphasis are no words and are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from hub.views import markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hub.model.texts import Text

_TOKENS = re.compile(r"(\s*)(\w+(?:[-'’]\w+)*|[^\w\s])")
"""A word or another sign, and what stands before it."""


class Fate(StrEnum):
    """What became of a passage from one version to the next."""

    KEPT = "kept"
    REWORDED = "reworded"
    ADDED = "added"
    DROPPED = "dropped"


class Kind(StrEnum):
    """What a passage is."""

    AROUND = "around"
    HEADING = "heading"
    CLAUSE = "clause"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, clause or bullet; `number` is as printed, and `words` are plain."""

    id: str
    kind: Kind
    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both versions have, that were added, or that were dropped.

    `space` is what stands before them: a blank, or nothing before a full stop.
    """

    fate: Fate
    words: str
    space: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a passage, with its words marked up."""

    passage: Passage
    fate: Fate
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All passages of two versions in reading order, dropped ones where they stood."""

    changes: tuple[Change, ...]

    @property
    def counts(self) -> Counter[Fate]:
        """How many clauses met which fate; bullets belong to their clauses and are not counted."""
        return Counter(each.fate for each in self.clauses)

    @property
    def clauses(self) -> tuple[Change, ...]:
        """The clauses, each with the fate of it and of the bullets below it."""
        found = list[Change]()
        for each in self.changes:
            if each.passage.kind is Kind.CLAUSE:
                found.append(each)
            elif each.passage.kind is Kind.BULLET and found and each.fate is not Fate.KEPT:
                clause = found[-1]
                if clause.fate is Fate.KEPT:
                    found[-1] = Change(clause.passage, Fate.REWORDED, clause.pieces)
        return tuple(found)


def compared(old: Text, new: Text) -> Comparison:
    """Return what became of each passage from one text to the next."""
    before = {each.id: each for each in _passages(old)}
    after = {each.id: each for each in _passages(new)}
    return Comparison(tuple(
        _change(before.get(name), after.get(name)) for name in _in_order([*before], [*after])
    ))  # fmt: skip


def _passages(text: Text) -> Iterator[Passage]:
    yield Passage("text-before", Kind.AROUND, "", _plain(text.preamble))
    for part in text.parts:
        yield Passage(f"part-{part.id}", Kind.HEADING, "", part.heading)
        for clause in part.clauses:
            yield Passage(clause.id, Kind.CLAUSE, clause.number, _plain(clause.text))
            for bullet in clause.bullets:
                yield Passage(bullet.id, Kind.BULLET, "", _plain(bullet.text))
    yield Passage("text-after", Kind.AROUND, "", _plain(text.closing))


def _plain(text: str) -> str:
    """Return the words of a text, its lines kept apart as they are printed."""
    return "\n".join(markdown.plain(line) for line in text.splitlines() if line.strip())


def _in_order(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Yield the ids of the new text in their order, and dropped ones where they stood."""
    kept = set(new)
    for kind, i, end, j, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (each for each in old[i:end] if each not in kept)
        yield from new[j:last]


def _change(old: Passage | None, new: Passage | None) -> Change:
    if new is None:
        assert old is not None  # noqa: S101 - ids come from one of the two
        return Change(old, Fate.DROPPED, (Piece(Fate.DROPPED, old.words),))
    if old is None:
        return Change(new, Fate.ADDED, (Piece(Fate.ADDED, new.words),))
    if old.words == new.words:
        return Change(new, Fate.KEPT, (Piece(Fate.KEPT, new.words),))
    return Change(
        new, Fate.REWORDED, tuple(_pieces(_TOKENS.findall(old.words), _TOKENS.findall(new.words)))
    )


def _pieces(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> Iterator[Piece]:
    """Yield the words of two passages, given as tokens; words are the same whatever the space."""
    matcher = SequenceMatcher(
        None, [word for _, word in old], [word for _, word in new], autojunk=False
    )
    for kind, i, end, j, last in matcher.get_opcodes():
        if kind == "equal":
            yield _piece(Fate.KEPT, new[j:last])
            continue
        if end > i:
            yield _piece(Fate.DROPPED, old[i:end])
        if last > j:
            yield _piece(Fate.ADDED, new[j:last])


def _piece(fate: Fate, tokens: Sequence[tuple[str, str]]) -> Piece:
    space, *_ = tokens[0]
    return Piece(fate, "".join(chain.from_iterable(tokens)).removeprefix(space), space)

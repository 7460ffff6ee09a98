"""Vocabularies and places: each id and each word once, every broader term in the same list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic, Note, did_you_mean
from hub.model.vocabularies import Gazetteer, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hub.model.base import Record
    from hub.model.vocabularies import Place, Term
    from hub.source import Loc


def check_vocabulary(record: Record) -> Iterator[Diagnostic]:
    """Yield repeated ids and words, and broader terms that do not exist."""
    if isinstance(record, Vocabulary):
        yield from _check_ids(record, "terms", record.terms)
        yield from _check_broader(record)
        yield from _check_synonyms(record)
    elif isinstance(record, Gazetteer):
        yield from _check_ids(record, "places", record.places)


def _check_ids(record: Record, field: str, entries: Sequence[Term | Place]) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for position, entry in enumerate(entries):
        if entry.id in seen:
            first = record.origin.span((field, seen[entry.id], "id"))
            yield Diagnostic(
                code=Code.DUPLICATE_ID, span=record.origin.span((field, position, "id")),
                message=f'"{entry.id}" is the id of two entries', expected="each id once",
                help="rename the newer one, or delete it", notes=(Note("first used here", first),),
            )  # fmt: skip
        seen.setdefault(entry.id, position)


def _check_broader(vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    known = [term.id for term in vocabulary.terms]
    for position, term in enumerate(vocabulary.terms):
        if term.broader is not None and term.broader not in known:
            yield Diagnostic(
                code=Code.UNKNOWN_TERM,
                span=vocabulary.origin.span(("terms", position, "broader")),
                message=f'"{term.broader}" is not a term of this vocabulary',
                expected="the id of another term in this file",
                help=did_you_mean(term.broader, known, "add the broader term, or leave it out"),
            )


def _check_synonyms(vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield words that lead to two terms, whatever their capitals; labels come first."""
    claimed: dict[str, tuple[str, Loc]] = {}
    for loc, word, term in (*_labels(vocabulary), *_alt_labels(vocabulary)):
        owner, first = claimed.setdefault(word.casefold(), (term.id, loc))
        if owner != term.id:
            yield Diagnostic(
                code=Code.SYNONYM_TWICE, span=vocabulary.origin.span(loc),
                message=f'"{word}" leads to "{owner}" already',
                expected="each word with one term of the vocabulary",
                help="leave it with the term that readers mean by it",
                notes=(Note("the other stands here", vocabulary.origin.span(first)),),
            )  # fmt: skip


def _labels(vocabulary: Vocabulary) -> Iterator[tuple[Loc, str, Term]]:
    for position, term in enumerate(vocabulary.terms):
        yield ("terms", position, "label"), term.label, term


def _alt_labels(vocabulary: Vocabulary) -> Iterator[tuple[Loc, str, Term]]:
    for position, term in enumerate(vocabulary.terms):
        for number, word in enumerate(term.alt_labels):
            yield ("terms", position, "alt_labels", number), word, term

"""The words from which the search makes suggestions, as one small file of the site.

Words come from titles, names and answers: of works and their authors, summaries, organisations,
programmes and concordats, and from the vocabularies with their synonyms. What else records say is
left to the index, which is asked before a word is called unknown (assets/hub/js/search/words.js).

The file grows with the number of different words, so ever more slowly, and stops at `MOST` words:
beyond that the rarest are left out. Vocabularies are always whole.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from hub.page import Document
from hub.views.published import published
from hub.views.spellings import other_spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.hub import Hub

PATH = "search/words.json"

MOST = 6_000
"""Words at most, not counting those of the vocabularies: about 30 kB for a browser to fetch."""

Term = tuple[str, int, list[str]]
"""A name, the number of the broader term in the list (or -1), and the other names."""

_SHORTEST = 3
"""Letters: no suggestion is made of a shorter word."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


class _Row(NamedTuple):
    key: tuple[str, ...]
    name: str
    others: tuple[str, ...]
    broader: tuple[str, ...] = ()


def search_words(hub: Hub) -> Iterator[Document]:
    """Yield the file; the same hub gives the same bytes."""
    terms = _terms(hub)
    named = _counted(each for name, _, others in terms for each in (name, *others))
    titles = _counted(_titles(hub))
    some = sorted(titles, key=lambda word: (-titles[word], word))[:MOST]
    often = {word: named[word] + titles[word] for word in {*some, *named}}
    written = {
        "words": _by_number(often),
        "terms": terms,
        "spellings": dict(_spellings(often)),
    }
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    yield Document(PATH, text.encode())


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters; numbers are none."""
    plain = unicodedata.normalize("NFC", text).lower().replace("’", "'")
    return [word.removesuffix("'s") for word in _WORD.findall(plain)]


def _counted(texts: Iterable[str]) -> Counter[str]:
    """Return in about how many of the texts each word stands, the short ones left out."""
    pieces = Counter(chain.from_iterable({*text.split()} for text in texts))
    # A piece may be several words, or one with a comma; most texts share theirs with others.
    often: dict[int, list[str]] = {}
    for piece, number in pieces.items():
        often.setdefault(number, []).append(piece)
    words: Counter[str] = Counter()
    for number, some in often.items():
        for word in words_of("\n".join(some)):
            if len(word) >= _SHORTEST:
                words[word] += number
    return words


def _titles(hub: Hub) -> Iterator[str]:
    """Yield what each record brings, in one text."""
    for work in published(hub.references.values()):
        names = (each.literal or each.family for each in work.author or work.editor)
        yield " ".join([work.title, *names])
    for summary in published(hub.summaries.values()):
        yield f"{summary.title} {summary.answer}"
    for some in (hub.programmes, hub.organisations, hub.concordats):
        yield from (record.title for record in published(some.values()))


def _terms(hub: Hub) -> list[Term]:
    """Return every term of the vocabularies, every place, and bodies that have several names."""
    rows = [
        _Row(
            ("term", name, term.id), term.label, term.alt_labels, ("term", name, term.broader or "")
        )
        for name, vocabulary in sorted(hub.vocabularies.items())
        for term in vocabulary.terms
    ]
    rows += [
        _Row(
            ("place", each.id),
            each.label,
            (*each.alt_labels, *([each.label_cy] if each.label_cy else [])),
            ("place", each.within or ""),
        )
        for each in hub.places.values()
    ]
    rows += [
        _Row(("organisation", each.id), each.title, each.aliases)
        for each in published(hub.organisations.values())
        if each.aliases
    ]
    numbers = {row.key: number for number, row in enumerate(rows)}
    return [(row.name, numbers.get(row.broader, -1), [*row.others]) for row in rows]  # fmt: skip


def _by_number(often: dict[str, int]) -> dict[str, str]:
    """Return the words by how many names have them, at least: 1, 2, 4, 8 and so on."""
    found: dict[int, list[str]] = {}
    for word in sorted(often):
        found.setdefault(1 << often[word].bit_length() - 1, []).append(word)
    return {str(number): " ".join(found[number]) for number in sorted(found)}


def _spellings(often: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the words as others spell them who may look for them, with the word itself."""
    for word in sorted(often):
        other = other_spelling(word)
        if other and other not in often:
            yield other, word

"""Other words for what a text says, so that the search finds it by them: with one search, not many.

Two kinds: the names that the vocabularies have for a term which the text names, and the British or
American spelling of its words. A term is named by its label or by another name of several words; a
single word that stands for it ("voice" for singing, "food" for cooking) too often means something
else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.views.search_words import words_of
from hub.views.spellings import other_spelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hub.model.hub import Hub

VOCABULARIES = ("art-forms", "outcomes", "conditions", "populations", "settings")
"""Those whose terms a title may name; words such as "survey" or "childhood" say too little."""


class Synonyms:
    """Knows the names of all terms; one serves a whole build."""

    def __init__(self, hub: Hub) -> None:
        """Look at the vocabularies of `hub`."""
        self._names: dict[tuple[str, ...], list[str]] = {}
        self._longest: dict[str, int] = {}
        for vocabulary in VOCABULARIES:
            found = hub.vocabularies.get(vocabulary)
            for term in found.terms if found else ():
                several = [each for each in term.alt_labels if len(words_of(each)) > 1]
                for name in (term.label, *several):
                    self._learn(tuple(words_of(name)), (term.label, *term.alt_labels))

    def _learn(self, words: tuple[str, ...], names: tuple[str, ...]) -> None:
        if not words:
            return
        self._names.setdefault(words, []).extend(names)
        self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def __call__(self, words: Sequence[str]) -> Iterator[str]:
        """Yield what finds a text of these words besides them, each once."""
        own = set(words)
        for name in dict.fromkeys([*self._other_names(words), *map(other_spelling, words)]):
            if name and not own.issuperset(words_of(name)):
                yield from name.split(", ")

    def _other_names(self, words: Sequence[str]) -> Iterator[str]:
        for start, word in enumerate(words):
            if word in self._longest:  # few are the first of any name
                for size in range(1, self._longest[word] + 1):
                    yield from self._names.get(tuple(words[start : start + size]), ())

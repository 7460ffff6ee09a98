"""What finds a summary or a work in search: few words, well chosen, and the facets it belongs to.

Memory and time of the index grow with the different words of each record (about 0.6 KB a word). A
summary is found by its title and answer, by what it is about in the words of the vocabularies (with
their other names), and by the title, authors and year of its work. Statements of findings find next
to nothing more, and cost as much again. A work is found by itself only if no summary leads to it.

What else can be found is in `hub.views.search_parts`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hub.model.base import Status
from hub.model.certainty import LEVELS
from hub.page import SearchEntry
from hub.views import addresses, markdown, naming
from hub.views.cards import headline_certainty, size
from hub.views.directions import LABELS, headline
from hub.views.facets import FACETS, grade
from hub.views.findings import SCALES
from hub.views.search_words import words_of
from hub.views.spellings import other_spelling
from hub.views.synonyms import Synonyms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.certainty import Certainty
    from hub.model.evidence import EvidenceSummary
    from hub.model.hub import Hub
    from hub.model.references import Reference
    from hub.page import Pairs
    from hub.views.facets import Facet

_ABOUT = (
    ("art-forms", "art_forms"), ("outcomes", "outcomes"), ("populations", "populations"),
    ("life-course", "life_course"), ("conditions", "conditions"), ("settings", "settings"),
    ("referral-routes", "referral"),
)  # fmt: skip
"""What a summary is about: the vocabulary, and the field of the record."""
_BY_LABEL = {"life-course", "settings"}
"""Vocabularies whose other names find little: populations have the ages, few ask for buildings."""
_IN_A_WORD = {"designs"}
"""Vocabularies whose other names are the same words once more, but for those of one word (RCT)."""

_COMPARING = {"meta-analysis", "systematic-review", "rct", "cluster-rct"}
"""Designs that come first among summaries of the same certainty."""
_GRADES = 4


class Finder:
    """Says what finds the summaries and works of a hub; one serves a whole build."""

    def __init__(self, hub: Hub) -> None:
        """Look at the vocabularies of `hub`."""
        self._hub = hub
        self._synonyms = Synonyms(hub)
        self._labels: dict[tuple[str, str], str] = {}
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}

    def summary(self, summary: EvidenceSummary) -> SearchEntry | None:
        """Return what finds a summary; nothing finds one that was withdrawn."""
        if summary.status is not Status.PUBLISHED:
            return None
        work, graded = self._hub.references[summary.source], headline_certainty(summary)
        said = f"{markdown.plain(summary.answer)} {work.title}. {_byline(work)}."
        names = self._new(self._about(summary), f"{summary.title} {said}")
        return SearchEntry(
            addresses.summary(summary.id),
            summary.title,
            text=f"{said} {', '.join(names)}".strip(),
            filters=known([("kind", "Evidence summary"), *self._facets(summary)]),
            meta=known([
                ("answer", summary.answer), ("directions", _directions(summary)),
                ("certainty", f"{grade(graded)} ({SCALES[graded.scale]})" if graded else ""),
                ("size", size(summary)), ("work", addresses.reference(work.key)),
            ]),
            sorts=known([
                ("newest", year(work)), ("strongest", str(_strength(summary, graded))),
                ("largest", str(summary.participants or "")),
            ]),
        )  # fmt: skip

    def reference(self, work: Reference) -> SearchEntry | None:
        """Return what finds a work; None if its summary does."""
        summary = self._hub.summary_of(work.key)
        if summary and summary.status is Status.PUBLISHED:
            return None
        said = f"{_byline(work)}."
        names = self._new([], f"{work.title} {said}")
        return SearchEntry(
            addresses.reference(work.key),
            work.title,
            text=f"{said} {', '.join(names)}".strip(),
            filters=known([("kind", "Reference"), ("year", year(work))]),
            sorts=known([("newest", year(work))]),
            is_minor=True,
        )

    def _about(self, summary: EvidenceSummary) -> list[str]:
        """Return what a summary is about, in all names of the terms."""
        names = list[str]()
        for vocabulary, field in _ABOUT:
            for term in getattr(summary, field):
                names += self._names(vocabulary, term)
        names += self._names("designs", summary.design)
        if summary.cost:
            names.append(self._hub.label("outcomes", "cost"))
        names += summary.country
        names += [naming.place(self._hub, each) for each in summary.places]
        return names

    def _names(self, vocabulary: str, term: str) -> tuple[str, ...]:
        key = vocabulary, term
        if key not in self._known:
            found = self._hub.find_term(vocabulary, term)
            others = found.alt_labels if found and vocabulary not in _BY_LABEL else ()
            if vocabulary in _IN_A_WORD:
                others = tuple(each for each in others if " " not in each)
            self._known[key] = self._hub.label(vocabulary, term), *others
        return self._known[key]

    def _new(self, names: list[str], said: str) -> Iterator[str]:
        """Yield names, and other words for what is said, as far as they bring new words."""
        own = words_of(said)
        known = set(own)
        names += self._synonyms(own)
        names += [other for name in names for other in _spellings(name)]
        for name in names:
            words = _words(name)
            if not known.issuperset(words):
                known.update(words)
                yield name

    def _facets(self, summary: EvidenceSummary) -> Iterator[tuple[str, str]]:
        """Yield facets with the labels under which the summary is browsed, too."""
        for facet in FACETS:
            for value in facet.of(self._hub, summary):
                yield facet.name, self._label(facet, value, summary)

    def _label(self, facet: Facet, value: str, summary: EvidenceSummary) -> str:
        key = facet.name, value
        if key not in self._labels:
            choices = facet.choices(self._hub, {value: [summary]})
            labels = (each.label for each in choices if each.summaries)
            self._labels[key] = next(labels, value)
        return self._labels[key]


def known(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Return the pairs that have a value, each once."""
    return tuple(dict.fromkeys((name, value) for name, value in pairs if value))


def year(work: Reference) -> str:
    """Return the year in which a work came out; "" where nothing says."""
    return str(work.issued.year or "")


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(words_of(name))


@cache
def _spellings(name: str) -> tuple[str, ...]:
    return tuple(filter(None, map(other_spelling, _words(name))))


def _byline(work: Reference) -> str:
    """Return by whom and when: authors are looked for who come first, and who come last.

    What is in no journal is looked for by who published it.
    """
    authors = work.author or work.editor
    named = dict.fromkeys([*authors[:2], *authors[-1:]])
    names = [each.literal or f"{each.particle} {each.family}".strip() for each in named]
    publisher = "" if work.container_title else work.publisher
    return ", ".join(each for each in dict.fromkeys([*names, publisher, year(work)]) if each)


def _directions(summary: EvidenceSummary) -> str:
    """Return the headline: directions, with the words that fit what was compared if need be."""
    signs = headline(summary)
    if all(each.words == LABELS[each.direction] for each in signs):
        return ", ".join(each.direction.value for each in signs)
    return "; ".join(f"{each.direction.value}={each.words}" for each in signs)


def _strength(summary: EvidenceSummary, graded: Certainty | None) -> int:
    """Return 0 to 9: the certainty of the headline first, then what the design can show."""
    levels = LEVELS.get(graded.scale, ()) if graded else ()
    level = levels.index(graded.level) + 1 if graded and levels else 0
    return 2 * min(level, _GRADES) + (summary.design in _COMPARING)

"""Everything the hub holds, with look-ups by id and what links to what."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from hub.model.base import Record
    from hub.model.clauses import EvidenceLink, ProgrammeLink
    from hub.model.concordats import Concordat
    from hub.model.evidence import EvidenceSummary
    from hub.model.locks import Lock
    from hub.model.pages import DocsPage
    from hub.model.practice import PracticeClause, PracticeExample
    from hub.model.programmes import Lesson, Programme
    from hub.model.references import Reference
    from hub.model.signatories import Signatory
    from hub.model.stories import Story
    from hub.model.texts import Text
    from hub.model.vocabularies import Organisation, Place, Term, Vocabulary


@dataclass(frozen=True, slots=True)
class ClauseUse:
    """A clause on which a work bears: the concordat, the clause's id, and the link."""

    concordat: Concordat
    clause: str
    link: EvidenceLink


@dataclass(frozen=True, slots=True)
class ClauseAct:
    """A clause on which a programme acts: the concordat, the clause's id, and the link."""

    concordat: Concordat
    clause: str
    link: ProgrammeLink


@dataclass(frozen=True)
class Hub:
    """Everything loaded, by id; `records` are all of these by the path of their file.

    `retracted` are the keys of works that were retracted. Records that could not be read are in
    `unread`, by kind. Texts are by concordat and version, translations by language as well.

    A check that follows a mention asks `ids(kind)`, which counts unread records as present:
    a record that could not be read is not also reported missing by everything that names it.
    """

    references: Mapping[str, Reference] = field(default_factory=dict)
    retracted: frozenset[str] = frozenset()
    summaries: Mapping[str, EvidenceSummary] = field(default_factory=dict)
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    practice: Mapping[str, PracticeExample] = field(default_factory=dict)
    stories: Mapping[str, Story] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    concordats: Mapping[str, Concordat] = field(default_factory=dict)
    texts: Mapping[tuple[str, str], Text] = field(default_factory=dict)
    translations: Mapping[tuple[str, str, str], Text] = field(default_factory=dict)
    locks: Mapping[str, Lock] = field(default_factory=dict)
    signatories: Mapping[str, tuple[Signatory, ...]] = field(default_factory=dict)
    docs: Mapping[str, DocsPage] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    unread: Mapping[str, Collection[str]] = field(default_factory=dict)

    def ids(self, kind: str) -> Collection[str]:
        """Return every id of a kind (see `Mentions`), those of unread records included."""
        return self._ids.get(kind, frozenset())

    def is_known(self, kind: str, name: str) -> bool:
        """Tell whether something of this kind has this id, or might have it.

        While a whole library or vocabulary could not be read, any name may be right.
        """
        return name in self.ids(kind) or "*" in self.unread.get(kind, ())

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        read: dict[str, Collection[str]] = {
            "reference": self.references.keys(),
            "summary": self.summaries.keys(),
            "programme": self.programmes.keys(),
            "practice": self.practice.keys(),
            "organisation": self.organisations.keys(),
            "place": self.places.keys(),
            "concordat": self.concordats.keys(),
            "clause": [
                f"{name}/{clause}" for name in self.concordats for clause in self.clause_ids(name)
            ],
            "lesson": [
                f"{each.id}/{lesson.number}"
                for each in self.programmes.values()
                for lesson in each.lessons
            ],
        }
        for name, vocabulary in self.vocabularies.items():
            read[f"term:{name}"] = [term.id for term in vocabulary.terms]
        kinds = {*read, *self.unread}
        return {
            kind: frozenset((*read.get(kind, ()), *self.unread.get(kind, ()))) for kind in kinds
        }

    def clause_ids(self, concordat: str) -> tuple[str, ...]:
        """Return the clause ids of all versions of a concordat, each once, in order."""
        found = {
            clause: None
            for version in self.concordats[concordat].versions
            if (text := self.texts.get((concordat, version.number)))
            for clause in text.clause_ids
        }
        return tuple(found)

    def version_with(self, concordat: str, clause: str) -> str:
        """Return the number of the version that has a clause; "" where none is known to.

        That is the version in force if it has it, else the newest one that does.
        """
        return self._versions_by_clause.get((concordat, clause), "")

    @cached_property
    def _versions_by_clause(self) -> dict[tuple[str, str], str]:
        return {
            (concordat.id, clause): version.number
            for concordat in self.concordats.values()
            for version in (*concordat.versions, concordat.current)
            if (text := self.texts.get((concordat.id, version.number)))
            for clause in text.clause_ids
        }

    def find_term(self, vocabulary: str, term: str) -> Term | None:
        """Return a term of a vocabulary, if both exist."""
        return self._terms.get((vocabulary, term))

    def label(self, vocabulary: str, term: str) -> str:
        """Return the label of a term, or the id itself while the term is missing."""
        found = self.find_term(vocabulary, term)
        return found.label if found else term

    @cached_property
    def _terms(self) -> dict[tuple[str, str], Term]:
        return {
            (name, term.id): term
            for name, vocabulary in self.vocabularies.items()
            for term in vocabulary.terms
        }

    def summary_of(self, key: str) -> EvidenceSummary | None:
        """Return the summary of which this work is the source, if there is one."""
        return self._summaries_by_source.get(key)

    @cached_property
    def _summaries_by_source(self) -> dict[str, EvidenceSummary]:
        return {each.source: each for each in self.summaries.values()}

    def clauses_resting_on(self, key: str) -> tuple[ClauseUse, ...]:
        """Return the clauses on which a work bears, in the order of the concordats."""
        return self._clauses_by_key.get(key, ())

    @cached_property
    def _clauses_by_key(self) -> dict[str, tuple[ClauseUse, ...]]:
        found: dict[str, list[ClauseUse]] = {}
        for concordat in self.concordats.values():
            for clause, basis in concordat.clauses.items():
                for link in basis.evidence:
                    found.setdefault(link.reference, []).append(ClauseUse(concordat, clause, link))
        return {key: tuple(uses) for key, uses in found.items()}

    def lessons_about(self, clause: str) -> tuple[tuple[Programme, Lesson], ...]:
        """Return the lessons that bear on a clause (`<concordat>/<clause>`)."""
        return self._lessons_by_clause.get(clause, ())

    @cached_property
    def _lessons_by_clause(self) -> dict[str, tuple[tuple[Programme, Lesson], ...]]:
        found: dict[str, list[tuple[Programme, Lesson]]] = {}
        for programme in self.programmes.values():
            for lesson in programme.lessons:
                for clause in lesson.about:
                    found.setdefault(clause, []).append((programme, lesson))
        return {clause: tuple(pairs) for clause, pairs in found.items()}

    def practice_about(self, clause: str) -> tuple[tuple[PracticeExample, PracticeClause], ...]:
        """Return the practice examples that act on a clause (`<concordat>/<clause>`)."""
        return self._practice_by_clause.get(clause, ())

    @cached_property
    def _practice_by_clause(
        self,
    ) -> dict[str, tuple[tuple[PracticeExample, PracticeClause], ...]]:
        found: dict[str, list[tuple[PracticeExample, PracticeClause]]] = {}
        for example in self.practice.values():
            for link in example.clauses:
                found.setdefault(link.clause, []).append((example, link))
        return {clause: tuple(pairs) for clause, pairs in found.items()}

    def clauses_acted_on(self, programme: str) -> tuple[ClauseAct, ...]:
        """Return the clauses on which a programme acts, in the order of the concordats."""
        return self._clauses_by_programme.get(programme, ())

    @cached_property
    def _clauses_by_programme(self) -> dict[str, tuple[ClauseAct, ...]]:
        found: dict[str, list[ClauseAct]] = {}
        for concordat in self.concordats.values():
            for clause, basis in concordat.clauses.items():
                for link in basis.programmes:
                    found.setdefault(link.programme, []).append(ClauseAct(concordat, clause, link))
        return {programme: tuple(acts) for programme, acts in found.items()}

    def all_signatories(self) -> Iterator[tuple[Concordat, Signatory]]:
        """Yield every signatory with its concordat."""
        for name, signatories in self.signatories.items():
            for signatory in signatories:
                yield self.concordats[name], signatory

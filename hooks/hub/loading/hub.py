"""Load a whole hub: every file is read once, every fault is gathered, nothing is repaired."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hub.diagnostics import Diagnostic, in_order
from hub.loading.bibtex import read_bibtex
from hub.loading.canonical import canonical_text, more_than_one_way
from hub.loading.concordat_text import parse_text
from hub.loading.docs_pages import read_page
from hub.loading.files import MAX_BYTES, read_text
from hub.loading.layout import LIBRARY, survey
from hub.loading.library_text import faults_in_library_text
from hub.loading.limits import MAX_PAGE_BYTES
from hub.loading.privacy import personal_data
from hub.loading.record_shelf import RecordShelf
from hub.loading.records import PlainReader, unfit_to_parse
from hub.loading.stillness import State, changed_since, state_of
from hub.loading.texts import Texts
from hub.loading.translations import parse_translation
from hub.model.concordats import Concordat
from hub.model.evidence import EvidenceSummary
from hub.model.hub import Hub
from hub.model.locks import Lock
from hub.model.practice import PracticeExample
from hub.model.programmes import Programme
from hub.model.stories import Story
from hub.model.texts import Text
from hub.model.vocabularies import Gazetteer, Organisation, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hub.loading.layout import Layout
    from hub.loading.records import Reader
    from hub.model.pages import DocsPage
    from hub.model.references import Reference
    from hub.pool import Pool
    from hub.source import SourceText
    from hub.store import Store

MAX_LIBRARY_BYTES = 64_000_000
"""The reference library of a national hub: about 60,000 entries."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A hub, what is wrong with its files, and the texts that diagnostics point into.

    `library` is a key that stands for all that was written of references.
    """

    hub: Hub
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceText]
    library: bytes


def load_hub(
    root: Path, store: Store | None = None, pool: Pool | None = None, reader: Reader | None = None
) -> Loaded:
    """Read every content file below `root`.

    Sound references may be remembered in the store, and the pool reads the others. Record files
    are read by `reader`, if it is given.
    """
    loader = _Loader(root, store, pool)
    loader.load(reader or PlainReader(root))
    return Loaded(loader.hub(), in_order(loader.diagnostics), loader.texts, loader.library)


@dataclass(slots=True)
class _Loader:
    """Collects what is read, file by file."""

    root: Path
    store: Store | None = None
    pool: Pool | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: Texts = field(init=False)
    states: dict[str, State] = field(default_factory=dict)
    shelf: RecordShelf = field(init=False)
    references: Mapping[str, Reference] = field(default_factory=dict)
    retracted: frozenset[str] = frozenset()
    library: bytes = b""
    versions: dict[tuple[str, str], Text] = field(default_factory=dict)
    translations: dict[tuple[str, str, str], Text] = field(default_factory=dict)
    docs: dict[str, DocsPage] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.texts = Texts(self.root)
        self.shelf = RecordShelf(self.root, self.texts)

    def load(self, reader: Reader) -> None:
        """Read everything."""
        layout = survey(self.root)
        self.diagnostics += layout.diagnostics
        self.shelf.fill(layout.records, reader)
        self.diagnostics += self.shelf.diagnostics
        self._library(present=layout.has_library)
        self._versions(layout)
        self._translations(layout)
        for path in layout.docs:
            self._docs_page(path)
        for path in layout.notes:
            self._read(path)
        self.diagnostics += changed_since(self.shelf.states | self.states, self.root)

    def hub(self) -> Hub:
        """Return what was read as a hub."""
        by_id = self.shelf.by_id
        places = [place for each in by_id(Gazetteer).values() for place in each.places]
        return Hub(
            references=self.references,
            retracted=self.retracted,
            summaries=by_id(EvidenceSummary),
            programmes=by_id(Programme),
            practice=by_id(PracticeExample),
            stories=by_id(Story),
            organisations=by_id(Organisation),
            vocabularies=by_id(Vocabulary),
            places={place.id: place for place in reversed(places)},
            concordats=by_id(Concordat),
            texts=self.versions,
            translations=self.translations,
            locks=by_id(Lock),
            signatories=self.shelf.signatories(),
            docs=self.docs,
            records=self.shelf.records,
            unread=self.shelf.unread,
        )

    def _mark_unread(self, kind: str, name: str) -> None:
        self.shelf.unread.setdefault(kind, set()).add(name)

    def _read(
        self, path: str, limit: int = MAX_BYTES, *, exactly: bool = False
    ) -> SourceText | None:
        """Return the text of a file that is fit to be parsed."""
        state = state_of(self.root, path)
        found = read_text(self.root / path, path, limit, exactly=exactly)
        if isinstance(found, Diagnostic):
            self.diagnostics.append(found)
            return None
        self.texts.hold(found)
        self.states[path] = state
        if path == LIBRARY:
            personal, unfit = faults_in_library_text(found, self.store)
        else:
            personal, unfit = personal_data(found), unfit_to_parse(found)
        self.diagnostics += [*personal, *unfit]
        return None if unfit else found

    def _library(self, *, present: bool) -> None:
        source = self._read(LIBRARY, limit=MAX_LIBRARY_BYTES) if present else None
        if source:
            library = read_bibtex(source, self.store, self.pool)
            self.references, self.retracted = library.references, library.retracted
            self.library = library.key
            self.diagnostics += library.faults
            for key in library.unread:
                self._mark_unread("reference", key)
        elif present:
            self._mark_unread("reference", "*")

    def _versions(self, layout: Layout) -> None:
        concordats, locks = self.shelf.by_id(Concordat), self.shelf.by_id(Lock)
        for path, concordat, version in layout.texts:
            source = self._read(path, limit=MAX_PAGE_BYTES, exactly=True)
            if source and concordat in concordats:
                locked = locks[concordat].find(version) if concordat in locks else None
                source, unlike = canonical_text(source, locked.sha256 if locked else "")
                text, faults = parse_text(source, concordats[concordat])
                self.diagnostics += [*unlike, *faults]
                self.versions[concordat, version] = text
            if not source or (concordat in concordats and faults):
                self._mark_unread("clause", "*")

    def _translations(self, layout: Layout) -> None:
        concordats = self.shelf.by_id(Concordat)
        for path, concordat, version, language in layout.translations:
            source = self._read(path, limit=MAX_PAGE_BYTES, exactly=True)
            original = self.versions.get((concordat, version))
            if source and original:
                text, faults = parse_translation(source, concordats[concordat], original)
                self.diagnostics += [*more_than_one_way(source), *faults]
                self.translations[concordat, version, language] = text
            else:
                self._mark_unread("translation", path)

    def _docs_page(self, path: str) -> None:
        source = self._read(path, limit=MAX_PAGE_BYTES)
        if source:
            page, faults = read_page(source)
            self.diagnostics += faults
            if page:
                self.docs[path] = page

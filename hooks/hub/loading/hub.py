"""Load a whole hub: every file is read once, every fault is gathered, nothing is repaired."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, cast

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
from hub.loading.records import Revival, read_record, unfit_to_parse
from hub.loading.stillness import State, changed_since, state_of
from hub.loading.texts import Texts
from hub.loading.translations import parse_translation
from hub.model.base import Record
from hub.model.concordats import Concordat, Signatory, Text
from hub.model.evidence import EvidenceSummary
from hub.model.hub import Hub
from hub.model.locks import Lock
from hub.model.practice import PracticeExample
from hub.model.programmes import Programme
from hub.model.shelf import Named, Shelf
from hub.model.stories import Story
from hub.model.vocabularies import Gazetteer, Organisation, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from hub.loading.layout import Layout, RecordFile
    from hub.loading.records import ReadRecord
    from hub.model.pages import DocsPage
    from hub.model.references import Reference
    from hub.pool import Pool
    from hub.source import SourceText
    from hub.store import Store

R = TypeVar("R", bound=Record)

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
    root: Path, store: Store | None = None, pool: Pool | None = None,
    read_all: Callable[[Sequence[RecordFile]], Iterable[ReadRecord]] | None = None,
) -> Loaded:  # fmt: skip
    """Read every content file below `root`.

    Sound references may be remembered in the store, and the pool reads the others. Record files
    are read by `read_all`, if it is given, in their order.
    """
    loader = _Loader(root, store, pool)
    loader.load(read_all or (lambda files: (read_record(root, file)[0] for file in files)))
    return Loaded(loader.hub(), in_order(loader.diagnostics), loader.texts, loader.library)


# What other records may still mention while a record of this model cannot be read.
_UNREAD: dict[type[Record], tuple[tuple[str, str], ...]] = {
    Organisation: (("organisation", "{id}"),),
    EvidenceSummary: (("summary", "{id}"),),
    Gazetteer: (("place", "*"),),
    Vocabulary: (("term:{id}", "*"),),
    Programme: (("programme", "{id}"), ("lesson", "*")),
    PracticeExample: (("practice", "{id}"),),
    Concordat: (("concordat", "{id}"), ("clause", "*")),
    Lock: (("lock", "{id}"),),
    Signatory: (("signatory", "*"),),
}


@dataclass(slots=True)
class _Loader:
    """Collects what is read, file by file."""

    root: Path
    store: Store | None = None
    pool: Pool | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    texts: Texts = field(init=False)
    states: dict[str, State] = field(default_factory=dict)
    files: dict[str, RecordFile] = field(default_factory=dict)
    records: Shelf[Record] = field(init=False)
    references: Mapping[str, Reference] = field(default_factory=dict)
    retracted: frozenset[str] = frozenset()
    library: bytes = b""
    versions: dict[tuple[str, str], Text] = field(default_factory=dict)
    translations: dict[tuple[str, str, str], Text] = field(default_factory=dict)
    docs: dict[str, DocsPage] = field(default_factory=dict)
    unread: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.texts = Texts(self.root)

    def load(self, read_all: Callable[[Sequence[RecordFile]], Iterable[ReadRecord]]) -> None:
        """Read everything."""
        layout = survey(self.root)
        self.diagnostics += layout.diagnostics
        self._records(layout.records, read_all)
        self._library(present=layout.has_library)
        self._versions(layout)
        self._translations(layout)
        for path in layout.docs:
            self._docs_page(path)
        for path in layout.notes:
            self._read(path)
        self.diagnostics += changed_since(self.states, self.root)

    def hub(self) -> Hub:
        """Return what was read as a hub."""
        signatories: dict[str, list[Signatory]] = {name: [] for name in self.by_id(Concordat)}
        for path, file in self.files.items():
            if file.model is Signatory and (name := path.split("/")[1]) in signatories:
                signatories[name].append(cast("Signatory", self.records[path]))
        places = [place for each in self.by_id(Gazetteer).values() for place in each.places]
        return Hub(
            references=self.references,
            retracted=self.retracted,
            summaries=self.by_id(EvidenceSummary),
            programmes=self.by_id(Programme),
            practice=self.by_id(PracticeExample),
            stories=self.by_id(Story),
            organisations=self.by_id(Organisation),
            vocabularies=self.by_id(Vocabulary),
            places={place.id: place for place in reversed(places)},
            concordats=self.by_id(Concordat),
            texts=self.versions,
            translations=self.translations,
            locks=self.by_id(Lock),
            signatories={name: tuple(each) for name, each in signatories.items()},
            docs=self.docs,
            records=self.records,
            unread=self.unread,
        )

    def by_id(self, model: type[R]) -> Mapping[str, R]:
        """Return the records of one model by id."""
        paths = {file.id: path for path, file in self.files.items() if file.model is model}
        return Named(cast("Shelf[R]", self.records), paths)

    def _records(
        self,
        files: Sequence[RecordFile],
        read_all: Callable[[Sequence[RecordFile]], Iterable[ReadRecord]],
    ) -> None:
        self.states |= {file.path: state_of(self.root, file.path) for file in files}
        kept = {}
        for read in read_all(files):
            path = read.file.path
            self.diagnostics += read.diagnostics
            if read.is_text:
                self.texts.know(path)
            if read.fields is None:
                self._forget(read.file)
            else:
                self.files[path], kept[path] = read.file, read.fields
        self.records = Shelf(kept, Revival(self.files, self.texts))

    def _forget(self, file: RecordFile) -> None:
        for kind, name in _UNREAD.get(file.model, ()):
            self._mark_unread(kind.format(id=file.id), name.format(id=file.id))

    def _mark_unread(self, kind: str, name: str) -> None:
        self.unread.setdefault(kind, set()).add(name)

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
        concordats, locks = self.by_id(Concordat), self.by_id(Lock)
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
        concordats = self.by_id(Concordat)
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

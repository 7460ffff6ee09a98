"""Load a whole hub: every file is read once, every fault is gathered, nothing is repaired."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from hub.codes import Code
from hub.diagnostics import Diagnostic, in_order
from hub.loading.bibtex import read_bibtex
from hub.loading.canonical import more_than_one_way
from hub.loading.concordat_text import parse_text
from hub.loading.docs_pages import read_page
from hub.loading.files import MAX_BYTES, hidden_characters, read_text
from hub.loading.layout import LIBRARY, survey
from hub.loading.limits import MAX_PAGE_BYTES, beyond_limits
from hub.loading.origins import YamlOrigin
from hub.loading.privacy import personal_data
from hub.loading.stillness import State, changed_since, state_of
from hub.loading.validation import validate
from hub.loading.yaml_nodes import compose
from hub.loading.yaml_plain import read_plain
from hub.model.base import Record
from hub.model.concordats import Concordat, Signatory, Text
from hub.model.evidence import EvidenceSummary
from hub.model.hub import Hub
from hub.model.programmes import Programme
from hub.model.vocabularies import Gazetteer, Organisation, Vocabulary
from hub.source import SourceText

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hub.model.pages import DocsPage
    from hub.store import Store

R = TypeVar("R", bound=Record)

MAX_LIBRARY_BYTES = 64_000_000
"""The reference library of a national hub: about 60,000 entries."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A hub, what is wrong with its files, and the texts that diagnostics point into."""

    hub: Hub
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceText]


def load_hub(root: Path, store: Store | None = None) -> Loaded:
    """Read every content file below `root`; sound references may be remembered in the store."""
    loader = _Loader(root, store)
    loader.load()
    return Loaded(loader.hub(), in_order(loader.diagnostics), loader.sources)


# What other records may still mention while a record of this model cannot be read.
_UNREAD: dict[type[Record], tuple[str, str]] = {
    Organisation: ("organisation", "{id}"),
    EvidenceSummary: ("summary", "{id}"),
    Gazetteer: ("place", "*"),
    Vocabulary: ("term:{id}", "*"),
}


@dataclass(slots=True)
class _Loader:
    """Collects what is read, file by file."""

    root: Path
    store: Store | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, SourceText] = field(default_factory=dict)
    states: dict[str, State] = field(default_factory=dict)
    records: list[tuple[str, Record]] = field(default_factory=list)
    references: dict[str, Any] = field(default_factory=dict)
    texts: dict[tuple[str, str], Text] = field(default_factory=dict)
    docs: dict[str, DocsPage] = field(default_factory=dict)
    unread: dict[str, set[str]] = field(default_factory=dict)

    def load(self) -> None:
        """Read everything."""
        layout = survey(self.root)
        self.diagnostics += layout.diagnostics
        for path, record_id, model in layout.records:
            self._record(path, record_id, model)
        self._library(present=layout.has_library)
        concordats = self.by_id(Concordat)
        for path, concordat, version in layout.texts:
            source = self._read(path, limit=MAX_PAGE_BYTES, exactly=True)
            if source and concordat in concordats:
                text, faults = parse_text(source, concordats[concordat])
                self.diagnostics += [*more_than_one_way(source), *faults]
                self.texts[concordat, version] = text
            if not source or (concordat in concordats and faults):
                self._mark_unread("clause", "*")
        for path in layout.docs:
            self._docs_page(path)
        for path in layout.notes:
            self._read(path)
        self.diagnostics += changed_since(self.states, self.root)

    def hub(self) -> Hub:
        """Return what was read as a hub."""
        signatories: dict[str, list[Signatory]] = {name: [] for name in self.by_id(Concordat)}
        for path, record in self.records:
            if isinstance(record, Signatory) and (name := path.split("/")[1]) in signatories:
                signatories[name].append(record)
        vocabularies = self.by_id(Vocabulary)
        places = [place for each in self.by_id(Gazetteer).values() for place in each.places]
        return Hub(
            references=self.references,
            summaries=self.by_id(EvidenceSummary),
            programmes=self.by_id(Programme),
            organisations=self.by_id(Organisation),
            vocabularies=vocabularies,
            places={place.id: place for place in reversed(places)},
            concordats=self.by_id(Concordat),
            texts=self.texts,
            signatories={name: tuple(each) for name, each in signatories.items()},
            docs=self.docs,
            records=tuple(record for _, record in self.records),
            unread=self.unread,
        )

    def by_id(self, model: type[R]) -> dict[str, R]:
        """Return the records of one model by id."""
        return {record.id: record for _, record in self.records if isinstance(record, model)}

    def _read(
        self, path: str, limit: int = MAX_BYTES, *, exactly: bool = False
    ) -> SourceText | None:
        """Return the text of a file that is fit to be parsed."""
        state = state_of(self.root / path)
        found = read_text(self.root / path, path, limit, exactly=exactly)
        if isinstance(found, Diagnostic):
            self.diagnostics.append(found)
            return None
        self.sources[path], self.states[path] = found, state
        self.diagnostics += personal_data(found)
        unfit = hidden_characters(found)
        if path != LIBRARY and (beyond := beyond_limits(found)):
            unfit.append(beyond)
        self.diagnostics += unfit
        return None if unfit else found

    def _record(self, path: str, record_id: str, model: type[Record]) -> None:
        record = None
        source = self._read(path)
        if source:
            fields, faults = _fields(source, model)
            if fields is not None:
                origin = YamlOrigin(source)
                record, more = validate(model, fields, origin)
                faults += more
                if record is not None:
                    record.placed(record_id, origin)
                    self.records.append((path, record))
            self.diagnostics += faults
        if record is None:
            self._forget(model, record_id)

    def _forget(self, model: type[Record], record_id: str) -> None:
        kinds = [_UNREAD[model]] if model in _UNREAD else []
        if model is Programme:
            kinds = [("programme", "{id}"), ("lesson", "*")]
        elif model is Concordat:
            kinds = [("concordat", "{id}"), ("clause", "*")]
        for kind, name in kinds:
            self._mark_unread(kind.format(id=record_id), name.format(id=record_id))

    def _mark_unread(self, kind: str, name: str) -> None:
        self.unread.setdefault(kind, set()).add(name)

    def _library(self, *, present: bool) -> None:
        source = self._read(LIBRARY, limit=MAX_LIBRARY_BYTES) if present else None
        if source:
            self.references, faults, unread = read_bibtex(source, self.store)
            self.diagnostics += faults
            for key in unread:
                self._mark_unread("reference", key)
        elif present:
            self._mark_unread("reference", "*")

    def _docs_page(self, path: str) -> None:
        source = self._read(path, limit=MAX_PAGE_BYTES)
        if source:
            page, faults = read_page(source)
            self.diagnostics += faults
            if page:
                self.docs[path] = page


def _fields(source: SourceText, model: type[Record]) -> tuple[object, list[Diagnostic]]:
    """Return the fields of a record as pydantic takes them, or None, and what is wrong."""
    if (plain := read_plain(source.text)) is not None:
        return plain, []
    node, faults = compose(source)
    if node is not None and not isinstance(node.value, dict):
        return None, [*faults, _not_a_mapping(source, node.start, model)]
    return node.plain() if node else None, faults


def _not_a_mapping(source: SourceText, start: int, model: type[Record]) -> Diagnostic:
    first = next(iter(model.model_fields))
    return Diagnostic(
        code=Code.NOT_A_MAPPING, span=source.span(start, start + 1),
        message="the file holds a list or a single value, not the fields of a record",
        expected=f"fields, a line each, such as `{first}: ...`",
        help="delete the hyphen or bracket before the first field, and line the fields up",
    )  # fmt: skip

"""The records of a hub on one shelf: read, or known from before, and made when asked for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar, cast

from hub.loading.late_fields import LateFields
from hub.loading.records import Revival, read_record
from hub.loading.stillness import state_of
from hub.model.base import Record
from hub.model.concordats import Concordat
from hub.model.evidence import EvidenceSummary
from hub.model.locks import Lock
from hub.model.practice import PracticeExample
from hub.model.programmes import Programme
from hub.model.shelf import Grouped, Named, Shelf
from hub.model.signatories import Signatory
from hub.model.vocabularies import Gazetteer, Organisation, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from hub.diagnostics import Diagnostic
    from hub.loading.layout import RecordFile
    from hub.loading.records import Reader
    from hub.loading.stillness import State
    from hub.loading.texts import Texts

R = TypeVar("R", bound=Record)

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


class RecordShelf:
    """The records below `root`, what is wrong with their files, and what could not be read.

    `records` are by path, `states` those of the files that were opened, and `unread` holds names
    by kind (see `hub.model.hub.Hub`).
    """

    def __init__(self, root: Path, texts: Texts) -> None:
        """Begin with none; the texts take note of each file that holds one."""
        self._root, self._texts = root, texts
        self._files: dict[str, RecordFile] = {}
        self._by_model: dict[type[Record], list[RecordFile]] = defaultdict(list)
        self.records: Shelf[Record] = Shelf({}, Revival({}, texts))
        self.diagnostics: list[Diagnostic] = []
        self.states: dict[str, State] = {}
        self.unread: dict[str, set[str]] = {}

    def fill(self, files: Sequence[RecordFile], reader: Reader) -> None:
        """Put there what becomes of files."""
        states = {file.path: state_of(self._root, file.path) for file in files}
        kept = dict[str, str | bytes]()
        for read in reader.read_all(files, states):
            path = read.file.path
            if not isinstance(read.fields, bytes):  # it was opened
                self.states[path] = states[path]
            self.diagnostics += read.diagnostics
            if read.is_text:
                self._texts.know(path)
            if read.fields is None:
                self._forget(read.file)
            else:
                self._files[path], kept[path] = read.file, read.fields
                self._by_model[read.file.model].append(read.file)
        keys = {path: key for path, key in kept.items() if isinstance(key, bytes)}
        fields = LateFields(kept, reader.fields, self._read_again)
        self.records = Shelf(fields, Revival(self._files, self._texts), keys)

    def by_id(self, model: type[R]) -> Mapping[str, R]:
        """Return the records of one model by id."""
        paths = {file.id: file.path for file in self._by_model[model]}
        return Named(cast("Mapping[str, R]", self.records), paths)

    def signatories(self) -> Mapping[str, tuple[Signatory, ...]]:
        """Return the signatories of each concordat, by its id."""
        paths: dict[str, list[str]] = {name: [] for name in self.by_id(Concordat)}
        for file in self._by_model[Signatory]:
            if (name := file.path.split("/")[1]) in paths:
                paths[name].append(file.path)
        return Grouped(cast("Mapping[str, Signatory]", self.records), paths)

    def _read_again(self, path: str) -> str:
        read, _ = read_record(self._root, self._files[path])
        if isinstance(read.fields, str):
            return read.fields
        raise LookupError(f"{path} was changed while the hub was being read")

    def _forget(self, file: RecordFile) -> None:
        for kind, name in _UNREAD.get(file.model, ()):
            self.unread.setdefault(kind.format(id=file.id), set()).add(name.format(id=file.id))

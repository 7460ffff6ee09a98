"""Record files read and checked on all cores; one that was found sound before is only recognised.

A file is recognised by its path and its bytes, never by its date. What is kept of a sound one are
its fields and the facts that the rest of the hub must know of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import hub
from hub.checks import check_record
from hub.checks.facts import Facts, facts_of
from hub.checks.reading import read
from hub.loading.files import MAX_BYTES
from hub.loading.layout import RecordFile
from hub.loading.records import ReadRecord, read_record
from hub.pool import Pool
from hub.progress import Progress
from hub.store import Store, fingerprint, key_of

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_EACH = 0.0015
"""Seconds, roughly, to read and check a record."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """A record's file that was looked at: what became of it, and what a sound one is kept by."""

    read: ReadRecord
    facts: str = ""
    key: bytes = b""
    is_new: bool = False


@dataclass(frozen=True)
class _Look:
    """Looks at the record files below `root`, in whatever process it finds itself in."""

    root: Path
    store: Store

    def __call__(self, files: Sequence[RecordFile]) -> list[_Looked]:
        """Return what became of each."""
        keys = [self._key(file) for file in files]
        known = self.store.find(key for key in keys if key)
        return [
            _recognised(file, key, known[key]) if key in known else self._look(file, key)
            for file, key in zip(files, keys, strict=True)
        ]

    def _key(self, file: RecordFile) -> bytes:
        """Return the key of a file; b"" if it is no ordinary one."""
        path = f"{self.root}/{file.path}"  # not pathlib: there may be twenty thousand
        try:
            opened = os.open(path, os.O_RDONLY | _NO_LINK)
        except OSError:
            return b""
        with os.fdopen(opened, "rb", buffering=0) as stream:
            if os.fstat(opened).st_size > MAX_BYTES:
                return b""
            return key_of(self._made_by, file.path, stream.readall())

    def _look(self, file: RecordFile, key: bytes) -> _Looked:
        result, record = read_record(self.root, file)
        if record is None:
            return _Looked(result)
        reading = read(record)
        found = tuple(check_record(reading))
        is_sound = not (found or result.diagnostics)
        result = replace(result, diagnostics=(*result.diagnostics, *found))
        return _Looked(result, facts_of(reading).as_text(), key if is_sound else b"", is_sound)

    @cached_property
    def _made_by(self) -> bytes:
        package = Path(hub.__file__).parent
        parts = (fingerprint(package / name) for name in ("checks", "loading", "model"))
        return key_of("records", version("pydantic"), version("pyyaml"), *parts)


def _recognised(file: RecordFile, key: bytes, kept: str) -> _Looked:
    facts, _, fields = kept.partition("\n")
    return _Looked(ReadRecord(file, fields), facts, key)


@dataclass(slots=True)
class Examiner:
    """Reads and checks records, and gathers their `facts` by path."""

    root: Path
    store: Store
    pool: Pool
    say: Callable[[str], None]
    facts: dict[str, Facts] = field(default_factory=dict)

    def read_all(self, files: Sequence[RecordFile]) -> Iterator[ReadRecord]:
        """Yield what became of each file, in their order."""
        parts = self.pool.map(_Look(self.root, self.store), files, each=_EACH)
        for part in Progress("records", len(files), self.say).through(parts, len):
            self._keep(part)
            for each in part:
                if each.read.fields is not None:
                    self.facts[each.read.file.path] = Facts.from_text(each.facts)
                yield each.read

    def _keep(self, looked: Iterable[_Looked]) -> None:
        self.store.keep({
            each.key: f"{each.facts}\n{each.read.fields}" for each in looked if each.is_new
        })  # fmt: skip

"""Record files read and checked on all cores; one that was found sound before is only recognised.

A file is recognised by its path and its bytes, unless nobody has touched it at all
(`hub.examining.register`). What is kept of a sound one are its fields and the facts that the rest
of the hub must know of it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pydantic
import yaml

import hub
from hub.checks import check_record
from hub.checks.facts import facts_of
from hub.checks.reading import read
from hub.examining.register import Entry, Register
from hub.loading.files import MAX_BYTES
from hub.loading.layout import RecordFile
from hub.loading.records import ReadRecord, read_record
from hub.loading.stillness import State
from hub.pool import Pool
from hub.progress import Progress
from hub.store import Store, code_of, key_of

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_EACH = 0.0015
"""Seconds, roughly, to read and check a record."""


class _Looked(NamedTuple):
    """A record's file that was looked at: what became of it, and what a sound one is kept by."""

    read: ReadRecord
    key: bytes = b""
    facts: str = ""
    is_new: bool = False


@dataclass(frozen=True)
class _Look:
    """Looks at the record files below `root`, in whatever process it finds itself in."""

    root: Path
    store: Store

    def __call__(self, files: Sequence[RecordFile]) -> list[_Looked]:
        """Return what became of each."""
        contents = [self._content(file) for file in files]
        keys = [
            b"" if content is None else key_of(_made_by(), file.path, content)
            for file, content in zip(files, contents, strict=True)
        ]
        known = self.store.find(key for key in keys if key)
        return [
            _recognised(file, key, known[key]) if key in known else self._look(file, key, content)
            for file, key, content in zip(files, keys, contents, strict=True)
        ]

    def _content(self, file: RecordFile) -> bytes | None:
        """Return the content of a file; None if it is no ordinary one."""
        path = f"{self.root}/{file.path}"  # not pathlib: there may be twenty thousand
        try:
            opened = os.open(path, os.O_RDONLY | _NO_LINK)
        except OSError:
            return None
        with os.fdopen(opened, "rb", buffering=0) as stream:
            return None if os.fstat(opened).st_size > MAX_BYTES else stream.readall()

    def _look(self, file: RecordFile, key: bytes, content: bytes | None) -> _Looked:
        result, record = read_record(self.root, file, content)
        if record is None:
            return _Looked(result)
        reading = read(record)
        found = tuple(check_record(reading))
        is_sound = not (found or result.diagnostics)
        result = result._replace(diagnostics=(*result.diagnostics, *found))
        return _Looked(result, key if is_sound else b"", facts_of(reading).as_text(), is_sound)


def _recognised(file: RecordFile, key: bytes, kept: str) -> _Looked:
    facts, _, fields = kept.partition("\n")
    return _Looked(ReadRecord(file, fields), key, facts)


@cache
def _made_by() -> bytes:
    package = Path(hub.__file__).parent
    parts = (code_of(package / name) for name in ("checks", "loading", "model"))
    return key_of("records", pydantic.VERSION, yaml.__version__, *parts)


@dataclass(slots=True)
class Examiner:
    """Reads and checks records, and gathers what the rest of the hub must know of them."""

    root: Path
    store: Store
    pool: Pool
    say: Callable[[str], None]
    _facts: dict[str, str] = field(init=False, default_factory=dict)
    _keys: dict[str, bytes] = field(init=False, default_factory=dict)
    _register: Register = field(init=False)

    def __post_init__(self) -> None:
        self._register = Register(self.root, self.store, _made_by(), time.time_ns())

    def read_all(
        self, files: Sequence[RecordFile], states: Mapping[str, State]
    ) -> Iterator[ReadRecord]:
        """Yield what became of each file, in their order."""
        known = self._register.known(states)
        looked = self._look([file for file in files if file.path not in known])
        sound = dict[str, Entry]()
        for file in files:
            if entry := known.get(file.path):
                read = ReadRecord(file, entry.key)
            else:
                read, key, facts, _ = next(looked)
                entry = Entry(key, facts)
            if read.fields is not None:
                self._facts[file.path] = entry.facts
            if entry.key:
                sound[file.path] = entry
                self._keys[file.path] = entry.key
            yield read
        self._register.keep(sound, states)

    def gathered(self) -> tuple[dict[str, str], dict[str, bytes]]:
        """Hand over facts as texts, and the keys of sound records, by path: they fill megabytes."""
        facts, keys, self._facts, self._keys = self._facts, self._keys, {}, {}
        return facts, keys

    def fields(self, keys: Iterable[bytes]) -> Mapping[bytes, str]:
        """Return the fields that are kept by some keys, as far as they are there."""
        return {key: kept.partition("\n")[2] for key, kept in self.store.find(keys).items()}

    def _look(self, files: Sequence[RecordFile]) -> Iterator[_Looked]:
        """Yield what is found in files, in their order; keep what is sound."""
        look = _Look(self.root, self.store)
        # One of each kind, twice: what this loads, processes that share the work are born with.
        if some := [*{file.model: file for file in files}.values()]:
            look(some)
        parts = self.pool.map(look, files, each=_EACH)
        progress = Progress("records", len(files), self.say)
        return chain.from_iterable(map(self._kept, progress.through(parts, len)))

    def _kept(self, looked: Sequence[_Looked]) -> Sequence[_Looked]:
        self.store.keep({
            each.key: f"{each.facts}\n{each.read.fields!s}" for each in looked if each.is_new
        })  # fmt: skip
        return looked

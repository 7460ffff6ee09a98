"""One record file: from bytes to the fields of a sound record, or to what is wrong with it.

What comes out is small and can be sent to another process; the record itself is made from its
fields when somebody asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from pydantic_core import to_json

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.loading.files import decoded, hidden_characters, read_text
from hub.loading.late_origin import LateOrigin
from hub.loading.limits import beyond_limits
from hub.loading.origins import YamlOrigin
from hub.loading.privacy import personal_data
from hub.loading.validation import validate
from hub.loading.yaml_nodes import compose
from hub.loading.yaml_plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from hub.loading.layout import RecordFile
    from hub.loading.stillness import State
    from hub.loading.texts import Texts
    from hub.model.base import Record
    from hub.source import SourceText


class ReadRecord(NamedTuple):
    """What became of a record's file; `fields` is JSON, and None if there is no record.

    Of a file that was not opened they are the key by which they are kept (see `LateFields`).
    `is_text` tells whether the file holds a text into which places can point.
    """

    file: RecordFile
    fields: str | bytes | None
    diagnostics: tuple[Diagnostic, ...] = ()
    is_text: bool = True


class Reader(Protocol):
    """Reads record files, or knows them from before."""

    def read_all(
        self, files: Sequence[RecordFile], states: Mapping[str, State]
    ) -> Iterable[ReadRecord]:
        """Yield what became of each file, in their order; `states` are those found before."""

    def fields(self, keys: Iterable[bytes]) -> Mapping[bytes, str]:
        """Return the fields that are kept by some keys, as far as they are there."""


@dataclass(frozen=True, slots=True)
class PlainReader:
    """Reads every file below `root`, one after the other."""

    root: Path

    def read_all(self, files: Sequence[RecordFile], _: Mapping[str, State]) -> Iterator[ReadRecord]:
        """Yield what became of each file."""
        return (read_record(self.root, file)[0] for file in files)

    def fields(self, _: Iterable[bytes]) -> Mapping[bytes, str]:
        """Return nothing: nothing is kept."""
        return {}


def read_record(
    root: Path, file: RecordFile, content: bytes | None = None
) -> tuple[ReadRecord, Record | None]:
    """Return what became of the file below `root`, and the record; it may have been read before."""
    if content is None:
        source = read_text(root / file.path, file.path)
    else:
        source = decoded(content, file.path)
    if isinstance(source, Diagnostic):
        return ReadRecord(file, None, (source,), is_text=False), None
    faults, unfit = personal_data(source), unfit_to_parse(source)
    faults += unfit
    if unfit:
        return ReadRecord(file, None, tuple(faults)), None
    fields, more = _fields(source, file.model)
    faults += more
    record = None
    if fields is not None:
        origin = YamlOrigin(source)
        record, more = validate(file.model, fields, origin)
        faults += more
        if record is not None:
            record.placed(file.id, origin)
    kept = to_json(fields, ensure_ascii=True).decode() if record else None
    return ReadRecord(file, kept, tuple(faults)), record


def unfit_to_parse(source: SourceText) -> list[Diagnostic]:
    """Return why no parser should see a text: characters nobody sees, or too much of it."""
    unfit = hidden_characters(source)
    if beyond := beyond_limits(source):
        unfit.append(beyond)
    return unfit


class Revival:
    """Makes records of the fields that were kept of them."""

    def __init__(self, files: Mapping[str, RecordFile], texts: Texts) -> None:
        """Know the files by path; places are found in the texts."""
        self._files = files
        self._find = texts.origin

    def __call__(self, path: str, fields: str) -> Record:
        """Return the record of a file."""
        file = self._files[path]
        # All are texts and lists of texts: read from JSON they mean what they meant in the file.
        # Of bytes, since a text in which pydantic has looked keeps a second copy of itself.
        record = file.model.model_validate_json(fields.encode())
        record.placed(file.id, LateOrigin(path, path, self._find), fields)
        return record


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

"""What a command is about to write, checked as `hub check` would check it, before it is there.

Only the drafts are judged: a fault elsewhere in the hub does not keep anybody from signing.
"""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar, cast

import click

from hub import reporters
from hub.checks import check_hub, check_record
from hub.checks.facts import facts_of
from hub.checks.reading import read
from hub.commands.together import write_together
from hub.diagnostics import has_errors, in_order
from hub.examining import today
from hub.loading.layout import RecordFile
from hub.loading.records import read_record
from hub.model.base import Record
from hub.model.signatories import Signatory
from hub.model.vocabularies import Organisation
from hub.source import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hub.diagnostics import Diagnostic
    from hub.model.hub import Hub

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Draft:
    """A record's file as it would be written: its path below the root, its model, and its text."""

    path: str
    model: type[Record]
    text: str

    @property
    def id(self) -> str:
        """The permanent id: the name of the file without its ending."""
        return Path(self.path).stem


def faults_in(hub: Hub, drafts: Iterable[Draft]) -> tuple[Diagnostic, ...]:
    """Return what would be wrong with the drafts, were they in the hub."""
    given = tuple(drafts)
    faults: list[Diagnostic] = []
    records: dict[str, Record] = {}
    with TemporaryDirectory() as folder:
        for draft in given:
            records |= _read(Path(folder), draft, faults)
    paths = {draft.path for draft in given}
    beside = _with(hub, records)
    near = {path: record for path, record in _neighbours(hub, paths) if path not in records}
    facts = {path: facts_of(read(each)) for path, each in (near | records).items()}
    between = check_hub(beside, facts, today())
    return in_order([*faults, *(each for each in between if each.span.path in paths)])


def put_down(
    root: Path, hub: Hub, drafts: Iterable[Draft], gone: Iterable[str] = (), *, dry_run: bool
) -> None:
    """Write the drafts and delete the files `gone`, all or none; in a dry run, only show them.

    Raises:
        click.ClickException: A draft would be at fault; nothing is written.
    """
    given = tuple(drafts)
    refuse_faults(faults_in(hub, given), given)
    for draft in given:
        click.echo(f"{'would write' if dry_run else 'writing'} {draft.path}:")
        click.echo(_indented(draft.text))
    for path in gone:
        click.echo(f"{'would delete' if dry_run else 'deleting'} {path}")
    if not dry_run:
        write_together(root, {**{each.path: each.text for each in given}, **dict.fromkeys(gone)})


def refuse_faults(faults: Iterable[Diagnostic], drafts: Iterable[Draft]) -> None:
    """End the command if the drafts have errors; say what is only advice."""
    found = tuple(faults)
    sources = {each.path: SourceText(each.path, each.text) for each in drafts}
    if has_errors(found):
        said = reporters.text(found, sources)
        raise click.ClickException(f"nothing was written: it would not pass `hub check`\n\n{said}")
    if found:
        click.echo(reporters.text(found, sources), err=True)


def _read(folder: Path, draft: Draft, faults: list[Diagnostic]) -> Iterator[tuple[str, Record]]:
    path = folder / draft.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(draft.text.encode("utf-8"))
    result, record = read_record(folder, RecordFile(draft.path, draft.id, draft.model))
    faults += result.diagnostics
    if record is not None:
        faults += check_record(read(record))
        yield draft.path, record


def _with(hub: Hub, records: Mapping[str, Record]) -> Hub:
    """Return the hub as if these records, by path, were in it."""
    bodies = {each.id: each for each in records.values() if isinstance(each, Organisation)}
    signatories = dict(hub.signatories)
    for path, each in records.items():
        if isinstance(each, Signatory):
            name = path.split("/")[1]
            others = [one for one in signatories.get(name, ()) if one.id != each.id]
            signatories[name] = (*others, each)
    return replace(
        hub,
        organisations=_over(hub.organisations, bodies),
        signatories=signatories,
        records=_over(hub.records, records),
    )


def _over(below: Mapping[str, R], above: Mapping[str, R]) -> Mapping[str, R]:
    """Return both, without reading what lies below."""
    return ChainMap(dict(above), cast("dict[str, R]", below))


def _neighbours(hub: Hub, paths: Iterable[str]) -> Iterator[tuple[str, Record]]:
    """Yield the records of the same folders: no two of them may have one name."""
    folders = {path.rpartition("/")[0] for path in paths}
    names = (path for path in hub.records if path.rpartition("/")[0] in folders)
    return ((path, hub.records[path]) for path in names)


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())

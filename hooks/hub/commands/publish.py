"""`hub publish CONCORDAT VERSION`: lock a version's text, so that it can never change unseen.

A draft is put in force by it, and the version before becomes superseded. What is wrong with the
text is said and nothing is written: a text that was published cannot be mended afterwards.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from hub import reporters
from hub.codes import Code, Severity
from hub.commands.roots import find_root, kept, root_option
from hub.commands.together import write_together
from hub.commands.writing import as_text, as_yaml, editable, node
from hub.diagnostics import did_you_mean
from hub.examining import examine, today
from hub.model.concordats import VersionStatus
from hub.model.locks import line_marks

if TYPE_CHECKING:
    from pathlib import Path

    from hub.diagnostics import Diagnostic
    from hub.examining import Examined
    from hub.model.concordats import Concordat, Version
    from hub.model.texts import Text

FAULTS = 1
_HEAD = "# The texts that were published, and may not change. `hub publish` writes this file.\n"


@click.command()
@click.argument("concordat")
@click.argument("version")
@click.option(
    "--on", "day", metavar="DATE", default=None,
    help="When a draft is published; today when not given. Year-month-day.",
)  # fmt: skip
@root_option
@click.pass_context
def publish(
    context: click.Context, concordat: str, version: str, day: str | None, root: Path | None
) -> None:
    """Publish a VERSION of a CONCORDAT: put it in force, and lock its text for good.

    The text stands in concordats/CONCORDAT/VERSION.md and is listed in concordat.yml.

    Exit status: 0 locked, 1 there are faults and nothing was written, 2 wrong use of the command.
    """
    root = root or find_root()
    examined = examine(root, kept("library"))
    record, chosen = _chosen(examined, concordat, version)
    if faults := _faults(examined, record):
        click.echo(reporters.text(faults, examined.sources))
        click.echo(f"nothing was published: {reporters.count(faults)}")
        context.exit(FAULTS)
    text, lock = examined.hub.texts[record.id, version], examined.hub.locks.get(record.id)
    if lock and lock.find(version):
        click.echo(f"version {version} is locked already, and its text is as it was published")
        return
    published = _day(chosen, day)
    write_together(root, {
        record.origin.path: _in_force(root / record.origin.path, record, version, published),
        _lock_path(record): _locked(root / _lock_path(record), text, version, published),
    })  # fmt: skip
    click.echo(f"version {version} of {record.title} was published on {published}")
    click.echo(f"its text is locked: {text.sha256}  {text.path}")


def _chosen(examined: Examined, concordat: str, number: str) -> tuple[Concordat, Version]:
    record = examined.hub.concordats.get(concordat)
    if record is None:
        known = [*examined.hub.concordats]
        hint = did_you_mean(concordat, known, f"there are: {', '.join(known) or 'none'}")
        raise click.UsageError(f'there is no concordat "{concordat}"; {hint}')
    version = record.find_version(number)
    if version is None:
        known = [each.number for each in record.versions]
        hint = did_you_mean(number, known, f"there are: {', '.join(known)}")
        raise click.UsageError(f'{record.title} lists no version "{number}"; {hint}')
    return record, version


def _faults(examined: Examined, record: Concordat) -> list[Diagnostic]:
    """Return what keeps a version from being published."""
    folder = f"concordats/{record.id}/"
    return [
        each
        for each in examined.diagnostics
        if each.span.path.startswith(folder)
        and each.span.path.count("/") == folder.count("/")
        and each.weight is Severity.ERROR
        and each.code is not Code.UNLOCKED_VERSION  # which this command mends
    ]


def _day(version: Version, given: str | None) -> date:
    """Return the day of publication: a draft's own choice, else what is recorded."""
    try:
        day = date.fromisoformat(given) if given else None
    except ValueError:
        raise click.UsageError(f'"{given}" is not a date; write year-month-day') from None
    if day and day > today():
        raise click.UsageError(f"{day} has not come yet; publish the text on that day")
    if version.status is not VersionStatus.DRAFT and version.published:
        if day and day != version.published:
            raise click.UsageError(
                f"concordat.yml says that version {version.number} was published on "
                f"{version.published}; leave out --on, or correct it there"
            )
        return version.published
    return day or version.published or today()


def _in_force(path: Path, record: Concordat, number: str, published: date) -> str:
    """Return concordat.yml with a draft put in force; all else in it stays as it is written."""
    fields = editable(path.read_text(encoding="utf-8"))
    position = next(i for i, each in enumerate(record.versions) if each.number == number)
    if record.versions[position].status is not VersionStatus.DRAFT:
        return path.read_text(encoding="utf-8")
    before = record.current if record.current.status is VersionStatus.IN_FORCE else None
    for given, version in zip(fields["versions"], record.versions, strict=True):
        if version.status is VersionStatus.IN_FORCE:
            given["status"] = VersionStatus.SUPERSEDED.value
    chosen: dict[str, Any] = fields["versions"][position]
    chosen["published"] = node(published)
    chosen["status"] = VersionStatus.IN_FORCE.value
    if before and "replaces" not in chosen:
        chosen["replaces"] = node(before.number)
    return as_text(fields)


def _lock_path(record: Concordat) -> str:
    return f"concordats/{record.id}/lock.yml"


def _locked(path: Path, text: Text, number: str, published: date) -> str:
    """Return lock.yml with one more version."""
    entry = {
        "number": number,
        "sha256": text.sha256,
        "published": published,
        "lines": " ".join(line_marks(text.source.text)),
    }
    if not path.exists():
        return _HEAD + as_yaml({"versions": [entry]})
    fields = editable(path.read_text(encoding="utf-8"))
    fields.setdefault("versions", node([])).append(node(entry))
    return as_text(fields)

"""What `hub check --fix` and `hub fmt` mend: what is sure, and nothing else.

A rule that knows what was meant says so in its diagnostic (`instead`); the usual form of a file is
`tidying`'s. All files change together, or none.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hub.commands.roots import below, find_root, root_option
from hub.commands.tidying import tidy
from hub.commands.together import write_together
from hub.loading.layout import survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hub.diagnostics import Diagnostic
    from hub.source import SourceText


def mend(
    root: Path, diagnostics: Iterable[Diagnostic], sources: Mapping[str, SourceText]
) -> tuple[str, ...]:
    """Write what was surely meant in place of what was written; return the places."""
    faults: dict[str, list[Diagnostic]] = {}
    for each in diagnostics:
        if each.instead and each.span.path in sources:
            faults.setdefault(each.span.path, []).append(each)
    files = {path: _mended(sources[path], found) for path, found in faults.items()}
    if files:
        write_together(root, files)
    return tuple(f"{each.span}: {each.instead}" for found in faults.values() for each in found)


def _mended(source: SourceText, faults: Sequence[Diagnostic]) -> str:
    """Return a text with its faults replaced, the last first, so that places stay what they are."""
    text = source.text
    for each in sorted(faults, key=lambda fault: fault.sort_key, reverse=True):
        start = source.offset(each.span.line, each.span.column)
        end = source.offset(each.span.end_line, each.span.end_column)
        text = text[:start] + each.instead + text[end:]
    return text


def tidied(root: Path, only: Sequence[str] = ()) -> dict[str, str]:
    """Return the record files of a hub that are not in their usual form, with the text they need.

    `only` are paths below the root; without any, all records are looked at.
    """
    found = dict[str, str]()
    for record in survey(root).records:
        if only and record.path not in only:
            continue
        try:
            text = (root / record.path).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):  # the check says what is wrong with it
            continue
        if (new := tidy(text, record.model)) != text:
            found[record.path] = new
    return found


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", "only_tell", is_flag=True, help="Change nothing; fail if any file would.")
@root_option
@click.pass_context
def fmt(
    context: click.Context,
    files: tuple[Path, ...],
    only_tell: bool,  # noqa: FBT001 - click passes flags so
    root: Path | None,
) -> None:
    """Bring the files of records into their usual form: line ends, blanks, order of fields.

    What they say, their comments and their quotation marks stay. Without FILES, all of the hub.
    """
    root = root or find_root()
    found = tidied(root, below(root, files))
    if found and not only_tell:
        write_together(root, found)
    for path in found:
        click.echo(path)
    done = "would be brought" if only_tell else "brought"
    click.echo(f"{len(found)} {'file' if len(found) == 1 else 'files'} {done} into the usual form")
    context.exit(1 if found and only_tell else 0)

"""`hub check`: every fault in one run, with its place; `--fix` mends what is sure."""

from __future__ import annotations

from pathlib import Path

import click

from hub import reporters
from hub.codes import Severity
from hub.commands.roots import below, find_root, kept, root_option
from hub.commands.together import write_together
from hub.diagnostics import has_errors
from hub.examining import Examined, examine
from hub.pool import WorkerDiedError
from hub.scheduler import SchedulerError

FAULTS = 1


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "style", type=click.Choice(["text", "github", "json"]), default="text",
    help="text for people, github to annotate a pull request, json for other tools.",
)  # fmt: skip
@click.option("--fix", is_flag=True, help="Mend what can be mended surely, then check.")
@click.option("--strict", is_flag=True, help="Let advice fail the check as well.")
@click.option(
    "--online", is_flag=True,
    help="Compare references with the DOI registry, too: advice, which fails nothing.",
)  # fmt: skip
@root_option
@click.pass_context
def check(  # noqa: PLR0913 - one for each option
    context: click.Context,
    *,
    files: tuple[Path, ...],
    style: str,
    fix: bool,
    strict: bool,
    online: bool,
    root: Path | None,
) -> None:
    """Check every record, and print all faults in one run.

    With FILES, only what is wrong in these is printed: that a record can be wrong by what another
    says is seen all the same.

    --fix mends dates in words, identifiers written as addresses, blanks, line ends and the order
    of fields. It keeps comments, and guesses nothing.

    Exit status: 0 no faults, 1 faults, 2 wrong use of the command.

    With --online, the environment says whom the registry may write to (HUB_CONTACT, an address),
    and may name other registries (HUB_DOI_RESOLVER, HUB_CROSSREF).
    """
    root = root or find_root()
    only = below(root, files)
    if fix:
        _fix(root, only)
    examined = _examined(root, only)
    found = examined.diagnostics
    if style == "json":
        click.echo(reporters.as_json(found), nl=False)
    elif style == "github":
        click.echo(reporters.github(found), nl=False)
    elif found:
        click.echo(reporters.text(found, examined.sources))
        click.echo(reporters.count(found))
    else:
        click.echo(f"checked {len(only or examined.sources)} files: no problems")
    if online:
        from hub.commands.online import compare_online  # noqa: PLC0415 - slow to import
        from hub.commands.registry import Registry  # noqa: PLC0415 - slow to import

        compare_online(examined.hub, Registry.from_environment())
    advice = any(each.weight is not Severity.NOTICE for each in found)
    context.exit(FAULTS if has_errors(found) or (strict and advice) else 0)


def _fix(root: Path, only: tuple[str, ...]) -> None:
    """Mend what is sure, and say what was mended beside what is asked for."""
    from hub.commands.mending import mend, tidied  # noqa: PLC0415 - slow to import

    usual = tidied(root, only)
    if usual:
        write_together(root, usual)
    examined = _examined(root, only)
    mended = mend(root, examined.diagnostics, examined.sources)
    for line in (*(f"{path}: in the usual form now" for path in usual), *mended):
        _say(f"mended {line}")


def _examined(root: Path, only: tuple[str, ...]) -> Examined:
    try:
        return examine(root, kept("library"), say=_say, only=only)
    except (SchedulerError, WorkerDiedError) as error:
        raise click.ClickException(str(error)) from error


def _say(line: str) -> None:
    """Print how far long work is beside what was asked for."""
    click.echo(line, err=True)

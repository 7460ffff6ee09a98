"""The `hub` command: check a hub, explain what a check found, build the site."""

from __future__ import annotations

from pathlib import Path

import click

from hub import reporters
from hub.codes import CODES_BY_SLUG
from hub.commands.build import build
from hub.commands.cite import cite
from hub.commands.online import compare_online
from hub.commands.registry import Registry
from hub.commands.retractions import retractions
from hub.commands.roots import find_root, kept, root_option
from hub.diagnostics import closest, has_errors
from hub.examining import examine
from hub.pool import WorkerDiedError
from hub.scheduler import SchedulerError

EXPLANATIONS = Path(__file__).parent / "explanations"
FAULTS, MISUSE = 1, 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="creative-health-hub")
def main() -> None:
    """Work on a creative health hub: its evidence, concordats and programmes."""


main.add_command(build)
main.add_command(cite)
main.add_command(retractions)


@main.command()
@click.option(
    "--format", "style", type=click.Choice(["text", "github", "json"]), default="text",
    help="text for people, github to annotate a pull request, json for other tools.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Let advice fail the check as well.")
@click.option(
    "--online", is_flag=True,
    help="Compare references with the DOI registry, too: advice, which fails nothing.",
)  # fmt: skip
@root_option
@click.pass_context
def check(
    context: click.Context,
    style: str,
    strict: bool,  # noqa: FBT001 - click passes flags so
    online: bool,  # noqa: FBT001
    root: Path | None,
) -> None:
    """Check every record, and print all faults in one run.

    Exit status: 0 no faults, 1 faults, 2 wrong use of the command.

    With --online, the environment says whom the registry may write to (HUB_CONTACT, an address),
    and may name other registries (HUB_DOI_RESOLVER, HUB_CROSSREF).
    """
    try:
        examined = examine(root or find_root(), kept("library"), say=_say)
    except (SchedulerError, WorkerDiedError) as error:
        raise click.ClickException(str(error)) from error
    found = examined.diagnostics
    if style == "json":
        click.echo(reporters.as_json(found), nl=False)
    elif style == "github":
        click.echo(reporters.github(found), nl=False)
    elif found:
        click.echo(reporters.text(found, examined.sources))
        click.echo(reporters.count(found))
    else:
        click.echo(f"checked {len(examined.sources)} files: no problems")
    if online:
        compare_online(examined.hub, Registry.from_environment())
    context.exit(FAULTS if has_errors(found) or (strict and found) else 0)


def _say(line: str) -> None:
    """Print how far long work is beside what was asked for."""
    click.echo(line, err=True)


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Print what CODE means, with a wrong file, its message, and the mended file."""
    if code not in CODES_BY_SLUG:
        near = closest(code, CODES_BY_SLUG)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        message = f'there is no diagnostic "{code}"{hint}'
        raise click.UsageError(message)
    click.echo((EXPLANATIONS / f"{code}.md").read_text(encoding="utf-8"), nl=False)

"""The `hub` command: check a hub and explain what a check found, without MkDocs."""

from __future__ import annotations

from pathlib import Path

import click

from hub import reporters
from hub.codes import CODES_BY_SLUG
from hub.diagnostics import closest, has_errors
from hub.examining import examine

EXPLANATIONS = Path(__file__).parent / "explanations"
FAULTS, MISUSE = 1, 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="creative-health-hub")
def main() -> None:
    """Work on a creative health hub: its evidence, concordats and programmes."""


@main.command()
@click.option(
    "--format", "style", type=click.Choice(["text", "github", "json"]), default="text",
    help="text for people, github to annotate a pull request, json for other tools.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Let advice fail the check as well.")
@click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=None,
    help="The hub to check; found from the current folder upwards when not given.",
)  # fmt: skip
@click.pass_context
def check(context: click.Context, style: str, strict: bool, root: Path | None) -> None:  # noqa: FBT001 - click passes flags so
    """Check every record, and print all faults in one run.

    Exit status: 0 no faults, 1 faults, 2 wrong use of the command.
    """
    examined = examine(root or find_root())
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
    context.exit(FAULTS if has_errors(found) or (strict and found) else 0)


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


def find_root() -> Path:
    """Return the nearest folder upwards that holds `mkdocs.yml` and `evidence/`."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "evidence").is_dir():
            return folder
    message = "this is not inside a hub: no folder upwards holds mkdocs.yml and evidence/"
    raise click.UsageError(message)

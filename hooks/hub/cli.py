"""The `hub` command: check a hub, explain what a check found, build the site."""

from __future__ import annotations

from pathlib import Path

import click

from hub.codes import CODES_BY_SLUG
from hub.commands.build import build, serve
from hub.commands.changes import changes
from hub.commands.check import check
from hub.commands.cite import cite
from hub.commands.completion import completion
from hub.commands.erase import erase
from hub.commands.importing import import_
from hub.commands.init import init
from hub.commands.mending import fmt
from hub.commands.new import new
from hub.commands.new_kinds import new_concordat, new_term
from hub.commands.on_paper import docx, pdf
from hub.commands.publish import publish
from hub.commands.resign import reaffirm, withdraw
from hub.commands.retractions import retractions
from hub.commands.schemas import schemas
from hub.commands.sign import sign
from hub.commands.verify import verify
from hub.diagnostics import closest

EXPLANATIONS = Path(__file__).parent / "explanations"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="creative-health-hub")
def main() -> None:
    """Work on a creative health hub: its evidence, concordats and programmes."""


for command in (
    build,
    changes,
    check,
    cite,
    completion,
    docx,
    erase,
    fmt,
    new,
    new_concordat,
    new_term,
    import_,
    init,
    pdf,
    publish,
    reaffirm,
    retractions,
    schemas,
    serve,
    sign,
    verify,
    withdraw,
):
    main.add_command(command)


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

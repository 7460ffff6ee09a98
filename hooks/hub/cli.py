"""The `hub` command: check a hub, explain what a check found, build the site."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from hub.codes import CODES_BY_SLUG
from hub.diagnostics import closest

EXPLANATIONS = Path(__file__).parent / "explanations"

_MODULES = {
    "build": "build",
    "changes": "changes",
    "check": "check",
    "cite": "cite",
    "completion": "completion",
    "docx": "on_paper",
    "erase": "erase",
    "fmt": "mending",
    "from-issue": "from_issue",
    "import": "importing",
    "init": "init",
    "new": "new",
    "new-concordat": "new_kinds",
    "new-term": "new_kinds",
    "pdf": "on_paper",
    "publish": "publish",
    "reaffirm": "resign",
    "retractions": "retractions",
    "schemas": "schemas",
    "serve": "build",
    "sign": "sign",
    "verify": "verify",
    "withdraw": "resign",
}
"""The module below `hub.commands` that holds each command, by the name one types."""


class _Commands(click.Group):
    """Commands whose modules are loaded when they are asked for: one needs little of the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted((*_MODULES, *super().list_commands(ctx)))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, if there is one."""
        if cmd_name not in _MODULES:
            return super().get_command(ctx, cmd_name)
        held = vars(import_module(f"hub.commands.{_MODULES[cmd_name]}")).values()
        return next(
            each for each in held if isinstance(each, click.Command) and each.name == cmd_name
        )


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="creative-health-hub")
def main() -> None:
    """Work on a creative health hub: its evidence, concordats and programmes."""


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

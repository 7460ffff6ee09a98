"""`hub completion`: what a shell runs to complete the names of commands, options and files."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what SHELL needs to complete commands, options and files.

    For bash, put this line into ~/.bashrc: eval "$(hub completion bash)"
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"this version of click does not know {shell}")
    command = context.find_root().command
    click.echo(kind(command, {}, "hub", "_HUB_COMPLETE").source())

"""`hub import`: what a form has gathered becomes records; a command for each kind of record."""

from __future__ import annotations

import click

from hub.commands.import_practice import practice
from hub.commands.import_signatories import signatories


@click.group("import")
def import_() -> None:
    """Make records of a table, such as the answers to a form."""


import_.add_command(signatories)
import_.add_command(practice)

"""`hub import signatories`: what a form has gathered becomes records, all of them in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from hub.commands import acts
from hub.commands.intake import FIELDS, Intake
from hub.commands.roots import find_root
from hub.commands.tables import read_table
from hub.commands.taking import columns_of, table_options

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.option("--concordat", required=True, help="What they signed: the id of a concordat.")
@click.option("--dates", type=click.Choice(["iso", "day-first", "month-first"]), default="iso",
              help="How dates are written: 2026-03-01, 1/3/2026 or 3/1/2026.")  # fmt: skip
@click.option("--distinct", multiple=True, metavar="NAME",
              help="A new body, though another is called much the same.")  # fmt: skip
@table_options(FIELDS, "role: Job title")
def signatories(
    file: Path, root: Path | None,
    dry_run: bool,  # noqa: FBT001 - click passes flags so
    **given: Any,  # noqa: ANN401 - options of several types
) -> None:  # fmt: skip
    """Record the signatories in FILE, a CSV file.

    Columns that are not mapped are not read. Exit status: 0 all rows taken, 1 some refused.
    """
    root = root or find_root()
    hub, table = acts.load(root), read_table(file)
    concordat = acts.find_concordat(hub, given["concordat"])
    heads, settings = columns_of(table, FIELDS, given)
    intake = Intake(hub, heads, settings, concordat, given["dates"], given["distinct"])
    intake.take(table)
    intake.finish(root, table, dry_run=dry_run)
    new = sum(len(each) > 1 for each in intake.taken.values())
    verb = "would be recorded" if dry_run else "recorded"
    click.echo(
        f"{_number(len(table.rows), 'row')}: "
        f"{_number(len(intake.taken), 'signatory', 'signatories')} {verb}, "
        f"with {_number(new, 'new organisation')}; {_number(len(intake.refused), 'row')} refused."
    )
    intake.exit()


def _number(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"

"""`hub import practice`: the answers to a survey become practice examples, as drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from hub.commands import acts
from hub.commands.practice_intake import FIELDS, PracticeIntake
from hub.commands.roots import find_root
from hub.commands.tables import read_table
from hub.commands.taking import columns_of, table_options

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@table_options(FIELDS, "where: Town")
def practice(
    file: Path, root: Path | None,
    dry_run: bool,  # noqa: FBT001 - click passes flags so
    **given: Any,  # noqa: ANN401 - options of several types
) -> None:  # fmt: skip
    """Record the practice examples in FILE, a CSV file, as drafts.

    Several terms in a cell stand between semicolons or commas. Columns that are not mapped are not
    read. Exit status: 0 all rows taken, 1 some refused.
    """
    root = root or find_root()
    hub, table = acts.load(root), read_table(file)
    intake = PracticeIntake(hub, *columns_of(table, FIELDS, given))
    intake.take(table)
    intake.finish(root, table, dry_run=dry_run)
    verb = "would be recorded" if dry_run else "recorded"
    click.echo(f"{len(intake.taken)} of {len(table.rows)} rows {verb} as drafts, "
               f"{len(intake.refused)} refused.")  # fmt: skip
    intake.exit()

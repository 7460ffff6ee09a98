"""`hub import practice`: the answers to a survey become practice examples, as drafts.

Rows that cannot be taken are refused one by one, each with its reason; the others are written
together or, if anything stops the command, not at all.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from hub.commands import acts
from hub.commands.practice_intake import FIELDS, PracticeIntake
from hub.commands.roots import find_root, root_option
from hub.commands.tables import columns, pair, read_table, unread
from hub.commands.together import write_together

_REFUSED = 1


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--map", "maps", multiple=True, metavar="FIELD=COLUMN",
              help=f"Which column holds a field. Fields: {', '.join(FIELDS)}.")  # fmt: skip
@click.option("--mapping", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="A file with the same in lines like `where: Town`.")  # fmt: skip
@click.option("--set", "settings", multiple=True, metavar="FIELD=VALUE",
              help="What to take where a row says nothing.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Report, and write nothing.")
@root_option
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
    heads = columns(table, FIELDS, given["maps"], given["mapping"])
    settings = dict(pair(each, FIELDS) for each in given["settings"])
    intake = PracticeIntake(hub, heads, settings)
    intake.take(table)
    intake.refuse_faults()
    if not dry_run:
        write_together(root, {each.path: each.text for each in intake.taken.values()})
    if ignored := [*unread(table, heads)]:
        click.echo(f"Not read: {', '.join(ignored)}.")
    for _, line in sorted(intake.refused.items()):
        click.echo(f"refused: {line}")
    verb = "would be recorded" if dry_run else "recorded"
    click.echo(f"{len(intake.taken)} of {len(table.rows)} rows {verb} as drafts, "
               f"{len(intake.refused)} refused.")  # fmt: skip
    click.get_current_context().exit(_REFUSED if intake.refused else 0)

"""`hub import signatories`: what a form has gathered becomes records, all of them in one step.

Rows that cannot be taken are refused one by one, each with its reason; the others are written
together or, if anything stops the command, not at all.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hub.commands import acts
from hub.commands.intake import FIELDS, Intake
from hub.commands.roots import find_root, root_option
from hub.commands.tables import columns, pair, read_table, unread
from hub.commands.together import write_together

if TYPE_CHECKING:
    from hub.commands.tables import Table

_REFUSED = 1


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--concordat", required=True, help="What they signed: the id of a concordat.")
@click.option("--map", "maps", multiple=True, metavar="FIELD=COLUMN",
              help=f"Which column holds a field. Fields: {', '.join(FIELDS)}.")  # fmt: skip
@click.option("--mapping", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="A file with the same in lines like `role: Job title`.")  # fmt: skip
@click.option("--set", "settings", multiple=True, metavar="FIELD=VALUE",
              help="What to take where a row says nothing.")  # fmt: skip
@click.option("--dates", type=click.Choice(["iso", "day-first", "month-first"]), default="iso",
              help="How dates are written: 2026-03-01, 1/3/2026 or 3/1/2026.")  # fmt: skip
@click.option("--distinct", multiple=True, metavar="NAME",
              help="A new body, though another is called much the same.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Report, and write nothing.")
@root_option
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
    heads = columns(table, FIELDS, given["maps"], given["mapping"])
    intake = Intake(
        hub, acts.find_concordat(hub, given["concordat"]), heads,
        dict(pair(each, FIELDS) for each in given["settings"]), given["dates"], given["distinct"],
    )  # fmt: skip
    intake.take(table)
    intake.refuse_faults()
    drafts = [each for drafts in intake.taken.values() for each in drafts]
    if not dry_run:
        write_together(root, {each.path: each.text for each in drafts})
    _report(table, intake, dry_run=dry_run)
    click.get_current_context().exit(_REFUSED if intake.refused else 0)


def _report(table: Table, intake: Intake, *, dry_run: bool) -> None:
    if table.encoding == "cp1252":
        click.echo(
            "The file is not UTF-8; it was read as Windows-1252. Look at names with accents."
        )
    ignored = [*unread(table, intake.heads)]
    if ignored:
        click.echo(f"Not read: {', '.join(ignored)}.")
    for _, line in sorted(intake.refused.items()):
        click.echo(f"refused: {line}")
    new = sum(len(each) > 1 for each in intake.taken.values())
    verb = "would be recorded" if dry_run else "recorded"
    click.echo(
        f"{_number(len(table.rows), 'row')}: "
        f"{_number(len(intake.taken), 'signatory', 'signatories')} {verb}, "
        f"with {_number(new, 'new organisation')}; {_number(len(intake.refused), 'row')} refused."
    )


def _number(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"

"""What the commands of `hub import` share: their options, and rows that are taken or refused.

Rows that cannot be taken are refused one by one, each with its reason; the others are written
together or, if anything stops the command, not at all. What a row becomes is for each kind of
record to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hub.codes import Severity
from hub.commands.asking import AnswerError
from hub.commands.drafts import Draft, faults_in
from hub.commands.roots import root_option
from hub.commands.tables import RowError, columns, pair, unread, values
from hub.commands.together import write_together

if TYPE_CHECKING:
    from collections.abc import Collection

    from hub.commands.tables import Table
    from hub.model.hub import Hub

_REFUSED = 1
_Command = TypeVar("_Command", bound=Callable[..., Any])


def table_options(fields: Collection[str], example: str) -> Callable[[_Command], _Command]:
    """Return what gives a command its table, and the options that say how to read it.

    `example` is a line of a mapping file.
    """
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    options = (
        click.argument("file", type=file),
        click.option("--map", "maps", multiple=True, metavar="FIELD=COLUMN",
                     help=f"Which column holds a field. Fields: {', '.join(fields)}."),
        click.option("--mapping", type=file,
                     help=f"A file with the same in lines like `{example}`."),
        click.option("--set", "settings", multiple=True, metavar="FIELD=VALUE",
                     help="What to take where a row says nothing."),
        click.option("--dry-run", is_flag=True, help="Report, and write nothing."),
        root_option,
    )  # fmt: skip

    def with_options(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return with_options


def columns_of(
    table: Table, fields: Collection[str], given: dict[str, Any]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what the options say: the column for each field, and what is taken without one."""
    heads = columns(table, fields, given["maps"], given["mapping"])
    return heads, dict(pair(each, fields) for each in given["settings"])


@dataclass
class Taking:
    """Rows that are taken, with what they become, and rows that are refused, with why."""

    hub: Hub
    heads: dict[str, str]
    settings: dict[str, str]
    taken: dict[int, list[Draft]] = field(default_factory=dict, init=False)
    refused: dict[int, str] = field(default_factory=dict, init=False)

    def drafts(self, number: int, said: dict[str, str]) -> list[Draft]:
        """Return what a row becomes.

        Raises:
            RowError: It cannot be taken; so may what is asked of it, as `ClickException`.
        """
        raise NotImplementedError

    def take(self, table: Table) -> None:
        """Take every row of a table whose records would pass `hub check`; refuse the others."""
        for number, row in table.rows:
            try:
                said = self.settings | values(table, row, self.heads)
                self.taken[number] = self.drafts(number, said)
            except RowError as error:
                self._refuse(number, error.field, str(error))
            except AnswerError as error:
                self._refuse(number, error.name, error.message)
            except click.ClickException as error:
                self._refuse(number, "", error.message)
        self._refuse_faults()

    def finish(self, root: Path, table: Table, *, dry_run: bool) -> None:
        """Write what was taken, unless nothing is to be written, and say what was not."""
        if not dry_run:
            drafts = (draft for each in self.taken.values() for draft in each)
            write_together(root, {each.path: each.text for each in drafts})
        if table.encoding == "cp1252":
            click.echo(
                "The file is not UTF-8; it was read as Windows-1252. Look at names with accents."
            )
        if ignored := [*unread(table, self.heads)]:
            click.echo(f"Not read: {', '.join(ignored)}.")
        for _, line in sorted(self.refused.items()):
            click.echo(f"refused: {line}")

    def exit(self) -> None:
        """End the command: with 1 where rows were refused."""
        click.get_current_context().exit(_REFUSED if self.refused else 0)

    def _refuse_faults(self) -> None:
        rows = {draft.path: number for number, each in self.taken.items() for draft in each}
        drafts = [draft for each in self.taken.values() for draft in each]
        for fault in faults_in(self.hub, drafts):
            if fault.weight is Severity.ERROR:
                number = rows[fault.span.path]
                self.taken.pop(number, None)
                self._refuse(number, "", f"{fault.message}; expected {fault.expected}")

    def _refuse(self, number: int, name: str, reason: str) -> None:
        head = self.heads.get(name)
        where = f', column "{head}"' if head else f", {name}" if name else ""
        self.refused.setdefault(number, f"row {number}{where}: {reason}")

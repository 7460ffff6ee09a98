"""`hub changes`: what is different between two states of a hub, in words for whoever reviews it.

In Markdown it is a comment for a pull request. Everything contributed in it is quoted.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from hub.codes import Severity
from hub.commands.commits import lay_commit
from hub.commands.differences import differences
from hub.commands.roots import find_root, kept, root_option
from hub.commands.telling import in_markdown, in_terminal
from hub.examining import examine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.commands.telling import Sentence
    from hub.examining import Examined

MOST = 100
"""Sentences of one comment."""


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--format", "style", type=click.Choice(["text", "markdown"]), default="text",
    help="text for people at a terminal, markdown for a comment on a pull request.",
)  # fmt: skip
@root_option
def changes(base: str, head: str | None, style: str, root: Path | None) -> None:
    """Say in words what changed from BASE to HEAD.

    BASE and HEAD are commits, branches, or folders that hold a hub. Without HEAD, it is the files
    as they are now. Commit nothing, check out nothing: this only reads.
    """
    root = root or find_root()
    with ExitStack() as stack:
        old_folder = _folder(stack, root, base)
        new_folder = _folder(stack, root, head) if head else root
        old, new = (examine(each, kept("library")) for each in (old_folder, new_folder))
        told = [
            *differences(
                old.hub, new.hub, lambda path: (old_folder / path).is_file(),
                lambda path: (new_folder / path).is_file(),
            )
        ]  # fmt: skip
    # Whoever reads this looks for what must be mended first.
    notes = [*_faults("The state before", old, "nothing can be said of them"),
             *_faults("This change", new, "the check shows them on their lines")]  # fmt: skip
    shown = [*told[:MOST], *([(f"and {len(told) - MOST} more changes",)] * (len(told) > MOST))]
    shown = shown or [("no record, text or page is different",)]
    if style == "markdown":
        _say(["**What changes, in words**", "", *(f"- {in_markdown(each)}" for each in shown),
              *(line for each in notes for line in ("", in_markdown(each)))])  # fmt: skip
    else:
        _say([in_terminal(each) for each in (*shown, *notes)])


def _folder(stack: ExitStack, root: Path, name: str) -> Path:
    """Return a folder with the state of this name."""
    if (Path(name) / "evidence").is_dir():
        return Path(name)
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="hub-changes-")))
    lay_commit(root, name, folder)
    return folder


def _faults(what: str, examined: Examined, then: str) -> Iterator[Sentence]:
    """Yield how many faults a state has, if it has any."""
    number = sum(each.weight is Severity.ERROR for each in examined.diagnostics)
    if number:
        faults = "1 fault" if number == 1 else f"{number} faults"
        yield (f"{what} has {faults}: where a file cannot be read, {then}.",)


def _say(lines: list[str]) -> None:
    for line in lines:
        click.echo(line)

"""`hub verify`: are the published texts as they were, and does each signature name one of them?

A whole hub, or one record of a signature that was downloaded from a site. Nothing is fetched, and
the site is not needed. What could not be tried is called "not checked", never verified.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hub.commands import verify_hub, verify_record
from hub.commands.findings import State
from hub.commands.roots import find_root, root_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hub.commands.findings import Finding

FAULTS = 1


_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("record", type=_FILE, required=False)
@click.option(
    "--text", type=_FILE, default=None,
    help="The text that RECORD should be a signature of, where there is no hub at hand.",
)  # fmt: skip
@click.option(
    "--allowed-signers", type=_FILE, default=None,
    help="Which SSH key may sign for whom, as ssh-keygen reads it; names are signatories' ids.",
)  # fmt: skip
@click.option(
    "--kept", type=_FILE, multiple=True,
    help="A lock.yml that you kept yourself: every text in it must still be the same.",
)  # fmt: skip
@root_option
@click.pass_context
def verify(  # noqa: PLR0913 - each is an option
    context: click.Context, *, record: Path | None, text: Path | None,
    allowed_signers: Path | None, kept: tuple[Path, ...], root: Path | None,
) -> None:  # fmt: skip
    """Verify the texts and signatures of a hub, or one RECORD of a signature.

    A record is verified against the hub, or against --text. A signature that stands beside it as
    RECORD.sig is verified, too, where --allowed-signers is given.

    Exit status: 0 all that was checked holds, 1 something does not, 2 wrong use of the command.
    """
    if record is None:
        if text:
            raise click.UsageError("--text goes with a RECORD; without one, a whole hub is checked")
        findings = [*verify_hub.findings(root or find_root(), allowed_signers, kept)]
    else:
        if kept:
            raise click.UsageError("--kept is for a whole hub, and not for a RECORD")
        at = None if text else (root or _root())
        findings = [*verify_record.findings(record, text, at, allowed_signers)]
    for line in _lines(findings):
        click.echo(line)
    context.exit(FAULTS if any(each.state is State.FAILS for each in findings) else 0)


def _root() -> Path:
    try:
        return find_root()
    except click.UsageError:
        raise click.UsageError(
            "there is nothing to compare the record with: run this inside the hub, or name the "
            "hub with --root, or the text that was signed with --text"
        ) from None


def _lines(findings: Iterable[Finding]) -> Iterable[str]:
    return (f"{each.state.value}: {each.says}" for each in findings)

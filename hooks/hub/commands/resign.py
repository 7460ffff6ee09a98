"""`hub reaffirm` and `hub withdraw`: what a signatory does after it has signed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from hub.commands import acts
from hub.commands.asking import Asker, iso_day
from hub.commands.drafts import Draft, put_down
from hub.commands.roots import find_root, root_option
from hub.commands.signature import signature_fields, signature_options
from hub.commands.writing import as_text, editable, node
from hub.examining import today
from hub.model.signatories import Signatory

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("concordat")
@click.argument("signatory")
@signature_options
@acts.writing_options
@root_option
def reaffirm(
    concordat: str,
    signatory: str,
    root: Path | None,
    dry_run: bool,  # noqa: FBT001 - click passes flags so
    yes: bool,  # noqa: FBT001 - click passes it
    **given: str | None,
) -> None:
    """Record that SIGNATORY signs another version of CONCORDAT as well.

    The earlier signature stays as it is: a signature never moves to a new version by itself.
    """
    root = root or find_root()
    hub, asker = acts.load(root), Asker(given, is_quiet=yes)
    signed = acts.find_concordat(hub, concordat)
    found = acts.find_signatory(hub, signed, signatory)
    acts.refuse_withdrawn(found)
    signature = signature_fields(hub, signed, asker)
    if found.has_signed(signature["version"]):
        raise click.ClickException(f"{found.title} has signed version {signature['version']}")
    fields = editable(_text_of(root, found))
    fields["signatures"].append(node(signature))
    draft = Draft(found.origin.path, Signatory, as_text(fields))
    put_down(root, hub, [draft], dry_run=dry_run)
    acts.say_what_next([draft.path], dry_run=dry_run)


@click.command()
@click.argument("concordat")
@click.argument("signatory")
@click.option("--on", help="When it was taken back, written 2026-03-01; today if not said.")
@click.option("--reason", help="Why, if that was said in public.")
@acts.writing_options
@root_option
def withdraw(
    concordat: str,
    signatory: str,
    root: Path | None,
    dry_run: bool,  # noqa: FBT001 - click passes flags so
    yes: bool,  # noqa: FBT001 - click passes it
    **given: str | None,
) -> None:
    """Record that SIGNATORY takes its signature of CONCORDAT back.

    The record stays, dated, and no longer counts. To remove a person altogether: hub erase.
    """
    root = root or find_root()
    hub, asker = acts.load(root), Asker(given, is_quiet=yes)
    found = acts.find_signatory(hub, acts.find_concordat(hub, concordat), signatory)
    acts.refuse_withdrawn(found)
    day = asker.text("on", "Taken back on", today().isoformat(), read=iso_day)
    reason = asker.text("reason", "Why, if that was said in public (empty: not said)")
    fields = editable(_text_of(root, found))
    fields["withdrawn"] = node({"on": date.fromisoformat(day), "reason": reason})
    draft = Draft(found.origin.path, Signatory, as_text(fields))
    put_down(root, hub, [draft], dry_run=dry_run)
    acts.say_what_next([draft.path], dry_run=dry_run)


def _text_of(root: Path, signatory: Signatory) -> str:
    return (root / signatory.origin.path).read_text(encoding="utf-8")

"""What the commands about signatures share: whom and what they are about, and where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hub.commands.roots import kept
from hub.diagnostics import any_of, did_you_mean
from hub.examining import examine
from hub.model.concordats import VersionStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from hub.commands.asking import Asker
    from hub.model.concordats import Concordat, Version
    from hub.model.hub import Hub
    from hub.model.signatories import Signatory

ORGANISATIONS = "evidence/organisations"


def writing_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of all commands that write."""
    dry = click.option("--dry-run", is_flag=True, help="Show what would be written; write nothing.")
    quiet = click.option("--yes", is_flag=True, help="Ask nothing: what is not said is left out.")
    return dry(quiet(command))


def load(root: Path) -> Hub:
    """Return the hub, whatever else may be wrong with it."""
    return examine(root, kept("library")).hub


def find_concordat(hub: Hub, name: str) -> Concordat:
    """Return the concordat of this id.

    Raises:
        click.UsageError: There is none.
    """
    if found := hub.concordats.get(name):
        return found
    advice = did_you_mean(name, hub.concordats, f"there is {any_of(hub.concordats) or 'none'}")
    raise click.UsageError(f'there is no concordat "{name}"; {advice}')


def find_signatory(hub: Hub, concordat: Concordat, name: str) -> Signatory:
    """Return the signatory of this id or name.

    Raises:
        click.UsageError: There is none.
    """
    known = hub.signatories.get(concordat.id, ())
    for each in known:
        if name.casefold() in (each.id.casefold(), each.title.casefold()):
            return each
    advice = did_you_mean(name, [each.id for each in known], "see its page of signatories")
    raise click.UsageError(f'"{name}" is no signatory of {concordat.title}; {advice}')


def refuse_withdrawn(signatory: Signatory) -> None:
    """Refuse a signatory who has taken the signature back.

    Raises:
        click.ClickException: It was taken back.
    """
    if signatory.withdrawn:
        raise click.ClickException(
            f"{signatory.title} took its signature back on {signatory.withdrawn.on}; "
            f"whoever keeps the concordat decides what becomes of {signatory.origin.path}"
        )


def find_version(concordat: Concordat, number: str) -> Version:
    """Return the version of this number, which can be signed.

    Raises:
        click.ClickException: There is none, or it is a draft.
    """
    found = concordat.find_version(number)
    if found is None:
        known = [each.number for each in concordat.versions]
        raise click.ClickException(
            f'{concordat.title} has no version "{number}", only {any_of(known)}'
        )
    if found.status is VersionStatus.DRAFT:
        raise click.ClickException(
            f"version {number} is a draft, and its words may still change; "
            "it can be signed once it is published"
        )
    return found


def terms(hub: Hub, vocabulary: str) -> dict[str, str]:
    """Return the labels of a vocabulary's terms by id; none where there is no such vocabulary."""
    found = hub.vocabularies.get(vocabulary)
    return {term.id: term.label for term in found.terms} if found else {}


def find_place(hub: Hub, name: str) -> str:
    """Return the id of the place that is given by its id or one of its names.

    Raises:
        click.ClickException: There is none.
    """
    if name in hub.places:
        return name
    for each in hub.places.values():
        if name.casefold() in map(str.casefold, (each.id, each.label, *each.alt_labels)):
            return each.id
    labels = [each.label for each in hub.places.values()]
    advice = did_you_mean(name, labels, "leave it empty, or add it to the list of places first")
    raise click.ClickException(f'the hub knows no place "{name}"; {advice}')


def organisation_fields(hub: Hub, asker: Asker, name: str) -> dict[str, str]:
    """Ask for what a new organisation's record needs, and return its fields."""
    return {
        "title": name,
        "sector": asker.choice("sector", "Sector", terms(hub, "sectors"), needed=True),
        "place": asker.text(
            "place", "Place (empty: not said)", read=lambda text: find_place(hub, text)
        ),
        "web": asker.text("web", "Its public page (empty: none)"),
    }


def signatory_path(concordat: Concordat, signatory: str) -> str:
    """Return where a signatory's file is, below the root."""
    return f"concordats/{concordat.id}/signatories/{signatory}.yml"


def organisation_path(body: str) -> str:
    """Return where an organisation's file is, below the root."""
    return f"{ORGANISATIONS}/{body}.yml"


def say_what_next(paths: Iterable[str], *, dry_run: bool) -> None:
    """Say what to do with files that were written."""
    if dry_run:
        click.echo("This was a dry run: nothing was written.")
    else:
        click.echo(f"Written. Look it over, then: git add {' '.join(paths)}, and commit.")

"""`hub sign`: an organisation signs a concordat, in one file, bound to the text it signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from hub.commands import acts
from hub.commands.asking import Asker
from hub.commands.bodies import IDENTIFIERS, Bodies
from hub.commands.drafts import Draft, put_down
from hub.commands.roots import find_root, root_option
from hub.commands.signature import signature_fields, signature_options
from hub.commands.writing import as_yaml
from hub.diagnostics import any_of
from hub.model.signatories import Signatory
from hub.model.vocabularies import Organisation

if TYPE_CHECKING:
    from pathlib import Path

    from hub.model.concordats import Concordat
    from hub.model.hub import Hub


@dataclass(frozen=True, slots=True)
class _Body:
    """Who signs; a new one comes with the fields of its own record."""

    id: str
    title: str
    new: dict[str, Any] | None = None


@click.command()
@click.argument("concordat")
@click.option("--organisation", help="Who signs: the id or the name of the organisation.")
@click.option("--sector", help="For a new organisation: a term of the sectors vocabulary.")
@click.option("--place", help="For a new organisation: a place, by its id or name.")
@click.option("--web", help="For a new organisation: its public page.")
@click.option("--ror", help="For a new organisation: its ROR id.")
@click.option("--ods", help="For a new organisation: its ODS code.")
@click.option("--charity", help="For a new organisation: its charity number.")
@click.option("--new", is_flag=True, help="It is a new organisation, though another is called much "
              "the same.")  # fmt: skip
@signature_options
@click.option("--statement", help="Its own public statement: a web address.")
@acts.writing_options
@root_option
def sign(
    concordat: str,
    root: Path | None,
    new: bool,  # noqa: FBT001 - click passes flags so
    dry_run: bool,  # noqa: FBT001 - click passes it
    yes: bool,  # noqa: FBT001 - click passes it
    **given: str | None,
) -> None:
    """Record that an organisation signs CONCORDAT.

    Asks what the options do not say. Writes one file for the signature, and one for the
    organisation if it is new. No name, e-mail address or telephone number is asked for, and none
    is taken.
    """
    root = root or find_root()
    hub, asker = acts.load(root), Asker(given, is_quiet=yes)
    signed = acts.find_concordat(hub, concordat)
    body = _body(hub, asker, is_new=new)
    _refuse_second(hub, signed, body.id)
    signature = signature_fields(hub, signed, asker)
    fields = {
        "title": body.title,
        "organisation": body.id,
        "statement": asker.text("statement", "Its own public statement (empty: none)"),
        "signatures": [signature],
    }
    drafts = [Draft(acts.signatory_path(signed, body.id), Signatory, as_yaml(fields))]
    if body.new:
        drafts += [Draft(acts.organisation_path(body.id), Organisation, as_yaml(body.new))]
    put_down(root, hub, drafts, dry_run=dry_run)
    acts.say_what_next([each.path for each in drafts], dry_run=dry_run)


def _body(hub: Hub, asker: Asker, *, is_new: bool) -> _Body:
    bodies = Bodies(hub.organisations.values())
    name = asker.text("organisation", "Organisation that signs (name or id)", needed=True)
    identifiers = {each: asker.given.get(each) or "" for each in IDENTIFIERS}
    if found := bodies.find(name, identifiers):
        return _Body(found, hub.organisations[found].title)
    if (near := bodies.near(name)) and not is_new:
        raise click.ClickException(
            f'"{name}" may be {any_of(near)}, which the hub knows; '
            "give that id, or say --new if it is another body"
        )
    if asker.is_quiet and not asker.given.get("sector"):
        raise click.ClickException(
            f'the hub knows no organisation "{name}"; for a new one, say its --sector'
        )
    body = bodies.new_id(name)
    if not body:
        raise click.ClickException(f'no address can be made of "{name}"; write its record by hand')
    click.echo(f'"{name}" is new here, and gets a record of its own: {body}')
    return _Body(body, name, acts.organisation_fields(hub, asker, name) | identifiers)


def _refuse_second(hub: Hub, concordat: Concordat, body: str) -> None:
    """Refuse an organisation that has a file already; it can reaffirm."""
    for each in hub.signatories.get(concordat.id, ()):
        if each.organisation != body:
            continue
        acts.refuse_withdrawn(each)
        raise click.ClickException(
            f"{each.title} has signed already; "
            f"for another version: hub reaffirm {concordat.id} {each.id}"
        )

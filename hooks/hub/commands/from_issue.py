"""`hub from-issue`: an issue form that was filled in becomes one new record, or says why not.

The issue is a stranger's text and stays data: answers become values of fields, the file's folder
is the form's and its name is made of the title, a file that is there stays, and the record goes
through the checks of `hub check`. Signing takes an organisation that the hub knows.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

import click
from ruamel.yaml.scalarstring import LiteralScalarString

from hub.commands import acts
from hub.commands.asking import AnswerError, Asker
from hub.commands.bodies import Bodies
from hub.commands.drafts import Draft, faults_in, put_down, refuse_faults
from hub.commands.issue_body import MAX_CHARACTERS, IssueForm, forms_in, read_issue
from hub.commands.new import FOLDERS, model_of, shaped
from hub.commands.questions import answer, put, questions
from hub.commands.roots import find_root, root_option
from hub.commands.signature import signature_fields
from hub.commands.writing import as_yaml
from hub.loading.layout import MAX_SLUG
from hub.loading.slips import slug_of
from hub.model.dates import as_iso
from hub.model.marks import IsProse
from hub.model.signatories import Signatory

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hub.commands.questions import Question
    from hub.model.hub import Hub

_SIGN = "sign"
_NO_DATE = "not said in the form"


@click.command("from-issue")
@click.argument("file", type=click.File(encoding="utf-8", errors="replace"))
@click.option("--json", "as_json", is_flag=True, help="Write nothing: print the path and the text "
              "of the file as JSON.")  # fmt: skip
@root_option
def from_issue(file: IO[str], root: Path | None, as_json: bool) -> None:  # noqa: FBT001 - click
    """Make a record of an issue that was begun with one of the hub's forms.

    FILE holds the text of the issue; - takes it from the standard input. One new file is written,
    or none: all that is wrong with the answers is said.
    """
    root = root or find_root()
    hub = acts.load(root)
    form, said = read_issue(file.read(MAX_CHARACTERS + 1), forms_in(root, (*FOLDERS, _SIGN)))
    draft = _signature(hub, said) if form.name == _SIGN else _record(hub, form, said)
    if (root / draft.path).exists():
        raise click.ClickException(
            f"there is {draft.path} already: correct that one, or give yours another title"
        )
    if as_json:
        refuse_faults(faults_in(hub, [draft]), [draft])
        click.echo(json.dumps({"path": draft.path, "text": draft.text}))
    else:
        put_down(root, hub, [draft], dry_run=False)


def _record(hub: Hub, form: IssueForm, said: Mapping[str, str]) -> Draft:
    model = model_of(form.name)
    fields, faults = dict[str, Any](), list[str]()
    for question in questions(model, {name.partition(".")[0] for name in said}):
        try:
            put(fields, question.name, _answer(hub, question, said.get(question.name, "")))
        except AnswerError as error:
            faults.append(f'"{form.labels.get(error.name, error.name)}": {error.message}')
    if faults:
        raise click.ClickException("\n\n".join(("some answers cannot be taken:", *faults)))
    path = f"{FOLDERS[form.name]}/{_name_of(fields['title'])}.yml"
    return Draft(path, model, as_yaml({"title": fields.pop("title"), **shaped(model, fields)}))


def _answer(hub: Hub, question: Question, text: str) -> object:
    """Return an answer: prose with its lines, and all else on one line."""
    read = answer(hub, Asker({question.name: text}, is_quiet=True), question)
    if "\n" in text and any(isinstance(each, IsProse) for each in question.parts):
        return LiteralScalarString("\n".join(line.rstrip() for line in text.split("\n")))
    return read


def _signature(hub: Hub, said: Mapping[str, str]) -> Draft:
    """Return the record of an organisation that signs.

    Raises:
        click.ClickException: The hub does not know the organisation or the concordat, or it has
            signed.
    """
    titles = {each.title.casefold(): each.id for each in hub.concordats.values()}
    named = said["concordat"]
    concordat = acts.find_concordat(hub, titles.get(named.casefold()) or slug_of(named))
    name = said["organisation"] or said["title"]
    body = Bodies(hub.organisations.values()).find(name)
    if not body:
        raise click.ClickException(
            f'the hub knows no organisation "{name}"; send the form "Add an organisation" first'
        )
    if any(each.organisation == body for each in hub.signatories.get(concordat.id, ())):
        raise click.ClickException(f"{hub.organisations[body].title} has signed already")
    given = {
        "version": said["signatures.version"],
        "signed": as_iso(said["signed"]) or said["signed"] or None,
        "date_unknown": None if said["signed"] else _NO_DATE,
        "role": said["role"],
        "source": said["signatures.source.web"],
        "source_title": said["signatures.source.title"] or None,
    }
    fields = {
        "title": hub.organisations[body].title,
        "organisation": body,
        "signatures": [signature_fields(hub, concordat, Asker(given, is_quiet=True))],
    }
    return Draft(acts.signatory_path(concordat, body), Signatory, as_yaml(fields))


def _name_of(title: str) -> str:
    """Return what a record's file is called after its title.

    Raises:
        click.ClickException: No letter of it can stand in an address.
    """
    if name := slug_of(title)[:MAX_SLUG].strip("-"):
        return name
    raise click.ClickException(
        f'no address can be made of the title "{title}"; add one in Latin letters'
    )

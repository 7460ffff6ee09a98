"""`hub new`: begin a record by answering what it needs; it stays a draft until it is finished."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from hub.commands import acts
from hub.commands.asking import AnswerError, Asker
from hub.commands.drafts import Draft, put_down
from hub.commands.questions import answers, questions
from hub.commands.roots import find_root, root_option
from hub.commands.writing import as_yaml
from hub.loading.slips import slug_of
from hub.model.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hub.model.base import Record

_ALSO = {
    "summary": ("participants", "art_forms", "populations", "conditions", "settings"),
    "practice": ("contact", "art_forms", "populations", "settings", "since", "innovation",
                 "benefits", "commissioning", "personalisation"),
    "programme": ("lead", "places"),
    "story": ("art_forms", "populations", "places", "programmes"),
    "organisation": ("place", "web"),
}  # fmt: skip
"""What is asked for though it may be left out, by the kind of record."""
FOLDERS = {
    "summary": "evidence/summaries", "practice": "evidence/practice", "story": "evidence/stories",
    "programme": "evidence/programmes", "organisation": "evidence/organisations",
}  # fmt: skip
"""Where the records of each kind stand."""
_NAME_AND_VALUE = re.compile(r"(?P<name>[a-z_.]+)=(?P<value>.*)", re.DOTALL)


@click.command()
@click.argument("kind", type=click.Choice([*FOLDERS]))
@click.argument("name", required=False)
@click.option("--set", "given", multiple=True, metavar="FIELD=VALUE", help="An answer, such as "
              "question.population=Adults; may be given several times.")  # fmt: skip
@acts.writing_options
@root_option
def new(  # noqa: PLR0913 - one for each option
    *,
    kind: str,
    name: str | None,
    given: tuple[str, ...],
    dry_run: bool,
    yes: bool,
    root: Path | None,
) -> None:
    """Begin a record of a KIND; NAME becomes its permanent address, and its title if none is given.

    Asks for what such a record needs, and writes one file, as a draft: it is checked with the
    rest, and not published until you delete the line `status: draft`. The other fields it may have
    stand in the file as remarks. To sign a concordat, use `hub sign`; for a work, `hub cite`.
    """
    root = root or find_root()
    hub, model = acts.load(root), model_of(kind)
    asker = Asker(_given(given), is_quiet=yes)
    also = [each for each in _ALSO[kind] if each in model.model_fields]
    try:
        fields = answers(hub, asker, questions(model, also))
    except AnswerError as error:
        raise click.ClickException(f"{error.name}: {error.message}") from None
    path = f"{FOLDERS[kind]}/{slug_of(name or fields['title'])}.yml"
    if (root / path).exists():
        raise click.ClickException(f"there is {path} already; give the new one another name")
    text = as_yaml({"title": fields.pop("title"), "status": "draft", **shaped(model, fields)})
    draft = Draft(path, model, text + _remarks(model, (*fields, "title", "status")))
    put_down(root, hub, [draft], dry_run=dry_run)
    if not dry_run:
        click.echo(f"Open {path} to fill in the rest, then delete the line `status: draft`.")


def model_of(kind: str) -> type[Record]:
    """Return the model of a kind of record, as `hub new` calls it."""
    folders = {str(PurePosixPath(each.path).parent): each.model for each in KINDS}
    return folders[FOLDERS[kind]]


def _given(given: Iterable[str]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for each in given:
        match = _NAME_AND_VALUE.fullmatch(each)
        if not match:
            raise click.UsageError(f'"{each}" is not FIELD=VALUE, such as title="Harbour Choir"')
        found[match["name"]] = match["value"]
    return found


def shaped(model: type[Record], fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with a list of one where the model wants a list of parts."""
    return {
        name: [value] if isinstance(value, dict) and _wants_list(model, name) else value
        for name, value in fields.items()
    }


def _wants_list(model: type[Record], name: str) -> bool:
    return str(model.model_fields[name].annotation).startswith("tuple")


def _remarks(model: type[Record], there: Iterable[str]) -> str:
    """Return the fields that may be added, as remarks at the end of a file."""
    known = set(there)
    lines = [f"# {name}: {field.description}" for name, field in model.model_fields.items()
             if name not in known]  # fmt: skip
    return "\n# What else such a record may say:\n" + "\n".join(lines) + "\n" if lines else ""

"""`hub new-term`, `hub new-concordat`: what is not begun by answering the questions of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hub.commands import acts
from hub.commands.asking import Asker, chosen
from hub.commands.drafts import Draft, put_down
from hub.commands.roots import find_root, root_option
from hub.commands.together import write_together
from hub.commands.writing import as_text, as_yaml, editable, node
from hub.loading.slips import slug_of
from hub.model.vocabularies import Vocabulary

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = """\
**The partnership that issues it**

## We believe:

1. Write here what you believe, a numbered statement each.

## We will:

1. Write here what you will do.
"""


@click.command("new-term")
@click.argument("vocabulary")
@click.argument("label")
@click.option("--definition", help="What it means, in one sentence.")
@click.option("--alt-labels", help="Other words for it, with commas between: they feed search.")
@click.option("--broader", help="The term above it, by id or label.")
@acts.writing_options
@root_option
def new_term(
    *, vocabulary: str, label: str, dry_run: bool, yes: bool, root: Path | None, **given: str | None
) -> None:
    """Add a term called LABEL to a VOCABULARY, such as art-forms; its id is made of the label."""
    root = root or find_root()
    hub = acts.load(root)
    if (terms := hub.vocabularies.get(vocabulary)) is None:
        known = ", ".join(hub.vocabularies)
        raise click.UsageError(f'there is no vocabulary "{vocabulary}", only {known}')
    labels = {each.id: each.label for each in terms.terms}
    asker = Asker(given, is_quiet=yes)
    others = asker.text("alt_labels", "Other words for it, with commas between (empty: none)")
    fields = {
        "id": slug_of(label),
        "label": label,
        "alt_labels": [each.strip() for each in others.split(",") if each.strip()],
        "broader": asker.text(
            "broader", "The term above it (empty: none)", read=lambda text: chosen(text, labels)
        ),
        "definition": asker.text("definition", "What it means, in one sentence"),
    }
    path = terms.origin.path
    file = editable((root / path).read_text(encoding="utf-8"))
    file["terms"].append(node(fields))
    put_down(root, hub, [Draft(path, Vocabulary, as_text(file))], dry_run=dry_run)


@click.command("new-concordat")
@click.argument("title")
@click.option("--summary", help="What it is, in two or three sentences.")
@click.option("--issuer", help="The organisation that issues it, by id or name.")
@acts.writing_options
@root_option
def new_concordat(
    *, title: str, dry_run: bool, yes: bool, root: Path | None, **given: str | None
) -> None:
    """Begin a concordat called TITLE: its record and an empty first text, both as drafts.

    Write the text, name its parts in the record, and publish it with `hub publish`.
    """
    root = root or find_root()
    hub, asker = acts.load(root), Asker(given, is_quiet=yes)
    folder = f"concordats/{slug_of(title)}"
    if (root / folder).exists():
        raise click.ClickException(f"there is {folder}/ already; give the new one another title")
    bodies = {each.id: each.title for each in hub.organisations.values()}
    issuer = asker.text("issuer", "Who issues it (an organisation's id or name)", needed=True,
                        read=lambda text: chosen(text, bodies))  # fmt: skip
    record = {
        "title": title,
        "status": "draft",
        "summary": asker.text("summary", "What it is, in two or three sentences", needed=True),
        "issuers": [issuer],
        "numbering": "continuous",
        "parts": [
            {"id": "believe", "heading": "We believe:"},
            {"id": "will", "heading": "We will:"},
        ],
        "versions": [{"number": "1.0", "status": "draft"}],
        "clauses": {
            "believe-1": {"label": "What we believe", "no_direct_evidence": "Not written yet."},
            "will-1": {"label": "What we will do", "no_direct_evidence": "Not written yet."},
        },
    }
    files = {f"{folder}/concordat.yml": as_yaml(record), f"{folder}/1.0.md": _TEXT}
    for path in files:
        click.echo(f"{'would write' if dry_run else 'writing'} {path}")
    if not dry_run:
        write_together(root, files)
        click.echo("Write the text, then run `hub check`, and `hub publish` when it is agreed.")

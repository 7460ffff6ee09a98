"""`hub schemas`: what editors need to complete and explain fields, written into the checkout."""

from __future__ import annotations

from pathlib import Path

import click

from hub.commands.roots import find_root, kept, root_option
from hub.examining import examine
from hub.model.kinds import KINDS
from hub.schemas import as_text, file_name, schema

FOLDER = Path(".vscode", "schemas")
"""Where `.vscode/settings.json` looks for them."""


@click.command()
@root_option
def schemas(root: Path | None) -> None:
    """Renew the schemas for editors, with the terms, works and places that there are now.

    Visual Studio Code then completes fields and ids, and says what each field means.
    """
    root = root or find_root()
    hub = examine(root, kept("library")).hub
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (folder / file_name(kind)).write_text(as_text(schema(kind, hub)), encoding="utf-8")
    click.echo(f"wrote {len(KINDS)} schemas into {FOLDER.as_posix()}/")

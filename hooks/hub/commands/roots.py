"""Which hub a command works on, and where it keeps what spares work the next time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from platformdirs import user_cache_path

from hub.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable

root_option = click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=None,
    help="The hub to work on; found from the current folder upwards when not given.",
)  # fmt: skip


def find_root() -> Path:
    """Return the nearest folder upwards that holds `mkdocs.yml` and `evidence/`."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "evidence").is_dir():
            return folder
    message = "this is not inside a hub: no folder upwards holds mkdocs.yml and evidence/"
    raise click.UsageError(message)


def below(root: Path, files: Iterable[Path]) -> tuple[str, ...]:
    """Return paths as the hub writes them: below its root, with strokes."""
    whole = root.resolve()
    inside = (each.resolve() for each in files)
    return tuple(
        each.relative_to(whole).as_posix() if each.is_relative_to(whole) else each.as_posix()
        for each in inside
    )


def kept(name: str) -> Store:
    """Return the store of this name in the user's own cache; one that keeps nothing without one.

    Not in the repository: what is kept is believed unseen, so no contribution may bring it along.
    """
    path = user_cache_path("creative-health-hub") / f"{name}.sqlite"
    return Store(path if path.is_absolute() else None)

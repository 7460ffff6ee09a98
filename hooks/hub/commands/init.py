"""`hub init`: begin a hub of one's own, with one worked example of each kind of record."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from urllib.parse import urlsplit

import click

STARTER = Path(__file__).parents[1] / "starter"
"""What a new hub begins with; a name without its leading dot gets it (`gitignore`).

`requirements-lock.txt` is the engine's own lock, and what is said of workflows there holds here.
"""
_NAME = "SITE_NAME"
_OWNER = re.compile(r"@[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9._-]+)?")


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="Our Creative Health Hub", show_default=True, help="Its name.")
@click.option("--owner", "owners", multiple=True, metavar="@NAME", help="Who is asked to look at "
              "changes on the code host; may be given several times.")  # fmt: skip
@click.option("--engine", help="How pip gets the engine, such as git+https://…@commit; where this "
              "command comes from, when not given.")  # fmt: skip
def init(folder: Path, name: str, owners: tuple[str, ...], engine: str | None) -> None:
    """Begin a hub of your own in FOLDER, which is empty or not there yet.

    It has settings, a worked example of each kind of record, and workflows that check pull
    requests. The engine stays a package, with the packages it was tested with locked by their
    hashes: a newer one is taken without copying code.
    """
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(f'"{folder}" is not empty; name a new folder')
    if any(sign in name for sign in '\n"#'):
        raise click.UsageError("--name: a name on one line, without quotation marks and #")
    for owner in owners:
        if not _OWNER.fullmatch(owner):
            raise click.UsageError(f'--owner: "{owner}" is no name like @somebody or @body/team')
    source = engine or _own_source()
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            _copy(path, folder, name)
    (folder / "requirements.txt").write_text(_engine(source), encoding="utf-8")
    if owners:
        _put_owners(folder / ".github/CODEOWNERS", owners)
    click.echo(f"Your hub is in {folder}. To look at it: cd {folder} && make site")


def _copy(path: Path, folder: Path, name: str) -> None:
    below = path.relative_to(STARTER)
    target = folder / (f".{below}" if below.name == "gitignore" else below)
    target.parent.mkdir(parents=True, exist_ok=True)
    content = path.read_bytes()
    # A name may hold a colon, which YAML would take for the end of another.
    written = json.dumps(name, ensure_ascii=False) if path.suffix == ".yml" else name
    target.write_bytes(content.replace(_NAME.encode(), written.encode()))
    if content.startswith(b"#!"):  # a package may have lost that it can be run
        target.chmod(0o755)


def _put_owners(path: Path, owners: tuple[str, ...]) -> None:
    said = path.read_text(encoding="utf-8").splitlines(keepends=True)[:2]
    path.write_text("".join((*said, f"* {' '.join(owners)}\n")), encoding="utf-8")


def _engine(source: str) -> str:
    return (
        "# The engine of this hub; it was begun with version "
        f"{version('creative-health-hub')}.\n"
        "# Name a commit or a release, so that nothing changes unasked, then run `make upgrade`.\n"
        f"creative-health-hub @ {source}\n"
    )


def _own_source() -> str:
    """Return where the package that runs here was installed from.

    Source: https://packaging.python.org/specifications/direct-url/
    """
    try:
        written = distribution("creative-health-hub").read_text("direct_url.json")
    except PackageNotFoundError:
        written = None
    url = str(json.loads(written).get("url", "")) if written else ""
    if not urlsplit(url).scheme:
        raise click.UsageError("--engine: say how pip gets the engine: it cannot be told from here")
    return url

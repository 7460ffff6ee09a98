"""`hub build`: build the site as `mkdocs build` does, from any folder of the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import click

from hub.commands.roots import find_root, root_option
from hub.pool import WORKERS
from hub.scheduler import SCHEDULER
from hub.stages import VARIABLE

_PACKAGE = Path(__file__).parents[1]
ENGINE = {
    "HUB_FRAME": str(_PACKAGE / "frame.yml"),
    "HUB_THEME": str(_PACKAGE / "theme"),
    "HUB_HOOK": str(_PACKAGE / "adapter" / "hook.py"),
    # Material for MkDocs prints a notice about MkDocs 2 on every run; requirements.in heeds it.
    "NO_MKDOCS_2_WARNING": "1",
}
"""What the mkdocs.yml of a hub that has the engine as a package asks of the environment."""
_TEMPORARY = ".hub-cache"
"""The folder of a checkout for temporary files that a scheduler's workers read."""


@click.command()
@click.option("--strict", is_flag=True, help="Let advice and warnings fail the build as well.")
@click.option("--workers", type=click.IntRange(1), help="How many processes work; 1 is one alone.")
@click.option("--profile", is_flag=True, help="Print at the end where time and memory went.")
@click.option(
    "--scheduler", metavar="ADDRESS", envvar=SCHEDULER,
    help="Send much work to this scheduler of Dask, such as tcp://host:8786. Use one that nobody "
    "else can reach: it runs whatever code it is sent. Its workers must share the checkout, and "
    "the folder of the site, under the same names.",
)  # fmt: skip
@click.option(
    "--site-dir", type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes; site/ in the hub when not given.",
)  # fmt: skip
@root_option
def build(  # noqa: PLR0913 - one for each option
    *, strict: bool, workers: int | None, profile: bool, scheduler: str | None,
    site_dir: Path | None, root: Path | None,
) -> None:  # fmt: skip
    """Build the site: check every record, write all pages and the search index.

    Exit status: 0 built, 1 faults, 2 wrong use of the command, 75 another build is running.
    Unless it is 0, the site that was there stays.
    """
    root = (root or find_root()).resolve()
    command = [sys.executable, "-m", "mkdocs", "build"]
    if strict:
        command.append("--strict")
    if site_dir:
        command += ["--site-dir", str(site_dir.resolve())]
    environment = os.environ | ENGINE
    if workers:
        environment[WORKERS] = str(workers)
    if profile:
        environment[VARIABLE] = "1"
    if scheduler:
        environment |= {SCHEDULER: scheduler, "TMPDIR": str(_shared(root))}
    os.chdir(root)
    _become(command, environment)


@click.command()
@click.option("--dev-addr", metavar="HOST:PORT", default="127.0.0.1:8000", show_default=True,
              help="Where the preview is served.")  # fmt: skip
@root_option
def serve(*, dev_addr: str, root: Path | None) -> None:
    """Preview the site while you edit; open pages show what was saved."""
    os.chdir((root or find_root()).resolve())
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--dev-addr", dev_addr]
    _become(command, os.environ | ENGINE)


def _shared(root: Path) -> Path:
    folder = root / _TEMPORARY
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise click.ClickException(f'"{folder}" cannot be made: {reason}') from error
    return folder


def _become(command: list[str], environment: dict[str, str]) -> NoReturn:
    """Go on as another program, which so gets every signal and whose exit status counts.

    Where a process cannot become another, wait for it; there, Ctrl-C reaches both.
    """
    sys.stdout.flush()
    if sys.platform == "win32":
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)
    os.execve(command[0], command, environment)  # noqa: S606 - no shell is what we want

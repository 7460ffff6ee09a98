"""A small hub to break things around: laying it out, building it, and looking at what is left."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from tests.conftest import DEMO, REPOSITORY

MARK = "copyright: >-\n"
"""Where `mark` puts a text that stands in the footer of every page."""

# Root may read and write everything; the faults of ordinary people need ordinary powers.
_CAPABILITIES = "-dac_override,-dac_read_search"
ORDINARY: tuple[str, ...] = (
    ("setpriv", f"--bounding-set={_CAPABILITIES}", f"--inh-caps={_CAPABILITIES}")
    if os.name == "posix" and os.geteuid() == 0
    else ()
)
"""What a command is put behind so that file permissions hold for it."""


# They are the same in every hub, and take half the time of a small one.
_WITHOUT_EXPLANATIONS = """\
from hub.adapter import publisher
publisher.explanation_files = lambda *_: []
"""


def lay(root: Path) -> Path:
    """Make a hub of the fictional content, with the real frame around it."""
    shutil.copytree(DEMO, root)
    (root / "hooks").mkdir()
    (root / "hooks" / "hub").symlink_to(REPOSITORY / "hooks" / "hub")
    hook = (REPOSITORY / "hooks" / "publish.py").read_text("utf-8")
    (root / "hooks" / "publish.py").write_text(_WITHOUT_EXPLANATIONS + hook, encoding="utf-8")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    contributing = root / "docs" / "contributing" / "index.md"
    contributing.parent.mkdir(exist_ok=True)
    contributing.write_text("# Contribute\n", encoding="utf-8")
    return root


def mark(root: Path, text: str) -> None:
    """Have every page of the hub say `text`."""
    path = root / "mkdocs.yml"
    before, _, after = (REPOSITORY / "mkdocs.yml").read_text("utf-8").partition(MARK)
    path.write_text(f"{before}{MARK}  {text}\n{after}", encoding="utf-8")


def command(site: Path) -> list[str]:
    """Return what builds a site; warnings count as faults."""
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]


def surroundings(**changes: str | None) -> dict[str, str]:
    """Return the environment of this process with some of it changed, or left out where None."""
    changed = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | changes
    return {name: value for name, value in changed.items() if value is not None}


def with_modules(folder: Path, **changes: str | None) -> dict[str, str]:
    """Return the environment in which modules are looked for in `folder` first."""
    path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    return surroundings(PYTHONPATH=path, **changes)


def build(
    root: Path, site: Path, *, behind: Sequence[str] = (), env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Build the hub at `root` into `site`, with the command put behind others."""
    return subprocess.run(
        [*behind, *command(site)],
        cwd=root,
        env=surroundings() if env is None else env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="backslashreplace",
        timeout=120,
        check=False,
    )


def contents(folder: Path) -> dict[str, str]:
    """Return the fingerprint of every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }

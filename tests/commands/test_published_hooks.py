"""Hooks for pre-commit are published with this repository, and each is a command that there is."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from hub.cli import main
from tests.conftest import REPOSITORY

HOOKS = {
    each["id"]: each
    for each in yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
}
RECORD = "evidence/organisations/midwater-arts.yml"


def run(hook: str, *files: str) -> int:
    """Run a hook as pre-commit does, in the folder of the hub; return its exit status."""
    _, *words = HOOKS[hook]["entry"].split()
    passed = files if HOOKS[hook].get("pass_filenames", True) else ()
    return CliRunner().invoke(main, [*words, *passed]).exit_code


def test_a_fault_stops_a_commit(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`hub-check` reads the whole hub, whatever file is committed."""
    monkeypatch.chdir(demo)
    sound = run("hub-check", RECORD)
    (demo / RECORD).write_text("title: [\n", encoding="utf-8")

    assert (0, 1) == (sound, run("hub-check", "docs/about/index.md"))


def test_a_record_is_brought_into_form(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`hub-fmt` changes the file, at which pre-commit stops."""
    monkeypatch.chdir(demo)
    text = (demo / RECORD).read_text(encoding="utf-8")
    (demo / RECORD).write_bytes(text.replace("\n", "\r\n").encode())
    run("hub-fmt", RECORD)

    assert text.encode() == (demo / RECORD).read_bytes()


@pytest.mark.parametrize(
    ("path", "hooks"),
    [(RECORD, ["hub-check", "hub-fmt"]), ("evidence/references.bib", ["hub-check", "hub-fmt"]),
     ("concordats/one/1.0.md", ["hub-check"]), ("hooks/hub/cli.py", []), ("mkdocs.yml", [])],
)  # fmt: skip
def test_hooks_run_for_records(path: str, hooks: list[str]) -> None:
    """Other files are left alone; a concordat's text is never brought into another form."""
    assert hooks == [name for name, each in HOOKS.items() if re.search(each["files"], path)]

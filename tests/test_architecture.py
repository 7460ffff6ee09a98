"""The layers of the package: who may import whom, and who knows MkDocs."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "hooks" / "hub"

BASE = {
    "source", "diagnostics", "codes", "page", "stages", "store", "scheduler", "forks", "pool",
    "progress", "file_lock",
}  # fmt: skip
MAY_IMPORT: dict[str, set[str]] = {
    "source": set(),
    "diagnostics": {"source", "codes"},
    "codes": set(),
    "page": set(),
    "stages": set(),
    "store": set(),
    "scheduler": set(),
    "forks": set(),
    "pool": {"scheduler", "forks"},
    "progress": set(),
    "file_lock": set(),
    "model": {"source"},
    "schemas": BASE | {"model"},
    "loading": BASE | {"model"},
    "checks": BASE | {"model"},
    "citing": BASE | {"model"},
    "views": BASE | {"model", "citing", "schemas"},
    "paper": BASE | {"model", "views"},
    "publishing": BASE,
    "reporters": BASE,
    "examining": BASE | {"model", "loading", "checks"},
    "commands": BASE
    | {"model", "schemas", "loading", "checks", "citing", "paper", "reporters", "examining"},
    "cli": BASE | {"commands", "model", "loading", "checks", "citing", "reporters", "examining"},
    "adapter": BASE | {"model", "citing", "views", "publishing", "reporters", "examining"},
    "__main__": {"cli"},
    "__init__": set(),
}
"""What each part may import besides itself; what stands higher never imports what is lower."""


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of every module that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively; there is one name: hub.…"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part(path: Path) -> str:
    """Return the part of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    """A module imports only what its layer may import."""
    own = part(path)
    used = {name.split(".")[1] for name in imports(path) if name.startswith("hub.")}

    assert set() == used - MAY_IMPORT[own] - {own}


def test_only_the_adapter_imports_mkdocs() -> None:
    """The way out of MkDocs stays open: the core does not know it."""
    users = {
        part(path) for path in FILES for name in imports(path) if name.split(".")[0] == "mkdocs"
    }

    assert {"adapter"} == users


def test_no_text_is_made_a_template() -> None:
    """Templates are files of the package; only figures read text as one, and fence it in."""
    makers = {
        part(path) + "/" + path.name
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in {"from_string", "compile_expression", "overlay"}
    }

    assert {"adapter/figures.py"} == makers


def test_the_command_never_loads_mkdocs() -> None:
    """`hub` works without MkDocs: loading all its commands loads no module of MkDocs."""
    code = """
import sys, click, hub.cli
context = click.Context(hub.cli.main)
for name in hub.cli.main.list_commands(context):
    hub.cli.main.get_command(context, name)
print([name for name in sys.modules if 'mkdocs' in name])
"""
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8",
        env={"PYTHONPATH": str(PACKAGE.parent), "PATH": ""},
    )  # fmt: skip

    assert "[]\n" == run.stdout

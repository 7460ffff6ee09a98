"""Running a command on a hub, and reading what it has written; shared by the tests of commands."""

from pathlib import Path

from click.testing import CliRunner, Result

from hub.cli import main
from hub.diagnostics import has_errors
from hub.examining import examine

CONCORDAT = "northshire-creative-health"
SIGNATORIES = f"concordats/{CONCORDAT}/signatories"


def run(root: Path, *words: str, answers: str = "") -> Result:
    """Run `hub` on a hub, with these answers to its questions."""
    return CliRunner().invoke(main, [*words, "--root", str(root)], input=answers)


def files(root: Path) -> dict[str, str]:
    """Return the text of every file of a hub, by path."""
    found = (each for each in root.rglob("*") if each.is_file())
    return {each.relative_to(root).as_posix(): each.read_text("utf-8") for each in found}


def is_sound(root: Path) -> bool:
    """Tell whether `hub check` finds no error."""
    return not has_errors(examine(root).diagnostics)

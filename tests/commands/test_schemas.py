"""`hub schemas` writes what editors need, from the hub as it is now."""

import json
from pathlib import Path

from click.testing import CliRunner

from hub.cli import main
from hub.model.kinds import KINDS

SUMMARY = ".vscode/schemas/evidence-summary.json"


def test_there_is_a_schema_for_every_kind(demo: Path) -> None:
    """All are written, and it is said how many."""
    done = CliRunner().invoke(main, ["schemas", "--root", str(demo)])

    assert f"wrote {len(KINDS)} schemas into .vscode/schemas/\n" == done.output
    assert len(KINDS) == len([*(demo / ".vscode/schemas").iterdir()])


def test_terms_are_offered_with_what_they_mean(demo: Path) -> None:
    """The ids of a vocabulary stand in the schema, each with its label."""
    CliRunner().invoke(main, ["schemas", "--root", str(demo)])
    lists = json.loads((demo / SUMMARY).read_text(encoding="utf-8"))["$defs"]

    assert "singing" in lists["ids:term:art-forms"]["enum"]
    assert len(lists["ids:term:art-forms"]["enum"]) == len(
        lists["ids:term:art-forms"]["enumDescriptions"]
    )

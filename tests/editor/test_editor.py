"""Editors complete and explain what is written, by schemas made from the models.

The real language server for YAML is asked, with the settings that Visual Studio Code finds here.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hub.examining import examine
from hub.model.kinds import KINDS
from hub.schemas import file_name, schema
from tests.conftest import REPOSITORY
from tests.editor.language_server import LanguageServer, running

HERE = Path(__file__).parent
SETTINGS = json.loads((REPOSITORY / ".vscode" / "settings.json").read_text(encoding="utf-8"))
RECORDS = sorted(
    path for folder in ("evidence", "concordats") for path in (REPOSITORY / folder).rglob("*.yml")
)
SUMMARY = REPOSITORY / "evidence/summaries/unwritten.yml"
TEXT = """\
title: Does singing help?
source: Coulton2015
design: rct
art_forms: [singing]
harms: {status: not-stated}
findings:
  - outcome: agitaton
    statement: So.
    direction: benefit
    comparison: between-groups
    primary: yes
    colour: red
"""


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the language server by its lock, where Node is there."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("editors were not tried: there is no Node here (Debian: nodejs, npm)")
    folder = tmp_path_factory.mktemp("editor")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode and os.environ.get("CI") != "true":
        pytest.skip(f"the language server could not be installed: {done.stderr[-500:]}")
    assert 0 == done.returncode, done.stderr
    return folder / "node_modules"


@pytest.fixture(scope="module")
def server(modules: Path) -> Iterator[LanguageServer]:
    """Run the language server with the settings of this checkout."""
    schemas = {
        (REPOSITORY / name).as_uri(): globs for name, globs in SETTINGS["yaml.schemas"].items()
    }
    settings = {"yaml": {"schemas": schemas, "schemaStore": {"enable": False},
                         "completion": True, "hover": True, "validate": True}}  # fmt: skip
    with running(modules, REPOSITORY, settings) as found:
        yield found


def test_nothing_is_wrong_in_what_the_hub_takes(server: LanguageServer) -> None:
    """No record of this hub is marked: an editor never calls wrong what `hub check` calls right."""
    for path in RECORDS:
        server.open(path, path.read_text(encoding="utf-8"))
    found = {path.name: server.faults(path) for path in RECORDS}

    assert {} == {name: faults for name, faults in found.items() if faults}


def test_a_misspelt_term_and_an_unknown_field_are_marked(server: LanguageServer) -> None:
    """At their lines, while they are typed."""
    server.open(SUMMARY, TEXT)
    marked = [line.split(":")[0] for line in server.faults(SUMMARY)]

    assert {"7", "12"} <= set(marked)


def test_fields_terms_and_works_are_offered(server: LanguageServer) -> None:
    """Each with what it means, or what it is called."""
    server.open(SUMMARY, TEXT.replace("agitaton", ""))
    lines = TEXT.splitlines()
    terms = server.completions(SUMMARY, 6, len("  - outcome: "))
    works = server.completions(SUMMARY, 1, len("source: "))
    fields = server.completions(SUMMARY, len(lines), 0)

    assert "agitation" in terms
    assert "Coulton2015" in works
    assert "How many people." in fields["participants"]


def test_a_field_is_explained(server: LanguageServer) -> None:
    """The words of the field reference stand beside the field."""
    server.open(SUMMARY, TEXT)

    assert "From the methods; titles mislead." in server.hover(SUMMARY, 2, 2)


def test_every_kind_of_record_is_wired() -> None:
    """The settings name a schema for each, and each is there."""
    named = {Path(name).name for name in SETTINGS["yaml.schemas"]}
    folder = REPOSITORY / ".vscode" / "schemas"

    assert {file_name(kind) for kind in KINDS} == named == {each.name for each in folder.iterdir()}


def without_ids(found: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Return a schema without the lists of ids, which grow with every record."""
    lists = {name: each for name, each in found["$defs"].items() if not name.startswith("ids:")}
    return {**found, "$defs": lists}


def test_the_schemas_in_the_checkout_are_made_from_the_models() -> None:
    """`hub schemas` renews them; which ids there are is not compared, so that no record asks it."""
    hub = examine(REPOSITORY).hub
    written = {
        path.name: json.loads(path.read_text(encoding="utf-8"))
        for path in (REPOSITORY / ".vscode" / "schemas").iterdir()
    }
    made = {file_name(kind): schema(kind, hub) for kind in KINDS}

    assert {name: without_ids(each) for name, each in written.items()} == {
        name: without_ids(each) for name, each in made.items()
    }

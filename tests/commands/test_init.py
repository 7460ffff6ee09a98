"""`hub init` begins a hub that checks, verifies and builds with the engine as a package."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from hub.cli import main
from hub.examining import examine
from tests.conftest import REPOSITORY

ENGINE = "git+https://code.example/engine@0123456"


def init(folder: Path, *arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["init", str(folder), "--engine", ENGINE, *arguments])


def test_a_new_hub_passes_the_check(tmp_path: Path) -> None:
    """It has a worked example of each kind of record, and nothing is wrong with them."""
    init(tmp_path / "new")
    examined = examine(tmp_path / "new")

    assert () == examined.diagnostics
    hub = examined.hub
    assert all((hub.summaries, hub.programmes, hub.organisations, hub.concordats, hub.references))


def test_its_name_stands_where_it_belongs(tmp_path: Path) -> None:
    """A colon in it is no field of YAML."""
    init(tmp_path / "new", "--name", "Harbour: a hub")
    settings = (tmp_path / "new/mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", "")

    assert "Harbour: a hub" == yaml.safe_load(settings)["site_name"]
    assert "# Harbour: a hub\n" in (tmp_path / "new/README.md").read_text(encoding="utf-8")


def test_it_names_its_engine(tmp_path: Path) -> None:
    """A newer one is taken by naming it; no code is copied."""
    init(tmp_path / "new")

    assert f"creative-health-hub @ {ENGINE}\n" in (tmp_path / "new/requirements.txt").read_text()
    assert [] == [*(tmp_path / "new").rglob("*.py")]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """Nothing is written over."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = init(tmp_path)

    assert (1, ["mine.txt"]) == (done.exit_code, [each.name for each in tmp_path.iterdir()])
    assert "is not empty; name a new folder" in done.output


def checkout(folder: Path) -> Path:
    """Copy what pip needs of this repository: it builds where the files are."""
    folder.mkdir()
    shutil.copytree(REPOSITORY / "hooks", folder / "hooks",
                    ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))  # fmt: skip
    for path in (*REPOSITORY.glob("*.in"), *REPOSITORY.glob("*.md"), *REPOSITORY.glob("LICENSE")):
        shutil.copy(path, folder)
    shutil.copy(REPOSITORY / "pyproject.toml", folder)
    return folder


@pytest.fixture(scope="module")
def new_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Begin a hub, and give it the engine as pip installs it from this repository.

    What the engine needs is taken from here, so that nothing is fetched.
    """
    folder = tmp_path_factory.mktemp("init") / "new"
    init(folder)
    venv.create(folder / ".venv", symlinks=True, with_pip=False)
    (packages,) = (folder / ".venv/lib").glob("python*/site-packages")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index",
               "--no-build-isolation", "--disable-pip-version-check", "--target", str(packages),
               str(checkout(folder.with_name("checkout")))]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    here = next(path for path in sys.path if path.endswith("site-packages"))
    (packages / "of-the-tests.pth").write_text(f"{here}\n", encoding="utf-8")
    script = folder / ".venv/bin/hub"
    script.write_text(f"#!{folder}/.venv/bin/python\nfrom hub.cli import main\nmain()\n")
    script.chmod(0o755)
    (folder / ".venv/done").touch()
    return folder


@pytest.mark.parametrize("command", ["site", "test"])
def test_its_commands_pass(command: str, new_hub: Path) -> None:
    """`make site` and `make test`, with nothing of this checkout but what pip takes along."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        ["make", command], cwd=new_hub, env=env, capture_output=True, text=True, check=False
    )

    assert 0 == done.returncode, done.stdout + done.stderr
    assert (new_hub / "site/index.html").exists()

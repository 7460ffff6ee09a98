"""`hub init` begins a hub that checks, verifies and builds with the engine as a package."""

import os
import re
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
from hub.model.kinds import KINDS
from hub.model.locks import Lock
from tests.conftest import DEMO, REPOSITORY
from tests.supply_chain.rules import workflow_faults

ENGINE = "git+https://code.example/engine@0123456"


def init(folder: Path, *arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["init", str(folder), "--engine", ENGINE, *arguments])


def test_a_new_hub_passes_the_check(tmp_path: Path) -> None:
    """It has a worked example of each kind of record, and nothing is wrong with them.

    A lock is the exception: `hub publish` writes it, once a text is agreed.
    """
    init(tmp_path / "new")
    examined = examine(tmp_path / "new")

    assert () == examined.diagnostics
    kinds = {type(record) for record in examined.hub.records.values()}
    assert {kind.model for kind in KINDS} - {Lock} == kinds
    assert examined.hub.references


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


SAME = {
    "requirements-lock.txt": "requirements.txt",
    **{f".github/ISSUE_TEMPLATE/{name}.yml": f".github/ISSUE_TEMPLATE/{name}.yml"
       for name in ("organisation", "practice", "sign", "something-is-wrong", "summary")},
    **{name: name for name in (
        ".ci/apart", ".ci/kept", ".github/workflows/comment.yml",
        ".github/workflows/from-issue.yml", ".github/workflows/publish.yml")},
}  # fmt: skip
"""What a new hub has as this one does; a package can only take along what stands in its folder."""


@pytest.mark.parametrize("name", SAME)
def test_golden_what_hubs_share(name: str) -> None:
    """The locked packages, the forms of issues and most workflows are those of this hub."""
    ours = (REPOSITORY / SAME[name]).read_text(encoding="utf-8")
    if os.environ.get("HUB_UPDATE_GOLDEN") == "1":
        (DEMO / name).write_text(ours, encoding="utf-8")

    assert ours == (DEMO / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", sorted((DEMO / ".github/workflows").iterdir()), ids=lambda p: p.name
)
def test_its_workflows_keep_to_the_rules(path: Path) -> None:
    """They run strangers' code without lending it anything, as ours do."""
    assert [] == workflow_faults(path.read_text(encoding="utf-8"))


def test_its_check_goes_through_what_ours_goes_through() -> None:
    """All but the tests of the engine."""
    ours, its = (
        yaml.safe_load((root / ".github/workflows/check.yml").read_text(encoding="utf-8"))["jobs"]
        for root in (REPOSITORY, DEMO)
    )
    ours["site"]["steps"][1]["name"] = its["site"]["steps"][1]["name"]

    assert {name: ours[name] for name in ("site", "apart")} == its


def test_what_is_run_can_be_run(tmp_path: Path) -> None:
    """Scripts of the check are made executable, whatever became of that on the way."""
    init(tmp_path / "new")

    assert os.access(tmp_path / "new/.ci/kept", os.X_OK)
    assert os.access(tmp_path / "new/.ci/apart", os.X_OK)


def test_it_may_name_owners(tmp_path: Path) -> None:
    """They are asked to look at every change."""
    init(tmp_path / "new", "--owner", "@keeper", "--owner", "@harbour/editors")
    lines = (tmp_path / "new/.github/CODEOWNERS").read_text(encoding="utf-8").splitlines()

    assert "* @keeper @harbour/editors" == lines[-1]
    assert all(line.startswith("#") for line in lines[:-1])


def test_nobody_is_made_up(tmp_path: Path) -> None:
    """Without owners, remarks say how to name them."""
    init(tmp_path / "new")
    lines = (tmp_path / "new/.github/CODEOWNERS").read_text(encoding="utf-8").splitlines()

    assert all(line.startswith("#") for line in lines)


@pytest.mark.parametrize("owner", ["keeper", "keeper@hub.example", "@", "@a b", "@a\n* @b"])
def test_a_strange_owner_is_refused(owner: str, tmp_path: Path) -> None:
    """And nothing is begun."""
    done = init(tmp_path / "new", "--owner", owner)

    assert 2 == done.exit_code
    assert not (tmp_path / "new").exists()


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
    for mark in ("runtime", "hub"):
        (folder / f".venv/{mark}.done").touch()
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


def test_the_package_takes_all_of_the_starter_along(new_hub: Path) -> None:
    """Names with a leading dot too: a hub can begin others where there is no checkout."""
    (taken,) = new_hub.glob(".venv/lib/python*/site-packages/hub/starter")

    assert names(DEMO) == names(taken)


def names(folder: Path) -> list[str]:
    """Return the paths of all files below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files)


def test_it_installs_by_hash_and_then_the_engine_alone() -> None:
    """Nothing comes to a new hub that the engine was not tested with."""
    calls = re.findall(r"^\t\$\(PIP\) (.*)", (DEMO / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert [
        "--require-hashes --requirement requirements-lock.txt",
        "--no-deps --no-build-isolation --force-reinstall --requirement requirements.txt",
    ] == calls

"""`hub build`: what `mkdocs build` does, with its exit status, from any folder of a hub."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from hub.cli import main
from hub.commands import build as module
from hub.publishing.staging import Staging
from tests.faults.building import build, contents, lay, surroundings

Became = list[tuple[list[str], dict[str, str], Path]]


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small hub that is complete enough to be built."""
    return lay(tmp_path_factory.mktemp("build") / "hub")


@pytest.fixture
def became(monkeypatch: pytest.MonkeyPatch) -> Became:
    """Return what the command would have become, and where, instead of letting it."""
    calls: Became = []
    monkeypatch.setattr(module, "_become", lambda *given: calls.append((*given, Path.cwd())))
    monkeypatch.chdir(Path.cwd())  # The command changes it.
    for name in ("HUB_PROFILE", "HUB_SCHEDULER", "HUB_WORKERS"):
        monkeypatch.delenv(name, raising=False)
    return calls


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, as people do."""
    return subprocess.run(
        [sys.executable, "-m", "hub", "build", *arguments], cwd=folder, env=surroundings(),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_site_is_the_same_from_any_folder(hub: Path, tmp_path: Path) -> None:
    """The folder of the site is named as seen from where the command is given."""
    build(hub, tmp_path / "site")
    here = hub / "evidence" / "summaries"
    ended = run(here, "--strict", "--site-dir", os.path.relpath(tmp_path / "same", here))

    assert 0 == ended.returncode, ended.stdout
    assert contents(tmp_path / "site") == contents(tmp_path / "same")


def test_faults_give_status_1_and_no_site(tmp_path: Path) -> None:
    """They are told as `hub check` tells them."""
    root = lay(tmp_path / "hub")
    (root / "evidence" / "organisations" / "choir.yml").write_text("", encoding="utf-8")
    ended = run(root)

    assert 1 == ended.returncode
    assert "evidence/organisations/choir.yml:1:1: error[empty-file]" in ended.stdout
    assert not (root / "site").exists()


def test_a_second_build_gives_status_75(hub: Path, tmp_path: Path) -> None:
    """Whoever started it may try again later."""
    running = Staging(tmp_path / "site")
    running.open()
    try:
        ended = run(hub, "--site-dir", str(tmp_path / "site"))
    finally:
        running.close()

    assert 75 == ended.returncode
    assert "another build of this site is running" in ended.stdout


def test_a_profile_comes_last(hub: Path, tmp_path: Path) -> None:
    """The table stands below whatever the build has said, with a line for the whole."""
    ended = run(hub, "--profile", "--site-dir", str(tmp_path / "site"))
    lines = ended.stdout.splitlines()
    head = next(place for place, line in enumerate(lines) if line.startswith("stage "))
    names = [line.split()[0] for line in lines[head:]]

    assert {"load", "check", "pages", "search"} <= {*names}
    assert ("stage", "all") == (names[0], names[-1])


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_an_interrupt_ends_all(hub: Path, tmp_path: Path) -> None:
    """Who stops the command stops the build: no process goes on, and no file is left."""
    with subprocess.Popen(
        [sys.executable, "-m", "hub", "build", "--site-dir", str(tmp_path / "site")],
        cwd=hub, env=surroundings(), start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        while not [*tmp_path.glob(".site.new-*")]:
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)

    assert process.returncode not in {0, -signal.SIGKILL}
    assert [] == _in_session(process.pid)
    assert [] == list(tmp_path.iterdir())


def _in_session(session: int) -> list[str]:
    """Return the names of the processes of a session."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = stat.read_text("utf-8").rpartition(")")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(rest.split()[3]) == session:
            found.append(name)
    return found


def test_the_build_is_another_program(demo: Path, became: Became) -> None:
    """MkDocs never runs in the command's own process, and runs where its settings are."""
    CliRunner().invoke(main, ["build", "--root", str(demo)])
    ((command, _, where),) = became

    assert [sys.executable, "-m", "mkdocs", "build"] == command
    assert demo == where


def test_options_become_the_environment(demo: Path, became: Became) -> None:
    """What the command is given, the build finds where it always looks."""
    options = ["--profile", "--workers", "3", "--scheduler", "tcp://127.0.0.1:1"]
    CliRunner().invoke(main, ["build", "--root", str(demo), *options])
    ((_, environment, _),) = became

    assert {
        "HUB_PROFILE": "1",
        "HUB_WORKERS": "3",
        "HUB_SCHEDULER": "tcp://127.0.0.1:1",
        "TMPDIR": str(demo / ".hub-cache"),
    }.items() <= environment.items()


def test_what_is_not_given_stays_as_it_was(
    demo: Path, became: Became, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The environment speaks where no option does."""
    monkeypatch.setenv("HUB_WORKERS", "2")
    CliRunner().invoke(main, ["build", "--root", str(demo)])
    ((_, environment, _),) = became

    assert "2" == environment["HUB_WORKERS"]
    assert os.environ.get("TMPDIR") == environment.get("TMPDIR")
    assert {"HUB_PROFILE", "HUB_SCHEDULER"}.isdisjoint(environment)


@pytest.mark.parametrize("wrong", [["--workers", "0"], ["--root", "nowhere"], ["more"]])
def test_wrong_use_gives_status_2(wrong: list[str], demo: Path, became: Became) -> None:
    """And nothing is built."""
    assert 2 == CliRunner().invoke(main, ["build", "--root", str(demo), *wrong]).exit_code
    assert [] == became

"""Work sent to a scheduler of Dask: the same site, or a sentence that says what is amiss."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from hub import pool, scheduler
from hub.pool import Pool, local
from hub.scheduler import Kit, SchedulerError, kit
from tests.cluster import running
from tests.faults.building import build, contents, lay, surroundings

if TYPE_CHECKING:
    from distributed import Client

NOBODY = "tcp://127.0.0.1:1"
THINGS = range(1000)
_EVERYTHING_IS_MUCH = "from hub import pool\npool._WORTH = dict.fromkeys(pool._WORTH, 0)\n"


@dataclass(frozen=True)
class Doubles:
    """Doubles numbers, and tells by whom it was done and what else that process holds."""

    def __call__(self, things: Sequence[int]) -> tuple[int, int, list[int]]:
        """Return the process, how much work it holds, and the doubles."""
        return os.getpid(), len(pool._held), [2 * each for each in things]


@dataclass(frozen=True)
class Dies:
    """Ends the process that works, if it may."""

    def __call__(self, things: Sequence[int]) -> None:
        """End without a word."""
        os._exit(len(things) % 2)


@dataclass(frozen=True)
class Fails:
    """Fails at one of the things."""

    def __call__(self, things: Sequence[int]) -> None:
        """Fail with a message of ours."""
        if 500 in things:
            raise RuntimeError("500 is too much")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Run a scheduler with two worker processes for the tests of this file."""
    with running() as found:
        yield found


def far(folder: Path, address: str) -> Pool:
    """Return a pool that sends what is much to a scheduler."""
    return Pool(folder / "site", scheduler=address)


def test_workers_of_a_scheduler_return_the_same(tmp_path: Path, address: str) -> None:
    """This process does none of the work and gets all of it in order, from two others."""
    parts = list(far(tmp_path, address).map(Doubles(), THINGS, each=0.05))
    workers = {process for process, _, _ in parts}

    assert 2 == len(workers - {os.getpid()})
    assert [2 * each for each in THINGS] == [each for _, _, some in parts for each in some]


def test_workers_forget_what_is_done(tmp_path: Path, address: str) -> None:
    """However often work is sent, a worker holds that of the moment alone; its file goes too."""
    spread = far(tmp_path, address)
    held = {
        held for _ in range(2) for _, held, _ in spread.map(Doubles(), THINGS, each=0.05)
    }  # fmt: skip

    assert {1} == held
    assert [] == list(tmp_path.iterdir())


def test_little_work_is_not_sent(tmp_path: Path) -> None:
    """What this process has soon done need not even find the scheduler."""
    parts = far(tmp_path, NOBODY).map(Doubles(), THINGS, each=0.001)

    assert {os.getpid()} == {process for process, _, _ in parts}


def test_a_failure_of_a_worker_comes_back_as_it_was(tmp_path: Path, address: str) -> None:
    """Whoever asked for the work hears what was wrong, in the words of whoever did it."""
    with pytest.raises(RuntimeError, match="500 is too much"):
        list(far(tmp_path, address).map(Fails(), THINGS, each=0.05))


def test_a_worker_that_dies_is_told_of(address: str, tmp_path: Path) -> None:
    """However often its work is begun again elsewhere, the build ends, and says why."""
    with pytest.raises(SchedulerError, match="has died, perhaps because memory ran out"):
        list(far(tmp_path, address).map(Dies(), [1], each=5.0))


def test_the_environment_names_the_scheduler(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HUB_SCHEDULER is its address."""
    monkeypatch.setenv("HUB_SCHEDULER", NOBODY)

    assert NOBODY == local(tmp_path).scheduler


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (NOBODY, r"the scheduler tcp://127\.0\.0\.1:1 cannot be reached: Timed out"),
        ("somewhere", r'"somewhere" is no address of a scheduler, such as tcp://host:8786'),
        ("http://127.0.0.1:8786", r"is no address of a scheduler"),
    ],
)
def test_a_scheduler_that_is_not_there(
    address: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Soon, and in one sentence."""
    monkeypatch.setattr(scheduler, "_PATIENCE", 0.3)
    with pytest.raises(SchedulerError, match=said):
        list(far(tmp_path, address).map(Doubles(), THINGS, each=0.05))


def test_without_dask_it_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra is installed by its hashes, as all is."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SchedulerError, match=r"--require-hashes .* requirements-scheduler\.txt"):
        list(far(tmp_path, NOBODY).map(Doubles(), THINGS, each=0.05))


@dataclass
class Workers:
    """Stands for a connection to a scheduler whose workers give these answers."""

    answers: dict[str, tuple[Kit, str]]

    def run_on_scheduler(self, _: object) -> None:
        """Do as if the scheduler were able to."""

    def run(self, *_: object) -> dict[str, tuple[Kit, str]]:
        """Return the answers."""
        return self.answers


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "the scheduler has no workers"),
        ({"w1": (replace(kit(), python="3.10.1"), "")},
         r"the worker w1 runs Python 3\.10\.1, and this is 3\.[\d.]+; install the same there"),
        ({"w1": (replace(kit(), packages=frozenset({"nh3 0.0.1"})), "")},
         r"the worker w1 has other packages \(nh3 0\.0\.1\)"),
        ({"w1": (replace(kit(), code="other"), "")}, "the worker w1 runs other code of the hub"),
        ({"w1": (kit(), "")}, r"cannot read and write in .* folders that all workers share"),
        ({"w1": (kit(), "of another build")}, "cannot read and write"),
    ],
)  # fmt: skip
def test_workers_that_are_not_fit_are_refused(
    answers: dict[str, tuple[Kit, str]], said: str, tmp_path: Path
) -> None:
    """Before anything is sent: they must see the same files and run the same code."""
    with pytest.raises(SchedulerError, match=said):
        scheduler._crew(cast("Client", Workers(answers)), tmp_path)


def test_a_worker_sees_a_folder_if_it_may_write_there(tmp_path: Path) -> None:
    """It is asked for a text that stands there, and to make a file beside it."""
    token = tmp_path / "token"
    token.write_text("secret", encoding="ascii")

    assert (kit(), "secret") == scheduler._seen(token)
    assert (kit(), "") == scheduler._seen(tmp_path / "elsewhere" / "token")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small hub in which no work is too little to be sent."""
    found = lay(tmp_path_factory.mktemp("far") / "hub")
    hook = found / "hooks" / "publish.py"
    hook.write_text(_EVERYTHING_IS_MUCH + hook.read_text("utf-8"), encoding="utf-8")
    return found


def built(root: Path, address: str, site: Path) -> subprocess.CompletedProcess[str]:
    """Build a site with the help of a scheduler, as people do, with nothing in the cache."""
    return subprocess.run(
        [sys.executable, "-m", "hub", "build", "--scheduler", address, "--site-dir", str(site)],
        cwd=root, env=surroundings(XDG_CACHE_HOME=str(site.parent / "cache")),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_two_workers_build_the_same_site(root: Path, address: str, tmp_path: Path) -> None:
    """Byte for byte what a single process makes, in a folder that all of them share."""
    alone = build(root, tmp_path / "alone", env=surroundings(HUB_WORKERS="1"))
    together = built(root, address, tmp_path / "together")

    assert (0, 0) == (alone.returncode, together.returncode), together.stdout
    assert contents(tmp_path / "alone") == contents(tmp_path / "together")


def test_a_build_that_finds_no_scheduler_ends(root: Path, tmp_path: Path) -> None:
    """With exit status 1, a sentence and no traceback; the control for the test above."""
    ended = built(root, NOBODY, tmp_path / "site")

    assert 1 == ended.returncode
    assert "cannot be reached" in ended.stdout
    assert "Traceback" not in ended.stdout
    assert not (tmp_path / "site").exists()

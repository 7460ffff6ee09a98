"""Builds that are killed at any moment: readers see one whole site, the old one or the new.

Every page says which build it is of, and `checksums.txt` lists every file. A reader looks at the
served folder all the while. `HUB_KILLS=200` kills two hundred builds, which takes minutes.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.conftest import REPOSITORY
from tests.faults.building import build, command, lay, mark, surroundings

KILLS = int(os.environ.get("HUB_KILLS", "16"))
LANES = max(1, min(4, os.cpu_count() or 1, KILLS // 8))
"""Sites that are built at the same time, each by builds one after the other."""


class Reader:
    """Looks at a site again and again; `whole` counts the looks, `seen` the builds it met."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.whole = 0
        self.seen: set[str] = set()
        self.faults: list[str] = []
        self._done = Event()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Look at the site until the body of the `with` is done."""
        thread = Thread(target=self._read)
        thread.start()
        try:
            yield
        finally:
            self._done.set()
            thread.join()

    def _read(self) -> None:
        while not self._done.is_set():
            try:
                folder = os.open(self.site, os.O_RDONLY | os.O_DIRECTORY)
            except OSError as error:
                self.faults.append(f"there is no site: {error}")
                continue
            try:
                fault = self._fault(folder)
                # Exchanged while we looked: then it is the next look that counts.
                if os.path.samestat(os.fstat(folder), self.site.stat()):
                    self.whole += not fault
                    self.faults += [fault] if fault else []
            finally:
                os.close(folder)
            time.sleep(0.02)

    def _fault(self, folder: int) -> str:
        """Return what a site lacks to be one whole build, or nothing."""
        try:
            lines = _content(folder, "checksums.txt").decode().splitlines()
            listed = {line[66:]: line[:64] for line in lines}
            present = {
                os.path.relpath(f"{inside}/{name}", ".")
                for inside, _, names, _ in os.fwalk(".", dir_fd=folder)
                for name in names
            }
            if present != {*listed, "checksums.txt"}:
                return f"not the files of one build: {present ^ listed.keys()}"
            pages = {name: _content(folder, name) for name in listed}
        except (OSError, ValueError) as error:
            return f"a file is missing or cut off: {error!r}"
        changed = [name for name in pages if sha256(pages[name]).hexdigest() != listed[name]]
        builds = {
            page.partition(b"Build number ")[2][:8].decode()
            for name, page in pages.items()
            if name.endswith(".html")
        }
        self.seen |= builds
        return "" if not changed and len(builds) == 1 else f"mixed: {changed}, builds {builds}"


def _content(folder: int, name: str) -> bytes:
    with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=folder), "rb") as file:
        return file.read()


# Even few pages are worth several processes: each may be in the middle of one when it ends.
_SPREAD = "from hub import pool\npool._WORTH.update(fork=0, spawn=0)\n"
_ENV = surroundings(HUB_WORKERS="2")


def prepared(root: Path) -> Path:
    """Make a small hub whose pages are written by several processes."""
    hook = lay(root) / "hooks" / "publish.py"
    hook.write_text(_SPREAD + hook.read_text("utf-8"), encoding="utf-8")
    return root


def one_build(root: Path, site: Path, number: int) -> float:
    """Build to the end, so that the next has an old site; return how many seconds it took."""
    mark(root, f"Build number {number:08}")
    started = time.monotonic()
    built = build(root, site, env=_ENV)
    assert 0 == built.returncode, built.stdout
    return time.monotonic() - started


def killed(root: Path, site: Path, number: int, after: float) -> bool:
    """Begin a build and kill it; tell whether it was still running then."""
    mark(root, f"Build number {number:08}")
    with subprocess.Popen(
        command(site), cwd=root, env=_ENV,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL


def kill_many(folder: Path, kills: int, seed: int) -> tuple[Reader, int]:
    """Kill so many builds of one site, one after the other; return who looked, and all builds.

    Moments are drawn from the time of a whole build, half of them from its last third, where
    files are written and sites exchanged; some builds are done by then and are not counted.
    """
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    root, site = prepared(folder / "hub"), folder / "public" / "site"
    duration, number, left = one_build(root, site, 0), 0, kills
    reader = Reader(site)
    with reader.reading():
        while left:
            number += 1
            after = chance.uniform(chance.choice([0.0, 0.66]), 1.02) * duration
            if killed(root, site, number, after):
                left -= 1
            else:
                duration = 0.9 * duration
        one_build(root, site, number + 1)
    return reader, number


def still_at_work(folder: Path) -> list[str]:
    """Return the commands of processes that were begun for a folder and go on."""
    lines = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = process.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if str(folder) in line:
            lines.append(line)
    return lines


def test_builds_killed_at_any_moment_leave_whole_sites(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whenever anybody looks there is a site, all of it of one build; the next build clears up."""
    with ThreadPoolExecutor(LANES) as lanes:
        shares = [KILLS // LANES + (lane < KILLS % LANES) for lane in range(LANES)]
        folders = [tmp_path / f"lane-{lane}" for lane in range(LANES)]
        results = list(lanes.map(kill_many, folders, shares, range(LANES)))

    looks = sum(reader.whole for reader, _ in results)
    builds = sum(len(reader.seen) for reader, _ in results)
    with capsys.disabled():
        print(f"\n{KILLS} builds killed; {looks} looks met {builds} sites, each of them whole")  # noqa: T201
    assert [] == [fault for reader, _ in results for fault in reader.faults]
    assert looks > KILLS
    for folder, (_, last) in zip(folders, results, strict=True):
        assert f"{last + 1:08}" == _build_of(folder / "public" / "site")
        assert ["site"] == os.listdir(folder / "public")  # noqa: PTH208 - names, hidden ones too
        assert [] == still_at_work(folder)


def _build_of(site: Path) -> str:
    return (site / "index.html").read_text("utf-8").partition("Build number ")[2][:8]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda _home: None, ""),
        (lambda home: home.write_bytes(home.read_bytes().replace(b"00000001", b"00000002")), "mix"),
        (lambda home: home.unlink(), "not the files of one build"),
        (lambda home: home.with_name("more.html").touch(), "not the files of one build"),
        (lambda home: home.write_bytes(b""), "mix"),
    ],
)
def test_the_reader_would_notice_a_mixture(
    change: Callable[[Path], object], fault: str, marked: Path, tmp_path: Path
) -> None:
    """The control: a page that is missing, foreign, cut off or of another build is a fault."""
    site = Path(shutil.copytree(marked, tmp_path / "site"))
    change(site / "index.html")
    folder = os.open(site, os.O_RDONLY)
    found = Reader(site)._fault(folder)
    os.close(folder)

    assert fault == found[: len(fault)]
    assert bool(fault) == bool(found)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site that says on every page which build it is of."""
    folder = tmp_path_factory.mktemp("marked")
    one_build(prepared(folder / "hub"), folder / "site", 1)
    return folder / "site"


_WAITS = """
import os, sys, time
from pathlib import Path
from hub.pool import Pool

def wait(things):
    os.write(1, b"at work\\n")  # in one piece, whoever else is writing
    time.sleep(0.5)

if __name__ == "__main__":
    list(Pool(Path(sys.argv[1]), 3, sys.argv[2]).map(wait, range(1000), each=1.0))
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_nothing_that_a_killed_build_started_goes_on(method: str, tmp_path: Path) -> None:
    """Processes that wait for work notice that nobody is left to give them any."""
    script = tmp_path / "waits.py"
    script.write_text(_WAITS, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "site"), method],
        env=surroundings(PYTHONPATH=str(REPOSITORY / "hooks")),
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        assert process.stdout
        assert b"at work\n" == process.stdout.readline()
        process.kill()
    end = time.monotonic() + 10
    while still_at_work(tmp_path) and time.monotonic() < end:
        time.sleep(0.05)

    assert [] == still_at_work(tmp_path)

"""Two builds of the same content are the same bytes, wherever and whenever they are made.

Search index and downloads included; there are no exceptions. The clock is set by a module that
Python reads first, so that no tool need be installed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from hub.publishing.checksums import NAME
from tests.conftest import copy_content
from tests.faults.building import contents, surroundings, with_modules

LATER = """\
import datetime, time

DAYS = datetime.timedelta(days=400, hours=7)
clock = time.time
time.time = lambda: clock() + DAYS.total_seconds()


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + DAYS


datetime.datetime = Later  # date.today() asks time.time()
"""

HERE: dict[str, str | None] = {
    "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": None,
}  # fmt: skip
ELSEWHERE: dict[str, str | None] = {
    "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "4711",
    "SOURCE_DATE_EPOCH": None, "HUB_WORKERS": "3",
}  # fmt: skip


def built(
    root: Path, site: Path, env: Mapping[str, str], *, umask: int = 0o022, cores: int | None = None
) -> Path:
    """Build the hub at `root` into `site`, on so many cores, and return `site`."""
    ended = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding="utf-8", errors="replace", umask=umask, check=False,
        preexec_fn=lambda: _use(cores),
    )  # fmt: skip
    assert 0 == ended.returncode, ended.stdout
    return site


def _use(cores: int | None) -> None:
    if cores and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of the real content, built in an ordinary place on an ordinary day."""
    folder = tmp_path_factory.mktemp("here")
    env = surroundings(**HERE, XDG_CACHE_HOME=str(folder / "cache"))
    return built(copy_content(folder / "hub"), folder / "site", env)


def test_a_build_elsewhere_and_later_is_the_same(here: Path, tmp_path: Path) -> None:
    """Another day, folder, time zone, locale, umask, hash seed, number of cores, and no cache."""
    far = tmp_path / "Dŵr a Thân, été"
    (tmp_path / "sitecustomize.py").write_text(LATER, encoding="utf-8")
    env = with_modules(tmp_path, **ELSEWHERE, XDG_CACHE_HOME=str(tmp_path / "cache"))
    elsewhere = built(copy_content(far / "hub"), far / "site", env, umask=0o077, cores=1)

    assert differing(here, elsewhere) == []


def test_a_build_from_a_warm_cache_is_the_same(here: Path, tmp_path: Path) -> None:
    """What was kept by the build before, or of another hub, changes nothing."""
    cache = here.parent / "cache"
    assert any(path.is_file() for path in cache.rglob("*"))
    env = surroundings(**HERE, XDG_CACHE_HOME=str(cache))
    again = built(here.parent / "hub", tmp_path / "site", env)

    assert differing(here, again) == []


def test_a_build_over_another_site_is_the_same(here: Path, tmp_path: Path) -> None:
    """Nothing of the site before stays, nor is anything left out because it was there."""
    site = Path(shutil.copytree(here, tmp_path / "site"))
    (site / "index.html").write_text("old", encoding="utf-8")
    (site / "concordats" / "index.html").unlink()
    env = surroundings(**HERE, XDG_CACHE_HOME=str(here.parent / "cache"))

    assert differing(here, built(here.parent / "hub", site, env)) == []


def test_the_date_of_a_build_is_printed_only_where_it_was_told(here: Path, tmp_path: Path) -> None:
    """With SOURCE_DATE_EPOCH, two builds of the same date are the same on different days."""
    (tmp_path / "sitecustomize.py").write_text(LATER, encoding="utf-8")
    dated = {"SOURCE_DATE_EPOCH": "1750000000", "XDG_CACHE_HOME": str(here.parent / "cache")}
    root = here.parent / "hub"
    first = built(root, tmp_path / "first", surroundings(**(HERE | dated)))
    second = built(root, tmp_path / "second", with_modules(tmp_path, **(ELSEWHERE | dated)))

    assert differing(first, second) == []


def test_the_clock_of_the_later_build_was_later(tmp_path: Path) -> None:
    """The control: every way in which Python tells the time says another day."""
    (tmp_path / "sitecustomize.py").write_text(LATER, encoding="utf-8")
    ask = (
        "import time; from datetime import UTC, date, datetime;"
        "print(datetime.now(UTC).date(), date.today(), time.strftime('%Y-%m-%d', "
        "time.gmtime(time.time())))"
    )
    told = [
        subprocess.run([sys.executable, "-c", ask], env=env, capture_output=True, check=True).stdout
        for env in (surroundings(TZ="UTC"), with_modules(tmp_path, TZ="UTC"))
    ]
    days, later = (set(each.decode().split()) for each in told)

    assert 1 == len(days)
    assert 1 == len(later)
    assert days != later


def test_the_fingerprints_are_of_all_files(here: Path) -> None:
    """`sha256sum --check checksums.txt` would find every file of the site in order."""
    lines = (here / NAME).read_text("utf-8").splitlines()
    listed = {line[66:]: line[:64] for line in lines}

    assert listed == {name: mark for name, mark in contents(here).items() if name != NAME}
    assert sorted(listed) == list(listed)


def differing(first: Path, second: Path) -> list[str]:
    """Return the paths of files that are not the same, or not there, in two sites."""
    one, other = contents(first), contents(second)
    return sorted(name for name in one | other if one.get(name) != other.get(name))

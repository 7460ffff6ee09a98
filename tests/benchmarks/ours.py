"""Our own build and its parts, called as users call them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.benchmarks.driver import STUBS
from tests.benchmarks.hub_files import REPOSITORY, write_hub
from tests.benchmarks.measuring import measure
from tests.benchmarks.records import Records
from tests.benchmarks.subjects import Subject, few, remove, some

CITATIONS = "references.sqlite"
"""The file of the cache that holds formatted citations."""

COLD, BUILD, FULL = "hub build, caches empty", "hub build", "hub build and index"
CHANGED, INDEX = "one record changed", "search index alone"
CHECK, CHECK_COLD = "hub check", "hub check, caches empty"
NAMES = (INDEX, COLD, BUILD, FULL, CHANGED, CHECK, CHECK_COLD)

_PYTHON = (sys.executable, "-m")
_DRIVER = (*_PYTHON, "tests.benchmarks.driver")


def variables(folder: Path) -> dict[str, str]:
    """Return what a command in `folder` finds in its environment: a cache of its own."""
    return {
        "PYTHONPATH": os.pathsep.join((str(REPOSITORY), str(REPOSITORY / "hooks"))),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "",  # as on any machine: modules are compiled once
        "XDG_CACHE_HOME": str(folder / ".cache"),
    }


def ours(records: Records, work: Path) -> list[Subject]:
    """Return the subjects of our own, in an order in which each leaves the next what it needs."""
    root = work / "hub"
    if not root.exists():
        write_hub(records, root)
    site, cache, steady = root / "site", root / ".cache", some(records.number)
    build = (*_PYTHON, "mkdocs", "build", "--quiet")
    check = (*_PYTHON, "hub", "check")
    return [
        Subject(
            name=INDEX, command=(*_DRIVER, "index"), folder=root,
            output=root / "index", before=lambda: _stubs(root),
        ),
        Subject(
            name=COLD, command=(*_DRIVER, "build"), folder=root, output=site,
            before=lambda: remove(site, cache), rounds=few(records.number),
        ),
        Subject(
            name=BUILD, command=(*_DRIVER, "build"), folder=root, output=site,
            before=lambda: _clear(root), rounds=steady,
        ),
        Subject(
            name=FULL, command=build, folder=root, output=site,
            before=lambda: _clear(root), is_needed=True, rounds=steady,
        ),
        Subject(
            name=CHANGED, command=build, folder=root, output=site,
            before=lambda: _change_one(root), is_needed=True, rounds=steady,
        ),
        Subject(name=CHECK, command=check, folder=root),
        Subject(
            name=CHECK_COLD, command=check, folder=root,
            before=lambda: _keep_citations(cache),
        ),
    ]  # fmt: skip


def _clear(root: Path) -> None:
    """Leave nothing of earlier builds but formatted citations; see to it that they are there."""
    remove(root / "site")
    cache = root / ".cache"
    if not any(cache.rglob(CITATIONS)):
        measure((*_DRIVER, "citations"), root, variables(root))
    _keep_citations(cache)


def _keep_citations(cache: Path) -> None:
    for path in cache.rglob("*"):
        if path.is_file() and path.name != CITATIONS:
            path.unlink()


def _change_one(root: Path) -> None:
    path = min((root / "evidence/summaries").iterdir())
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("answer: >-\n  ", "answer: >-\n  Again ", 1), encoding="utf-8")


def _stubs(root: Path) -> None:
    """Have the stubs ready: made once, since nothing about them is measured."""
    remove(root / "index")
    if not (root / STUBS).exists():
        measure((*_DRIVER, "stubs"), root, variables(root))

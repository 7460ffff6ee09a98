"""What is measured: a command, what must be done before it, and where its output is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

LARGE = 20_000
"""Records from which on only growth is measured: our build, and Hugo's beside it."""
_MANY = 1_000_000
"""More rounds, and more pages, than anybody asks for."""
_QUICK = {LARGE: _MANY, _MANY: 2}
_STEADY = {2_000: _MANY, LARGE: 3, _MANY: 2}
_SLOW = {2_000: 3, _MANY: 1}
"""Rounds for what takes seconds for 10,000 pages, for half a minute, and for minutes."""


def nothing() -> None:
    """Do nothing before a run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One thing to measure, for one number of records.

    `before` is done before each run, outside the measurement. `rounds` is the most a slow
    builder is measured. Pages of records stand somewhere in the `output`, in folders `summaries`
    and `references`; it is removed when it was looked at, unless what comes after needs it.
    """

    name: str
    command: tuple[str, ...]
    folder: Path
    before: Callable[[], None] = nothing
    output: Path | None = None
    is_needed: bool = False
    rounds: int = _MANY


@dataclass(frozen=True, slots=True)
class Output:
    """What a builder wrote: bytes and files in all, HTML pages, and median pages.

    `page_bytes` is of pages of summaries, `work_bytes` of those of works.
    """

    bytes: int
    files: int
    pages: int
    page_bytes: int
    work_bytes: int


@dataclass(frozen=True, slots=True)
class Filling:
    """How many bytes a page of ours weighs more than one of a peer: of a summary, and of a work."""

    summary: int = 0
    work: int = 0


def often(pages: int) -> int:
    """Return how often to measure, at most, what takes seconds for 10,000 pages."""
    return _rounds(pages, _QUICK)


def some(pages: int) -> int:
    """Return how often to measure, at most, what takes half a minute for 10,000 pages."""
    return _rounds(pages, _STEADY)


def few(pages: int) -> int:
    """Return how often to measure, at most, what takes minutes for 10,000 pages."""
    return _rounds(pages, _SLOW)


def _rounds(pages: int, steps: Mapping[int, int]) -> int:
    return next(rounds for largest, rounds in steps.items() if pages <= largest)


def look_at(folder: Path) -> Output:
    """Return what a builder wrote into a folder."""
    sizes = {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    html = [path for path in sizes if path.suffix == ".html"]
    summaries, works = (
        int(median([sizes[path] for path in html if name in path.parts] or [0]))
        for name in ("summaries", "references")
    )
    return Output(sum(sizes.values()), len(sizes), len(html), summaries, works)


def remove(*folders: Path) -> None:
    """Remove folders, if they are there."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)

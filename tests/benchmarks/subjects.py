"""What is measured: a command, what must be done before it, and where its output is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

MANY = 1_000
"""More rounds than anybody asks for."""
_SLOW = {2_000: 3, 10_000: 1}
"""Rounds for what is slow, by the largest number of pages; larger sites are left out."""


def nothing() -> None:
    """Do nothing before a run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One thing to measure, for one number of records.

    `before` is done before each run, outside the measurement. `rounds` is the most a slow
    builder is measured. Pages of records stand somewhere in the `output`, in folders `summaries`
    and `references`.
    """

    name: str
    command: tuple[str, ...]
    folder: Path
    before: Callable[[], None] = nothing
    output: Path | None = None
    rounds: int = MANY


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


def few(pages: int) -> int:
    """Return how often to measure what takes minutes for 10,000 pages of records."""
    return next((rounds for largest, rounds in _SLOW.items() if pages <= largest), 0)


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

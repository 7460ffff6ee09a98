"""The peers: Hugo, MkDocs with Material, and Eleventy, each with the same records as Markdown.

What Hugo and Eleventy print around a page is little, so it can be filled up to any weight; what
MkDocs prints is Material's.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.benchmarks import tools
from tests.benchmarks.markdown_files import write_markdown
from tests.benchmarks.records import Records
from tests.benchmarks.subjects import Filling, Subject, few, often, remove, some


def hugo(records: Records, work: Path, filling: Filling, *, every: bool = False) -> Subject:
    """Return Hugo, with `filling` on each page; perhaps with a page of every record."""
    site = _prepared(records, work, "hugo", "_index.md", every=every)
    layout = _layout("hugo/layout.html", filling)
    for name in ("all.html", "home.html"):
        (site / "layouts" / name).write_text(layout, encoding="utf-8")
    return Subject(
        name=_named("Hugo", every=every),
        command=(str(tools.hugo()), "--quiet", "--destination", "site"),
        folder=site, before=lambda: remove(site / "site"), output=site / "site",
        rounds=often(records.number),
    )  # fmt: skip


def eleventy(records: Records, work: Path, filling: Filling) -> Subject:
    """Return Eleventy at its leanest, with `filling` on each page."""
    site = _prepared(records, work, "eleventy", "index.md")
    layout = _layout("eleventy/layout.njk", filling)
    (site / "layouts/page.njk").write_text(layout, encoding="utf-8")
    if not (site / "node_modules").exists():
        (site / "node_modules").symlink_to(tools.eleventy())
    return Subject(
        name="Eleventy", command=("node_modules/.bin/eleventy", "--quiet", "--output=site"),
        folder=site, before=lambda: remove(site / "site"), output=site / "site",
        rounds=some(records.number),
    )  # fmt: skip


def mkdocs(records: Records, work: Path, _filling: Filling, *, every: bool = False) -> Subject:
    """Return MkDocs with Material and its own search; perhaps with a page of every record."""
    site = _prepared(records, work, "mkdocs", "index.md", every=every)
    return Subject(
        name=_named("MkDocs", every=every),
        command=(sys.executable, "-m", "mkdocs", "build", "--quiet"),
        folder=site, before=lambda: remove(site / "site"), output=site / "site",
        is_needed=not every, rounds=few(records.number * (3 if every else 1)),
    )  # fmt: skip


def _named(name: str, *, every: bool) -> str:
    return f"{name}, every record" if every else name


PEERS: dict[str, Callable[[Records, Path, Filling], Subject]] = {
    "Hugo": hugo,
    _named("Hugo", every=True): partial(hugo, every=True),
    "MkDocs": mkdocs,
    _named("MkDocs", every=True): partial(mkdocs, every=True),
    "Eleventy": eleventy,
}


def _prepared(records: Records, work: Path, name: str, home: str, *, every: bool = False) -> Path:
    """Return the folder of a peer's site, with its records and settings."""
    site = work / f"{name}-every" if every else work / name
    if not site.exists():
        write_markdown(records, site / "content", home, every=every)
        shutil.copytree(tools.SITES / name, site, dirs_exist_ok=True)
        (site / "layouts").mkdir()
    return site


def _layout(path: str, filling: Filling) -> str:
    text = (tools.SITES / path).read_text(encoding="utf-8")
    for name, size in {"FILLING": filling.summary, "LESS": filling.work}.items():
        text = text.replace(name, "filling " * (size // len("filling ")))
    return text

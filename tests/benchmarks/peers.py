"""The peers: Hugo, MkDocs with Material, and Eleventy, each with the same records as Markdown.

What Hugo and Eleventy print around a page is little, so it can be filled up to any weight; what
MkDocs prints is Material's.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.benchmarks import tools
from tests.benchmarks.markdown_files import write_markdown
from tests.benchmarks.records import Records
from tests.benchmarks.subjects import Subject, few, remove


def hugo(records: Records, work: Path, filling: int) -> Subject:
    """Return Hugo, with `filling` more bytes on each page."""
    site = _prepared(records, work, "hugo", "_index.md")
    layout = _layout("hugo/layout.html", filling)
    for name in ("all.html", "home.html"):
        (site / "layouts" / name).write_text(layout, encoding="utf-8")
    return Subject(
        name="Hugo", command=(str(tools.hugo()), "--quiet", "--destination", "site"),
        folder=site, before=lambda: remove(site / "site"), output=site / "site",
    )  # fmt: skip


def eleventy(records: Records, work: Path, filling: int) -> Subject:
    """Return Eleventy at its leanest, with `filling` more bytes on each page."""
    site = _prepared(records, work, "eleventy", "index.md")
    layout = _layout("eleventy/layout.njk", filling)
    (site / "layouts/page.njk").write_text(layout, encoding="utf-8")
    if not (site / "node_modules").exists():
        (site / "node_modules").symlink_to(tools.eleventy())
    return Subject(
        name="Eleventy", command=("node_modules/.bin/eleventy", "--quiet", "--output=site"),
        folder=site, before=lambda: remove(site / "site"), output=site / "site",
        rounds=few(records),
    )  # fmt: skip


def mkdocs(records: Records, work: Path, _filling: int) -> Subject:
    """Return MkDocs with Material and its own search."""
    site = _prepared(records, work, "mkdocs", "index.md")
    return Subject(
        name="MkDocs", command=(sys.executable, "-m", "mkdocs", "build", "--quiet"),
        folder=site, before=lambda: remove(site / "site"), output=site / "site",
        rounds=few(records),
    )  # fmt: skip


PEERS = {"Hugo": hugo, "MkDocs": mkdocs, "Eleventy": eleventy}


def _prepared(records: Records, work: Path, name: str, home: str) -> Path:
    """Return the folder of a peer's site, with its records and settings."""
    site = work / name
    if not site.exists():
        write_markdown(records, site / "content", home)
        shutil.copytree(tools.SITES / name, site, dirs_exist_ok=True)
        (site / "layouts").mkdir()
    return site


def _layout(path: str, filling: int) -> str:
    text = (tools.SITES / path).read_text(encoding="utf-8")
    return text.replace("FILLING", "filling " * (filling // len("filling ")))

"""Where a name is still to be found: in words, in the library, in the history, in a built site."""

from __future__ import annotations

import gzip
import html
import subprocess
import unicodedata
import zlib
from typing import TYPE_CHECKING

from hub.checks.alphabets import skeleton
from hub.loading.layout import CONTENT_FOLDERS, DOCS, LIBRARY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from hub.model.hub import Hub

_PACKED = (".gz", ".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter")


def in_words(root: Path, name: str, besides: Collection[str]) -> Iterator[str]:
    """Yield the lines of content files that hold the name, as `path:line`, but for some files.

    The library is not among them: authors are named as their works name them.
    """
    wanted = skeleton(name)
    for folder in (*CONTENT_FOLDERS, DOCS):
        for path in sorted((root / folder).rglob("*")):
            where = path.relative_to(root).as_posix()
            if path.is_file() and where != LIBRARY and where not in besides:
                lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
                # A name may run on from one line to the next.
                for number, line in enumerate(lines, start=1):
                    after = lines[number] if number < len(lines) else ""
                    both = skeleton(f"{line.strip()} {after.strip()}")
                    if wanted in both and wanted not in skeleton(after):
                        yield f"{where}:{number}"


def in_library(hub: Hub, name: str) -> list[str]:
    """Return the keys of works by an author of this name."""
    wanted = skeleton(name)
    return [
        work.key
        for work in hub.references.values()
        if any(
            wanted == skeleton(f"{each.given} {each.family}") or wanted == skeleton(each.literal)
            for each in (*work.author, *work.editor)
        )
    ]


def in_site(site: Path, name: str) -> list[str]:
    """Return the files of a built site that hold the name, packed ones looked into."""
    forms = {unicodedata.normalize("NFC", name), html.escape(name)}
    wanted = {form.casefold() for form in forms}
    paths = sorted(each for each in site.rglob("*") if each.is_file()) if site.is_dir() else []
    return [each.as_posix() for each in paths if any(form in _words(each) for form in wanted)]


def _words(path: Path) -> str:
    content = path.read_bytes()
    if path.suffix in _PACKED:
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError, zlib.error):
            return ""
    return content.decode("utf-8", errors="replace").casefold()


def in_history(root: Path, name: str) -> str:
    """Return what the history holds of the name, in a sentence."""
    look = ["git", "-C", str(root), "log", "--all", "--format=%h", f"-S{name}", "--"]
    try:
        found = subprocess.run(
            [*look, *CONTENT_FOLDERS, DOCS], capture_output=True, text=True, check=True
        ).stdout.split()
    except (OSError, subprocess.CalledProcessError):
        return "The history was not looked through: there is no git here, or no history."
    if not found:
        return "No commit of this checkout wrote the name."
    number = f"{len(found)} commits" if len(found) > 1 else "1 commit"
    return (
        f"The history still holds the name: {number} added or removed it ({', '.join(found[:8])})."
    )

"""Fingerprints of all files of a site, published with it; what else is there is not ours.

`sha256sum --check checksums.txt` tells whether a copy of a site is whole, and the file itself is
the same for two builds of the same content. A folder is exchanged for a new site only if it holds
nothing that the hub did not write.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from hub.page import Document
from hub.publishing import PublishingError
from hub.publishing.writing import line, read_line

NAME = "checksums.txt"
_SHOWN = 3
_NO_FOLDER = (FileNotFoundError, NotADirectoryError, PermissionError)
_LEFT_BY_DESKTOPS = {".DS_Store", "Thumbs.db", "desktop.ini"}


def checksums(lines: Iterable[str]) -> Document:
    """Return the lines of all files of a site as a file of it, in the order of their paths."""
    ordered = sorted(lines, key=lambda each: read_line(each)[1])
    return Document(NAME, "".join(f"{each}\n" for each in ordered).encode())


def lines_of(site: Path, inside: str = "") -> tuple[str, ...]:
    """Return the lines of the files that are in a site, or in a folder of it such as `data/`."""
    return tuple(
        line(sha256((site / name).read_bytes()).hexdigest(), name)
        for name in sorted(files(site, inside))
    )


def refuse_foreign(site: Path) -> None:
    """See that a folder holds a site of the hub, or nothing.

    Raises:
        PublishingError: It holds other files, which would be lost.
    """
    listed = site / NAME
    if not listed.exists() and (site / "pagefind" / "pagefind-entry.json").exists():
        return  # A site of the time before there were fingerprints.
    known = {NAME}
    if listed.is_file():
        lines = listed.read_text(encoding="utf-8", errors="replace").splitlines()
        known |= {read_line(each)[1] for each in lines}
    if foreign := sorted(name for name in files(site) if name not in known):
        named = ", ".join(foreign[:_SHOWN]) + (", ..." if len(foreign) > _SHOWN else "")
        raise PublishingError(
            f'"{site}" holds files that the hub did not make and a new site would replace '
            f"({named}); move them, delete the folder, or name another one"
        )


def files(site: Path, inside: str = "") -> Iterator[str]:
    """Yield the path of every file below a folder of the site; no link is followed."""
    folders = [inside]
    while folders:
        inside = folders.pop()
        # Not pathlib: a site may have a hundred thousand files.
        with suppress(*_NO_FOLDER), os.scandir(f"{site}/{inside}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{inside}{entry.name}/")
                elif entry.name not in _LEFT_BY_DESKTOPS:
                    yield inside + entry.name

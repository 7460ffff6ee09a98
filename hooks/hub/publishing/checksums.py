"""Fingerprints of all files of a site, published with it; what else is there is not ours.

`sha256sum --check checksums.txt` tells whether a copy of a site is whole, and the file itself is
the same for two builds of the same content. A folder is exchanged for a new site only if it holds
nothing that the hub did not write.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from hub.page import Document
from hub.pool import Pool
from hub.publishing import PublishingError

NAME = "checksums.txt"
_SHOWN = 3
_EACH = 0.00005
"""Seconds, roughly, for the line of a file."""
_NO_FOLDER = (FileNotFoundError, NotADirectoryError, PermissionError)
_LEFT_BY_DESKTOPS = {".DS_Store", "Thumbs.db", "desktop.ini"}


def checksums(site: Path, pool: Pool) -> Document:
    """Return a line for each file of a site: its SHA-256 and its path, as `sha256sum` writes."""
    lines = "".join(pool.map(_Lines(site), _files(site), each=_EACH))
    return Document(NAME, lines.encode())


@dataclass(frozen=True, slots=True)
class _Lines:
    site: Path

    def __call__(self, names: Sequence[str]) -> str:
        return "".join(
            f"{sha256((self.site / name).read_bytes()).hexdigest()}  {name}\n" for name in names
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
        known |= {line[66:] for line in lines}
    foreign = [name for name in _files(site) if name not in known]
    if foreign:
        named = ", ".join(foreign[:_SHOWN]) + (", ..." if len(foreign) > _SHOWN else "")
        raise PublishingError(
            f'"{site}" holds files that the hub did not make and a new site would replace '
            f"({named}); move them, delete the folder, or name another one"
        )


def _files(site: Path) -> list[str]:
    """Return the path of every file below a folder, in order."""
    found, folders = [], [""]
    while folders:
        inside = folders.pop()
        # Not pathlib: a site may have a hundred thousand files.
        with suppress(*_NO_FOLDER), os.scandir(site / inside) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{inside}{entry.name}/")
                elif entry.name not in _LEFT_BY_DESKTOPS:
                    found.append(inside + entry.name)
    return sorted(found)

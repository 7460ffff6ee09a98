"""Writing the files of a site, each once and nowhere else than below its folder.

A file is made anew and never written to again: it may stand in the site before as well (`link`).
What is told of each is its line in `checksums.txt`, as `sha256sum` writes it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from hub.page import Document, LongDocument
from hub.publishing import PublishingError

T = TypeVar("T")


def write_documents(documents: Iterable[Document | LongDocument], site: Path) -> list[str]:
    """Write the files that are not pages, and return their lines."""
    return [write_pieces(document.path, document.pieces, site) for document in documents]


def write(path: str, content: bytes, folder: Path) -> str:
    """Write one file below `folder`; see `write_pieces`."""
    return write_pieces(path, (content,), folder)


def write_pieces(path: str, pieces: Iterable[bytes], folder: Path) -> str:
    """Write one file below `folder`, piece by piece, and return its line.

    Raises:
        ValueError: The path leads elsewhere.
        PublishingError: Something was already written there.
    """
    mark = sha256()
    # Unbuffered: the system is asked six times for a file otherwise, and pieces are large.
    with _made(path, folder, lambda target: open(target, "xb", buffering=0)) as file:  # noqa: PTH123 - pathlib is slow for a hundred thousand files
        for piece in pieces:
            mark.update(piece)
            rest = piece
            while rest:
                rest = rest[file.write(rest) :]
    return line(mark.hexdigest(), path)


def link(path: str, site: Path, folder: Path) -> None:
    """Let a file of another site stand below `folder` as well.

    Raises:
        OSError: The system cannot do that.
        PublishingError: Something was already written there.
    """
    _made(path, folder, lambda target: os.link(f"{site}/{path}", target))


def move(path: str, staged: Path, folder: Path) -> None:
    """Put a file that was written below another folder of this disk below `folder`.

    Raises:
        PublishingError: Something was already written there.
    """
    _made(path, folder, lambda target: _renamed(f"{staged}/{path}", target))


def line(mark: str, path: str) -> str:
    """Return the line of a file by its SHA-256."""
    return f"{mark}  {path}"


def read_line(written: str) -> tuple[str, str]:
    """Return the SHA-256 and the path that a line tells."""
    return written[:64], written[66:]


def _renamed(source: str, target: str) -> None:
    if os.path.lexists(target):
        raise FileExistsError(target)
    os.rename(source, target)  # noqa: PTH104 - pathlib is slow for a hundred thousand files


def _made(path: str, folder: Path, make: Callable[[str], T]) -> T:
    """Return what `make` makes of the place for a path; folders on the way are made if need be."""
    if "\\" in path or {"", ".", ".."} & {*path.split("/")}:
        raise ValueError(f"not a path below the site: {path!r}")
    # Not pathlib: a site may have a hundred thousand files.
    target = f"{folder}/{path}"
    try:
        try:
            return make(target)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120 - pathlib is slow for a hundred thousand files
            return make(target)
    except (FileExistsError, NotADirectoryError):
        message = f'two pages or files want the same place on the site: "{path}"'
        raise PublishingError(message) from None

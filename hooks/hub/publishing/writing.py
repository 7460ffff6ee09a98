"""Writing the files of a site, each once and nowhere else than below its folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from hub.page import Document
from hub.publishing import PublishingError


def write_documents(documents: Iterable[Document], site: Path) -> None:
    """Write the files that are not pages."""
    for document in documents:
        write(document.path, document.content, site)


def write(path: str, content: bytes, folder: Path) -> None:
    """Write one file below `folder`.

    Raises:
        ValueError: The path leads elsewhere.
        PublishingError: Something was already written there.
    """
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or "\\" in path or {"..", "."} & {*path.split("/")}:
        raise ValueError(f"not a path below the site: {path!r}")
    target = folder.joinpath(*parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("xb") as file:
            file.write(content)
    except FileExistsError:
        message = f'two pages or files want the same place on the site: "{path}"'
        raise PublishingError(message) from None

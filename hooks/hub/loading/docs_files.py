"""Which files may stand in `docs/`: pages, and pictures that are what their names say.

Whatever stands there is published as it is, so that a stray file could set the site's domain,
answer for its headers or run in the reader's browser.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic, Note
from hub.loading.paths import twins
from hub.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_PICTURE_BYTES = 2_000_000

_STEM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*|README")
_FOLDER = re.compile(r"docs(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
_PICTURES = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}
"""How the bytes of a picture begin, by its ending."""
# What the hub and the theme write themselves.
_TAKEN = re.compile(
    r"docs/(?:(?:index|README)\.md|(?:evidence|concordats|programmes|reference/diagnostics|search)/.*"
    r"|assets/(?:hub|images|javascripts|stylesheets|fonts)/.*)"
)


def pages_among(root: Path, names: list[str], diagnostics: list[Diagnostic]) -> list[str]:
    """Return the pages among the files of `docs/`; what may not stand there is reported."""
    pages = []
    diagnostics += twins(names)
    diagnostics += _two_for_one_address(names)
    for name in names:
        path = PurePosixPath(name)
        fault = _bad_name(path) or _taken(name)
        if fault is None and path.suffix in _PICTURES:
            fault = _fault_in_picture(root / name, name, path.suffix)
        elif fault is None and path.suffix != ".md":
            fault = _unknown(name)
        if fault:
            diagnostics.append(fault)
        elif path.suffix == ".md":
            pages.append(name)
    return pages


def _bad_name(path: PurePosixPath) -> Diagnostic | None:
    if _STEM.fullmatch(path.stem) and _FOLDER.fullmatch(path.parent.as_posix()):
        return None
    if path.suffix not in {".md", *_PICTURES}:
        return _unknown(path.as_posix())
    return Diagnostic(
        code=Code.BAD_FILE_NAME, span=Span(path.as_posix()),
        message=f'"{path.relative_to("docs").with_suffix("")}" cannot be a permanent address',
        expected="lower-case letters, digits and single hyphens, as in how-to-sign.md",
        help="rename the file",
    )  # fmt: skip


def _taken(name: str) -> Diagnostic | None:
    if not _TAKEN.fullmatch(name):
        return None
    return Diagnostic(
        code=Code.MISPLACED_FILE, span=Span(name),
        message="the hub writes this part of the site itself",
        expected="pages about the hub, in folders of their own such as docs/about",
        help="move the file to another folder",
    )  # fmt: skip


def _two_for_one_address(names: list[str]) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for name in names:
        first = seen.setdefault(_address(name), name)
        if first != name:
            yield Diagnostic(
                code=Code.BAD_FILE_NAME, span=Span(name),
                message=f'"{first}" would be the same page', expected="one file for each address",
                help="join the two, or rename one", notes=(Note("the other is here", Span(first)),),
            )  # fmt: skip


def _address(name: str) -> str:
    return re.sub(r"(?:/(?:index|README))?\.md$", "", name)


def _fault_in_picture(path: Path, name: str, suffix: str) -> Diagnostic | None:
    with path.open("rb") as file:
        content = file.read(MAX_PICTURE_BYTES + 1)
    if len(content) > MAX_PICTURE_BYTES:
        return Diagnostic(
            code=Code.TOO_LARGE, span=Span(name),
            message=f"the picture holds more than {MAX_PICTURE_BYTES:,} bytes",
            expected=f"at most {MAX_PICTURE_BYTES:,} bytes", help="make it smaller",
        )  # fmt: skip
    if _PICTURES[suffix].match(content):
        return None
    return Diagnostic(
        code=Code.NOT_A_PICTURE, span=Span(name),
        message=f"the file is named {suffix} and holds something else",
        expected="a PNG, JPEG, GIF or WebP picture, named as what it is",
        help="save the picture again in your image editor, or delete the file",
    )  # fmt: skip


def _unknown(name: str) -> Diagnostic:
    suffix = PurePosixPath(name).suffix.lower()
    why = "an SVG drawing can run scripts" if suffix == ".svg" else "docs/ holds no such file"
    return Diagnostic(
        code=Code.MISPLACED_FILE, span=Span(name), message=why,
        expected="pages as .md, pictures as " + ", ".join(_PICTURES),
        help="save it as .png" if suffix == ".svg" else "delete it, or move it out of docs/",
    )  # fmt: skip

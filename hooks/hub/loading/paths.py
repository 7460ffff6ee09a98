"""Walk a content folder: ordinary files only, under names that every machine can hold.

Symbolic links are never followed: one could publish any file of the machine that builds. What a
file is, and whether it stands in the right place, is said by `hub.loading.layout`.
"""

from __future__ import annotations

import os
import re
import unicodedata
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic, Note
from hub.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# Windows cannot hold files of these names, whatever their ending
# (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\..*)?", re.IGNORECASE | re.DOTALL
)
_PLAIN = re.compile(r"[a-z0-9-]{5,}\.[a-z]+")
"""Names that every machine can hold, as nearly all are: those that Windows keeps are shorter."""
_READ = (".yml", ".md", ".bib")
"""Reading these reports a link by itself, so that nothing else is blamed for the record."""


def walk(root: Path, folder: str, diagnostics: list[Diagnostic]) -> list[str]:
    """Return the files below a folder of the hub, sorted, as paths relative to `root`.

    What cannot be content is added to `diagnostics`. Names that begin with a dot are left out.
    """
    if (root / folder).is_symlink():
        diagnostics.append(_is_link(folder))
        return []
    found: list[str] = []
    waiting = [folder] if (root / folder).is_dir() else []
    while waiting:
        inside = waiting.pop()
        for entry in _entries(root / inside, inside, diagnostics):
            name = f"{inside}/{entry.name}"
            fault = _fault_in_name(inside, entry.name)
            if not fault and entry.is_symlink() and not name.endswith(_READ):
                fault = _is_link(name)
            if fault:
                diagnostics.append(fault)
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(name)
            elif entry.is_file(follow_symlinks=False) or entry.is_symlink():
                found.append(name)
            else:
                diagnostics.append(_no_file(name))
    return sorted(found)


def twins(names: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each name that another computer takes for one before it."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        first = seen.setdefault(unicodedata.normalize("NFKC", name).casefold(), name)
        if first != name:
            yield Diagnostic(
                code=Code.BAD_FILE_NAME, span=Span(name),
                message=f'the name differs from "{first}" by capital letters or accents alone',
                expected="names that Windows and macOS can tell apart", help="rename one of them",
                notes=(Note("the other is here", Span(first)),),
            )  # fmt: skip


def _is_reserved(name: str) -> bool:
    """Tell whether Windows keeps this file name for itself."""
    return bool(_RESERVED.fullmatch(name)) or name.endswith((".", " "))


def _entries(path: Path, inside: str, diagnostics: list[Diagnostic]) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(path) as entries:
            yield from sorted(
                (each for each in entries if not each.name.startswith(".")),
                key=lambda each: each.name,
            )
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        diagnostics.append(Diagnostic(
            code=Code.UNREADABLE_FILE, span=Span(inside),
            message=f"the folder cannot be read: {reason}",
            expected="a folder that may be opened", help="check who may read it",
        ))  # fmt: skip


def _fault_in_name(folder: str, name: str) -> Diagnostic | None:
    if _PLAIN.fullmatch(name):
        return None
    if not _is_utf8(name):
        message = "the file name is not UTF-8 text"
    elif not name.isprintable():
        message = "the file name holds a character that nobody can see"
    elif _is_reserved(name):
        message = f'Windows cannot hold a file named "{name}"'
    else:
        return None
    return Diagnostic(
        code=Code.BAD_FILE_NAME, span=Span(f"{folder}/{_shown(name)}"), message=message,
        expected="lower-case letters, digits and single hyphens", help="rename the file",
    )  # fmt: skip


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shown(name: str) -> str:
    r"""Return a name as it can be printed: the byte 0xE9 as `\xe9`, a line break as `\n`."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)


def _is_link(name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.UNREADABLE_FILE, span=Span(name),
        message="this is a symbolic link, and links are not followed",
        expected="the file itself", help="put the file in the place of the link",
    )  # fmt: skip


def _no_file(name: str) -> Diagnostic:
    return Diagnostic(
        code=Code.UNREADABLE_FILE, span=Span(name), message="this is not an ordinary file",
        expected="a file", help="delete it",
    )  # fmt: skip

"""Which file is what: the folder conventions, found on disk.

Files that fit no convention are reported, since a record in the wrong folder or with the wrong
ending would silently never be published. README.md files may stand anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from hub.codes import Code
from hub.diagnostics import Diagnostic, did_you_mean
from hub.loading.docs_files import pages_among
from hub.loading.paths import twins, walk
from hub.loading.slips import slug_of
from hub.model.base import Record
from hub.model.kinds import KINDS
from hub.source import Span

LIBRARY = "evidence/references.bib"
CONTENT_FOLDERS = ("evidence", "concordats")
DOCS = "docs"

MAX_SLUG = 80
"""Characters of a permanent id."""
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_WHOLE_SLUG = re.compile(_SLUG)
_TEXT = re.compile(
    rf"concordats/(?P<concordat>{_SLUG})/(?P<version>\d+\.\d+(?:\.\d+)?)"
    r"(?:\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.md"
)


def _pattern(path: str) -> re.Pattern[str]:
    """Return the expression for a path of `hub.model.kinds`, with the group `id`."""
    named = re.escape(path).replace("<name>", _SLUG)
    if "<id>" in path:
        return re.compile(named.replace("<id>", f"(?P<id>{_SLUG})"))
    return re.compile(named.replace("places", "(?P<id>places)"))


def _folder(path: str) -> re.Pattern[str]:
    """Return the expression for the folder of such a path."""
    return re.compile(re.sub("<(?:name|id)>", _SLUG, path.rpartition("/")[0]))


_RECORDS = tuple((_folder(kind.path), _pattern(kind.path), kind.model) for kind in KINDS)
_FOLDERS = tuple(dict.fromkeys(str(PurePosixPath(kind.path).parent) for kind in KINDS))


class RecordFile(NamedTuple):
    """Where a record is written: its path, its permanent id, and its model."""

    path: str
    id: str
    model: type[Record]


@dataclass(slots=True)
class Layout:
    """The files of a hub by what they are; paths are relative to its root.

    `texts` holds path, concordat and version, `translations` the language as well; `notes` are
    the README.md files, which are never published.
    """

    records: list[RecordFile] = field(default_factory=list)
    texts: list[tuple[str, str, str]] = field(default_factory=list)
    translations: list[tuple[str, str, str, str]] = field(default_factory=list)
    docs: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    has_library: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list)


def survey(root: Path) -> Layout:
    """Return every content file of the hub at `root`, sorted by path."""
    layout = Layout()
    for folder in CONTENT_FOLDERS:
        names = walk(root, folder, layout.diagnostics)
        layout.diagnostics += twins(names)
        for name in names:
            _place(name, layout)
    layout.docs = pages_among(root, walk(root, DOCS, layout.diagnostics), layout.diagnostics)
    return layout


def _place(name: str, layout: Layout) -> None:
    if name == LIBRARY:
        layout.has_library = True
    elif name.endswith("/README.md"):
        layout.notes.append(name)
    elif name.endswith(".md") and (text := _TEXT.fullmatch(name)):
        place = name, text["concordat"], text["version"]
        if text["language"]:
            layout.translations.append((*place, text["language"]))
        else:
            layout.texts.append(place)
    else:
        found = _record_file(name)
        # A short id of a record is surely a slug: this is asked for all of them.
        fault = _bad_name(name) if found is None or len(found.id) > MAX_SLUG else None
        if fault:
            layout.diagnostics.append(fault)
        elif found:
            layout.records.append(found)
        else:
            layout.diagnostics.append(_misplaced(name))


def _record_file(name: str) -> RecordFile | None:
    for pattern, model in _records_in(name.rpartition("/")[0]):
        if match := pattern.fullmatch(name):
            return RecordFile(name, match["id"], model)
    return None


@lru_cache(maxsize=1000)
def _records_in(folder: str) -> tuple[tuple[re.Pattern[str], type[Record]], ...]:
    """Return what may stand in a folder."""
    return tuple((pattern, model) for place, pattern, model in _RECORDS if place.fullmatch(folder))


def _bad_name(name: str) -> Diagnostic | None:
    stem = name.rpartition("/")[2].rpartition(".")[0]
    if not name.endswith(".yml") or (len(stem) <= MAX_SLUG and _WHOLE_SLUG.fullmatch(stem)):
        return None
    meant = slug_of(stem)[:MAX_SLUG].rstrip("-")
    return Diagnostic(
        code=Code.BAD_FILE_NAME, span=Span(name),
        message=f'"{stem}" cannot be a permanent address',
        expected="lower-case letters, digits and single hyphens: singing-and-dementia.yml",
        help=f'rename it to "{meant}.yml"' if meant else "rename the file",
    )  # fmt: skip


def _misplaced(name: str) -> Diagnostic:
    path = PurePosixPath(name)
    advice = did_you_mean(str(path.parent), _FOLDERS, "move it, or delete it")
    if path.suffix.lower() in {".yaml", ".txt", ".json"} or path.suffix == ".YML":
        advice = f'rename it to "{path.name.partition(".")[0]}.yml"'
    return Diagnostic(
        code=Code.MISPLACED_FILE, span=Span(name),
        message="the hub does not know what this file is",
        expected="records as .yml files in " + ", ".join(_FOLDERS),
        help=advice,
    )  # fmt: skip

"""Which file is what: the folder conventions, said once.

Files that fit no convention are reported, since a record in the wrong folder or with the wrong
ending would silently never be published. README.md files may stand anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from hub.codes import Code
from hub.diagnostics import Diagnostic, did_you_mean
from hub.model.concordats import Concordat, Signatory
from hub.model.evidence import EvidenceSummary
from hub.model.programmes import Programme
from hub.model.vocabularies import Gazetteer, Organisation, Vocabulary
from hub.source import Span

LIBRARY = "evidence/references.bib"
PLACES = "evidence/vocabularies/places.yml"
CONTENT_FOLDERS = ("evidence", "concordats")
DOCS = "docs"

RecordModel = type[
    EvidenceSummary | Programme | Organisation | Vocabulary | Gazetteer | Concordat | Signatory
]

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_RECORDS: tuple[tuple[str, RecordModel], ...] = (
    (rf"evidence/summaries/(?P<id>{_SLUG})\.yml", EvidenceSummary),
    (rf"evidence/programmes/(?P<id>{_SLUG})\.yml", Programme),
    (rf"evidence/organisations/(?P<id>{_SLUG})\.yml", Organisation),
    (r"evidence/vocabularies/(?P<id>places)\.yml", Gazetteer),
    (rf"evidence/vocabularies/(?P<id>{_SLUG})\.yml", Vocabulary),
    (rf"concordats/(?P<id>{_SLUG})/concordat\.yml", Concordat),
    (rf"concordats/{_SLUG}/signatories/(?P<id>{_SLUG})\.yml", Signatory),
)
_TEXT = re.compile(rf"concordats/(?P<concordat>{_SLUG})/(?P<version>\d+\.\d+(?:\.\d+)?)\.md")
_FOLDERS = (
    "evidence/summaries", "evidence/programmes", "evidence/organisations",
    "evidence/vocabularies", "concordats/<name>", "concordats/<name>/signatories",
)  # fmt: skip
# Windows cannot hold files of these names, whatever their ending.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@dataclass(slots=True)
class Layout:
    """The files of a hub by what they are; paths are relative to its root."""

    records: list[tuple[str, str, RecordModel]] = field(default_factory=list)
    texts: list[tuple[str, str, str]] = field(default_factory=list)
    docs: list[str] = field(default_factory=list)
    has_library: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list)


def survey(root: Path) -> Layout:
    """Return every content file of the hub at `root`, sorted by path."""
    layout = Layout()
    for folder in CONTENT_FOLDERS:
        for name in _files(root, folder):
            _place(name, layout)
    layout.docs = [name for name in _files(root, DOCS) if name.endswith(".md")]
    return layout


def _files(root: Path, folder: str) -> list[str]:
    found = [
        path.relative_to(root).as_posix()
        for path in (root / folder).rglob("*")
        if path.is_file() or path.is_symlink()
    ]
    return sorted(
        name for name in found if not any(part.startswith(".") for part in name.split("/"))
    )


def _place(name: str, layout: Layout) -> None:
    if name == LIBRARY:
        layout.has_library = True
    elif PurePosixPath(name).name == "README.md":
        return
    elif text := _TEXT.fullmatch(name):
        layout.texts.append((name, text["concordat"], text["version"]))
    elif fault := _bad_name(name):
        layout.diagnostics.append(fault)
    else:
        for pattern, model in _RECORDS:
            if match := re.fullmatch(pattern, name):
                layout.records.append((name, match["id"], model))
                return
        layout.diagnostics.append(_misplaced(name))


def _bad_name(name: str) -> Diagnostic | None:
    stem = PurePosixPath(name).stem
    if name.endswith(".yml") and (not re.fullmatch(_SLUG, stem) or _RESERVED.fullmatch(stem)):
        return Diagnostic(
            code=Code.BAD_FILE_NAME, span=Span(name),
            message=f'"{stem}" cannot be a permanent address',
            expected="lower-case letters, digits and single hyphens: singing-and-dementia.yml",
            help="rename the file",
        )  # fmt: skip
    return None


def _misplaced(name: str) -> Diagnostic:
    path = PurePosixPath(name)
    advice = did_you_mean(str(path.parent), _FOLDERS, "move it, or delete it")
    if path.suffix in {".yaml", ".txt", ".json", ".YML"}:
        advice = f'rename it to "{path.stem}.yml"'
    return Diagnostic(
        code=Code.MISPLACED_FILE, span=Span(name),
        message="the hub does not know what this file is",
        expected="records as .yml files in " + ", ".join(_FOLDERS),
        help=advice,
    )  # fmt: skip

"""The words of one version of a concordat, as they were read from its Markdown file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

if TYPE_CHECKING:
    from hub.source import SourceText

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""The fingerprint of a text, as `sha256sum` prints it."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet under a clause: its id and its words (inline Markdown)."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A provision with a permanent id; `number` is as printed, "" where none is printed."""

    id: str
    number: str
    text: str
    bullets: tuple[Bullet, ...]
    line: int


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part of the text: its id, its printed heading ("" where none) and its clauses."""

    id: str
    heading: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one version, as they were read, with the hash of the file's bytes.

    `preamble` and `closing` are the lines before the first part and after the last one
    (title block and signature block), as Markdown.
    """

    source: SourceText
    sha256: str
    preamble: str
    parts: tuple[TextPart, ...]
    closing: str

    @property
    def path(self) -> str:
        """The file, relative to the repository root."""
        return self.source.path

    @property
    def clause_ids(self) -> tuple[str, ...]:
        """Every id that can be linked to: clauses, and the bullets under them, in order."""
        clauses = [clause for part in self.parts for clause in part.clauses]
        return tuple(
            name
            for clause in clauses
            for name in (clause.id, *(bullet.id for bullet in clause.bullets))
        )

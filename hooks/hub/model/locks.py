"""Locks: the fingerprint of every published text of a concordat, so that no text changes unseen.

Written by `hub publish` and by nobody's hand. Whether a text is still as it was locked is judged
by `hub.checks.integrity`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from hub.model.base import Model, Record
from hub.model.texts import Sha256
from hub.model.values import Day, Line

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_MARK = 6
"""Hexadecimal digits of the mark of a line: enough to tell where a text was changed."""


class LockedVersion(Model):
    """A version whose text may not change any more."""

    number: Line = Field(description="The number of the version.")
    sha256: Sha256 = Field(description="SHA-256 of its text, as `sha256sum` prints it.")
    published: Day = Field(description="When it was published, as concordat.yml says.")
    lines: Annotated[str, Field(pattern=r"^[0-9a-f]{6}( [0-9a-f]{6})*$")] | None = Field(
        default=None, description="A mark of each line, so that a changed one can be named."
    )


class Lock(Record):
    """The locked texts of one concordat."""

    title: Line = Field(default="Locked texts", description="What the file is.")
    versions: tuple[LockedVersion, ...] = Field(
        description="Every locked version, in the order in which they were locked."
    )

    def find(self, number: str) -> LockedVersion | None:
        """Return the lock of a version, if it is locked."""
        return next((each for each in self.versions if each.number == number), None)


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text in its canonical form (UTF-8, line ends LF)."""
    return hashlib.sha256(text.encode()).hexdigest()


def line_marks(text: str) -> Iterator[str]:
    """Yield a short mark of each line."""
    for line in text.split("\n")[:-1]:
        yield fingerprint(line)[:LINE_MARK]

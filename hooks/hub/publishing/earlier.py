"""What the build before has made, taken over where nothing that it was made from has changed.

Bytes come from the site that stands there, trust from the reader's own cache: it remembers, for
each part of a site, a key of all that the part depends on and the SHA-256 of each of its files. A
file that is still those bytes stands in the new site too, as the same file on disk where that
can be. Anything else is made anew, so what is lost, cut off or changed by hand only costs time.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from hub.publishing.checksums import files
from hub.publishing.writing import line, link, read_line, write
from hub.store import Store, key_of

_READ = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0)
    # A link is not followed, and a pipe is not waited for.
    | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
)  # fmt: skip


class Part(NamedTuple):
    """A part of a site: the lines of its files (see `writing`)."""

    lines: tuple[str, ...]


Looked = Mapping[str, int]
"""Lines of files as they are on disk, each with the time when its file was last touched."""


def look(site: Path, besides: str) -> Looked:
    """Read all files of a site but those in one of its folders; a process beside can do that."""
    found = {}
    for path in files(site):
        if not path.startswith(f"{besides}/") and (file := _found(f"{site}/{path}")):
            found[line(sha256(file.content).hexdigest(), path)] = file.touched
    return found


@dataclass(frozen=True, slots=True)
class Earlier:
    """The site of the build before, and what is remembered of it.

    What is remembered is found by `place` and the name of a part, so that it takes no more room
    however often the part changes. `folders` of the site were found to be no links. What this
    build has `looked` at already, and nobody has touched since, is not read again.
    """

    site: Path
    store: Store
    place: str
    looked: Looked = field(default_factory=dict)
    folders: set[str] = field(default_factory=set, compare=False)

    def find(self, keys: Mapping[str, bytes]) -> dict[str, Part]:
        """Return the parts, by name, that were made from what these keys are made from.

        A part with the key b"" is never found.
        """
        names = {self._name(name): name for name, key in keys.items() if key}
        found = {}
        for kept, text in self.store.find(names).items():
            made_from, *lines = text.split("\n")
            if made_from == keys[names[kept]].hex():
                found[names[kept]] = Part(tuple(lines))
        return found

    def keep(self, parts: Mapping[str, tuple[bytes, Part]]) -> None:
        """Remember newly made parts by name, each with its key."""
        self.store.keep({
            self._name(name): "\n".join((key.hex(), *part.lines))
            for name, (key, part) in parts.items()
        })  # fmt: skip

    def _name(self, name: str) -> bytes:
        return key_of(self.place, name)

    def take_over(self, part: Part, folder: Path) -> bool:
        """Put a part into the new site at `folder`, if each of its files is as it was made.

        Raises:
            PublishingError: Something was already written there.
        """
        found = []
        for each in part.lines:
            path = read_line(each)[1]
            file = self._as_made(each, path)
            if file is None:
                return False
            found.append((path, file))
        mode = os.stat(folder).st_mode & 0o666  # noqa: PTH116 - pathlib is slow for a hundred thousand files
        for path, file in found:
            # What others know by another name, or has the rights of another day, is copied.
            if file.names > 1 or file.rights != mode or not self._linked(path, folder):
                write(path, file.content or (self.site / path).read_bytes(), folder)
        return True

    def _as_made(self, written: str, path: str) -> _File | None:
        """Return the file that its line tells of; None if it is not as it was made."""
        if not self._is_ours(path.rpartition("/")[0]):
            return None
        place = f"{self.site}/{path}"
        if touched := self.looked.get(written):
            with suppress(OSError):
                state = os.lstat(place)
                if state.st_ctime_ns == touched:
                    return _file(b"", state)
        file = _found(place)
        return file if file and sha256(file.content).hexdigest() == read_line(written)[0] else None

    def _is_ours(self, folder: str) -> bool:
        """Tell whether no link leads out of the site on the way to a folder of it."""
        if not folder or folder in self.folders:
            return True
        above = folder.rpartition("/")[0]
        if os.path.islink(f"{self.site}/{folder}") or not self._is_ours(above):  # noqa: PTH114 - pathlib is slow for a hundred thousand files
            return False
        self.folders.add(folder)
        return True

    def _linked(self, path: str, folder: Path) -> bool:
        """Put a file into the new site; tell whether it can stand in two places."""
        try:
            link(path, self.site, folder)
        except OSError:  # across disks, or where files have one name only
            return False
        return True


class _File(NamedTuple):
    content: bytes
    names: int
    rights: int
    touched: int


def _found(path: str) -> _File | None:
    """Return an ordinary file; None if there is none, or only by way of a link."""
    try:
        opened = os.open(path, _READ)
    except OSError:
        return None
    try:
        state = os.fstat(opened)
        if not stat.S_ISREG(state.st_mode):
            return None
        return _file(os.read(opened, state.st_size + 1), state)
    except OSError:
        return None
    finally:
        os.close(opened)


def _file(content: bytes, state: os.stat_result) -> _File:
    return _File(content, state.st_nlink, stat.S_IMODE(state.st_mode), state.st_ctime_ns)

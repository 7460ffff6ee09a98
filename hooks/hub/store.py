"""Results kept between builds, by the content they were made from.

A key is a hash of everything a result depends on, so an entry is right for ever or never asked
for. The file may be deleted at any time; what is damaged, locked or from another version is
treated as absent. Nothing but text is kept: a cache that could hold code would let whoever
writes it run code in the next build.
"""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

# Not WITHOUT ROWID: that makes long rows slow to find (https://sqlite.org/withoutrowid.html).
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value TEXT, mark BLOB)"
_SIZE = 16
_AT_ONCE = 500
"""SQLite takes this many values in one question, in every version we may meet."""
_PATIENCE = 2.0
"""Seconds to wait for another build that is writing."""


class Store:
    """Texts by key, in one SQLite file; without a path it keeps nothing."""

    def __init__(self, path: Path | None = None) -> None:
        """Use the file at `path`, making it when something is first kept."""
        self._path = path

    def find(self, keys: Iterable[bytes]) -> dict[bytes, str]:
        """Return what is kept under these keys, as far as it is sound."""
        wanted = list(dict.fromkeys(keys))
        if self._path is None or not wanted:
            return {}
        found: dict[bytes, str] = {}
        try:
            if not self._path.exists():
                return {}
            with _connected(self._path) as connection:
                for start in range(0, len(wanted), _AT_ONCE):
                    some = wanted[start : start + _AT_ONCE]
                    marks = ",".join("?" * len(some))
                    rows = connection.execute(
                        f"SELECT key, value, mark FROM kept WHERE key IN ({marks})",  # noqa: S608 - marks alone
                        some,
                    )
                    found.update(
                        (key, value) for key, value, mark in rows if _sound(key, value, mark)
                    )
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):  # busy: another build needs it as it is
                self._forget()
            return {}
        except (sqlite3.Error, OSError):
            self._forget()
            return {}
        return found

    def keep(self, values: Mapping[bytes, str]) -> None:
        """Keep values for the next build; if that fails, the next build does the work again."""
        if self._path is None or not values:
            return
        rows = [(key, value, _mark(key, value)) for key, value in values.items()]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with _connected(self._path) as connection, connection:
                connection.execute("PRAGMA synchronous = OFF")  # a lost file costs time alone
                connection.execute(_TABLE)
                connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
        except sqlite3.OperationalError:
            return  # busy, full or not writable: a cache may lose, never hinder
        except (sqlite3.Error, OSError):
            self._forget()

    def _forget(self) -> None:
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink()


class _connected:  # noqa: N801 - reads as a word where it is used
    """A connection that is closed at the end, as sqlite3's own is not."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, timeout=_PATIENCE)

    def __enter__(self) -> sqlite3.Connection:
        return self._connection

    def __exit__(self, *_: object) -> None:
        self._connection.close()


def key_of(*parts: str | bytes) -> bytes:
    """Return the key for a result that depends on these parts and on nothing else."""
    # Ahead of each part stands its length; up to version 2 it is the same in every process.
    return blake2b(marshal.dumps(parts, 2), digest_size=_SIZE).digest()


def fingerprint(folder: Path) -> bytes:
    """Return a hash of the code and data in a folder of the package: part of a key."""
    files = sorted(
        path for path in folder.rglob("*") if path.suffix in {".csl", ".html", ".py", ".toml"}
    )
    return key_of(*(part for path in files for part in (path.name, path.read_bytes())))


@cache
def code_of(folder: Path) -> bytes:
    """Return the fingerprint of a folder of code, as it was when this process first asked."""
    return fingerprint(folder)


def _mark(key: bytes, value: str) -> bytes:
    return key_of(key, value)


def _sound(key: object, value: object, mark: object) -> bool:
    return isinstance(key, bytes) and isinstance(value, str) and mark == _mark(key, value)

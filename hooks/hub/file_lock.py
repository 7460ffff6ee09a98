"""A lock that one process of the machine can hold, kept in a file; it goes with the process."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path


class HeldError(Exception):
    """Another process holds the lock."""


def take(path: Path) -> int:
    """Return the descriptor of a locked file; the system frees it however the process ends.

    Raises:
        HeldError: Another process holds it.
    """
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
        try:
            if sys.platform == "win32":
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            raise HeldError(path.name) from None
        # Whoever held it before may have removed the file between our two steps.
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
        os.close(descriptor)


def release(descriptor: int, path: Path) -> None:
    """Let go of a lock that `take` has returned, and remove its file."""
    with suppress(OSError):  # Windows keeps the file of an open lock.
        path.unlink()
    os.close(descriptor)

"""Building beside the site that readers see, and exchanging the two at the end.

Whatever stops a build, the folder that is served holds one whole build: the old one until
`publish`, the new one after. What a stopped build left behind, the next one removes; a lock keeps
a second build of the same site from taking a running one for a stopped one.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOTDIR
from pathlib import Path

from hub import file_lock
from hub.publishing import AnotherBuildError, PublishingError


class Staging:
    """The folder where a site is made, beside the one where it is to be."""

    def __init__(self, site: Path) -> None:
        """Prepare to build `site`; nothing on disk is touched yet."""
        self.site = site.resolve()
        # A name of our own: what a killed build has started may go on writing for a moment.
        self._prefix = f".{self.site.name}.new-"
        self.folder = self.site.with_name(f"{self._prefix}{os.getpid()}")
        self._old = self.site.with_name(f".{self.site.name}.old")
        self._lock_file = self.site.with_name(f".{self.site.name}.lock")
        self._lock: int | None = None

    def open(self) -> None:
        """Take the lock, clear up after a build that was stopped, and make an empty folder.

        Raises:
            AnotherBuildError: Another build of this site is running.
            PublishingError: The site cannot be written there.
        """
        if self.site.is_mount():
            raise PublishingError(
                f'"{self.site}" is a mount point, which cannot be exchanged for a new site; '
                "name a folder inside it"
            )
        with _told(self.site):
            self.site.parent.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(self._lock_file)
            if self._old.exists() and not self.site.exists():
                self._old.rename(self.site)
            if self.site.exists() and not self.site.is_dir():
                raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(self.site))
            self._clear()
            self.folder.mkdir()

    def publish(self) -> None:
        """Put the new site in the place of the old one, which is removed.

        Raises:
            PublishingError: The system does not let the two be exchanged.
        """
        with _told(self.site):
            if not self.site.exists():
                self.folder.rename(self.site)
            elif not _exchange(self.folder, self.site):
                self.site.rename(self._old)
                self.folder.rename(self.site)

    def close(self) -> None:
        """Remove what is not the site, and let go of the lock; harmless if nothing is open."""
        if self._lock is None:
            return
        self._clear()
        file_lock.release(self._lock, self._lock_file)
        self._lock = None

    def _clear(self) -> None:
        for path in self.site.parent.iterdir():
            if path == self._old or path.name.startswith(self._prefix):
                # What a killed build has started may still write there; the next build sees to it.
                shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _told(site: Path) -> Iterator[None]:
    """Say what the system refused, and for which site."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        where = "" if error.filename is None else f' ("{os.fsdecode(error.filename)}")'
        raise PublishingError(f'the site "{site}" cannot be written: {reason}{where}') from error


def _locked(path: Path) -> int:
    try:
        return file_lock.take(path)
    except file_lock.HeldError:
        raise AnotherBuildError(
            f"another build of this site is running (it holds {path.name}); "
            "wait until it has ended, then try again"
        ) from None


def _exchange(new: Path, old: Path) -> bool:
    """Exchange two folders in one step, where the system can (Linux); tell whether it did."""
    at_working_folder, exchange = -100, 2
    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    paths = os.fsencode(new), os.fsencode(old)
    status: int = rename(at_working_folder, paths[0], at_working_folder, paths[1], exchange)
    return status == 0

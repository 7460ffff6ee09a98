"""The history of all records, from one call of `git log` that runs beside the rest of a build.

Without git, or outside of a repository, there is none; a shallow clone says that it is not whole.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, NamedTuple

from hub.model.history import Change, Changes, History
from hub.store import fingerprint, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hub.store import Store

SHOWN = 5
"""Changes of one file that are kept."""
_LONGEST = 160
"""Characters of a commit's first line that are kept."""
_FOLDERS = ("evidence", "concordats")
_LOG = (
    "-c", "log.showRoot=true", "-c", "log.showSignature=false", "-c", "core.quotePath=false",
    "log", "-z", "--name-only", "--relative", "--no-renames", "--diff-merges=off", "--no-color",
    "--no-ext-diff", "--encoding=UTF-8", "--format=%x01%H%x02%ct%x02%s", "--", *_FOLDERS,
)  # fmt: skip
_HEAD = re.compile(r"([0-9a-f]{40,64})\x02(\d{1,12})\x02(.*)", re.DOTALL)
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f]+")


class _Place(NamedTuple):
    """Where a hub is in its history: the newest commit, the folder, and where a clone begins.

    At its first commits a shallow clone seems to have made all its files.
    """

    head: str
    prefix: str
    first: frozenset[str]

    @property
    def key(self) -> bytes:
        """What the history depends on."""
        code = fingerprint(Path(__file__).parent)
        return key_of("history", code, self.head, self.prefix, *sorted(self.first))


class HistoryReader:
    """Reads the history of the hub at `root`: begins at once, and is waited for when asked.

    The `store` keeps it until there is another commit.
    """

    def __init__(self, root: Path, store: Store) -> None:
        """Begin to read, unless it is known."""
        self._store = store
        self._place = _place(root)
        self._kept = store.find([self._place.key]) if self._place else {}
        self._output: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed by `close`
        self._git = _begun(root, self._output) if self._place and not self._kept else None

    def read(self) -> History:
        """Return the history."""
        if self._place is None:
            return History()
        is_whole = not self._place.first
        if self._kept:
            return History(_from_text(self._kept[self._place.key]), is_whole)
        if self._git is None or self._git.wait() != 0:
            return History()
        self._output.seek(0)
        found = _by_path(self._output.read().decode("utf-8", "replace"), self._place.first)
        self._store.keep({self._place.key: _as_text(found)})
        return History(found, is_whole)

    def close(self) -> None:
        """End the reading, be it finished or not."""
        if self._git:
            self._git.kill()
            self._git.wait()
        self._output.close()


def _place(root: Path) -> _Place | None:
    """Return where the hub is in its history; None without git or a commit."""
    asked = ["rev-parse", "HEAD", "--show-prefix", "--git-path", "shallow"]
    try:
        run = subprocess.run(
            ["git", "-C", str(root), *asked], capture_output=True, text=True, check=False
        )
    except OSError:  # there is no git
        return None
    if run.returncode != 0:
        return None
    head, prefix, shallow, *_ = run.stdout.split("\n")
    try:
        first = (root / shallow).read_text(encoding="ascii").split()
    except OSError:
        first = []
    return _Place(head, prefix, frozenset(first))


def _begun(root: Path, output: IO[bytes]) -> subprocess.Popen[bytes]:
    environment = os.environ | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    return subprocess.Popen(
        ["git", "-C", str(root), *_LOG], stdin=subprocess.DEVNULL, stdout=output,
        stderr=subprocess.DEVNULL, env=environment,
    )  # fmt: skip


def _as_text(changes: Mapping[str, Changes]) -> str:
    return json.dumps({
        path: [found.number, *((str(each.day), each.commit, each.subject) for each in found.newest)]
        for path, found in changes.items()
    })  # fmt: skip


def _from_text(text: str) -> dict[str, Changes]:
    return {
        path: Changes(
            tuple(
                Change(date.fromisoformat(day), commit, subject) for day, commit, subject in rows
            ),
            number,
        )
        for path, (number, *rows) in json.loads(text).items()
    }


def _by_path(text: str, without: frozenset[str]) -> dict[str, Changes]:
    newest: dict[str, list[Change]] = {}
    numbers: dict[str, int] = {}
    for change, paths in _commits(text):
        if change.commit in without:
            continue
        for path in paths:
            numbers[path] = numbers.get(path, 0) + 1
            if numbers[path] <= SHOWN:
                newest.setdefault(path, []).append(change)
    return {path: Changes(tuple(found), numbers[path]) for path, found in newest.items()}


def _commits(text: str) -> Iterator[tuple[Change, list[str]]]:
    """Yield each commit with the paths that it changed, the newest first."""
    for chunk in text.split("\x01")[1:]:
        head, *paths = chunk.split("\0")
        found = _HEAD.fullmatch(head)
        if found:
            commit, seconds, subject = found.groups()
            day = datetime.fromtimestamp(int(seconds), UTC).date()
            change = Change(day, commit, _UNPRINTED.sub(" ", subject)[:_LONGEST])
            yield change, [each.removeprefix("\n") for each in paths if each.strip()]

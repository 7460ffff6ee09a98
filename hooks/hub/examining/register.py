"""Record files that nobody has touched since they were found sound: they need not be opened.

A file is known by its state (`hub.loading.stillness`), once that is old enough for another write to
make another. What was touched since, copied or checked out again is opened, and known by its bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hub.loading.stillness import is_settled
from hub.store import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hub.loading.stillness import State
    from hub.store import Store

_HUBS = 8
"""Hubs for which there is room; what is kept of others is lost, and made again."""
_BETWEEN = "\x1d"
"""A character that neither paths nor facts hold."""


class Entry(NamedTuple):
    """What is known of a record file: its facts, and the key by which its fields are kept."""

    key: bytes
    facts: str


class Register:
    """The record files of the hub at `root`; `made_by` stands for the code that judged them.

    `begun` is a time, in nanoseconds since 1970, before any file was looked at.
    """

    def __init__(self, root: Path, store: Store, made_by: bytes, begun: int) -> None:
        """Look up what an earlier check has left."""
        self._store, self._begun = store, begun
        self._key = slot_of(root, "register")
        self._head = f"{made_by.hex()} {_folder(root).hex()}"
        head, *lines = store.find([self._key]).get(self._key, "").split("\n")
        self._lines = lines if head == self._head else []
        self._known = set[str]()

    def known(self, states: Mapping[str, State]) -> dict[str, Entry]:
        """Return what is known of files that are in the states in which they were found sound."""
        found = {}
        for line in self._lines:
            path, state, key, facts = line.split(_BETWEEN)
            if path in states and state == _as_text(states[path]):
                found[path] = Entry(bytes.fromhex(key), facts)
        self._lines, self._known = [], {*found}
        return found

    def keep(self, entries: Mapping[str, Entry], states: Mapping[str, State]) -> None:
        """Keep what is known of sound files for the next check, if that is anything new."""
        settled = [path for path in entries if is_settled(states[path], self._begun)]
        if not self._known.issuperset(settled):
            lines = (_line(path, states[path], entries[path]) for path in settled)
            self._store.keep({self._key: "\n".join((self._head, *lines))})


def slot_of(root: Path, what: str) -> bytes:
    """Return the key under which `what` is kept of the hub at `root`, and perhaps of others."""
    return key_of(what, str(_folder(root)[0] % _HUBS))


def _folder(root: Path) -> bytes:
    return key_of(str(root.resolve()))  # a path need not be text that can be kept


def _line(path: str, state: State, entry: Entry) -> str:
    return _BETWEEN.join((path, _as_text(state), entry.key.hex(), entry.facts))


def _as_text(state: State) -> str:
    return f"{state[0]} {state[1]} {state[2]} {state[3]}" if state else ""

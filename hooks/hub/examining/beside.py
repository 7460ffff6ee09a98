"""Signatories and stories found sound beside others: not judged again while these are as they were.

The rules that judge each of them by itself, if beside others, look at nothing else than concordats
with their locks and texts, the bodies that it names, and the date. What the last check of a hub
has found is remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.checks import is_judged_alone
from hub.checks.facts import kind_and_name
from hub.examining.register import slot_of
from hub.store import key_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from hub.checks.facts import Facts
    from hub.diagnostics import Diagnostic
    from hub.model.hub import Hub
    from hub.store import Store

_AROUND = ("/concordat.yml", "/lock.yml")
_BODY = "evidence/organisations/{}.yml"


class Beside:
    """What was found sound beside others in a hub; `sound` are the paths, not to be judged again.

    `facts` are those of all records by path, and `keys` stand for all that sound ones say.
    """

    def __init__(
        self, hub: Hub, facts: Mapping[str, Facts], keys: Mapping[str, bytes], today: date
    ) -> None:
        """Work out what each depends on."""
        self._facts, self._keys = facts, keys
        self._marks = dict(self._all_marks(hub, today))
        self.sound: Collection[str] = ()

    def find(self, root: Path, store: Store) -> None:
        """Look up what an earlier check of the hub at `root` has found."""
        slot = slot_of(root, "beside")
        known = {*store.find([slot]).get(slot, "").split("\n")}
        self.sound = {path for path, mark in self._marks.items() if mark in known}

    def keep(self, found: Collection[Diagnostic], root: Path, store: Store) -> None:
        """Keep what is sound for the next check; `found` is all that is wrong."""
        at_fault = {each.span.path for each in found}
        sound = [path for path in self._marks if path not in at_fault]
        if not set(sound) <= set(self.sound):
            store.keep({slot_of(root, "beside"): "\n".join(self._marks[each] for each in sound)})

    def _all_marks(self, hub: Hub, today: date) -> Iterator[tuple[str, str]]:
        """Yield each path, with a mark of all that is looked at to judge what stands there."""
        frame = [path for path in self._facts if path.endswith(_AROUND)]
        if any(path not in self._keys for path in frame):
            return
        texts = [part for name, text in hub.texts.items() for part in (*name, text.sha256)]
        around = key_of(str(today), *map(self._keys.__getitem__, frame), *texts)
        for path, key in self._keys.items():
            if is_judged_alone(path):
                bodies = [*self._bodies(path)]
                if not any(body in self._facts and body not in self._keys for body in bodies):
                    others = (self._keys.get(body, b"") for body in bodies)
                    yield path, key_of(around, key, *others).hex()

    def _bodies(self, path: str) -> Iterator[str]:
        """Yield the paths of the bodies that a record names."""
        for kind, name in map(kind_and_name, sorted(self._facts[path].mentions)):
            if kind == "organisation":
                yield _BODY.format(name)

"""The reference library, checked once: the same entries have the same faults, or none.

Each reference is judged on all cores; what it is compared by comes back, and is small.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import hub
from hub.checks.references import check_given_twice, check_reference
from hub.checks.similar import Work, work_of
from hub.store import code_of, key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hub.diagnostics import Diagnostic
    from hub.model.references import Reference
    from hub.pool import Pool
    from hub.store import Store

_EACH = 0.00008
"""Seconds, roughly, to judge a reference."""


@dataclass(frozen=True, slots=True)
class _Look:
    """Looks at references, in whatever process it finds itself in."""

    references: Mapping[str, Reference]

    def __call__(self, keys: Sequence[str]) -> tuple[list[Diagnostic], list[Work]]:
        """Return what is wrong with some, and what they are compared by."""
        some = [self.references[key] for key in keys]
        faults = [fault for each in some for fault in check_reference(each)]
        return faults, [work_of(each) for each in some]


def faults_in_library(
    references: Mapping[str, Reference], key: bytes, store: Store, pool: Pool
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with references; `key` stands for all that was written of them.

    Those of which nothing was to be said before are not looked at again.
    """
    sound = key_of("sound library", code_of(Path(hub.__file__).parent / "checks"), key)
    if store.find([sound]):
        return ()
    look, names = _Look(references), [*references]
    look(names[:1])  # what this loads, processes that share the work are born with
    parts = [*pool.map(look, names, each=_EACH)]
    works = [work for _, some in parts for work in some]
    found = [*chain.from_iterable(faults for faults, _ in parts)]
    found += check_given_twice(references, works)
    if not found:
        store.keep({sound: ""})
    return tuple(found)

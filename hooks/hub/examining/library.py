"""The reference library, checked once: the same entries have the same faults, or none."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import hub
from hub.checks.references import check_library
from hub.store import fingerprint, key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hub.diagnostics import Diagnostic
    from hub.model.references import Reference
    from hub.store import Store


def faults_in_library(
    references: Mapping[str, Reference], key: bytes, store: Store
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with references; `key` stands for all that was written of them.

    Those of which nothing was to be said before are not looked at again.
    """
    sound = key_of("sound library", _made_by(), key)
    if store.find([sound]):
        return ()
    found = tuple(check_library(references))
    if not found:
        store.keep({sound: ""})
    return found


@cache
def _made_by() -> bytes:
    return fingerprint(Path(hub.__file__).parent / "checks")

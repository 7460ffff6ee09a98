"""Is each thing there once? Two records of one folder must not have the same mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.checks.evidence import summed_up_twice
from hub.checks.names import named_twice
from hub.model.evidence import EvidenceSummary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hub.checks.facts import Facts
    from hub.diagnostics import Diagnostic
    from hub.model.base import Record
    from hub.model.hub import Hub


def check_twice(hub: Hub, facts: Mapping[str, Facts]) -> Iterator[Diagnostic]:
    """Yield bodies of one name, and works that are summed up twice; the first one is right."""
    seen: dict[tuple[str, str], str] = {}
    for path, each in facts.items():
        if each.mark:
            first = seen.setdefault((path.rpartition("/")[0], each.mark), path)
            if first != path:
                yield _twice(hub.records[first], hub.records[path])


def _twice(first: Record, second: Record) -> Diagnostic:
    if isinstance(first, EvidenceSummary) and isinstance(second, EvidenceSummary):
        return summed_up_twice(first, second)
    return named_twice(first, second)

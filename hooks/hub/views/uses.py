"""Where each work is cited: summaries, clauses, lessons and programmes, found in the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.base import Status
from hub.model.citations import parse_citations
from hub.model.walk import mentions, prose
from hub.views import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Record
    from hub.model.concordats import Concordat
    from hub.model.hub import Hub
    from hub.model.programmes import Programme
    from hub.source import Loc


@dataclass(frozen=True, slots=True)
class Use:
    """A place that cites a work: what kind of place, how it is called, and its address."""

    kind: str
    label: str
    address: str


def uses_by_key(hub: Hub) -> dict[str, tuple[Use, ...]]:
    """Return the uses of each cited work by its key: summaries, then clauses, then programmes."""
    found: dict[str, dict[Use, None]] = {}
    for key, use in _uses(hub):
        found.setdefault(key, {})[use] = None
    return {key: tuple(uses) for key, uses in found.items()}


def _uses(hub: Hub) -> Iterator[tuple[str, Use]]:
    for summary in hub.summaries.values():
        if summary.status is Status.PUBLISHED:
            use = Use("Summary", summary.title, addresses.summary(summary.id))
            yield from ((key, use) for key, _ in _cited(summary))
    for concordat in hub.concordats.values():
        yield from ((key, _in_concordat(concordat, loc)) for key, loc in _cited(concordat))
    for programme in hub.programmes.values():
        yield from ((key, _in_programme(programme, loc)) for key, loc in _cited(programme))


def _cited(record: Record) -> Iterator[tuple[str, Loc]]:
    for loc, kind, name in mentions(record):
        if kind == "reference":
            yield name, loc
    for loc, text in prose(record):
        for group in parse_citations(text):
            yield from ((each.key, loc) for each in group.citations)


def _in_concordat(concordat: Concordat, loc: Loc) -> Use:
    match loc:
        case ("clauses", str(clause), *_):
            label = f"{concordat.clauses[clause].label} ({concordat.title})"
            return Use("Clause", label, addresses.concordat(concordat.id, clause))
    return Use("Concordat", concordat.title, addresses.concordat(concordat.id))


def _in_programme(programme: Programme, loc: Loc) -> Use:
    match loc:
        case ("lessons", int(position), *_):
            lesson = programme.lessons[position]
            label = f"Lesson {lesson.number}: {lesson.label} ({programme.title})"
            return Use("Lesson", label, addresses.programme(programme.id, lesson.number))
    return Use("Programme", programme.title, addresses.programme(programme.id))

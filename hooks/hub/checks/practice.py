"""Practice examples: is each area they name one that held at the time?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.checks.facts import mention
from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.model.practice import PracticeExample

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hub.checks.facts import Facts
    from hub.model.hub import Hub
    from hub.model.vocabularies import Place

_IN_WORDS = "leave it out, and name the place in words, in `area`"


def check_practice(hub: Hub, facts: Mapping[str, Facts]) -> Iterator[Diagnostic]:
    """Yield areas that had ended before the work began, or began after it was last seen.

    Only examples that name an area with dates are looked at; `facts` are by path.
    """
    dated = {mention("place", each.id) for each in hub.places.values()
             if each.valid_from or each.valid_to}  # fmt: skip
    for path, known in facts.items():
        if "/practice/" in path and not dated.isdisjoint(known.mentions):
            record = hub.records[path]
            if isinstance(record, PracticeExample):
                yield from _check_areas(hub, record)


def _check_areas(hub: Hub, example: PracticeExample) -> Iterator[Diagnostic]:
    seen = example.until or example.progress.as_of or example.seen_on.isoformat()
    first = example.since or seen
    for position, name in enumerate(example.where.places):
        place = hub.places.get(name)
        if place is None:
            continue
        if place.valid_to and first > place.valid_to.isoformat()[: len(first)]:
            said = f"{place.label} ended on {place.valid_to}, before {first}"
            after = [hub.places[each].label for each in place.successors if each in hub.places]
            advice = f"it was followed by {', '.join(after)}" if after else "name another area"
        elif place.valid_from and seen < place.valid_from.isoformat()[: len(seen)]:
            said = f"{place.label} began on {place.valid_from}, after {seen}"
            before = _before(hub, place)
            advice = f"before it there was {', '.join(before)}" if before else _IN_WORDS
        else:
            continue
        yield Diagnostic(
            code=Code.AREA_OUTSIDE_ITS_TIME,
            span=example.origin.span(("where", "places", position)),
            message=said, expected="an area that held while the work was done", help=advice,
        )  # fmt: skip


def _before(hub: Hub, place: Place) -> list[str]:
    return [each.label for each in hub.places.values() if place.id in each.successors]

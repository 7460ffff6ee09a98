"""By what practice examples are found: the map, its list, the data and the tests ask this alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.model.programmes import ProgrammeStatus
from hub.views import naming

if TYPE_CHECKING:
    from hub.model.hub import Hub
    from hub.model.practice import PracticeExample

Values = tuple[str, ...]

CLINICAL = frozenset({
    "primary-care", "hospital", "mental-health-services", "mental-health-inpatient", "hospice",
})  # fmt: skip
"""Settings of the vocabulary in which people are patients; the others are social settings."""
_NO_SETTING = "system-level"

QUESTIONS = {
    "innovation": "What is new in it",
    "benefits": "What benefits were seen",
    "commissioning": "How it is commissioned, and with whom",
    "personalisation": "What is new in personalisation or social prescribing",
}
"""The call's four questions, by the fields that answer them."""

STATES = {
    ProgrammeStatus.IN_PROGRESS: "In progress",
    ProgrammeStatus.PLANNED: "Planned",
    ProgrammeStatus.OPEN_CALL: "Open call",
    ProgrammeStatus.REPORTED: "Reported",
    ProgrammeStatus.ENDED: "Ended",
    ProgrammeStatus.UNKNOWN: "Not known",
}
"""Where an example stands, in words; each has a shape of its own on the map."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: its name in addresses, its title, what an example has of it, and words for that."""

    name: str
    title: str
    of: Callable[[PracticeExample], Values]
    label: Callable[[Hub, str], str]


def setting_kinds(example: PracticeExample) -> Values:
    """Return clinical, social, or both."""
    kinds = {"clinical" if each in CLINICAL else "social" for each in example.settings
             if each != _NO_SETTING}  # fmt: skip
    return tuple(sorted(kinds))


def answered(example: PracticeExample) -> Values:
    """Return the questions that are answered, in the order of the call."""
    return tuple(name for name in QUESTIONS if getattr(example, name))


def _term(vocabulary: str) -> Callable[[Hub, str], str]:
    return lambda hub, value: hub.label(vocabulary, value)


FACETS = (
    Facet("art-form", "Art form", lambda each: each.art_forms, _term("art-forms")),
    Facet("population", "For whom", lambda each: each.populations, _term("populations")),
    Facet("setting", "Setting", setting_kinds, lambda _, value: value.capitalize()),
    Facet("nation", "Nation", lambda each: each.nations, naming.place),
    Facet("route", "How people come", lambda each: each.routes, _term("referral-routes")),
    Facet("status", "Where it stands", lambda each: (each.progress.state.value,),
          lambda _, value: STATES[ProgrammeStatus(value)]),
    Facet("question", "Answers the question", answered, lambda _, value: QUESTIONS[value]),
)  # fmt: skip
"""Every filter of the map and its list, in the order in which they are shown."""


def choices(
    hub: Hub, examples: tuple[PracticeExample, ...]
) -> Iterator[tuple[Facet, list[tuple[str, str, int]]]]:
    """Yield each facet with what may be chosen: value, label and number, in order of the labels.

    States and questions stay in their own order.
    """
    for facet in FACETS:
        found: dict[str, int] = {}
        for example in examples:
            for value in facet.of(example):
                found[value] = found.get(value, 0) + 1
        told = [(value, facet.label(hub, value), number) for value, number in found.items()]
        if facet.name in {"status", "question"}:
            order = [*map(str, STATES), *QUESTIONS]
            told.sort(key=lambda each: order.index(each[0]))
        else:
            told.sort(key=lambda each: each[1].casefold())
        yield facet, told

"""What a programme's source states beside what it names: sites by stage, and micro-tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hub.views import naming
from hub.views.wording import count, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hub.model.hub import Hub
    from hub.model.programmes import Programme, Site, Stage

_COUNTED_BY_EYE = 60
"""Sites for which there is a mark each."""


@dataclass(frozen=True, slots=True)
class Named:
    """A site as it is shown: `within` says who and where, as far as is known."""

    site: Site
    within: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of selection: what it is called, how its count and its list compare, and the list.

    `marks` stand for its sites, one each: "named" in the source, named "elsewhere", or only
    counted ("unnamed"). Where they would be too many to count by eye, there are none.
    """

    label: str
    says: str
    sites: tuple[Named, ...]
    marks: tuple[str, ...] = ()


def selection_of(hub: Hub, programme: Programme) -> tuple[Step, ...]:
    """Return the steps of selection in order, then sites at a stage that is not among them."""
    steps = [_step(hub, stage, programme.sites) for stage in programme.stages]
    known = {stage.id for stage in programme.stages}
    others = [each for each in programme.sites if each.stage not in known]
    for stage in dict.fromkeys(each.stage for each in others):
        named = [each for each in others if each.stage == stage]
        says, marks = stated_and_named(None, named), _marks(None, named)
        steps.append(Step(stage, says, _named(hub, named), marks))
    return tuple(steps)


def _step(hub: Hub, stage: Stage, sites: Sequence[Site]) -> Step:
    named = [each for each in sites if each.stage == stage.id]
    stated = stage.stated_count
    return Step(
        stage.label, stated_and_named(stated, named), _named(hub, named), _marks(stated, named)
    )


def _marks(stated: int | None, sites: Sequence[Site]) -> tuple[str, ...]:
    named = sorted("elsewhere" if each.source else "named" for each in sites)[::-1]
    unnamed = max(0, (stated or 0) - len(named))
    return (*named, *["unnamed"] * unnamed) if len(named) + unnamed <= _COUNTED_BY_EYE else ()


def _named(hub: Hub, sites: Sequence[Site]) -> tuple[Named, ...]:
    return tuple(Named(each, _within(hub, each)) for each in sites)


def _within(hub: Hub, site: Site) -> str:
    body = naming.organisation(hub, site.organisation) if site.organisation else ""
    place = naming.place(hub, site.place) if site.place else ""
    return ", ".join(each for each in (body, place) if each and each != site.name)


def stated_and_named(stated: int | None, sites: Sequence[Site]) -> str:
    """Say how many the source states and how many are named, and by whom.

    "3 stated; 2 named in the source, 1 named by another source". A site has a `source` of its own
    where the programme's source does not name it.
    """
    elsewhere = sum(each.source is not None for each in sites)
    here = len(sites) - elsewhere
    named = [f"{count(here) if here else 'none'} named in the source"]
    if elsewhere:
        named.append(f"{count(elsewhere)} named by another source")
    if stated is not None and len(sites) and stated > len(sites):
        named.append(f"{count(stated - len(sites))} not named in anything read here")
    return f"{_stated(stated)}; {', '.join(named)}"


def named_tests(programme: Programme) -> str:
    """Say which micro-tests are named: "6 stated; 1, 2 and 4 named"; "" where there are none."""
    numbers = [str(each) for each in sorted(each.number for each in programme.micro_tests)]
    if programme.stated_tests is None and not numbers:
        return ""
    return f"{_stated(programme.stated_tests)}; {listed(numbers) if numbers else 'none'} named"


def _stated(number: int | None) -> str:
    return "no number stated" if number is None else f"{count(number)} stated"

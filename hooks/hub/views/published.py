"""What of a hub readers may see: drafts are checked with the rest, and shown nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from hub.model.base import Record, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hub.model.hub import Hub

R = TypeVar("R", bound=Record)


def without_drafts(hub: Hub) -> Hub:
    """Return the hub as if its drafts did not exist; withdrawn records are still there."""
    concordats = _public(hub.concordats)
    return replace(
        hub,
        references=_public(hub.references),
        summaries=_public(hub.summaries),
        programmes=_public(hub.programmes),
        practice=_public(hub.practice),
        stories=_public(hub.stories),
        organisations=_public(hub.organisations),
        vocabularies=_public(hub.vocabularies),
        concordats=concordats,
        signatories={
            name: tuple(each for each in signatories if each.status is not Status.DRAFT)
            for name, signatories in hub.signatories.items()
            if name in concordats
        },
    )


def in_force(records: Iterable[R]) -> tuple[R, ...]:
    """Return the records that are published and not withdrawn, by title."""
    by_id = sorted(published(records), key=lambda each: each.id)
    return tuple(sorted(by_id, key=lambda each: each.title.casefold()))


def published(records: Iterable[R]) -> list[R]:
    """Return the same records as `in_force`, in the order in which they are given."""
    return [each for each in records if each.status is Status.PUBLISHED]


def _public(records: Mapping[str, R]) -> dict[str, R]:
    return {name: each for name, each in records.items() if each.status is not Status.DRAFT}

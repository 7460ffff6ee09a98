"""What each ordered page is written from, as a key: while the key is the same, so is the page.

A record stands in a key with all its fields, so a page may show one more of them without a word
here. One that looks at one more *record* must say so; a test watches that none does unseen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hub.model.base import Status
from hub.model.citations import KEY
from hub.store import key_of
from hub.views import browse, lists, reference_pages, references, summaries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Record
    from hub.model.evidence import EvidenceSummary
    from hub.page import Order
    from hub.views.settings import Settings
    from hub.views.sheet import Studio

_CITED = re.compile(f"@({KEY})")


class Inputs:
    """Knows what the pages of a `Writer` are written from, besides the code."""

    def __init__(self, studio: Studio, settings: Settings) -> None:
        """Look at the hub of a studio; what every page may show is in every key."""
        hub = studio.hub
        self._studio = studio
        self._library = frozenset(hub.references)
        self._known: dict[tuple[type[Record], str], bytes] = {}
        self._around = key_of(
            repr(settings),
            *map(self._record, (*hub.vocabularies.values(), *hub.concordats.values())),
            *(each.model_dump_json() for each in hub.places.values()),
        )

    def __call__(self, order: Order) -> bytes:
        """Return the key of the page that is ordered."""
        match order.view:
            case summaries.SUMMARY:
                parts = self._summary(self._studio.hub.summaries[order.subject])
            case lists.LIST:
                parts = self._list(order.subject)
            case references.WORKS:
                parts = self._letter(order.subject)
            case reference_pages.REFERENCE:
                parts = self._reference(order.subject)
            case browse.BROWSE:
                parts = self._browsed(order.subject)
            case _:
                raise KeyError(order.view)
        return key_of(self._around, repr(order), *parts)

    def _summary(self, summary: EvidenceSummary) -> Iterator[bytes]:
        """Yield the summary with the works it names, and its kin as far as they are shown.

        What a summary of a challenged work says of it may name works of its own.
        """
        yield from self._with_works(summary)
        if summary.status is Status.WITHDRAWN:
            return
        kinship = self._studio.kinship
        for each in kinship.challenged_by(summary):
            yield from self._with_works(each)
        yield from map(self._record, kinship.same_people(summary))
        yield from (self._record(each) for each, _ in kinship.related(summary))

    def _reference(self, key: str) -> Iterator[bytes]:
        """Yield the work with its summary and its uses, and the works that these name."""
        studio = self._studio
        summary, uses = studio.hub.summary_of(key), repr(studio.uses.get(key, ()))
        yield self._record(studio.hub.references[key])
        yield self._record(summary) if summary else b""
        yield uses.encode()
        yield self._works(uses)

    def _list(self, subject: str) -> Iterator[bytes]:
        """Yield how long the list is, and the entries on the page with the works they sum up."""
        found, _, some = lists.part_of(self._studio, subject)
        yield f"{found.title}\n{len(found.entries)}".encode()
        for entry in some:
            summary, *findings = entry if isinstance(entry, tuple) else (entry,)
            yield self._record(summary)
            yield self._record(self._studio.hub.references[summary.source])
            yield from (each.model_dump_json().encode() for each in findings)

    def _letter(self, subject: str) -> Iterator[bytes]:
        """Yield how many works each letter has, and those on the page with their uses."""
        studio = self._studio
        yield repr([(letter, len(works)) for letter, works in studio.letters.items()]).encode()
        for work in references.part_of(studio, subject)[2]:
            yield self._record(work)
            yield repr(studio.uses.get(work.key, ())).encode()

    def _browsed(self, subject: str) -> Iterator[bytes]:
        """Yield the numbers beside the choices, and the summaries on the page with their works."""
        yield repr(browse.counts(self._studio, subject)).encode()
        if "#" in subject:
            for summary in browse.part_of(self._studio, subject)[2]:
                yield self._record(summary)
                yield self._record(self._studio.hub.references[summary.source])

    def _with_works(self, summary: EvidenceSummary) -> Iterator[bytes]:
        yield self._record(summary)
        yield self._works(summary.model_dump_json())

    def _works(self, text: str) -> bytes:
        """Return a key of the works that a text may name, and where links to them lead.

        It may cite them in prose; in JSON, any text in quotation marks may be the key of one.
        """
        hub = self._studio.hub
        parts = list[bytes]()
        for key in dict.fromkeys([*text.split('"'), *_CITED.findall(text)]):
            if key in self._library:
                summary = hub.summary_of(key)
                parts += self._record(hub.references[key]), summary.id.encode() if summary else b""
        return key_of(*parts)

    def _record(self, record: Record) -> bytes:
        name = type(record), record.id
        if name not in self._known:
            place = record.origin.path
            self._known[name] = key_of(record.id, place, record.model_dump_json())
        return self._known[name]

"""What each ordered page is written from, as a key: while the key is the same, so is the page.

A record stands in a key with all its fields, so a page may show one more of them without a word
here. One that looks at one more *record* must say so; a test watches that none does unseen.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hub.model.base import Status
from hub.model.citations import KEY
from hub.store import key_of
from hub.views import (
    areas,
    browse,
    lists,
    organisations,
    practice,
    question_pages,
    question_parts,
    reference_pages,
    references,
    signatories,
    summaries,
    terms,
    workshop,
)
from hub.views.facets import BY_ID
from hub.views.gap_pages import GAPS, written_from
from hub.views.reviews_due import is_stale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hub.model.base import Record
    from hub.model.evidence import EvidenceSummary
    from hub.model.practice import PracticeExample
    from hub.model.vocabularies import Organisation, Place
    from hub.page import Order
    from hub.views.settings import Settings
    from hub.views.sheet import Studio

_LOOK_AT_ALL = {question_pages.QUESTIONS, signatories.SIGNATORIES}
_CITED = re.compile(f"@({KEY})")


class Inputs:
    """Knows what the pages of a `Writer` are written from, besides the code."""

    def __init__(self, studio: Studio, settings: Settings) -> None:
        """Look at the hub of a studio; what every page may show is in every key."""
        hub = studio.hub
        self._studio = studio
        self._built = settings.built
        self._library = frozenset(hub.references)
        self._known: dict[tuple[type[Record], str], bytes] = {}
        self._entries: dict[str, bytes] = {}
        self._wholes: dict[str, bytes] = {}
        self._around = key_of(
            repr(replace(settings, built=None)),
            *map(self._record, (*hub.vocabularies.values(), *hub.concordats.values())),
            *(each.model_dump_json() for each in hub.places.values()),
            *(f"{text.path}\n{text.sha256}" for text in hub.texts.values()),
        )

    def __call__(self, order: Order) -> bytes:
        """Return the key of the page that is ordered; b"" if it looks at too much to have one."""
        if order.view in _LOOK_AT_ALL:
            return b""
        parts = self._parts()[order.view](order)
        return key_of(
            self._around, order.view, order.subject, order.address, order.edit_path, *parts
        )

    def _parts(self) -> dict[str, Callable[[Order], Iterator[bytes]]]:
        """Return what yields the inputs of an order, by its view."""
        hub = self._studio.hub
        return {
            summaries.SUMMARY: lambda order: self._summary(hub.summaries[order.subject]),
            lists.LIST: lambda order: self._list(order.subject),
            references.WORKS: lambda order: self._letter(order.subject),
            reference_pages.REFERENCE: lambda order: self._reference(order.subject),
            browse.BROWSE: lambda order: self._browsed(order.subject),
            **dict.fromkeys(GAPS, self._mapped),
            question_pages.QUESTION: lambda order: self._question(order.subject),
            practice.EXAMPLE: lambda order: self._example(hub.practice[order.subject]),
            areas.AREA: lambda order: self._area(hub.places[order.subject]),
            workshop.AREA_SHEET: lambda order: self._area(hub.places[order.subject]),
            organisations.ORGANISATION: lambda order: self._organisation(
                hub.organisations[order.subject]
            ),
            organisations.ORGANISATIONS: lambda order: self._organisations(order.subject),
        }

    def _summary(self, summary: EvidenceSummary) -> Iterator[bytes]:
        """Yield the summary with the works it names, and its kin as far as they are shown.

        What a summary of a challenged work says of it may name works of its own.
        """
        yield self._whole(summary)
        if summary.status is Status.WITHDRAWN:
            return
        history = self._studio.history
        changes = history.of(summary.origin.path)
        yield repr((is_stale(summary, self._built), changes, history.is_whole)).encode()
        kinship = self._studio.kinship
        for each in kinship.challenged_by(summary):
            yield self._whole(each)
        yield from map(self._record, kinship.same_people(summary))
        yield from map(self._record, kinship.closest(summary))

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
            yield self._entry(summary)
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
            facet, _, choice = subject.partition("#")[0].partition("/")
            yield repr(self._studio.shelves.tally(facet, choice)).encode()
            practice = self._studio.shelves.practice(BY_ID[facet].vocabulary, choice)
            yield str(len(practice)).encode()
            yield from map(self._record, practice[: terms.SHOWN])
            yield from map(self._record, browse.fed(*browse.part_of(self._studio, subject)[:2]))
            yield from map(self._entry, browse.part_of(self._studio, subject)[2])

    def _question(self, name: str) -> Iterator[bytes]:
        """Yield the summaries of the question with the works they name, and what is near it.

        Which of them are papers on the same people stands in the summaries.
        """
        studio = self._studio
        question = studio.questions[name]
        yield repr((question.shared, question_parts.near(studio, question))).encode()
        for summary in (*question.summaries, *question.retracted):
            yield self._whole(summary)

    def _mapped(self, order: Order) -> Iterator[bytes]:
        """Yield what a page of the gap map says, and its summaries with their works and kin."""
        said, readings = written_from(self._studio, order)
        yield said.encode()
        for reading in readings:
            yield self._entry(reading.summary)

    def _example(self, example: PracticeExample) -> Iterator[bytes]:
        """Yield the example with what it shows of other records, and the works that it names."""
        text = example.model_dump_json()
        yield self._record(example, text)
        looked, leads = practice.related(self._studio, example)
        yield leads.encode()
        yield from map(self._record, looked)
        yield self._works(text)

    def _area(self, place: Place) -> Iterator[bytes]:
        """Yield what the page of an area lists."""
        yield repr(areas.shown(self._studio, place)).encode()
        yield from map(self._record, self._studio.areas.practice(place.id))

    def _organisation(self, body: Organisation) -> Iterator[bytes]:
        """Yield the body with what it signed, who names it, what came after it, and its works.

        Those who signed several concordats have several records of one id.
        """
        studio, works = self._studio, [body.model_dump_json()]
        yield self._record(body, works[0])
        yield repr(studio.bodies.named.get(body.id, ())).encode()
        for concordat, signatory in studio.bodies.signed.get(body.id, ()):
            works.append(signatory.model_dump_json())
            yield f"{concordat}\n{signatory.origin.path}\n{works[-1]}".encode()
        for each in body.succeeded_by:
            if each in studio.hub.organisations:
                yield self._record(studio.hub.organisations[each])
        yield from map(self._works, works)

    def _organisations(self, subject: str) -> Iterator[bytes]:
        """Yield how many there are, and those on the page with their numbers."""
        yield str(len(self._studio.bodies.listed)).encode()
        for body in organisations.part_of(self._studio, subject):
            yield self._record(body)
            yield repr(organisations.numbers(self._studio, body)).encode()

    def _entry(self, summary: EvidenceSummary) -> bytes:
        """Return a key of a summary with the work it sums up, and how many have its people.

        That is what lists show, and a summary stands in dozens of them.
        """
        if summary.id not in self._entries:
            work = self._studio.hub.references[summary.source]
            kin = len(self._studio.kinship.same_people(summary))
            self._entries[summary.id] = key_of(self._record(summary), self._record(work), str(kin))
        return self._entries[summary.id]

    def _whole(self, summary: EvidenceSummary) -> bytes:
        """Return a key of a summary with the works it names."""
        if summary.id not in self._wholes:
            text = summary.model_dump_json()
            self._wholes[summary.id] = key_of(self._record(summary, text), self._works(text))
        return self._wholes[summary.id]

    def _works(self, text: str) -> bytes:
        """Return a key of the works that a text may name, and where links to them lead.

        It may cite them in prose; in JSON, any text in quotation marks may be the key of one.
        """
        hub = self._studio.hub
        named = self._library.intersection(text.split('"'))
        if "@" in text:
            named |= self._library.intersection(_CITED.findall(text))
        parts = list[bytes]()
        for key in sorted(named):
            summary = hub.summary_of(key)
            parts += self._record(hub.references[key]), summary.id.encode() if summary else b""
        return key_of(*parts)

    def _record(self, record: Record, text: str = "") -> bytes:
        """Return a key of all that a record says; `text` is its JSON, where that is at hand."""
        name = type(record), record.id
        found = self._known.get(name)
        if found is None:
            text = text or record.model_dump_json()
            found = self._known[name] = key_of(record.id, record.origin.path, text)
        return found

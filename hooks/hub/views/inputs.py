"""What each ordered page is written from, as a key: while the key is the same, so is the page.

A record stands in a key with all its fields, so a page may show one more of them without a word
here. One that looks at one more *record* must say so; a test watches that none does unseen.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from hub.model.base import Status
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
from hub.views.findings import number_of
from hub.views.gap_pages import GAPS, written_from
from hub.views.record_keys import RecordKeys
from hub.views.reviews_due import is_stale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hub.page import Order
    from hub.views.settings import Settings
    from hub.views.sheet import Studio


class Inputs:
    """Knows what the pages of a `Writer` are written from, besides the code."""

    def __init__(self, studio: Studio, settings: Settings) -> None:
        """Look at the hub of a studio; what every page may show is in every key."""
        hub = studio.hub
        self._studio = studio
        self._built = settings.built
        self._keys = RecordKeys(studio)
        texts = (*hub.texts.values(), *hub.translations.values())
        self._around = key_of(
            repr(replace(settings, built=None)),
            *map(self._keys.alone, (*hub.vocabularies.values(), *hub.concordats.values())),
            *(each.model_dump_json() for each in hub.places.values()),
            *(f"{text.path}\n{text.sha256}" for text in texts),
        )

    def of(self, orders: Sequence[Order]) -> dict[str, bytes]:
        """Return the keys of the pages that are ordered, by address."""
        return {order.address: self(order) for order in orders}

    def __call__(self, order: Order) -> bytes:
        """Return the key of the page that is ordered."""
        parts = self._PARTS[order.view](self, order)
        return key_of(
            self._around, order.view, order.subject, order.address, order.edit_path, *parts
        )

    def _summary(self, order: Order) -> Iterator[bytes]:
        """Yield the summary with the works it names, and its kin as far as they are shown.

        What a summary of a challenged work says of it may name works of its own.
        """
        summary = self._studio.hub.summaries[order.subject]
        yield self._keys.whole(summary)
        if summary.status is Status.WITHDRAWN:
            return
        history = self._studio.history
        changes = history.of(summary.origin.path)
        yield repr((is_stale(summary, self._built), changes, history.is_whole)).encode()
        kinship = self._studio.kinship
        for each in kinship.challenged_by(summary):
            yield self._keys.whole(each)
        yield from map(self._keys.alone, kinship.same_people(summary))
        yield from map(self._keys.alone, kinship.closest(summary))

    def _reference(self, order: Order) -> Iterator[bytes]:
        """Yield the work with its summary and its uses, and the works that these name."""
        studio, key = self._studio, order.subject
        summary, uses = studio.hub.summary_of(key), repr(studio.uses.get(key, ()))
        yield self._keys.alone(studio.hub.references[key])
        yield self._keys.alone(summary) if summary else b""
        yield uses.encode()
        yield self._keys.works(uses)

    def _list(self, order: Order) -> Iterator[bytes]:
        """Yield how long the list is, and the entries on the page with the works they sum up."""
        found, _, some = lists.part_of(self._studio, order.subject)
        yield f"{found.title}\n{len(found.entries)}".encode()
        named = [each if isinstance(each, tuple) else (each, None) for each in some]
        yield b"".join([self._keys.entry(summary) for summary, _ in named])
        yield repr([number_of(*each) for each in named if each[1]]).encode()

    def _letter(self, order: Order) -> Iterator[bytes]:
        """Yield how many works each letter has, and those on the page with their uses."""
        studio = self._studio
        yield repr([(letter, len(works)) for letter, works in studio.letters.items()]).encode()
        for work in references.part_of(studio, order.subject)[2]:
            yield self._keys.alone(work)
            yield repr(studio.uses.get(work.key, ())).encode()

    def _browsed(self, order: Order) -> Iterator[bytes]:
        """Yield the numbers beside the choices, and the summaries on the page with their works."""
        subject = order.subject
        yield repr(browse.counts(self._studio, subject)).encode()
        if "#" in subject:
            found, number, some = browse.part_of(self._studio, subject)
            if found.term:
                facet = subject.partition("/")[0]
                yield repr(self._studio.shelves.tally(facet, found.id)).encode()
                practice = self._studio.shelves.practice(BY_ID[facet].vocabulary, found.id)
                yield str(len(practice)).encode()
                yield from map(self._keys.alone, practice[: terms.SHOWN])
                yield from map(self._keys.alone, browse.fed(self._studio, found, number))
            yield b"".join(map(self._keys.entry, some))

    def _question(self, order: Order) -> Iterator[bytes]:
        """Yield the summaries of the question with the works they name, and what is near it.

        Which of them are papers on the same people stands in the summaries.
        """
        studio = self._studio
        question = studio.questions[order.subject]
        shared = [each.id for each in question.shared]
        yield repr((shared, question_parts.near(studio, question))).encode()
        yield b"".join(map(self._keys.whole, (*question.summaries, *question.retracted)))

    def _questions(self, _: Order) -> Iterator[bytes]:
        """Yield all summaries with the works they sum up: any may change the list."""
        yield b"".join(map(self._keys.entry, self._studio.hub.summaries.values()))

    def _mapped(self, order: Order) -> Iterator[bytes]:
        """Yield what a page of the gap map says, and its summaries with their works and kin."""
        said, readings = written_from(self._studio, order)
        yield said.encode()
        known, entry = self._keys.entries, self._keys.entry
        yield b"".join([known.get(each.name) or entry(each.summary) for each in readings])

    def _signatories(self, order: Order) -> Iterator[bytes]:
        """Yield all who signed a concordat, with what is recorded of these organisations."""
        hub = self._studio.hub
        for signatory in hub.signatories.get(order.subject, ()):
            yield self._keys.alone(signatory)
            body = hub.organisations.get(signatory.organisation or "")
            yield self._keys.alone(body) if body else b""

    def _example(self, order: Order) -> Iterator[bytes]:
        """Yield the example with what it shows of other records, and the works that it names."""
        example = self._studio.hub.practice[order.subject]
        yield self._keys.whole(example)
        looked, leads = practice.related(self._studio, example)
        yield leads.encode()
        yield from map(self._keys.alone, looked)

    def _area(self, order: Order) -> Iterator[bytes]:
        """Yield what the page of an area lists."""
        place = self._studio.hub.places[order.subject]
        yield repr(areas.shown(self._studio, place)).encode()
        yield from map(self._keys.alone, self._studio.areas.practice(place.id))

    def _organisation(self, order: Order) -> Iterator[bytes]:
        """Yield the body with what it signed, who names it, what came after it, and its works.

        Those who signed several concordats have several records of one id.
        """
        studio = self._studio
        body = studio.hub.organisations[order.subject]
        yield self._keys.whole(body)
        yield repr(studio.bodies.named.get(body.id, ())).encode()
        for concordat, signatory in studio.bodies.signed.get(body.id, ()):
            yield concordat.encode()
            yield self._keys.whole(signatory)
        for each in body.succeeded_by:
            if each in studio.hub.organisations:
                yield self._keys.alone(studio.hub.organisations[each])

    def _organisations(self, order: Order) -> Iterator[bytes]:
        """Yield how many there are, and those on the page with their numbers."""
        yield str(len(self._studio.bodies.listed)).encode()
        for body in organisations.part_of(self._studio, order.subject):
            yield self._keys.alone(body)
            yield repr(organisations.numbers(self._studio, body)).encode()

    _PARTS: ClassVar[Mapping[str, Callable[[Inputs, Order], Iterator[bytes]]]] = {
        summaries.SUMMARY: _summary,
        lists.LIST: _list,
        references.WORKS: _letter,
        reference_pages.REFERENCE: _reference,
        browse.BROWSE: _browsed,
        **dict.fromkeys(GAPS, _mapped),
        question_pages.QUESTION: _question,
        question_pages.QUESTIONS: _questions,
        signatories.SIGNATORIES: _signatories,
        practice.EXAMPLE: _example,
        areas.AREA: _area,
        workshop.AREA_SHEET: _area,
        organisations.ORGANISATION: _organisation,
        organisations.ORGANISATIONS: _organisations,
    }
    """What yields the inputs of an order, by its view."""

"""Controlled terms (SKOS in YAML), places and organisations.

A place is a piece of geography with codes and dates; a body that works there is an
organisation. Sources mix them up; the hub does not.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from hub.model.base import Model, Record, Source
from hub.model.identifiers import MalformedIdentifierError, parse_ror
from hub.model.marks import Mentions, fault
from hub.model.points import check_point
from hub.model.values import Day, Line, Number, OrganisationId, PlaceId, Prose, Slug, WebAddress


def _ror(text: str) -> str:
    try:
        return parse_ror(text)
    except MalformedIdentifierError as error:
        advice = f"write ror: {error.instead}" if error.instead else "compare it with ror.org"
        meant = error.instead
        raise fault("malformed-identifier", str(error), error.expected, advice, meant) from None


class Match(Model):
    """The same idea in another vocabulary (skos:exactMatch)."""

    scheme: Line = Field(description="MeSH or SNOMED CT.")
    id: Line = Field(description="The identifier there.")


class Search(Model):
    """When and where evidence for a term was looked for: empty is not the same as unsearched."""

    on: Day = Field(description="When.")
    where: Line = Field(description="Which sources were searched.")
    by: Line = Field(description="By whom: a role.")


class Term(Model):
    """One term of a vocabulary (skos:Concept)."""

    id: Slug = Field(description="Permanent id.")
    label: Line = Field(description="The preferred label.")
    alt_labels: tuple[Line, ...] = Field(default=(), description="Synonyms; they feed search.")
    broader: Slug | None = Field(default=None, description="The term above it, in this file.")
    definition: Line | None = Field(default=None, description="What it means.")
    exact_match: tuple[Match, ...] = Field(default=(), description="Same idea elsewhere.")
    searched: Search | None = Field(default=None, description="When evidence was looked for.")
    source: Line | None = Field(default=None, description="Where the term comes from.")


class Vocabulary(Record):
    """A list of terms for one facet."""

    terms: tuple[Term, ...] = Field(min_length=1, description="The terms, in order.")

    def find(self, term_id: str) -> Term | None:
        """Return the term with this id, if there is one."""
        return next((term for term in self.terms if term.id == term_id), None)


class Place(Model):
    """A place with its codes, its centre and the time for which it holds."""

    id: Slug = Field(description="Permanent id.")
    label: Line = Field(description="Name.")
    label_cy: Line | None = Field(default=None, description="Name in Welsh.")
    kind: Annotated[str, Mentions("term:place-kinds")] = Field(
        description="A term of the place-kinds vocabulary."
    )
    within: PlaceId | None = Field(default=None, description="The place around it.")
    alt_labels: tuple[Line, ...] = Field(default=(), description="Other names.")
    ons: Line | None = Field(default=None, description="ONS code.")
    ods: Line | None = Field(default=None, description="ODS code.")
    lat: Number | None = Field(default=None, description="Latitude of the centre, degrees north.")
    long: Number | None = Field(default=None, description="Longitude, degrees east.")
    valid_from: Day | None = Field(default=None, description="First day it holds for.")
    valid_to: Day | None = Field(default=None, description="Last day it holds for.")
    successors: tuple[PlaceId, ...] = Field(default=(), description="What came after it.")

    @model_validator(mode="after")
    def _place_is_sound(self) -> Self:
        check_point(self.lat, self.long)
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise fault(
                "contradiction",
                f"{self.label} ends on {self.valid_to}, before it begins on {self.valid_from}",
                "valid_to on or after valid_from",
            )
        return self


class Gazetteer(Record):
    """The list of places, with where it comes from."""

    source: Line = Field(description="Where codes and centres come from.")
    licence: Line = Field(description="The licence of the data, with its attribution.")
    places: tuple[Place, ...] = Field(min_length=1, description="The places.")


class Organisation(Record):
    """A body that signs, leads, pays for or takes part in something."""

    sector: Annotated[str, Mentions("term:sectors")] = Field(
        description="A term of the sectors vocabulary."
    )
    aliases: tuple[Line, ...] = Field(default=(), description="Names as sources print them.")
    place: PlaceId | None = Field(default=None, description="Where it works.")
    web: WebAddress | None = Field(default=None, description="Its public page.")
    ror: Annotated[str, AfterValidator(_ror)] | None = Field(
        default=None, description="ROR id, bare."
    )
    ods: Line | None = Field(default=None, description="ODS code.")
    charity: Line | None = Field(default=None, description="Charity number.")
    from_date: Day | None = Field(default=None, description="When it began.")
    to_date: Day | None = Field(default=None, description="When it ended.")
    succeeded_by: tuple[OrganisationId, ...] = Field(default=(), description="What came after.")
    note: Prose | None = Field(default=None, description="What a reader should know of it.")
    sources: tuple[Source, ...] = Field(default=(), description="Where this was read.")

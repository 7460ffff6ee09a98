"""What stands behind a clause of a concordat: the works that bear on it, and who acts on it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from hub.model.base import Model, Quote
from hub.model.marks import Mentions, fault
from hub.model.values import CitationKey, Line, ProgrammeId, Prose


class Relation(StrEnum):
    """How a piece of evidence bears on a clause."""

    SUPPORTS = "supports"
    PARTLY_SUPPORTS = "partly-supports"
    CONTEXTUALISES = "contextualises"
    CHALLENGES = "challenges"


class EvidenceLink(Model):
    """A work that bears on a clause, how, and why; the hub's judgement, open to challenge."""

    reference: CitationKey = Field(
        description="The work; its summary is linked where there is one."
    )
    relation: Relation = Field(
        description="supports, partly-supports, contextualises or challenges."
    )
    why: Prose = Field(description="Why, in one sentence.")
    quote: Quote | None = Field(default=None, description="The work's own words.")


class ProgrammeLink(Model):
    """A programme that acts on a clause."""

    programme: ProgrammeId = Field(description="The programme.")
    why: Prose = Field(description="How it acts on the clause, in one sentence.")


class ClauseBasis(Model):
    """What stands behind a clause. Lessons name their clauses themselves."""

    label: Line = Field(description="The clause in a few words.")
    evidence: tuple[EvidenceLink, ...] = Field(default=(), description="Works that bear on it.")
    programmes: tuple[ProgrammeLink, ...] = Field(
        default=(), description="Programmes that act on it."
    )
    no_direct_evidence: Prose | None = Field(
        default=None, description="Why there is none, where nothing here tests the clause."
    )
    themes: tuple[Annotated[str, Mentions("term:lesson-themes")], ...] = Field(
        default=(),
        description="Terms of the lesson-themes vocabulary, to find the same in other concordats.",
    )

    @model_validator(mode="after")
    def _not_both(self) -> Self:
        direct = {Relation.SUPPORTS, Relation.PARTLY_SUPPORTS}
        if self.no_direct_evidence and any(link.relation in direct for link in self.evidence):
            raise fault(
                "contradiction",
                "the clause is said to have no direct evidence, and evidence is said to support it",
                "either supporting evidence or no_direct_evidence",
                "delete no_direct_evidence, or call the evidence contextualises or challenges",
            )
        return self

"""Tiny fictional hubs, made from model objects, for the tests of the views."""

from dataclasses import dataclass
from typing import Any, TypeVar

from hub.citing.styles import Style
from hub.model.base import Record
from hub.model.evidence import EvidenceSummary
from hub.model.hub import Hub
from hub.model.references import Reference
from hub.model.vocabularies import Vocabulary
from hub.source import Loc, Span
from hub.views.sheet import Studio

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class FileOrigin:
    """Says that everything in a record stands at the top of its file."""

    path: str

    def span(self, loc: Loc = ()) -> Span:  # noqa: ARG002 - the protocol's signature
        """Return the file's first character."""
        return Span(self.path)

    def key_span(self, loc: Loc) -> Span:
        """Return the file's first character."""
        return self.span(loc)

    def span_of(self, loc: Loc, text: str, occurrence: int = 0) -> Span:  # noqa: ARG002
        """Return the file's first character."""
        return self.span(loc)


class PlainFormatter:
    """Prints a reference as its title alone."""

    def format_html(self, reference: Reference, style: Style = Style.VANCOUVER) -> str:  # noqa: ARG002
        """Return the title."""
        return reference.title


def placed(record: R, record_id: str, folder: str = "evidence") -> R:
    """Return the record, told its id and its file."""
    record.placed(record_id, FileOrigin(f"{folder}/{record_id}.yml"))
    return record


def work(key: str, **fields: object) -> Reference:
    """Return a journal article, called after its key."""
    given = {"title": f"The {key} study", "type": "article-journal", **fields}
    return placed(Reference.model_validate(given), key)


def summary(summary_id: str, source: str, **fields: object) -> EvidenceSummary:
    """Return a summary of a trial of choirs in Northshire, with no findings."""
    given = {
        "title": f"Summary {summary_id}",
        "source": source,
        "design": "rct",
        "question": {"population": "Adults in Northshire", "intervention": "A weekly choir"},
        "answer": "Nothing can be said yet.",
        "plain_summary": "Adults in Northshire sang together.",
        "harms": {"status": "not-stated"},
        "seen": "abstract",
        "seen_note": "The abstract.",
        "reviewed": {"on": "2026-02-03", "by": "an editor"},
        **fields,
    }
    return placed(EvidenceSummary.model_validate(given), summary_id, "evidence/summaries")


def finding(outcome: str, direction: str, **fields: object) -> dict[str, Any]:
    """Return the fields of a finding that compares groups."""
    return {
        "outcome": outcome,
        "direction": direction,
        "statement": f"Something about {outcome}.",
        "comparison": "between-groups",
        **fields,
    }


def vocabulary(name: str, **labels: str) -> Vocabulary:
    """Return a vocabulary with these labels by id; `_` in an id stands for `-`."""
    terms = [{"id": key.replace("_", "-"), "label": label} for key, label in labels.items()]
    return placed(Vocabulary.model_validate({"title": name, "terms": terms}), name)


def hub_of(*records: Record) -> Hub:
    """Return a hub that holds these works, summaries and vocabularies."""
    return Hub(
        references={each.id: each for each in records if isinstance(each, Reference)},
        summaries={each.id: each for each in records if isinstance(each, EvidenceSummary)},
        vocabularies={each.id: each for each in records if isinstance(each, Vocabulary)},
    )


def studio_of(*records: Record) -> Studio:
    """Return a studio for such a hub, which prints references as their titles."""
    return Studio(hub_of(*records), PlainFormatter())

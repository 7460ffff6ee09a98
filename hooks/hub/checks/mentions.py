"""Does every mention lead to something? Terms, organisations, places, works, clauses, lessons.

Which fields mention what is written in their types (`hub.model.base.Mentions`), so a new field
is checked without a word here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic, did_you_mean, one_of
from hub.model.citations import parse_citations
from hub.model.marks import Mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.checks.reading import Cited, Reading
    from hub.model.base import Record
    from hub.model.hub import Hub
    from hub.source import Span

_CODES = {"reference": Code.UNKNOWN_CITATION, "clause": Code.UNKNOWN_CLAUSE}

# Kind -> what it is called, and where the list is.
_WHERE = {
    "reference": ("reference", "evidence/references.bib"),
    "organisation": ("organisation", "evidence/organisations/"),
    "place": ("place", "evidence/vocabularies/places.yml"),
    "programme": ("programme", "evidence/programmes/"),
    "practice": ("practice example", "evidence/practice/"),
    "summary": ("evidence summary", "evidence/summaries/"),
    "concordat": ("concordat", "concordats/"),
    "clause": ("clause", "concordats/, written <concordat>/<clause>"),
    "lesson": ("lesson", "evidence/programmes/, written <programme>/<number>"),
}


def check_mentions(hub: Hub, reading: Reading) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each mention, in a record, of something that does not exist."""
    record = reading.record
    for loc, mark, name in reading.texts:
        if isinstance(mark, Mentions) and not hub.is_known(mark.kind, name):
            yield _unknown(hub, mark.kind, name, record.origin.span(loc))
    for cited in reading.cited:
        if not hub.is_known("reference", cited.key):
            yield _unknown(hub, "reference", cited.key, _key_span(record, cited))


def check_pages(hub: Hub) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each citation, in a hand-written page, of an unknown work."""
    for page in hub.docs.values():
        for group in parse_citations(page.body):
            for citation in group.citations:
                if not hub.is_known("reference", citation.key):
                    start = page.body_start + page.body.index(f"@{citation.key}", group.start) + 1
                    span = page.source.span(start, start + len(citation.key))
                    yield _unknown(hub, "reference", citation.key, span)


def _key_span(record: Record, cited: Cited) -> Span:
    """Return the span of the key itself, without its @."""
    found = record.origin.span_of(cited.loc, f"@{cited.key}", cited.occurrence)
    return replace(found, column=found.column + 1)


def _unknown(hub: Hub, kind: str, name: str, span: Span) -> Diagnostic:
    known = sorted(hub.ids(kind))
    if kind.startswith("term:"):
        vocabulary = kind.removeprefix("term:")
        file = f"evidence/vocabularies/{vocabulary}.yml"
        return Diagnostic(
            code=Code.UNKNOWN_TERM, span=span,
            message=f'"{name}" is not a term of the vocabulary "{vocabulary}"',
            expected=one_of(known, " such as ".join([f"a term from {file}", *known[:1]])),
            help=_suggestion(hub, vocabulary, name, f"choose a term from {file}, or propose one"),
        )  # fmt: skip
    what, where = _WHERE[kind]
    if kind == "reference":
        message = f'no reference has the key "{name}"'
    else:
        message = f'there is no {what} "{name}"'
    return Diagnostic(
        code=_CODES.get(kind, Code.UNKNOWN_RECORD), span=span, message=message,
        expected=f"{'a key' if kind == 'reference' else 'one'} from {where}",
        help=did_you_mean(name, known, f"see the list in {where.split(',')[0]}"),
    )  # fmt: skip


def _suggestion(hub: Hub, vocabulary: str, name: str, otherwise: str) -> str:
    """Suggest a term whose id is spelled alike, or one of whose labels is this very word."""
    terms = hub.vocabularies[vocabulary].terms if vocabulary in hub.vocabularies else ()
    wanted = name.casefold().replace("-", " ")
    for term in terms:
        if wanted in {label.casefold() for label in (term.label, *term.alt_labels)}:
            return f'did you mean "{term.id}"?'
    return did_you_mean(name, [term.id for term in terms], otherwise)

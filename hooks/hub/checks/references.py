"""The library as a whole: the same work twice, works nobody cites, retracted works cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from hub.checks.facts import WORK, mention
from hub.checks.names import check_authors
from hub.checks.prose import check_printed, placeholder_in
from hub.checks.similar import Work, similar_pairs
from hub.codes import Code
from hub.diagnostics import Diagnostic, Note
from hub.model.citations import parse_citations
from hub.model.walk import mentions, prose

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from hub.checks.facts import Facts
    from hub.model.base import Record
    from hub.model.hub import Hub
    from hub.model.references import Reference
    from hub.source import Loc, Span


_PRINTED = ("title", "container_title", "publisher", "genre", "collection_title", "note")


def check_reference(reference: Reference) -> Iterator[Diagnostic]:
    """Yield everything that is wrong with a reference, whatever else the library holds."""
    yield from check_authors(reference)
    yield from check_printed(reference)
    yield from _check_placeholders(reference)


def check_unused(hub: Hub, cited: Collection[str]) -> Iterator[Diagnostic]:
    """Yield references that nothing cites; `cited` holds the keys that anything does."""
    for key in hub.references:
        if key not in cited and not hub.unread:  # an unread record may be the one that cites it
            yield Diagnostic(
                code=Code.UNUSED_REFERENCE, span=hub.references[key].origin.span(),
                message=f'nothing cites "{key}"',
                expected="a summary, clause, programme or page that cites it",
                help=f"cite it as [@{key}], or delete the entry",
            )  # fmt: skip


def check_retracted(
    hub: Hub, facts: Mapping[str, Facts], cited: Collection[str]
) -> Iterator[Diagnostic]:
    """Yield retracted works that a record cites as if they were not; `facts` are by path."""
    retracted = hub.retracted.intersection(cited)
    named = {mention(WORK, key) for key in retracted}
    for path, each in facts.items():
        if not named.isdisjoint(each.mentions):
            yield from _check_retracted(hub, hub.records[path], retracted)


def cited_on_pages(hub: Hub) -> set[str]:
    """Return the keys that hand-written pages cite."""
    groups = (group for page in hub.docs.values() for group in parse_citations(page.body))
    return {each.key for group in groups for each in group.citations}


def check_given_twice(
    references: Mapping[str, Reference], works: Collection[Work]
) -> Iterator[Diagnostic]:
    """Yield works that stand in a library twice; `works` are what its references are compared by.

    They are compared by identifier, and by title with year: one pass, never all pairs.
    """
    seen: dict[str, Work] = {}
    twice = set()
    for work in works:
        marks = list(marks_of(work))
        first = next((seen[mark] for mark in marks if mark in seen), None)
        if first is not None and not _are_two(first, work):
            twice.add(work.key)
            yield Diagnostic(
                code=Code.DUPLICATE_REFERENCE, span=references[work.key].origin.span(),
                message=f'"{work.key}" is the same work as "{first.key}"',
                expected="each work once",
                help="keep one of the two, and cite that one everywhere",
                notes=(Note("the other stands here", references[first.key].origin.span()),),
            )  # fmt: skip
        for mark in marks:
            seen.setdefault(mark, work)
    for first, second in similar_pairs(works):
        if not {first.key, second.key} & twice:
            other = references[first.key].origin.span(("title",))
            yield Diagnostic(
                code=Code.SIMILAR_REFERENCE, span=references[second.key].origin.span(("title",)),
                message=f'"{second.key}" has nearly the same title and year as "{first.key}"',
                expected="each work once",
                help="if it is one work, keep one entry; if not, a DOI tells them apart",
                notes=(Note("the other stands here", other),),
            )  # fmt: skip


def marks_of(work: Work) -> Iterator[str]:
    """Yield what two entries of the same work would share."""
    if work.doi:
        yield f"doi {work.doi.lower()}"
    if work.pmid:
        yield f"pmid {work.pmid}"
    yield f"title {work.title} {work.year}"


def _are_two(first: Work, second: Work) -> bool:
    """Two DOIs are two works, even under one title: parts, versions, a republication."""
    return bool(first.doi and second.doi and first.doi.lower() != second.doi.lower())


def _check_placeholders(reference: Reference) -> Iterator[Diagnostic]:
    texts = [(field, getattr(reference, field)) for field in _PRINTED]
    texts += [("author", name.literal or name.family) for name in reference.author]
    texts += [("editor", name.literal or name.family) for name in reference.editor]
    if not placeholder_in("\n".join([text for _, text in texts])):
        return
    for field, text in texts:
        if match := placeholder_in(text):
            yield Diagnostic(
                code=Code.PLACEHOLDER_TEXT, span=reference.origin.span_of((field,), match[0]),
                message=f'"{match[0]}" was meant to be replaced', expected="finished text",
                help="write what belongs here, or delete the field",
            )  # fmt: skip


def _check_retracted(hub: Hub, record: Record, keys: frozenset[str]) -> Iterator[Diagnostic]:
    """A retracted work may be cited where the text around says that it is retracted."""
    for loc, kind, name in mentions(record):
        if kind == "reference" and name in keys and not _says_so(_around(record, loc)):
            yield _unsaid(hub.references[name], record.origin.span(loc))
    for loc, text in prose(record):
        named = {each.key for group in parse_citations(text) for each in group.citations}
        for name in sorted(named & keys):
            if not _says_so(text):
                yield _unsaid(hub.references[name], record.origin.span_of(loc, f"@{name}"))


def _says_so(text: str) -> bool:
    return "retract" in text.casefold()


def _unsaid(reference: Reference, span: Span) -> Diagnostic:
    return Diagnostic(
        code=Code.CITED_RETRACTED, span=span,
        message=f'"{reference.key}" was retracted, and the text does not say so',
        expected='the word "retracted" beside the citation, with why it is cited',
        help="say that it was retracted, or cite another work",
        notes=(Note("its state stands here", reference.origin.span(("state",))),),
    )  # fmt: skip


def _around(record: Record, loc: Loc) -> str:
    """Return the texts that stand beside a mention, in the smallest model around it."""
    value: object = record
    around = record
    for step in loc:
        if isinstance(value, BaseModel):
            around, value = value, getattr(value, str(step))  # type: ignore[assignment]  # models nest
        else:
            value = value[step]  # type: ignore[index]  # tuples and mappings of models
    return " ".join(str(each) for _, each in around if isinstance(each, str))

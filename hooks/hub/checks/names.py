"""Names of people, bodies and records: can they be names, and is each there once?

Real names are of every length and script and pass untouched; refused is what only a trick or a
slip can be. Characters that nobody can see are refused by `hub.loading` before.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from hub.checks.alphabets import looks_like, skeleton
from hub.checks.markup import html_in
from hub.codes import Code
from hub.diagnostics import Diagnostic, Note
from hub.model.concordats import Signatory
from hub.model.vocabularies import Organisation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.model.base import Record
    from hub.model.hub import Hub
    from hub.model.pages import DocsPage
    from hub.source import Loc, Span

_BRACKETS = re.compile("[<>]")
# What spreadsheets take for the start of a formula, full-width forms included. Bodies may be
# called "+44 Community Arts", and the downloads make that safe; a person's name is a slip.
_FORMULA = {True: re.compile("[=+\\-@\uff1d\uff0b\uff0d\uff20]"), False: re.compile("[=\uff1d]")}
_PILED = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{4}")


def check_names(hub: Hub) -> Iterator[Diagnostic]:
    """Yield names that nobody can have, that pretend, or that stand for one body twice."""
    for record in hub.records:
        for loc, name, is_person in _names(record):
            if not ("<" in name and any(html_in(name))):  # `hub.checks.prose` says so
                yield from _check_name(record, loc, name, is_person=is_person)
    for reference in hub.references.values():
        for person in (*reference.author, *reference.editor):
            name = f"{person.literal}{person.family} {person.given}".strip()
            yield from _check_name(reference, ("author",), name, is_person=True)
    for page in hub.docs.values():
        yield from _check_title(page)
    yield from _check_twice(hub.organisations.values())
    for signatories in hub.signatories.values():
        yield from _check_twice(signatories)
        for signatory in signatories:
            yield from _check_signed_twice(signatory)


def _names(record: Record) -> Iterator[tuple[Loc, str, bool]]:
    """Yield the names in a record: where, what, and whether a person's."""
    yield ("title",), record.title, isinstance(record, Signatory) and not record.organisation
    if isinstance(record, Organisation):
        for position, alias in enumerate(record.aliases):
            yield ("aliases", position), alias, False
    elif isinstance(record, Signatory):
        for position, signature in enumerate(record.signatures):
            if signature.by:
                yield ("signatures", position, "by", "role"), signature.by.role, True
                if signature.by.name:
                    yield ("signatures", position, "by", "name"), signature.by.name, True


def _check_name(record: Record, loc: Loc, name: str, *, is_person: bool) -> Iterator[Diagnostic]:
    if fault := _fault(name, is_person=is_person):
        yield _bad(record.origin.span(loc), *fault)
    elif not name.isascii() and (pretended := looks_like(name)):
        yield _look_alike(record.origin.span_of(loc, pretended[0]), *pretended)


def _check_title(page: DocsPage) -> Iterator[Diagnostic]:
    """A page's title and description stand in the head of the page and in the navigation."""
    for text in (page.front_matter.title, page.front_matter.description):
        if text and _BRACKETS.search(text):
            start = max(page.source.text.find(text, 0, page.body_start), 0)
            yield _bad(page.source.span(start, start + len(text)), *_WITH_BRACKETS)


_WITH_BRACKETS = ("a name holds no < or >", "write the name as it is printed")


def _fault(name: str, *, is_person: bool) -> tuple[str, str] | None:
    """Return what is wrong with a name and how to mend it, or None."""
    if _BRACKETS.search(name):
        return _WITH_BRACKETS
    if _FORMULA[is_person].match(name):
        return f'a name does not begin with "{name[0]}"', "delete the sign before the name"
    if not any(map(str.isalnum, name)):
        return "the name has no letter that can be seen", "write the name, or delete the record"
    if not name.isascii() and _PILED.search(unicodedata.normalize("NFC", name)):
        return "marks are piled on a letter", "write each letter with the accents it has in print"
    return None


def _bad(span: Span, message: str, advice: str) -> Diagnostic:
    return Diagnostic(
        code=Code.BAD_NAME, span=span, message=message,
        expected="a name as people write it, in any script", help=advice,
    )  # fmt: skip


def _look_alike(span: Span, word: str, alphabet: str, pretended: str) -> Diagnostic:
    return Diagnostic(
        code=Code.LOOK_ALIKE_LETTERS, span=span,
        message=f'"{word}" holds {alphabet} letters, and looks like "{pretended}"',
        expected="letters of one alphabet in a name",
        help="type the name anew; if it is right as it stands, leave it",
    )  # fmt: skip


def _check_twice(records: Iterable[Record]) -> Iterator[Diagnostic]:
    seen: dict[str, Record] = {}
    for record in records:
        first = seen.setdefault(skeleton(record.title), record)
        if first is not record:
            yield Diagnostic(
                code=Code.DUPLICATE_NAME, span=record.origin.span(("title",)),
                message=f'"{record.title}" is the name of two records', expected="one record each",
                help="delete one of the two, or say in the names what tells them apart",
                notes=(Note("the other stands here", first.origin.span(("title",))),),
            )  # fmt: skip


def _check_signed_twice(signatory: Signatory) -> Iterator[Diagnostic]:
    seen: dict[tuple[str, str], int] = {}
    for position, signature in enumerate(signatory.signatures):
        name = signature.by.name if signature.by else None
        mark = (signature.version, skeleton(name or ""))
        first = seen.setdefault(mark, position)
        if first != position:
            loc = ("signatures", position, "version")
            yield Diagnostic(
                code=Code.SIGNED_TWICE, span=signatory.origin.span(loc),
                message=f"version {signature.version} is signed twice",
                expected="one signature for each version", help="delete one of the two",
                notes=(
                    Note("the other stands here",
                         signatory.origin.span(("signatures", first, "version"))),
                ),
            )  # fmt: skip

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
from hub.model.signatories import Signatory
from hub.model.vocabularies import Organisation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Record
    from hub.model.pages import DocsPage
    from hub.model.references import Reference
    from hub.source import Loc, Span

_BRACKETS = re.compile("[<>]")
# What spreadsheets take for the start of a formula, full-width forms included. Bodies may be
# called "+44 Community Arts", and the downloads make that safe; a person's name is a slip.
_FORMULA = {True: re.compile("[=+\\-@\uff1d\uff0b\uff0d\uff20]"), False: re.compile("[=\uff1d]")}
_PLAIN = re.compile(r"[A-Za-z][^<>]*")
_PILED = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{4}")


def check_names(record: Record) -> Iterator[Diagnostic]:
    """Yield names in a record that nobody can have or that pretend, and what is signed twice."""
    for loc, name, is_person in _names(record):
        if not ("<" in name and any(html_in(name))):  # `hub.checks.prose` says so
            yield from _check_name(record, loc, name, is_person=is_person)
    if isinstance(record, Signatory):
        yield from _check_signed_twice(record)


def check_authors(reference: Reference) -> Iterator[Diagnostic]:
    """Yield names of authors and editors that nobody can have, or that pretend."""
    for person in (*reference.author, *reference.editor):
        name = f"{person.literal}{person.family} {person.given}".strip()
        if name.isascii() and _PLAIN.fullmatch(name):  # as nearly all are
            continue
        yield from _check_name(reference, ("author",), name, is_person=True)


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


def check_title(page: DocsPage) -> Iterator[Diagnostic]:
    """Yield what is wrong with the names of a page, which stand in its head and in menus."""
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


def named_twice(first: Record, second: Record) -> Diagnostic:
    """Return what to say of two records of one name."""
    return Diagnostic(
        code=Code.DUPLICATE_NAME, span=second.origin.span(("title",)),
        message=f'"{second.title}" is the name of two records', expected="one record each",
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

"""The field reference: every field of every record, made from the models themselves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

from hub.model.kinds import KINDS
from hub.model.marks import Mentions
from hub.page import Heading, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from hub.model.kinds import RecordKind
    from hub.views.sheet import Studio

ADDRESS = "reference/fields/"


@dataclass(frozen=True, slots=True)
class KindTable:
    """The fields of one kind of record, as rows of text: name, needed, what belongs into it."""

    heading: Heading
    what: str
    path: str
    rows: tuple[tuple[str, str, str], ...]


def fields_page(studio: Studio) -> Page:
    """Return the page that lists every field of every kind of record."""
    sheet = studio.sheet(ADDRESS)
    kinds = tuple(map(_table, KINDS))
    return Page(
        address=ADDRESS,
        kind="fields",
        title="Field reference",
        description="Every field of every record of the hub, with what belongs into it.",
        html=sheet.render("fields.html", kinds=kinds),
        headings=tuple(kind.heading for kind in kinds),
        section="contributing",
    )


def _table(kind: RecordKind) -> KindTable:
    heading = Heading(kind.what.replace(" ", "-"), kind.what[0].upper() + kind.what[1:])
    return KindTable(heading, kind.what, kind.path, tuple(_rows(kind.model, "")))


def _rows(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each field, and for each field of the models inside it."""
    for name, field in model.model_fields.items():
        yield prefix + name, "yes" if field.is_required() else "no", _meaning(field)
        inner = next((each for each in _parts(field.annotation) if _is_a(each, BaseModel)), None)
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _rows(inner, f"{prefix}{name}{_many(field)}.")


def _many(field: FieldInfo) -> str:
    """Return the mark of a list or a mapping in the way to a field: `findings[].outcome`."""
    kinds = {getattr(each, "__origin__", None) for each in _parts(field.annotation)}
    return "[]" if tuple in kinds else ".<id>" if dict in kinds else ""


def _meaning(field: FieldInfo) -> str:
    found = [*_parts(field.annotation), *field.metadata]
    text = field.description or ""
    for enum in (each for each in found if _is_a(each, StrEnum)):
        choices = [choice.value for choice in enum]
        if not all(choice in text for choice in choices):
            text += f" One of: {', '.join(choices)}."
    for mark in (each for each in found if isinstance(each, Mentions)):
        kind, _, vocabulary = mark.kind.partition(":")
        if kind == "term" and vocabulary not in text:
            text += f" A term of the vocabulary {vocabulary}."
    return text


def _is_a(value: object, base: type) -> bool:
    return isinstance(value, type) and issubclass(value, base)


def _parts(annotation: object) -> Iterator[object]:
    """Yield a type expression and everything inside it."""
    yield annotation
    for each in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield from _parts(each)

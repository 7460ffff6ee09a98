"""Walk the texts of a record by the marks in its field types: what it mentions, what is prose.

A plan is made once per model class, so that walking ten thousand records stays cheap; it leads
whoever looks for some marks alone past most of what has others.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from hub.model.marks import IsProse, Mentions
from hub.source import Loc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


Mark = Mentions | IsProse | None
"""What a text is: a mention of something, prose, or words as they are."""


class _Step(NamedTuple):
    """One field worth visiting: text of some kind, or a model with texts inside."""

    name: str
    mark: Mark


Text = tuple[Loc, Mark, str]
Marks = frozenset[Mark] | None
"""What is looked for; None for every text."""


def texts(record: BaseModel, marks: Marks = None) -> list[Text]:
    """Return every text of a record: where it stands, what it is, and its words.

    Whoever names `marks` gets all that have one of them, and perhaps others.
    """
    # One list for all: generators within generators take twice as long.
    found = list[Text]()
    _within(record, (), marks, found)
    return found


def mentions(record: BaseModel) -> Iterator[tuple[Loc, str, str]]:
    """Yield every mention in a record: where it stands, what kind it names, and the name."""
    for loc, mark, text in texts(record):
        if isinstance(mark, Mentions):
            yield loc, mark.kind, text


def prose(record: BaseModel) -> Iterator[tuple[Loc, str]]:
    """Yield every Markdown text in a record, with where it stands."""
    for loc, mark, text in texts(record, frozenset({IsProse()})):
        if isinstance(mark, IsProse):
            yield loc, text


def _within(model: BaseModel, loc: Loc, marks: Marks, found: list[Text]) -> None:
    for name, mark in _plan(type(model), marks):
        value = getattr(model, name)
        if isinstance(value, str):
            found.append(((*loc, name), mark, value))
        elif value is not None:
            _inside(value, mark, (*loc, name), marks, found)


def _inside(value: object, mark: Mark, loc: Loc, marks: Marks, found: list[Text]) -> None:
    if isinstance(value, str):
        found.append((loc, mark, value))
    elif isinstance(value, BaseModel):
        _within(value, loc, marks, found)
    elif isinstance(value, tuple):
        for position, each in enumerate(value):
            _inside(each, mark, (*loc, position), marks, found)
    elif isinstance(value, dict):
        for key, each in value.items():
            _inside(each, mark, (*loc, key), marks, found)


@cache
def _plan(model: type[BaseModel], marks: Marks) -> tuple[_Step, ...]:
    return tuple(
        step
        for name, field in model.model_fields.items()
        if _holds_texts(field.annotation)
        for step in [_Step(name, _mark(field.metadata) or _mark_within(field.annotation))]
        if marks is None or step.mark in marks or _leads_to(field.annotation, marks)
    )


def _leads_to(annotation: object, marks: Marks) -> bool:
    """Tell whether a type holds models that hold texts with these marks."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_plan(annotation, marks))
    return any(_leads_to(each, marks) for each in get_args(annotation))


def _mark(metadata: Iterable[object]) -> Mark:
    return next((each for each in metadata if isinstance(each, (Mentions, IsProse))), None)


def _mark_within(annotation: object) -> Mark:
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        return _mark(metadata) or _mark_within(inner)
    return next((mark for each in get_args(annotation) if (mark := _mark_within(each))), None)


def _holds_texts(annotation: object) -> bool:
    if isinstance(annotation, type) and not get_args(annotation):
        return issubclass(annotation, (BaseModel, str)) and not issubclass(annotation, Enum)
    known = {Union, UnionType, Annotated, tuple, dict}
    return get_origin(annotation) in known and any(map(_holds_texts, get_args(annotation)))

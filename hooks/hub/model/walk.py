"""Walk a record by the marks in its field types: what it mentions, and what prose it holds.

A plan is made once per model class, so that walking ten thousand records stays cheap.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from hub.model.base import IsProse, Mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hub.source import Loc


@dataclass(frozen=True, slots=True)
class _Step:
    """One field worth visiting: a mention, prose, or a model with such fields inside."""

    name: str
    mark: Mentions | IsProse | None


def mentions(record: BaseModel) -> Iterator[tuple[Loc, str, str]]:
    """Yield every mention in a record: where it stands, what kind it names, and the name."""
    for loc, mark, text in _marked(record, ()):
        if isinstance(mark, Mentions):
            yield loc, mark.kind, text


def prose(record: BaseModel) -> Iterator[tuple[Loc, str]]:
    """Yield every Markdown text in a record, with where it stands."""
    for loc, mark, text in _marked(record, ()):
        if isinstance(mark, IsProse):
            yield loc, text


def _marked(model: BaseModel, loc: Loc) -> Iterator[tuple[Loc, Mentions | IsProse, str]]:
    for step in _plan(type(model)):
        value = getattr(model, step.name)
        if value is not None:
            yield from _visit(value, step.mark, (*loc, step.name))


def _visit(
    value: object,
    mark: Mentions | IsProse | None,
    loc: Loc,
) -> Iterator[tuple[Loc, Mentions | IsProse, str]]:
    if isinstance(value, BaseModel):
        yield from _marked(value, loc)
    elif isinstance(value, tuple):
        for position, each in enumerate(value):
            yield from _visit(each, mark, (*loc, position))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _visit(each, mark, (*loc, key))
    elif mark is not None and isinstance(value, str):
        yield loc, mark, value


@cache
def _plan(model: type[BaseModel]) -> tuple[_Step, ...]:
    steps = []
    for name, field in model.model_fields.items():
        mark = _mark(field.metadata) or _mark_within(field.annotation)
        if mark is not None or _holds_models(field.annotation):
            steps.append(_Step(name, mark))
    return tuple(steps)


def _mark(metadata: Iterable[object]) -> Mentions | IsProse | None:
    return next((each for each in metadata if isinstance(each, (Mentions, IsProse))), None)


def _mark_within(annotation: object) -> Mentions | IsProse | None:
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        return _mark(metadata) or _mark_within(inner)
    return next((mark for each in get_args(annotation) if (mark := _mark_within(each))), None)


def _holds_models(annotation: object) -> bool:
    if isinstance(annotation, type) and not get_args(annotation):
        return issubclass(annotation, BaseModel)
    known = {Union, UnionType, Annotated, tuple, dict}
    return get_origin(annotation) in known and any(map(_holds_models, get_args(annotation)))

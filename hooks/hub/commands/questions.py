"""The questions that a new record needs answered, made from its model.

A question for each field that must be there, and within the records inside it; what may be left out
is not asked, but for fields that a command names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, get_args, get_origin

import click
from pydantic import BaseModel

from hub.commands.asking import Asker, chosen, iso_day
from hub.model.dates import as_iso
from hub.model.marks import Mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pydantic.fields import FieldInfo

    from hub.model.hub import Hub

MANY = 12
"""Choices are listed before a question up to this number."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question: the way to its field (`question.population`), what belongs there, its type."""

    name: str
    about: str
    needed: bool
    parts: tuple[object, ...]

    @property
    def is_list(self) -> bool:
        """Tell whether several answers are taken, with commas between."""
        return any(get_origin(each) is tuple for each in self.parts)

    @property
    def is_day(self) -> bool:
        """Tell whether a date is wanted."""
        return any(_is_a(each, date) for each in self.parts)


def questions(
    model: type[BaseModel], also: Iterable[str] = (), before: str = ""
) -> Iterator[Question]:
    """Yield what a new record of a model is asked for, in the order of its fields."""
    wanted = set(also)
    for name, field in model.model_fields.items():
        if not field.is_required() and name not in wanted:
            continue
        parts = tuple(_parts(field.annotation, field.metadata))
        inner = next((each for each in parts if _is_a(each, BaseModel)), None)
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from questions(inner, _when_none_is_needed(inner), f"{before}{name}.")
        else:
            yield Question(before + name, _about(field), field.is_required(), parts)


def _when_none_is_needed(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields to ask for in a part of which no field must be there: a source's, say."""
    needed = any(field.is_required() for field in model.model_fields.values())
    return () if needed else tuple(name for name in ("web", "title") if name in model.model_fields)


def answers(hub: Hub, asker: Asker, asked: Iterable[Question]) -> dict[str, Any]:
    """Return the answers as the fields of a record; those left empty are not among them."""
    found: dict[str, Any] = {}
    for question in asked:
        put(found, question.name, answer(hub, asker, question))
    return found


def put(fields: dict[str, Any], name: str, value: object) -> None:
    """Put a value where its name says: `question.population` into the part `question`."""
    *way, last = name.split(".")
    for step in way:
        fields = fields.setdefault(step, {})
    fields[last] = value


def answer(hub: Hub, asker: Asker, question: Question) -> object:
    """Return the answer to one question, as a record says it; "" where it is left empty.

    Raises:
        AnswerError: It cannot be taken, or is needed and not there.
    """
    choices, read = _choices(hub, question), _reader(question)
    if choices:
        if len(choices) <= MANY and asker.given.get(question.name) is None and not asker.is_quiet:
            for each, label in choices.items():
                click.echo(f"  {each}: {label}")
        read = partial(_chosen, choices=choices)
    reader = partial(_several, read=read) if question.is_list else read
    about = f"{question.name}: {question.about}" + (" (commas between)" * question.is_list)
    text = asker.text(question.name, about, needed=question.needed, read=reader)
    if question.is_list and text:
        return [one.strip() for one in text.split(",")]
    return date.fromisoformat(text) if text and question.is_day else text


def _several(text: str, read: Callable[[str], str]) -> str:
    return ", ".join(read(each.strip()) for each in text.split(",") if each.strip())


def _chosen(text: str, choices: dict[str, str]) -> str:
    return chosen(text, choices)


def _reader(question: Question) -> Callable[[str], str]:
    if question.is_day:
        return lambda text: as_iso(text) or iso_day(text)
    if any(each is int for each in question.parts):
        return _whole
    return str


def _whole(text: str) -> str:
    plain = text.replace(",", "")
    if not plain.isdigit():
        raise click.ClickException(f'"{text}" is no whole number, such as 120')
    return plain


def _choices(hub: Hub, question: Question) -> dict[str, str]:
    """Return what may be answered, with labels; nothing where anything may be."""
    for each in question.parts:
        if isinstance(each, type) and issubclass(each, StrEnum):
            return {choice.value: choice.value.replace("-", " ") for choice in each}
        if isinstance(each, Mentions):
            group, _, vocabulary = each.kind.partition(":")
            names = sorted(set(hub.ids(each.kind)) - {"*"})
            if group == "term":
                return {name: hub.label(vocabulary, name) for name in names}
            return {name: name for name in names}
    return {}


def _about(field: FieldInfo) -> str:
    return (field.description or "").removesuffix(".")


def _parts(annotation: object, metadata: Iterable[object] = ()) -> Iterator[object]:
    yield annotation
    yield from metadata
    for each in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield from _parts(each)


def _is_a(value: object, base: type) -> bool:
    return isinstance(value, type) and issubclass(value, base)

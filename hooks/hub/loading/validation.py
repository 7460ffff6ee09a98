"""From pydantic's errors to our diagnostics, each with its line and column.

pydantic finds every fault of a record at once; this module only gives them places and words.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from hub.codes import CODES_BY_SLUG, Code
from hub.diagnostics import Diagnostic, any_of, did_you_mean, one_of
from hub.loading.files import MAX_FAULTS
from hub.loading.slips import advice_for_list, advice_for_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from hub.source import Loc, Origin

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], data: object, origin: Origin) -> tuple[M | None, list[Diagnostic]]:
    """Return the record, or None and what is wrong with it."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        faults = [each for each in error.errors() if not _is_echo(each)]
        return None, [_diagnostic(model, each, origin) for each in faults[:MAX_FAULTS]]


def _is_echo(error: ErrorDetails) -> bool:
    """Tell whether a list only seems too short because pydantic left out its faulty items."""
    wanted = error.get("ctx", {}).get("min_length", 0)
    return error["type"] == "too_short" and len(error["input"]) >= wanted


def _diagnostic(model: type[BaseModel], error: ErrorDetails, origin: Origin) -> Diagnostic:
    loc = _real(error["loc"])
    kind = error["type"]
    if kind == "hub":
        return _own(model, error, loc, origin)
    if kind == "missing":
        return _missing(model, loc, origin)
    if kind == "extra_forbidden":
        return _unknown_field(model, loc, origin)
    if kind in {"enum", "literal_error"}:
        return _unknown_choice(model, error, loc, origin)
    if kind.endswith(("_type", "_parsing", "_attributes_type")):
        return _wrong_type(error, loc, origin)
    return Diagnostic(
        code=Code.MALFORMED_VALUE, span=origin.span(loc),
        message=f"{_value(error)} is not written as {_field(loc)} should be",
        expected=_description(model, loc) or _plainly(error["msg"]), help=_limit(error),
    )  # fmt: skip


def _own(model: type[BaseModel], error: ErrorDetails, loc: Loc, origin: Origin) -> Diagnostic:
    context = error["ctx"]
    expected = context["expected"] or _description(model, loc)
    return Diagnostic(
        code=CODES_BY_SLUG[context["code"]], span=origin.span(loc),
        message=context["message"], expected=expected, help=context["help"],
        instead=context["instead"],
    )  # fmt: skip


def _missing(model: type[BaseModel], loc: Loc, origin: Origin) -> Diagnostic:
    *parent, name = loc
    return Diagnostic(
        code=Code.MISSING_FIELD, span=origin.span(tuple(parent)),
        message=f'{_article(_model_at(model, tuple(parent)))} needs the field "{name}"',
        expected=f"{name}: {_description(model, loc)}",
        help=f'add a line that begins with "{name}:"',
    )  # fmt: skip


def _unknown_field(model: type[BaseModel], loc: Loc, origin: Origin) -> Diagnostic:
    *parent, name = loc
    owner = _model_at(model, tuple(parent))
    fields = tuple(owner.model_fields) if owner else ()
    near = did_you_mean(str(name), fields)
    return Diagnostic(
        code=Code.UNKNOWN_FIELD, span=origin.key_span(loc),
        message=f'{_article(owner)} has no field "{name}"',
        expected=one_of(fields, f"a field of {_article(owner)}" if near else ", ".join(fields)),
        help=near or "delete the line, or see the field reference",
    )  # fmt: skip


def _unknown_choice(
    model: type[BaseModel], error: ErrorDetails, loc: Loc, origin: Origin
) -> Diagnostic:
    choices = re.findall(r"'((?:[^'\\]|\\.)*)'", str(error.get("ctx", {}).get("expected", "")))
    written = str(error["input"])
    return Diagnostic(
        code=Code.UNKNOWN_CHOICE, span=origin.span(loc),
        message=f"{_value(error)} is not a choice for {_field(loc)}",
        expected=one_of(choices, any_of(choices)),
        help=did_you_mean(written, choices, _beyond(one_of(choices, ""), model, loc)),
    )  # fmt: skip


def _beyond(choices: str, model: type[BaseModel], loc: Loc) -> str:
    """Return what the field reference says of a field besides its choices."""
    return _description(model, loc).removeprefix(choices).lstrip(";., ")


_KINDS = {
    "string": "text", "tuple": 'a list: items in [ ], or lines that begin with "- "',
    "list": 'a list: items in [ ], or lines that begin with "- "', "dict": "fields with names",
    "model": "fields with names", "int": "a whole number", "bool": "yes or no",
}  # fmt: skip


def _wrong_type(error: ErrorDetails, loc: Loc, origin: Origin) -> Diagnostic:
    wanted = _KINDS.get(error["type"].split("_")[0], "another kind of value")
    empty = error["input"] is None
    found = _value(error)
    if isinstance(error["input"], (list, dict)):
        found = "a list" if isinstance(error["input"], list) else "fields with names"
    return Diagnostic(
        code=Code.WRONG_TYPE, span=origin.key_span(loc) if empty else origin.span(loc),
        message=f"{_field(loc)} is empty" if empty else f"{_field(loc)} cannot be {found}",
        expected=wanted, help="fill it in, or delete the line" if empty else _slip(error),
    )  # fmt: skip


def _slip(error: ErrorDetails) -> str:
    text, wanted = error["input"], error["type"].split("_")[0]
    if not isinstance(text, str):
        return ""
    if wanted in {"tuple", "list"}:
        return advice_for_list(text)
    return advice_for_number(text) if wanted == "int" else ""


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """Return the model whose fields stand at `loc`."""
    current: type[BaseModel] | None = model
    for step in loc:
        if current is None or step not in current.model_fields:
            continue  # a position in a list, or a key of a mapping: the model stays
        current = next(_models_in(current.model_fields[str(step)].annotation), None)
    return current


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from _models_in(each)


def _description(model: type[BaseModel], loc: Loc) -> str:
    names = [position for position, step in enumerate(loc) if isinstance(step, str)]
    for last in reversed(names):
        owner = _model_at(model, loc[:last])
        if owner and loc[last] in owner.model_fields:
            text = owner.model_fields[str(loc[last])].description or ""
            return (
                text[:1].lower() + text[1:].removesuffix(".")
                if text[1:2].islower()
                else text.removesuffix(".")
            )
    return ""


def _article(model: type[BaseModel] | None) -> str:
    """Return `an evidence summary` for EvidenceSummary."""
    if model is None:
        return "this"
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _real(loc: tuple[int | str, ...]) -> Loc:
    """Drop the steps that pydantic adds for unions and mapping keys."""
    return tuple(step for step in loc if step != "[key]")


def _field(loc: Loc) -> str:
    names = [step for step in loc if isinstance(step, str)]
    return f'"{names[-1]}"' if names else "the record"


def _value(error: ErrorDetails) -> str:
    text = error["input"].value if isinstance(error["input"], StrEnum) else str(error["input"])
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'  # noqa: PLR2004 - a readable line


def _plainly(message: str) -> str:
    return message[:1].lower() + message[1:]


def _limit(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    if "max_length" in context:
        return f"at most {context['max_length']} characters or items; this has {_length(error)}"
    if "min_length" in context:
        return "write at least one"
    return ""


def _length(error: ErrorDetails) -> int:
    return int(error.get("ctx", {}).get("actual_length") or len(error["input"]))

"""What is different in one record, field by field, in words.

The fields are the model's own: each name is ours, each value and each key of a mapping is quoted.
Which records there are is for `hub.commands.differences`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from hub.commands.telling import Quoted, listed
from hub.model.signatories import Signer
from hub.model.stories import Consent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hub.commands.telling import Sentence

_PRIVATE = (Signer, Consent)
"""What is about a person: that it changed is said, and not how."""
_LONG = 80
"""Characters from which a text is said to be reworded, and not repeated."""
_SINGULAR = {"bodies": "body", "evidence": "work", "belongs": "relation", "reach": "figure"}
_KNOWN_BY = (
    "outcome", "id", "number", "version", "reference", "programme", "clause", "organisation",
    "named", "label", "title", "name", "web", "figure", "language", "year",
)  # fmt: skip
"""What an entry of a list is recognised by: the first of these that it has."""


def differing(old: BaseModel, new: BaseModel, of: Sentence = ()) -> Iterator[Sentence]:
    """Yield what is different between two states of a record, or of a part of it.

    `of` names the part: " of ", "finding on ", a quoted outcome.
    """
    if isinstance(old, _PRIVATE):
        yield ("details", *of, " changed")
        return
    for name in type(new).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield from _field(name.replace("_", " "), before, after, of)


def _field(name: str, old: Any, new: Any, of: Sentence) -> Iterator[Sentence]:  # noqa: ANN401 - any field of any record
    match old, new:
        case BaseModel(), BaseModel() if type(old) is type(new):
            yield from differing(old, new, (f" of {name}", *of))
        case dict(), dict():
            yield from _entries(_one(name), old, new, of)
        case tuple(), tuple() if any(isinstance(each, BaseModel) for each in (*old, *new)):
            yield from _entries(_one(name), _by_identity(old), _by_identity(new), of)
        case tuple(), tuple():
            yield from _values(name, old, new, of)
        case _:
            yield (name, *of, *_from_to(old, new))


def _from_to(old: object, new: object) -> Sentence:
    if isinstance(old, BaseModel) or isinstance(new, BaseModel):
        return (" added" if old is None else " removed" if new is None else " changed",)
    was, now = str(old), str(new)
    if old is None:
        return (" added",) if len(now) > _LONG else (" added: ", Quoted(now))
    if new is None:
        return (" removed",)
    if max(len(was), len(now)) > _LONG:
        return (" reworded",)
    return (" changed from ", Quoted(was), " to ", Quoted(now))


def _values(name: str, old: Sequence[object], new: Sequence[object], of: Sentence) -> Iterator[Any]:
    """Yield what was added to a list of plain values, and what was removed."""
    for verb, more, less in (("added", new, old), ("removed", old, new)):
        found = [each for each in more if each not in less]
        if found:
            yield (name, *of, f" {verb}: ", *listed((Quoted(str(each)),) for each in found))
    if Counter(old) == Counter(new):
        yield (name, *of, " put in another order")


def _entries(
    name: str, old: Mapping[Any, Any], new: Mapping[Any, Any], of: Sentence
) -> Iterator[Sentence]:
    """Yield what was done to the entries of a list or a mapping."""
    joint = " on " if name == "finding" else " "
    for key in [*new, *(key for key in old if key not in new)]:
        known, again = (key, 0) if isinstance(key, str) else key
        entry: Sentence = (name, joint, Quoted(known), *([f" (number {again + 1})"] * (again > 0)))
        if key not in old:
            yield (*entry, *of, " added")
        elif key not in new:
            yield (*entry, *of, " removed")
        elif isinstance(old[key], BaseModel) and old[key] != new[key]:
            yield from differing(old[key], new[key], (" of ", *entry, *of))
        elif old[key] != new[key]:
            yield (*entry, *of, *_from_to(old[key], new[key]))
    if list(old) != list(new) and old.keys() == new.keys():
        yield (f"each {name}", *of, " put in another order")


def _by_identity(entries: Sequence[BaseModel]) -> dict[tuple[str, int], BaseModel]:
    """Return entries by what they are recognised by, and how often that came before."""
    found: dict[tuple[str, int], BaseModel] = {}
    seen = Counter[str]()
    for position, entry in enumerate(entries, start=1):
        names = (getattr(entry, name, None) for name in _KNOWN_BY)
        known = next((str(each) for each in names if each is not None), str(position))
        found[known, seen[known]] = entry
        seen[known] += 1
    return found


def _one(name: str) -> str:
    if name in _SINGULAR:
        return _SINGULAR[name]
    return f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")

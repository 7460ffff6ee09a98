"""What is different between two states of a hub: which records came, went and changed.

A record that could not be read on one side is never called added or removed for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.commands.differing import differing
from hub.commands.telling import Quoted, listed
from hub.model.kinds import KINDS
from hub.model.signatories import Signatory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hub.commands.telling import Sentence
    from hub.model.base import Record
    from hub.model.hub import Hub

_NAMED = 10
"""Records of one kind that are named; the others are counted."""
_TOLD = 12
"""Changes of one record that are told; the others are counted."""
_WHAT = {kind.model: kind.what for kind in KINDS}


def differences(
    old: Hub, new: Hub, was_there: Callable[[str], bool], is_there: Callable[[str], bool]
) -> Iterator[Sentence]:
    """Yield one sentence for each thing that is different.

    `was_there` and `is_there` tell whether a path is a file: a file that is there, and no record,
    could not be read.
    """
    gone = [path for path in old.records if path not in new.records]
    come = [path for path in new.records if path not in old.records]
    added = [(path, new.records[path]) for path in come if not was_there(path)]
    removed = [(path, old.records[path]) for path in gone if not is_there(path)]
    yield from _tallied("added", added, new)
    yield from _tallied("removed", removed, old)
    for path in (each for each in come if was_there(each)):
        yield (Quoted(path), " can be read now, and could not before")
    for path in (each for each in gone if is_there(each)):
        yield (Quoted(path), " could be read before, and cannot now")
    yield from _changed(old, new)
    yield from _works(old, new)
    yield from _texts(old, new)
    yield from _pages(old, new)


def _tallied(verb: str, found: Sequence[tuple[str, Record]], hub: Hub) -> Iterator[Sentence]:
    """Yield a sentence for each kind; signatories by concordat and by what they sign."""
    groups: dict[tuple[str, str, str], list[Sentence]] = {}
    for path, record in found:
        concordat, version = "", ""
        if isinstance(record, Signatory):
            concordat, version = path.split("/")[1], record.signatures[-1].version
        names = groups.setdefault((_WHAT[type(record)], concordat, version), [])
        names.append(_name(record, hub))
    joint = "to " if verb == "added" else "from "
    for (what, concordat, version), names in groups.items():
        where: Sentence = ()
        if concordat:
            title = hub.concordats[concordat].title if concordat in hub.concordats else concordat
            signs = ("signs" if len(names) == 1 else "sign") if verb == "added" else "of"
            where = (f" {joint}", Quoted(title), f", {signs} version ", Quoted(version))
        yield (f"{_number(len(names), what)} {verb}", *where, ": ", *_some(names))


def _some(names: Sequence[Sentence]) -> Sentence:
    more = len(names) - _NAMED
    rest: list[Sentence] = [(f"and {more} more",)] if more > 0 else []
    return listed([*names[:_NAMED], *rest])


def _name(record: Record, hub: Hub) -> Sentence:
    """Return how a record is called; a person who signs is not named in a comment."""
    if isinstance(record, Signatory):
        if record.is_personal:
            return ("a person",)
        body = hub.organisations.get(record.organisation or "")
        return (Quoted(body.title if body else record.title),)
    return (Quoted(record.title),)


def _changed(old: Hub, new: Hub) -> Iterator[Sentence]:
    for path, record in new.records.items():
        before = old.records.get(path)
        if before is None or before == record or type(before) is not type(record):
            continue
        head: Sentence = (f"{_WHAT[type(record)]} ", *_name(record, new), ": ")
        if isinstance(record, Signatory) and record.is_personal:
            yield (*head, "changed")
            continue
        told = [*differing(before, record)]
        yield from ((*head, *each) for each in told[:_TOLD])
        if len(told) > _TOLD:
            yield (*head, f"{len(told) - _TOLD} more changes")


def _works(old: Hub, new: Hub) -> Iterator[Sentence]:
    for verb, more, less in (("added", new, old), ("removed", old, new)):
        keys = [key for key in more.references if key not in less.references]
        names: list[Sentence] = [
            (Quoted(key), ", ", Quoted(more.references[key].title)) for key in keys
        ]
        if names:
            yield (f"{_number(len(names), 'reference')} {verb}: ", *_some(names))
    for key, work in new.references.items():
        before = old.references.get(key)
        if before is not None and before != work:
            yield from (
                ("reference ", Quoted(key), ": ", *each) for each in differing(before, work)
            )


def _texts(old: Hub, new: Hub) -> Iterator[Sentence]:
    for (concordat, version), text in new.texts.items():
        record = new.concordats.get(concordat)
        title = record.title if record else concordat
        name: Sentence = ("text of version ", Quoted(version), " of ", Quoted(title))
        before = old.texts.get((concordat, version))
        if before is None:
            yield (*name, " added")
        elif before.sha256 != text.sha256:
            yield (*name, " changed: signatures name the hash of the earlier text")
    for concordat, version in (each for each in old.texts if each not in new.texts):
        yield ("text of version ", Quoted(version), " of ", Quoted(concordat), " is not there now")


def _pages(old: Hub, new: Hub) -> Iterator[Sentence]:
    changed = [
        path
        for path in dict.fromkeys((*new.docs, *old.docs))
        if _text(old, path) != _text(new, path)
    ]
    if changed:
        names: Iterable[Sentence] = ((Quoted(path),) for path in changed)
        yield (f"{_number(len(changed), 'page')} of docs written or changed: ", *_some([*names]))


def _text(hub: Hub, path: str) -> str:
    return hub.docs[path].source.text if path in hub.docs else ""


def _number(number: int, what: str) -> str:
    if number == 1:
        return f"1 {what}"
    if what.startswith("lock of"):
        return f"{number} locks of published texts"
    if what.startswith("list of"):
        return f"{number} lists of places"
    return f"{number} {what[:-1]}ies" if what.endswith("y") else f"{number} {what}s"

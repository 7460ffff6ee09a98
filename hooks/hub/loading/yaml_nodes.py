"""YAML as nodes that keep their places, from libyaml's events; scalars stay text.

YAML 1.1 would read `NO` as false, `1.10` as 1.1 and `12:30` as 750, keep the last of two equal
fields, and expand a few lines of anchors into gigabytes. Here the model says what a value is,
equal fields are reported, and what records never need (anchors, tags, merges) is refused.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from hub.codes import Code
from hub.diagnostics import Diagnostic, Note
from hub.loading.files import MAX_FAULTS, hidden_escape
from hub.loading.privacy import personal_escapes
from hub.loading.yaml_messages import syntax_fault, words_cut_off

if TYPE_CHECKING:
    from yaml.events import Event

    from hub.source import SourceText

MAX_DEPTH = 16
MAX_NODES = 200_000
MAX_SCALAR = 100_000
# What follows a plain value and looks like a part of it: "Study #4". A remark of the writer's
# stands two blanks away, with a blank after its #.
_CUT_OFF = re.compile(r"[ \t]+#(?=[^\s#])[^\n]*|[ \t]#+[ \t][^\n]*")
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Node:
    """A value with its place: text or None, a list, or a mapping with the places of its keys."""

    start: int
    end: int
    value: str | list[Node] | dict[str, Node] | None
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def plain(self) -> object:
        """Return the value without places, as pydantic takes it."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


class _Stop(Exception):  # noqa: N818 - not an error of ours, only the way out of the parser
    """Reading cannot go on; carries the diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


def compose(source: SourceText) -> tuple[Node | None, list[Diagnostic]]:
    """Return the root node of the one document in `source`, and what is wrong with it.

    The node is None when the text could not be read to its end.
    """
    composer = _Composer(source)
    try:
        return composer.document(), composer.diagnostics
    except _Stop as stop:
        return None, [*composer.diagnostics, stop.diagnostic]
    except yaml.YAMLError as error:
        return None, [*composer.diagnostics, syntax_fault(source, error)]


class _Composer:
    """Builds nodes from events with a stack of its own, so that depth cannot crash it."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self._parser = CParser(source.text)
        self._count = 0

    def document(self) -> Node | None:
        """Read the whole stream: one document, nothing after it."""
        root: Node | None = None
        begun = False
        while not isinstance(event := self._next(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                if begun:
                    raise _Stop(self._refused(event, "a second document", "one record a file"))
                if event.version or event.tags:
                    raise _Stop(self._refused(event, "a directive", "fields only"))
                begun = True
                root = self._tree(self._next())
        return root

    def _tree(self, event: Event) -> Node:
        root = self._open(event)
        stack: list[tuple[Node, ScalarEvent | None]] = [(root, None)]
        if not isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            return root
        while stack:
            parent, key = stack[-1]
            event = self._next()
            if isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                parent.end = _start(event)
                stack.pop()
            elif isinstance(parent.value, dict) and key is None:
                stack[-1] = (parent, self._key(event))
            else:
                node = self._open(event)
                self._add(parent, key, node)
                stack[-1] = (parent, None)
                if isinstance(node.value, (dict, list)):
                    stack.append((node, None))
                    if len(stack) > MAX_DEPTH:
                        raise _Stop(self._too_large(event, f"{MAX_DEPTH} levels deep"))
        return root

    def _next(self) -> Event:
        event = self._parser.get_event()
        if event is None:
            raise EOFError("libyaml gave no event before the end of the stream")
        return event

    def _open(self, event: Event) -> Node:
        self._check(event)
        start, end = _start(event), _end(event)
        if isinstance(event, ScalarEvent):
            if len(event.value) > MAX_SCALAR:
                raise _Stop(self._too_large(event, f"{MAX_SCALAR:,} characters in one value"))
            self._look_at(event, start, end)
            is_null = event.implicit[0] and event.value in NULLS
            # One form for letters with accents, so that equal names are equal.
            return Node(start, end, None if is_null else unicodedata.normalize("NFC", event.value))
        return Node(start, end, {} if isinstance(event, MappingStartEvent) else [])

    def _look_at(self, event: ScalarEvent, start: int, end: int) -> None:
        """Compare a value with the way it is written."""
        text = self.source.text
        if event.style == '"' and text.find("\\", start, end) >= 0:
            if hidden := hidden_escape(self.source, start, end, event.value):
                self.diagnostics.append(hidden)
            self.diagnostics += personal_escapes(self.source, start, end, event.value)
        elif event.implicit[0] and (cut_off := _CUT_OFF.match(text, end)):
            self.diagnostics.append(words_cut_off(self.source, *cut_off.span()))

    def _add(self, parent: Node, key: ScalarEvent | None, node: Node) -> None:
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif isinstance(parent.value, dict) and key is not None:
            place = (_start(key), _end(key))
            if key.value in parent.keys:
                self.diagnostics.append(self._given_twice(key, parent.keys[key.value]))
            else:
                parent.keys[key.value] = place
                parent.value[key.value] = node

    def _key(self, event: Event) -> ScalarEvent:
        self._check(event)
        if not isinstance(event, ScalarEvent):
            raise _Stop(self._refused(event, "a list or mapping as the name of a field",
                                      "a word, then a colon"))  # fmt: skip
        if event.implicit[0] and event.value == "<<":
            raise _Stop(self._refused(event, "a merge", "each record says all it means"))
        return event

    def _check(self, event: Event) -> None:
        self._count += 1
        if len(self.diagnostics) >= MAX_FAULTS:
            raise _Stop(self._too_large(event, f"{MAX_FAULTS} faults long"))
        if self._count > MAX_NODES:
            raise _Stop(self._too_large(event, f"{MAX_NODES:,} values in one file"))
        if isinstance(event, AliasEvent):
            raise _Stop(self._refused(event, f'an alias, "*{event.anchor}"', "the value itself"))
        if isinstance(event, (ScalarEvent, CollectionStartEvent)):
            if event.anchor:
                what = f'an anchor, "&{event.anchor}"'
                raise _Stop(self._refused(event, what, "the value alone"))
            if event.tag:
                raise _Stop(self._refused(event, f'a tag, "{event.tag}"', "the value alone"))

    def _refused(self, event: Event, what: str, expected: str) -> Diagnostic:
        start = _start(event)
        return Diagnostic(
            code=Code.YAML_FEATURE,
            span=self.source.span(start, max(start + 1, min(_end(event), start + 80))),
            message=f"{what} stands here, which records do not use",
            expected=expected,
            help="write the value out; put it in quotes if it begins with &, *, ! or %",
        )

    def _too_large(self, event: Event, limit: str) -> Diagnostic:
        start = _start(event)
        return Diagnostic(
            code=Code.TOO_LARGE, span=self.source.span(start, start + 1),
            message=f"the record is more than {limit}", expected=f"at most {limit}",
            help="check whether something was pasted here by mistake",
        )  # fmt: skip

    def _given_twice(self, key: ScalarEvent, first: tuple[int, int]) -> Diagnostic:
        return Diagnostic(
            code=Code.DUPLICATE_FIELD,
            span=self.source.span(_start(key), _end(key)),
            message=f'"{key.value}" is given twice',
            expected="each field once; YAML would drop one of them without a word",
            help="delete one of the two, or join them",
            notes=(Note("first given here", self.source.span(*first)),),
        )


def _start(event: Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: Event) -> int:
    return event.end_mark.index if event.end_mark else 0

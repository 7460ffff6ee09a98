"""The short way through YAML, for files with nothing unusual in them: values without places.

Nearly every record is sound, and places are only needed for faults. This reads a sound file in
half the time; whatever is out of the ordinary, wrong or not, is left to `yaml_nodes`, which
knows what to say. A test holds that both ways give the same values.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from hub.loading.yaml_nodes import MAX_DEPTH, NULLS

MAX_CHARACTERS = 50_000
"""A longer text is not ordinary; below this, no other limit of size can be reached."""

# Escapes, remarks and directives: where one of these stands, the long way must look.
_UNUSUAL = ("\\", " #", "\t#", "\n%")
_NOTHING = object()


def read_plain(text: str) -> dict[str, object] | None:
    """Return the fields of a mapping as text, lists and mappings; None to ask the long way."""
    if (
        len(text) > MAX_CHARACTERS
        or text.startswith("%")
        or any(sign in text for sign in _UNUSUAL)
        or not unicodedata.is_normalized("NFC", text)
    ):
        return None
    try:
        return _fields(CParser(text))
    except yaml.YAMLError:
        return None


def _fields(parser: CParser) -> dict[str, object] | None:  # noqa: C901, PLR0911, PLR0912 - one loop is the point
    """Build the values in one loop: it runs for every word of every record."""
    next_event: Callable[[], Any] = parser.get_event  # Any: which event it is, `type` tells
    next_event(), next_event()  # the beginnings of the stream and of the document
    first = next_event()
    if type(first) is not MappingStartEvent or first.anchor or first.tag:
        return None
    root: dict[str, object] = {}
    container: dict[str, object] | list[object] = root
    key: object = _NOTHING
    outside: list[tuple[dict[str, object] | list[object], object]] = []
    while True:
        event = next_event()
        kind = type(event)
        value: object
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                return None
            value = event.value
            if key is _NOTHING and type(container) is dict:
                if value in container or value == "<<":
                    return None
                key = value
                continue
            if event.implicit[0] and value in NULLS:
                value = None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if not outside:
                break
            container, key = outside.pop()
            continue
        elif (kind is MappingStartEvent or kind is SequenceStartEvent) and not (
            event.anchor or event.tag
        ):
            value = {} if kind is MappingStartEvent else []
        else:
            return None
        if type(container) is dict:
            if key is _NOTHING:
                return None
            container[key] = value  # type: ignore[index]  # keys are the text of scalars
        else:
            container.append(value)  # type: ignore[union-attr]  # it is one or the other
        key = _NOTHING
        if kind is not ScalarEvent:
            outside.append((container, _NOTHING))
            container = value  # type: ignore[assignment]  # just made above
            if len(outside) >= MAX_DEPTH:
                return None
    next_event()  # the end of the document
    return root if type(next_event()) is StreamEndEvent else None

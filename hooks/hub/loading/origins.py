"""Where the values of a YAML record were written.

Nodes are composed again from the text when a place is asked for, which only happens for faults:
ten thousand sound records need not keep ten thousand trees.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hub.loading.yaml_nodes import Node, compose
from hub.source import SourceText, Span

if TYPE_CHECKING:
    from hub.source import Loc


@lru_cache(maxsize=64)
def _nodes(source: SourceText) -> Node:
    node, _ = compose(source)
    return node or Node(0, 0, None)


class YamlOrigin:
    """The places of one record, or of one part of a file (`base` is the way to it)."""

    def __init__(self, source: SourceText, base: Loc = ()) -> None:
        """Remember the text; nothing is parsed yet."""
        self._source = source
        self._base = base

    @property
    def path(self) -> str:
        """The file of the record."""
        return self._source.path

    def span(self, loc: Loc = ()) -> Span:
        """Return where the value at `loc` stands; a container is shown by its key."""
        node, key, whole = self._find(loc)
        if whole and not isinstance(node.value, (dict, list)):
            return self._trimmed(node)
        return self._source.span(*key) if key else self._first_key(node)

    def key_span(self, loc: Loc) -> Span:
        """Return where the name of the field at `loc` stands."""
        _, key, _ = self._find(loc)
        return self._source.span(*key) if key else self.span(loc[:-1])

    def span_of(self, loc: Loc, text: str, occurrence: int = 0) -> Span:
        """Return where `text` stands for the nth time inside the value at `loc`."""
        node, _, _ = self._find(loc)
        start = node.start - 1
        for _ in range(occurrence + 1):
            start = self._source.text.find(text, start + 1, node.end)
            if start < 0:
                return self.span(loc)
        return self._source.span(start, start + len(text))

    def _find(self, loc: Loc) -> tuple[Node, tuple[int, int] | None, bool]:
        """Return the nearest node on the way to `loc`, its key's place, and whether it is it."""
        node, key = _nodes(self._source), None
        for step in (*self._base, *loc):
            if isinstance(node.value, dict) and isinstance(step, str) and step in node.value:
                node, key = node.value[step], node.keys[step]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node, key = node.value[step], None
            else:
                return node, key, False
        return node, key, True

    def _first_key(self, node: Node) -> Span:
        if node.keys:
            return self._source.span(*next(iter(node.keys.values())))
        return self._source.span(node.start, node.start + 1)

    def _trimmed(self, node: Node) -> Span:
        # A block scalar reaches to the next field; only its first line is shown.
        end = self._source.text.find("\n", node.start, node.end)
        return self._source.span(node.start, end if end >= 0 else max(node.end, node.start + 1))

"""A programme's logic model in words: each box says where its arrows lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hub.model.programmes import LogicNode, Programme


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the logic model, and in words where its arrows lead: (id, text) of each."""

    id: str
    text: str
    leads_to: tuple[tuple[str, str], ...]


def logic_model(programme: Programme) -> tuple[tuple[str, tuple[Box, ...]], ...]:
    """Return the steps of the logic model that have boxes, each box with where it leads."""
    model = programme.logic_model
    if model is None:
        return ()
    steps = (
        ("What goes in", model.inputs),
        ("What is done", model.activities),
        ("What comes out", model.outputs),
        ("What changes", model.outcomes),
        ("What it is all for", model.impact),
    )
    words = {node.id: node.text for _, nodes in steps for node in nodes}
    return tuple(
        (title, tuple(_box(each, words) for each in nodes)) for title, nodes in steps if nodes
    )


def _box(node: LogicNode, words: dict[str, str]) -> Box:
    return Box(node.id, node.text, tuple((each, words.get(each, each)) for each in node.leads_to))

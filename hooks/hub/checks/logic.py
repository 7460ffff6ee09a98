"""Does every arrow of a logic model join two boxes that exist?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.codes import Code
from hub.diagnostics import Diagnostic, Note, any_of, did_you_mean
from hub.model.programmes import LogicModel, LogicNode, Programme
from hub.source import Loc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hub.model.base import Record


def check_logic(record: Record) -> Iterator[Diagnostic]:
    """Yield arrows that lead nowhere, and boxes of one id."""
    if not isinstance(record, Programme) or record.logic_model is None:
        return
    boxes = [*_boxes(record.logic_model)]
    first = dict[str, Loc]()
    for loc, box in boxes:
        if box.id in first:
            yield Diagnostic(
                code=Code.DUPLICATE_ID, span=record.origin.span((*loc, "id")),
                message=f'two boxes are called "{box.id}"', expected="an id for each box",
                help="call one of them otherwise, also in the arrows that lead to it",
                notes=(Note("the other stands here", record.origin.span((*first[box.id], "id"))),),
            )  # fmt: skip
        first.setdefault(box.id, loc)
    for loc, box in boxes:
        for position, target in enumerate(box.leads_to):
            if target not in first:
                yield Diagnostic(
                    code=Code.ARROW_TO_NOWHERE,
                    span=record.origin.span((*loc, "leads_to", position)),
                    message=f'an arrow leads from "{box.id}" to "{target}", and no box is that',
                    expected=f"the id of a box: {any_of(first)}",
                    help=did_you_mean(target, first, "add the box, or take the arrow away"),
                )


def _boxes(model: LogicModel) -> Iterator[tuple[Loc, LogicNode]]:
    for step in LogicModel.model_fields:
        for position, box in enumerate(getattr(model, step)):
            yield ("logic_model", step, position), box

"""The text of a translation: its parts are those of the original, in their order.

A heading in another language says nothing to a program, so the first printed heading is that of
the first part, and so on. Clauses have the ids of the original: numbers are the same in every
language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hub.loading.concordat_text import parse_text, printed_headings

if TYPE_CHECKING:
    from hub.diagnostics import Diagnostic
    from hub.model.concordats import Concordat
    from hub.model.texts import Text
    from hub.source import SourceText


def parse_translation(
    source: SourceText, concordat: Concordat, original: Text
) -> tuple[Text, list[Diagnostic]]:
    """Return the text of a translation of `original`, and what is wrong with it."""
    printed, known = printed_headings(source), {part.id: part for part in concordat.parts}
    headings = iter(printed)
    parts = tuple(
        known[each.id].model_copy(update={"heading": next(headings, each.heading)})
        if each.heading else known[each.id]
        for each in original.parts
    )  # fmt: skip
    return parse_text(source, concordat.model_copy(update={"parts": parts}))

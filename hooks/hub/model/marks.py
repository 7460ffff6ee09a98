"""What the type of a field may say of it beside its shape, and how a validator says what is wrong.

A field that names another record says so in its type (`Mentions`), and a field that holds
Markdown says so too (`IsProse`). Checks and pages follow those marks, so that no second list
of "fields that cite" is ever kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

MENTIONS, PROSE = "x-mentions", "x-prose"
"""How the JSON Schema of a model says what the marks say."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Marks a field that names something by id: `kind` says what.

    Kinds are `reference`, `clause`, `lesson`, a record kind (`organisation`, `place`,
    `practice`, `programme`, `summary`, `concordat`), or `term:<vocabulary>`.
    """

    kind: str

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say in the JSON Schema of a model what is named: editors and forms offer it."""
        return {**handler(core), MENTIONS: self.kind}


@dataclass(frozen=True, slots=True)
class IsProse:
    """Marks a field that holds Markdown with citations."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say in the JSON Schema of a model that a text may be long, with citations."""
        return {**handler(core), PROSE: True}


def fault(
    code: str, message: str, expected: str = "", advice: str = "", instead: str = ""
) -> PydanticCustomError:
    """Return a validation error that already carries our wording (see `hub.loading`).

    `instead` is what was surely meant, where that is known.
    """
    context = {"code": code, "message": message, "expected": expected, "help": advice}
    return PydanticCustomError("hub", "{message}", {**context, "instead": instead})

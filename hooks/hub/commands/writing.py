"""The YAML that commands write: new files, and changes that leave the rest of a file alone.

Every command that makes a record writes it with `as_yaml`; one that changes a record reads it with
`editable`, changes fields of what it gets, and writes it with `as_text`. Comments, order and
quotation marks of all else stay. Which fields a record has is the model's business, and whether
they are right `hub.commands.drafts`'; files are put in their places by `hub.commands.together`.

    as_yaml({"title": "Midwater Arts", "place": None, "signatures": [{"version": "1.0"}]})
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDTH = 90
"""Characters of a line of prose; longer texts are folded, as in the hub's own files."""
_NO_WRAPPING = 1 << 20
_OTHERS = VersionedResolver(version=(1, 1))
"""What the readers of YAML that see most numbers, dates and switches would see."""


class _NothingIsImplied(VersionedResolver):
    """Takes every plain value for the text it is: 1.10 is not 1.1."""

    @property
    def versioned_resolver(self) -> dict[str, object]:
        """Return the rules that would make numbers and dates of texts: none."""
        return {}


def as_yaml(fields: Mapping[str, Any]) -> str:
    """Return a new record's file; fields that are None or empty are left out.

    Values are texts, dates, whole numbers, yes or no, mappings and lists of these.
    """
    return as_text(_mapping(fields))


def editable(text: str) -> CommentedMap:
    """Return the fields of a record's file, with its comments; all values in it are texts."""
    found = _yaml().load(text)
    return found if isinstance(found, CommentedMap) else CommentedMap()


def as_text(fields: CommentedMap) -> str:
    """Return fields as the text of a file."""
    file = io.StringIO()
    _yaml().dump(fields, file)
    return file.getvalue()


def node(value: object) -> Any:  # noqa: ANN401 - what the library takes
    """Return a value ready to stand in what `editable` has returned."""
    match value:
        case Mapping():
            return _mapping(value)
        case list() | tuple():
            return CommentedSeq([node(each) for each in value])
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case str():
            return _text(value)
    return str(value)


def is_given(value: object) -> bool:
    """Tell whether a field says anything."""
    return value is not None and value not in ("", (), [], {})


def _mapping(fields: Mapping[str, Any]) -> CommentedMap:
    found = CommentedMap()
    for name, value in fields.items():
        if is_given(value):
            found[name] = node(value)
    return found


def _text(value: str) -> object:
    """Return a text that stays one for every reader of YAML, also for those that see numbers."""
    if len(value) > _WIDTH and "\n" not in value and not value.startswith(" ") and " " in value:
        folded = FoldedScalarString(value)
        folded.fold_pos = [*_folds(value)]
        return folded
    implied: str = _OTHERS.resolve(ScalarNode, value, (True, False))
    is_text = implied == "tag:yaml.org,2002:str"
    return value if is_text else DoubleQuotedScalarString(value)


def _folds(text: str) -> Iterable[int]:
    """Yield the single spaces where a text is folded, so that its lines stay short."""
    start = last = 0
    for position, sign in enumerate(text):
        is_single = sign == " " and text[position - 1] != " " != text[position + 1 : position + 2]
        if position - start > _WIDTH - 10 and last > start:
            yield last
            start = last
        if is_single:
            last = position


def _yaml() -> YAML:
    found = YAML(typ="rt", pure=True)
    found.Resolver = _NothingIsImplied
    found.preserve_quotes = True
    found.width = _NO_WRAPPING
    found.indent(mapping=2, sequence=4, offset=2)
    return found

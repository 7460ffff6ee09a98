"""The templates of pages: how they are found, and what makes them fast."""

from __future__ import annotations

from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket

from hub.views import wording

_KEPT = {
    "components.html": (
        "certainty", "direction", "heading", "relation", "seen", "signatory_state", "take_away",
        "unknown",
    ),
    "gap_parts.html": ("bubble",),
}  # fmt: skip
_KEPT_OF_EACH = 1000
"""Small pieces of pages that come again and again: what they print is kept."""


class Compiled(BytecodeCache):
    """Keeps templates as they were compiled, for all environments of one kind in this process.

    A preview reads its templates for each build; those whose text has changed are compiled anew.
    """

    def __init__(self) -> None:
        """Keep none so far."""
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what a template is known by; its folder may have a name that is not Unicode."""
        return f"{filename or ''}|{name}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of the template that is asked for, if it was kept for this very text."""
        text, code = self._kept.get(bucket.key, ("", None))
        if text == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, in place of that of an earlier text."""
        if bucket.code:
            self._kept[bucket.key] = bucket.checksum, bucket.code


_COMPILED = Compiled()


class _Environment(Environment):
    """Looks into a dict at once, not first for a method of that name: most values are in dicts."""

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's signature
        """Return what `obj.attribute` means in a template."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def environment() -> Environment:
    """Return the templates of the package; text in them is escaped, a missing name an error."""
    templates = _Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        loader=PackageLoader("hub.views"), auto_reload=False,
        bytecode_cache=_COMPILED,
    )  # fmt: skip
    templates.filters.update(wording.FILTERS)
    for template, names in _KEPT.items():
        pieces = templates.get_template(template).module
        for name in names:
            # By type as well: a text that looks like safe HTML is not safe HTML.
            setattr(pieces, name, lru_cache(_KEPT_OF_EACH, typed=True)(getattr(pieces, name)))
    return templates

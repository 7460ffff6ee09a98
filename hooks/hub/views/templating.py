"""The templates of pages: how they are found, and what makes them fast."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

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
    )  # fmt: skip
    templates.filters.update(wording.FILTERS)
    for template, names in _KEPT.items():
        pieces = templates.get_template(template).module
        for name in names:
            # By type as well: a text that looks like safe HTML is not safe HTML.
            setattr(pieces, name, lru_cache(_KEPT_OF_EACH, typed=True)(getattr(pieces, name)))
    return templates

"""citeproc-py, spared from asking the same questions again and again.

Which macro a name means, or whether a part prints a variable, stands in the style's XML, which
does not change once it is read; citeproc-py searches the whole tree for it each time. Nor does a
citation come to mean another work, or a work become one of another type. That is most of what
formatting costs. A test compares what is printed with and without.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import Any

from citeproc import model, source

_QUESTIONS = (
    "__getattr__", "calls_variable", "get_formatter", "get_locale_option", "get_option", "get_root",
    "get_term", "xpath_search",
)  # fmt: skip
"""Methods whose answers depend on the style alone."""


def remember_answers() -> None:
    """Have citeproc-py remember what it was asked; doing so twice does no harm."""
    for kind in vars(model).values():
        for name in _QUESTIONS if isinstance(kind, type) else ():
            method = vars(kind).get(name)
            if method and not hasattr(method, "cache_info"):
                setattr(kind, name, cache(method))
    for (owner, name), replacement in _REPLACED.items():
        setattr(owner, name, replacement)


class _Remembering:
    """Methods in place of citeproc-py's own; each gives the same answers."""

    @cached_property
    def reference(self: Any) -> Any:  # noqa: ANN401 - citeproc-py has no types
        """Return the work that is cited."""
        return self.bibliography.source[self.key]

    def is_of_type(self: Any, item: Any) -> list[bool]:  # noqa: ANN401 - nor here
        """Tell for each type that a condition names whether the work is of it."""
        return _types(self, item.reference.type)


@cache
def _types(condition: Any, kind: str) -> list[bool]:  # noqa: ANN401 - nor here
    return [each.lower() == kind for each in condition.get("type").split()]


_REPLACED = {
    (source.CitationItem, "reference"): vars(_Remembering)["reference"],
    (model.If, "_type"): _Remembering.is_of_type,
}

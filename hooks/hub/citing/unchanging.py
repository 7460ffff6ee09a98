"""citeproc-py, spared from asking the same questions again and again.

Which macro a name means, or whether a part prints a variable, stands in the style's XML, which
does not change once it is read; citeproc-py searches the whole tree for it each time. Nor does a
citation come to mean another work, or a part that prints plain begin to print in italics. That is
most of what formatting costs; `hub.citing.shapes` spares the rest. A test compares what is printed
with and without.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from citeproc import model, source

from hub.citing import shapes

if TYPE_CHECKING:
    from collections.abc import Callable

    from citeproc import CitationStylesStyle

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
    for (owner, name), replacement in (_REPLACED | shapes.REPLACED).items():
        setattr(owner, name, replacement)


def give_names(style: CitationStylesStyle) -> None:
    """Put a `name` into `names` that have none: it says that they are printed in the usual way.

    citeproc-py puts it in while it prints, does not find it again, and puts in one more each time.
    """
    for names in style.root.iter("{*}names"):
        # In the place of others, names are printed in the way of those.
        replaces_others = isinstance(names.getparent(), model.Substitute)
        if names.find("{*}name") is None and not replaces_others:
            names.insert(0, names.makeelement(names.tag.removesuffix("s")))


def _only_where(method: Callable[..., Any], *attributes: str) -> Callable[..., Any]:
    """Return a method that leaves texts as they are in parts without any of the attributes."""

    @cache
    def asks(part: Any) -> bool:  # noqa: ANN401 - citeproc-py has no types
        return any(part.get(attribute) for attribute in attributes)

    def changed(self: Any, text: Any) -> Any:  # noqa: ANN401 - nor here
        # A number goes its usual way, on which it becomes a text.
        return method(self, text) if asks(self) or isinstance(text, int) else text

    return changed


_cited = cached_property(source.CitationItem.reference.fget)
_cited.__set_name__(source.CitationItem, "reference")
_LOOKS = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")
_REPLACED: dict[tuple[type, str], Any] = {
    (source.CitationItem, "reference"): _cited,
    (model.Formatted, "format"): _only_where(model.Formatted.format, *_LOOKS),
    (model.Affixed, "wrap"): _only_where(model.Affixed.wrap, "prefix", "suffix"),
    (model.Quoted, "quote"): _only_where(model.Quoted.quote, "quotes"),
    # A part of a date takes over attributes from wherever it is printed.
    (model.Date_Part, "format"): model.Formatted.format,
    (model.Date_Part, "wrap"): model.Affixed.wrap,
}

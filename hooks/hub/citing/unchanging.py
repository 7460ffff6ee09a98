"""citeproc-py, spared from asking a style the same questions for every reference.

Which macro a name means, or whether a part prints a variable, stands in the style's XML, which
does not change once it is read; citeproc-py searches the whole tree for it each time, which is
most of what formatting costs. A test compares what is printed with and without.
"""

from __future__ import annotations

from functools import cache

from citeproc import model

_QUESTIONS = ("xpath_search", "get_root", "get_formatter", "get_option", "calls_variable")
"""Methods whose answers depend on the style alone."""


def remember_answers() -> None:
    """Have the elements of styles remember what they were asked; doing so twice does no harm."""
    for kind in vars(model).values():
        for name in _QUESTIONS if isinstance(kind, type) else ():
            method = vars(kind).get(name)
            if method and not hasattr(method, "cache_info"):
                setattr(kind, name, cache(method))

"""citeproc-py, spared from looking through parts of a style that print nothing for a work.

A style speaks of every type of work and every variable; for one work, most of it prints nothing,
or is the other branch of a choice. Which parts these are does not depend on what is said of the
work but on what is known of it: works of which the same is known have the same *shape*, and what
the first of them shows holds for all. A test compares what is printed with and without.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from citeproc import model, source
from citeproc.source import VariableError
from citeproc.string import MixedString

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_KEPT = 256
"""How many shapes are remembered; each takes about 17 kB."""


@lru_cache(maxsize=_KEPT)
def _learnt(_shape: frozenset[tuple[str, Hashable]]) -> dict[Any, Any]:  # Any: parts of a style
    """Return, for a shape, which parts print something, and which branch a choice takes."""
    return {}


def _kind(value: object) -> Hashable:
    """Return what matters of a value: of usual ones little, of an unusual one all of it."""
    text = str(value)
    if isinstance(value, MixedString):
        return bool(model.If.re_numeric.match(text)) if text.strip() else text
    if isinstance(value, source.Date):
        return frozenset(part for part in value if value[part])
    if isinstance(value, list) and value:
        named = (name.get("family") or name.get("literal") or "" for name in value)
        return all(name.strip() for name in named) or text
    return text


def _parts(work: Any) -> dict[Any, Any]:  # noqa: ANN401 - citeproc-py has no types
    """Return what works of this one's shape have shown."""
    return _learnt(frozenset((name, _kind(work[name])) for name in work if name != "key"))


def _rendering(render: Callable[..., Any]) -> Callable[..., Any]:
    """Return a method that prints a part as `render` does, unless the part is known as empty.

    The first time decides: a name that has been printed may be left out where it comes again.
    """

    def remembering(self: Any, item: Any, *args: Any, **options: Any) -> Any:  # noqa: ANN401
        parts = item.reference.parts_of_style
        if parts.get(self) is False:
            return None
        try:
            text = render(self, item, *args, **options)
        except VariableError:
            # To whoever asks, this is the same as None: nothing is printed.
            text = None
        parts.setdefault(self, text is not None)
        return text

    return remembering


def _choose(self: Any, item: Any, context: Any = None, delimiter: str = "", **more: Any) -> Any:  # noqa: ANN401
    """Print the branch that works of this shape take."""
    parts = item.reference.parts_of_style
    known = self in parts
    for branch in parts[self] if known else self.getchildren():
        print_it = branch.render_children if known else branch.render
        try:
            text = print_it(item, context=context, delimiter=delimiter, **more)
        except model.ConditionFailed:
            continue
        parts[self] = [branch]
        return text
    parts[self] = []
    return None


_parts_of_style = cached_property(_parts)
_parts_of_style.__set_name__(source.Reference, "parts_of_style")

REPLACED = {
    (source.Reference, "parts_of_style"): _parts_of_style,
    (model.Text, "render"): _rendering(model.Text.render),
    (model.Group, "render"): _rendering(model.Group.render),
    (model.Names, "render"): _rendering(model.Names.render),
    (model.Choose, "render"): _choose,
}
"""Methods of citeproc-py, and what takes their place."""

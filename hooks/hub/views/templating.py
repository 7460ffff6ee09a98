"""The templates of pages: how they are found, and what makes them fast."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup, escape

from hub.views import wording

_KEPT = {
    "components.html": (
        "certainty", "direction", "heading", "relation", "seen", "signatory_state", "take_away",
        "unknown",
    ),
    "gap_parts.html": ("bubble",),
    "stages.html": ("badge", "signs"),
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


class _Context(Context):
    """Calls what a template calls and no more: nothing in ours asks for the context itself."""

    def call(self, obj: Callable[..., Any], *args: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """Return what `obj(...)` means in a template; Jinja adds what its own functions need."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return obj(*args, **named)


class _Generator(CodeGenerator):
    """Has each value printed by the environment, not by Jinja's `escape`."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        del node, frame, finalize  # the same for all, since all of our templates escape
        self.write("environment.printed(")


class _Template(Template):
    """A template whose macros are the same for all that import them: ours see no context."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        del ctx
        return super()._get_default_module()


class _Environment(Environment):
    """What Jinja does for any value of any template, in the least steps for those of ours."""

    template_class = _Template
    context_class = _Context
    code_generator_class = _Generator

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's signature
        """Return what `obj.attribute` means in a template; most values are in dicts."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)

    @staticmethod
    def printed(value: object) -> Markup:
        """Return what `{{ value }}` prints: safe HTML as it is, and all else escaped."""
        return value if type(value) is Markup else escape(value)


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

"""The templates of pages: how they are found, and what makes them fast."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache, partial
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, new_context
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from hub.store import key_of
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

escaped: Callable[[str], str] = _escape_inner
"""Escapes plain text as `escape` does, which takes six times as long to make `Markup` of it."""
_safe: Callable[[str], Markup] = partial(str.__new__, Markup)


_MARK = 16
"""Bytes at the begin of a file of compiled templates, which say that it is whole and fits."""


class Compiled(BytecodeCache):
    """Keeps templates as they were compiled, for all environments of one kind in this process.

    A preview reads its templates for each build; those whose text has changed are compiled anew.
    Those in a `file` of an earlier process are there from the beginning; `has_news` tells that
    there are more than it has.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Keep what is in the file, if there is one that was made as we would make it."""
        self._file = file
        self._kept: dict[str, tuple[str, CodeType]] = {}
        self.has_news = False
        with suppress(OSError):
            content = file.read_bytes() if file else b""
            if content[:_MARK] == _mark(content[_MARK:]):
                self._kept = marshal.loads(content[_MARK:])  # noqa: S302 - as Python's modules are

    def save(self) -> None:
        """Write the file if there is news; where that cannot be, the next process does without."""
        if self._file and self.has_news and not sys.dont_write_bytecode:
            there = {key: kept for key, kept in self._kept.items() if _is_there(key)}
            content = marshal.dumps(there)
            new = self._file.with_suffix(f".{os.getpid()}")
            with suppress(OSError):
                self._file.parent.mkdir(exist_ok=True)
                new.write_bytes(_mark(content) + content)
                new.replace(self._file)
        self.has_news = False

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
            self.has_news = True


def _is_there(key: str) -> bool:
    """Tell whether a template is still in its file: tests come with copies that go again."""
    return Path(key.partition("|")[0]).exists()


def _mark(content: bytes) -> bytes:
    return key_of(content, sys.version, version("jinja2"), Path(__file__).read_bytes())


# Where Python keeps the code of this module: whoever can write there can change the hub itself.
COMPILED = Compiled(Path(cache_from_source(__file__)).with_suffix(".templates"))
"""The templates of pages."""


class _Generator(CodeGenerator):
    """Writes what our templates need and no more: they all escape, and ask for no context."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        del node, frame, finalize
        self.write("(value if type(value := ")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        del node, frame, finalize
        self.write(") is Markup else environment.printed(value))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002 - Jinja's signature
        """Write a call as Python knows it."""
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        if forward_caller:
            self.write("caller=caller, ")
        for stars, more in (("*", node.dyn_args), ("**", node.dyn_kwargs)):
            if more is not None:
                self.write(stars)
                self.visit(more, frame)
                self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's signature
        """Write what looks into a dict at once, and asks the environment for the rest."""
        self.write(f"(found[{node.attr!r}] if type(found := ")
        self.visit(node.node, frame)
        self.write(f") is dict and {node.attr!r} in found else ")
        self.write(f"environment.getattr(found, {node.attr!r}))")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802 - Jinja's signature
        """Write what prints nothing where an `if` that has no `else` does not hold."""
        node.expr2 = node.expr2 or nodes.Const("")
        super().visit_CondExpr(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write what makes a macro of the function `macro`."""
        del frame
        node = macro_ref.node
        name, names = getattr(node, "name", "caller"), tuple(each.name for each in node.args)
        self.write(f"environment.macro(macro, {name!r}, {names!r}, {macro_ref.accesses_caller!r})")


class _Template(Template):
    """A template whose macros are the same for all that import them: ours see no context."""

    def new_context(
        self, vars: dict[str, Any] | None = None, shared: bool = False,  # noqa: A002, FBT001, FBT002 - Jinja's signature
        locals: Mapping[str, Any] | None = None,  # noqa: A002 - Jinja's signature
    ) -> Context:  # fmt: skip
        """Return what a template sees: no template has globals of its own."""
        del shared
        known = {**self.environment.globals, **(vars or {})}
        return new_context(
            self.environment, self.name, self.blocks, known, shared=True, locals=locals
        )

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        del ctx
        return super()._get_default_module()


class _Environment(Environment):
    """What Jinja does for any value of any template, in the least steps for those of ours."""

    template_class = _Template
    code_generator_class = _Generator

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's signature
        """Return what `obj.attribute` means in a template where it is no key of a dict."""
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)

    @staticmethod
    def printed(value: object) -> str:
        """Return what `{{ value }}` prints if it is no safe HTML."""
        if type(value) is str:
            return escaped(value)
        return str(value) if type(value) is int else escape(value)

    def macro(
        self, function: Callable[..., str], name: str, names: tuple[str, ...], has_caller: bool,  # noqa: FBT001 - a template calls it
    ) -> Callable[..., Markup]:  # fmt: skip
        """Return a macro that takes these names; `function` takes all of them, or `missing`."""
        absent = (missing,) * len(names)
        nobody = (self.undefined("No caller defined", name="caller"),) if has_caller else ()

        def macro(*args: object, **named: object) -> Markup:
            if not named:
                return _safe(function(*args, *absent[len(args) :], *nobody))
            args += tuple([named.pop(each, missing) for each in names[len(args) :]])
            caller = (named.pop("caller", *nobody),) if has_caller else ()
            if named:
                raise TypeError(f"macro {name!r} takes no argument {next(iter(named))!r}")
            return _safe(function(*args, *caller))

        return macro


def environment() -> Environment:
    """Return the templates of the package; text in them is escaped, a missing name an error."""
    templates = _Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        loader=PackageLoader("hub.views"), auto_reload=False, cache_size=-1,
        bytecode_cache=COMPILED,
    )  # fmt: skip
    templates.filters.update(wording.FILTERS)
    for template, names in _KEPT.items():
        pieces = templates.get_template(template).module
        for name in names:
            # By type as well: a text that looks like safe HTML is not safe HTML.
            setattr(pieces, name, lru_cache(_KEPT_OF_EACH, typed=True)(getattr(pieces, name)))
    return templates

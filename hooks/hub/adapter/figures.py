"""Figures on hand-written pages: `{{ hub.evidence_count }}` and the like, and nothing else.

mkdocs-macros hands us the text of each page; here it meets a template language cut down to what
figures need. What is not allowed is found by reading the template, before anything of it runs,
so a page cannot reach an object, call anything, or loop.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from hub.diagnostics import did_you_mean

_PARTS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const,
    nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
"""Text, and the means to say "1 summary" and "2 summaries"."""

_ONLY_FIGURES = "only figures such as {{ hub.evidence_count }} stand in braces"

# Values go into Markdown, which escapes for itself.
_ENVIRONMENT = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True
)


def faults_in(text: str, figures: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with the templates in a text: the line, from 1, and a sentence."""
    try:
        template = _ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        yield error.lineno, f"the braces cannot be read: {error.message}"
        return
    yield from _faults(template, figures)


def render(text: str, figures: Mapping[str, int | str]) -> str:
    """Return the text with its figures; there must be no faults in it."""
    return _template(text).render(hub=dict(figures))


# A preview renders the same texts again and again.
@lru_cache(500)
def _template(text: str) -> Template:
    return _ENVIRONMENT.from_string(text)


def _faults(node: nodes.Node, figures: Collection[str]) -> Iterator[tuple[int, str]]:
    match node:
        case nodes.Getattr(node=nodes.Name(name="hub"), attr=name):
            if name not in figures:
                advice = did_you_mean(name, figures, "the documentation lists those there are")
                yield node.lineno, f'the hub has no figure "{name}"; {advice}'
        case _ if isinstance(node, _PARTS):
            for child in node.iter_child_nodes():
                yield from _faults(child, figures)
        case nodes.Name(name=name) if name != "hub":
            yield node.lineno, f'"{name}" is not known here; {_ONLY_FIGURES}'
        case _:
            named = next(node.find_all(nodes.Name), None)
            yield next(_faults(named, figures)) if named else (node.lineno, _ONLY_FIGURES)

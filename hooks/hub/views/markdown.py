"""Contributed Markdown as safe HTML: CommonMark and tables, without headings, images or HTML.

What a writer put in braces or angle brackets stays text. Links lead to http and https only; with
any other target the brackets stay as they were written. The result is sanitised again by an
allow-list, so that a slip in one line of defence does not reach a reader.
Citations are found while the text is parsed; how they look is the caller's business.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from hub.model.citations import CitationGroup, parse_citations
from hub.views.table_regions import with_regions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

Cite = Callable[[CitationGroup], Markup | None]
"""Prints a citation group, or says None to leave the brackets as they were written."""

_VALUES = {
    "href": re.compile(r"https?://.+|#ref-\d+", re.IGNORECASE | re.DOTALL),
    "rel": re.compile("noopener noreferrer"),
    "id": re.compile(r"cite-\d+-\d+"),
    "aria-label": re.compile(r"Reference \d+"),
    "start": re.compile(r"\d{1,9}"),
}
"""What an attribute may say. Ids and labels are those of our own citations, nobody else's."""


def _only_known_values(_tag: str, attribute: str, value: str) -> str | None:
    pattern = _VALUES.get(attribute)
    return value if pattern is None or pattern.fullmatch(value) else None


_CLEANER = nh3.Cleaner(
    tags={
        "p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a", "span",
        "table", "thead", "tbody", "tr", "th", "td",
    },
    attributes={"*": set(), "a": {"href", "rel", "id", "aria-label"}, "ol": {"start"}},
    allowed_classes={"span": {"hub-cite", "hub-cite__between"}},
    attribute_filter=_only_known_values,
    url_schemes={"http", "https"},
    link_rel=None,
)  # fmt: skip


# Most texts are words with a few citations; in them Markdown has nothing else to find, and what it
# would return is known: the words themselves and the citations, in a paragraph of their own.
# A letter of English is found faster where it stands by itself.
_WORDS = re.compile(r"[A-Za-z0-9\w .,;:'\"()%/’‘–—\[\]@-]*")
_LIST_ITEM = re.compile(r"\d{1,9}[.)]")
_FIRST = re.compile(r"[^\W_]|['\"(’‘]")
_QUOTES = re.compile(r"['\"]")
_NOTHING = Markup()


def block(text: str, cite: Cite | None = None, *, breaks: bool = False) -> Markup:
    """Return a Markdown text as HTML blocks; with `breaks`, single line breaks are visible."""
    if not text:
        return _NOTHING
    if _FIRST.match(text) and (words := _only_words(text, cite)) is not None:
        return Markup(f"<p>{words}</p>\n")  # noqa: S704 - see there
    return _safe(_PARSERS[breaks].render(text, {"cite": cite}))


def inline(text: str, cite: Cite | None = None, *, breaks: bool = False) -> Markup:
    """Return a Markdown text as HTML for the inside of a paragraph."""
    if not text:
        return _NOTHING
    if (words := _only_words(text, cite)) is not None:
        return Markup(words)  # noqa: S704 - see there
    return _safe(_PARSERS[breaks].renderInline(text, {"cite": cite}))


def plain(text: str) -> str:
    """Return the words of a Markdown text alone, on one line: no marks, no citations."""
    words = _only_words(text, lambda _: Markup()) if _FIRST.match(text) else None
    if words is None:
        tokens = _PARSERS[False].parse(text, {})
        words = " ".join("".join(_words(token)) for token in tokens)
    words = " ".join(words.split())
    for sign in ".,;:!?)":
        words = words.replace(f" {sign}", sign)
    return words


def _only_words(text: str, cite: Cite | None) -> str | None:
    """Return words and citations as HTML: no sign in them means anything there; else None."""
    if not _is_words(text):
        return None
    if "[" not in text and "]" not in text:
        return text
    groups = tuple(parse_citations(text))
    # Other brackets may be links; quotation marks among citations are escaped in several ways.
    if not len(groups) == text.count("[") == text.count("]"):
        return None
    if any(_QUOTES.search(text, each.start, each.end) for each in groups):
        return None
    parts, end = list[str](), 0
    for group in groups:
        printed = cite(group) if cite else None
        given = text[group.start : group.end]
        parts += [text[end : group.start], given if printed is None else printed]
        end = group.end
    return "".join([*parts, text[end:]])


def _is_words(text: str) -> bool:
    if not _WORDS.fullmatch(text) or "_" in text or text[:1] == " " or text[-1:] == " ":
        return False
    return not _LIST_ITEM.match(text)


def _safe(html: str) -> Markup:
    return Markup(with_regions(_CLEANER.clean(html)))  # noqa: S704 - sanitised here and now


def _words(token: Token) -> Sequence[str]:
    if token.type in {"fence", "code_block"}:
        return [token.content]
    kept = {"text", "code_inline"}
    return [each.content if each.type in kept else " " * each.type.endswith("break")
            for each in token.children or ()]  # fmt: skip


def _citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    if state.src[state.pos] != "[":
        return False
    groups = state.env.setdefault("groups", {})
    if state.src not in groups:
        groups[state.src] = {group.start: group for group in parse_citations(state.src)}
    group = groups[state.src].get(state.pos)
    if group is None:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = state.src[group.start : group.end]
        token.meta = {"group": group}
    state.pos = group.end
    return True


def _render_citation(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
) -> str:
    token, cite = tokens[index], env["cite"]
    printed = cite(token.meta["group"]) if cite else None
    return str(escape(token.content) if printed is None else printed)


def _render_link(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    tokens[index].attrSet("rel", "noopener noreferrer")
    return renderer.renderToken(tokens, index, options, env)


def _is_public_link(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # such as an unclosed bracket in place of a host
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and "@" not in parts.netloc


def _parser(*, breaks: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": breaks}).enable("table")
    # Without their rules, `# x`, `![x](y)` and `<x>` stay what they are: text.
    parser.disable(["heading", "lheading", "image", "html_block", "html_inline"])
    parser.inline.ruler.before("link", "citation", _citation)
    parser.add_render_rule("citation", _render_citation)
    parser.add_render_rule("link_open", _render_link)
    # What markdown-it offers for choosing links is this method.
    parser.validateLink = _is_public_link  # type: ignore[method-assign]
    return parser


_PARSERS = {False: _parser(breaks=False), True: _parser(breaks=True)}

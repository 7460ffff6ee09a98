"""While previewing: pages of MkDocs that would come out as they did before are not made again.

Most of a preview's time would go into hand-written pages that nobody has touched. Their Markdown
is rendered anew if its text has changed, a file has come or gone, or a warning is to be repeated;
the theme is asked again if anything has changed that it may look at. All of MkDocs' events take
place as ever.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import TableOfContents

from hub.store import key_of

_LOOK_AT_THE_TEXT_ALONE = {
    "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "meta",
    "pymdownx.details", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.superfences",
    "pymdownx.tabbed", "pymdownx.tasklist", "sane_lists", "smarty", "tables", "toc",
}  # fmt: skip
"""Extensions of Markdown that read no files; with any other, nothing is remembered."""
_MKDOCS_OWN = {
    "base_url", "build_date_utc", "config", "extra_css", "extra_javascript", "mkdocs_version",
    "nav", "page", "pages",
}  # fmt: skip
"""What MkDocs tells a theme besides the page, of which all that matters is in a page's key."""

_TITLE = "_title_from_render"
"""Where MkDocs keeps the title that it has found in the text of a page."""


@dataclass(frozen=True, slots=True)
class _Rendered:
    """What MkDocs makes of the Markdown of a page; links are told by the file they lead to."""

    content: str | None
    toc: TableOfContents
    title: str | None
    anchors: set[str] | None
    links: dict[str, dict[str, str]] | None


class Remembered:
    """Remembers, for one preview, what MkDocs and the theme made of pages."""

    def __init__(self) -> None:
        """Remember nothing so far."""
        self._rendered: dict[str, tuple[bytes, _Rendered]] = {}
        self._printed: dict[str, tuple[bytes, str]] = {}
        self._files = self._theme = b""
        self._is_on = False

    def begin(self, files: Files, addresses: Iterable[str], config: MkDocsConfig) -> None:
        """Begin a build with these files, and with pages at these addresses."""
        self._is_on = looks_at_the_text_alone(config)
        settings = repr([(name, config[name]) for name in config if name != "plugins"])
        self._files = key_of(settings, *files.src_uris, *addresses)
        self._theme = key_of(settings, *_states(Path(config.theme.custom_dir or config.docs_dir)))

    def spare_markdown(self, page: SitePage, markdown: str) -> None:
        """Let MkDocs render a page only if that may give something new."""
        if not self._is_on:
            return
        name, key = page.file.src_uri, key_of(self._files, markdown)

        def render(config: MkDocsConfig, files: Files) -> None:
            known, rendered = self._rendered.get(name, (b"", None))
            if rendered and known == key:
                _restore(page, rendered, files)
                return
            self._rendered.pop(name, None)
            with _listening() as warnings:
                type(page).render(page, config, files)
            if not warnings:
                self._rendered[name] = key, _rendered(page)

        vars(page)["render"] = render

    def spare_theme(self, env: Environment) -> None:
        """Let the theme print a page only if that may give something new."""
        printed, theme = self._printed, self._theme

        class Sparing(Template):
            """A template that does not print the same page twice."""

            def render(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - Jinja's signature
                context = dict(*args, **kwargs)
                page = context.get("page")
                if page is None:
                    return super().render(context)
                key = key_of(theme, str(self.name), *_looked_at(page, context))
                known, html = printed.get(page.file.src_uri, (b"", ""))
                if known != key:
                    html = super().render(context)
                    printed[page.file.src_uri] = key, html
                return html

        env.template_class = Sparing


def looks_at_the_text_alone(config: MkDocsConfig) -> bool:
    """Tell whether what becomes of Markdown depends on no file but those that it links to."""
    return _LOOK_AT_THE_TEXT_ALONE.issuperset(config.markdown_extensions)


def _looked_at(page: SitePage, context: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a theme may look at when it prints a page, besides settings and templates."""
    nav: Navigation = context["nav"]
    yield from (page.file.src_uri, page.url, str(page.title), page.content or "")
    yield from map(repr, (page.edit_url, page.canonical_url, page.update_date, page.meta))
    yield str(page.toc)
    yield str(nav)
    yield repr([each.url for each in nav.pages if each.active])
    yield repr(sorted((name, each) for name, each in context.items() if name not in _MKDOCS_OWN))


def _rendered(page: SitePage) -> _Rendered:
    links = page.links_to_anchors
    return _Rendered(
        page.content, page.toc, vars(page)[_TITLE], page.present_anchor_ids,
        None if links is None else {file.src_uri: asked for file, asked in links.items()},
    )  # fmt: skip


def _restore(page: SitePage, rendered: _Rendered, files: Files) -> None:
    page.content, page.toc = rendered.content, rendered.toc
    vars(page)[_TITLE] = rendered.title
    page.present_anchor_ids = rendered.anchors
    if rendered.links is not None:
        found = {files.get_file_from_path(name): asked for name, asked in rendered.links.items()}
        page.links_to_anchors = {file: asked for file, asked in found.items() if file}


@contextmanager
def _listening() -> Iterator[list[logging.LogRecord]]:
    """Lend a list of what MkDocs says meanwhile."""
    listener = BufferingHandler(capacity=sys.maxsize)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield listener.buffer
    finally:
        logger.removeHandler(listener)


def _states(folder: Path) -> Iterator[str]:
    """Yield what changes when any file below a folder is written."""
    for path in sorted(folder.rglob("*")):
        state = path.stat()
        yield f"{path}\n{state.st_mtime_ns}\n{state.st_size}"

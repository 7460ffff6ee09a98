"""Hand-written pages: their text as it was checked, figures, citations, and how they are found."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as SitePage

from hub.adapter import figures
from hub.adapter.edition import Edition
from hub.adapter.pages import root_of
from hub.model.citations import parse_citations
from hub.model.pages import DocsPage
from hub.publishing.frames import plain
from hub.publishing.search import Stub
from hub.views.sheet import Sheet

log = logging.getLogger("mkdocs.hub")

_STUB = Markup('<div data-pagefind-weight="0.5">{}{}<p>{}</p></div>')
"""A hand-written page as the search index is given it: heading, text, description."""
# MkDocs has read its plugins by now; no page may tell the dozen things this one would ask git for.
if macros := sys.modules.get("mkdocs_macros.context"):
    vars(macros)["get_git_info"] = dict

_UNREADABLE = "# Not to be shown yet\n\nThis page cannot be read until what is wrong is mended.\n"


class Desk:
    """Sees the hand-written pages of one build through; gathers `faults` and search `stubs`."""

    def __init__(self, edition: Edition) -> None:
        """Write with the figures and references of `edition`."""
        self._edition = edition
        self._pages: dict[str, DocsPage] = {}
        self.faults: list[str] = []
        self.stubs: list[Stub] = []

    def take_over_macros(self, config: MkDocsConfig) -> None:
        """Have mkdocs-macros hand us each text in place of rendering it.

        Its own environment runs whatever a page says, and shows it the whole configuration.
        """
        if macros := config.plugins.get("macros"):
            macros.render = lambda markdown, **_: self._with_figures(markdown, macros.page)

    def source(self, page: SitePage, config: MkDocsConfig) -> str | None:
        """Return the text that was checked, without its front matter; None if we wrote the page.

        The blank first line: MkDocs takes "name: value" at the top of a text for front matter.
        """
        if page.file.generated_by is not None:
            return None
        path = os.path.relpath(Path(config.docs_dir, page.file.src_uri), root_of(config))
        path = Path(path).as_posix()
        if path not in self._edition.docs:
            if path not in {each.span.path for each in self._edition.diagnostics}:
                self._report(f"{path}: the page was not read; hand-written pages end in .md")
            return _UNREADABLE
        self._pages[page.file.src_uri] = self._edition.docs[path]
        return "\n" + _body(self._edition.docs[path])

    def markdown(self, markdown: str, page: SitePage) -> str:
        """Return the text with numbered citations, and the works it cites listed at its end."""
        written = self._pages.get(page.file.src_uri)
        if written is None:
            return markdown
        page.meta = _meta(written)
        return _cited(markdown, self._edition.sheet(page.url)) if self._edition.sheet else markdown

    def note(self, html: str, page: SitePage) -> None:
        """Remember a page for the search index, with all its words, each of which tells little."""
        written = self._pages.get(page.file.src_uri)
        if written is None:
            return
        description = written.front_matter.description or ""
        # The title is as the theme prints it; what is made here is read by the indexer alone.
        heading = "" if "<h1" in html else f"<h1>{page.title}</h1>"
        body = _STUB.format(Markup(heading), Markup(html), description)  # noqa: S704 - rendered by MkDocs
        self.stubs.append(Stub(page.url, body, filters=(("kind", "Page"),)))

    def _with_figures(self, markdown: str, page: SitePage) -> str:
        written = self._pages.get(page.file.src_uri)
        if written is None:
            return markdown
        faults = list(figures.faults_in(markdown, self._edition.figures))
        for line, fault in faults:
            self._report(f"{written.source.path}:{line + _lines_above(written)}: {fault}")
        return markdown if faults else figures.render(markdown, self._edition.figures)

    def _report(self, fault: str) -> None:
        self.faults.append(fault)
        log.error(fault)


def _body(page: DocsPage) -> str:
    return page.body.lstrip("\r\n")


def _lines_above(page: DocsPage) -> int:
    text = page.source.text
    return text.count("\n", 0, len(text) - len(_body(page)))


def _meta(page: DocsPage) -> dict[str, object]:
    """Return the front matter that was checked, for MkDocs' templates, which do not escape."""
    matter = page.front_matter
    fields: dict[str, object] = {
        "title": plain(matter.title or ""),
        "description": plain(matter.description or ""),
        "tags": list(matter.tags),
    }
    return {name: value for name, value in fields.items() if value}


def _cited(markdown: str, sheet: Sheet) -> str:
    parts, done = [], 0
    for group in parse_citations(markdown):
        # The sheet reads the brackets again, and leaves them as they are if a key is unknown.
        parts += [markdown[done : group.start], sheet.inline(markdown[group.start : group.end])]
        done = group.end
    text = "".join([*parts, markdown[done:]])
    if not sheet.references:
        return text
    return f"{text}\n\n## References\n\n{sheet.render('reference_list.html')}\n"

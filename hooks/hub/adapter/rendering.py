"""The pages of one build while MkDocs renders: fronts are filled, samples become shells.

A front is a page that stands in the navigation. All others are stamped at the end; MkDocs renders
one sample page for each frame among them, by the very same steps, and never writes it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from hub.adapter import pages
from hub.page import Page
from hub.publishing.blanks import without_blanks
from hub.publishing.frames import MARK, Frame
from hub.publishing.shell import Shell, cut


class Rendering:
    """Knows which page of MkDocs shows which page of the hub; gathers the `shells`."""

    def __init__(self) -> None:
        """Begin with no pages."""
        self.shells: dict[Frame, Shell] = {}
        self._shown: dict[str, Page] = {}
        self._frames: dict[str, Frame] = {}
        self._stamped: list[File] = []
        self._lit: SitePage | None = None

    def add_front(self, page: Page, files: Files, config: MkDocsConfig) -> None:
        """Add a page of the navigation."""
        self._add(pages.front(page, config), page, files)

    def add_stamped(self, stamped: list[Page], files: Files, config: MkDocsConfig) -> None:
        """Add what links to stamped pages need."""
        self._stamped = [pages.add_stamped(page, files, config) for page in stamped]

    def add_samples(self, frames: Iterable[Frame], files: Files, config: MkDocsConfig) -> None:
        """Add a sample of every frame."""
        for number, frame in enumerate(dict.fromkeys(frames)):
            sample = frame.sample(number)
            file = pages.sample(sample, config)
            self._add(file, sample, files)
            self._frames[file.src_uri] = frame

    def _add(self, file: File, page: Page, files: Files) -> None:
        if file.src_uri in files.src_uris:
            raise PluginError(
                f'"docs/{file.src_uri}" stands where the hub publishes a page of its own; '
                "move it, or delete it"
            )
        files.append(file)
        self._shown[file.src_uri] = page

    def listed(self, files: list[File]) -> list[File]:
        """Return the pages for the sitemap: the stamped ones too, and no samples."""
        return [file for file in files if file.src_uri not in self._frames] + self._stamped

    def content(self, page: SitePage) -> str | None:
        """Fill a page of the hub and return its HTML; None for any other."""
        shown = self._shown.get(page.file.src_uri)
        return pages.inject(shown, page) if shown else None

    def before_template(self, page: SitePage, nav: Navigation) -> None:
        """Light the section of a page that is not in the navigation itself."""
        shown = self._shown.get(page.file.src_uri)
        self._lit = pages.front_of(shown.section, nav) if shown and shown.section else None
        if self._lit:
            self._lit.active = True

    def after_template(self, html: str, page: SitePage) -> str:
        """Complete a page; keep what MkDocs made of a sample, and leave it nothing to write."""
        if self._lit:
            self._lit.active = False
        html = without_blanks(html, page.content or "")
        shown = self._shown.get(page.file.src_uri)
        if shown is None:
            return html
        html = html.replace("</head>", f"{shown.head}</head>", 1)
        if page.file.src_uri not in self._frames:
            return html
        self.shells[self._frames[page.file.src_uri]] = cut(html, shown)
        return ""


def is_no_sample(record: logging.LogRecord) -> bool:
    """Keep MkDocs from telling, of each sample, that it was not written."""
    return MARK not in record.getMessage()

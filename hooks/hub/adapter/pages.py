"""The hub's pages as MkDocs sees them: a file, a page, an entry in the sitemap, an edit link."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from hub.adapter.boundaries import boundaries_of
from hub.adapter.neighbours import neighbours_of
from hub.adapter.sending import send_to
from hub.examining import told_date
from hub.page import Page
from hub.publishing import PublishingError
from hub.publishing.frames import plain
from hub.views.settings import Settings

# Begins with a text, which is soon found.
_ANCHOR = re.compile(r'id="(?<=\bid=")([^"]*)"')


def settings_of(config: MkDocsConfig) -> Settings:
    """Return what views must know of the configuration."""
    edit_url = ""
    if config.repo_url and config.edit_uri:
        docs = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri)
        edit_url = urljoin(docs, from_docs("", config))
    return Settings(
        config.site_name, config.site_url or "", edit_url, config.repo_url or "", told_date(),
        neighbours_of(config), boundaries_of(config), send_to(config),
    )  # fmt: skip


def front(page: Page, config: MkDocsConfig) -> File:
    """Return an empty file for a page of the navigation; `inject` puts its content in later."""
    return _generated(page, config, InclusionLevel.INCLUDED)


def sample(page: Page, config: MkDocsConfig) -> File:
    """Return an empty file for a page that is rendered and not published."""
    return _generated(page, config, InclusionLevel.NOT_IN_NAV)


def inject(content: Page, page: SitePage) -> str:
    """Give a page of MkDocs the hub's content; the result is its HTML.

    MkDocs' templates do not escape, so the texts come escaped, and marked as such.
    """
    page.meta = {"title": plain(content.title)}
    if content.description:
        page.meta["description"] = plain(content.description)
    if (
        page.file.inclusion is InclusionLevel.NOT_IN_NAV
    ):  # In the navigation, the title is that of mkdocs.yml.
        page.title = plain(content.title)
    page.toc = TableOfContents([
        AnchorLink(plain(each.title), plain(each.id), level=2) for each in content.headings
    ])  # fmt: skip
    if not content.headings:
        page.meta["hide"] = ["toc"]
    if content.kind == "search":
        page.meta["is_short"] = True  # of its styles: see main.html
    page.present_anchor_ids = set(_ANCHOR.findall(content.html))
    return content.html


class StampedFile(File):
    """A page that MkDocs does not render: there for links from hand-written pages and the sitemap.

    It can be found by `src_uri`, a path as seen from the docs folder.
    """

    def __init__(
        self, address: str, html: Callable[[], str], src_uri: str, config: MkDocsConfig
    ) -> None:
        """Stand for the page at an address; `html` returns its content."""
        super().__init__(
            src_uri, None, config.site_dir, config.use_directory_urls,
            dest_uri=f"{address}index.html", inclusion=InclusionLevel.NOT_IN_NAV,
        )  # fmt: skip
        StampedPage(html, self, config)

    def is_documentation_page(self) -> bool:
        """Keep MkDocs from rendering it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' signature
        """Copy nothing: the page is written when all is rendered."""


class StampedPage(SitePage):
    """The page of a `StampedFile`; its anchors are looked for when a link asks for one."""

    def __init__(self, html: Callable[[], str], file: File, config: MkDocsConfig) -> None:
        """Stand for the page whose content `html` returns."""
        super().__init__(None, file, config)
        self._html = html

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]  # an attribute of MkDocs
        """What a link to this page may end with."""
        return set(_ANCHOR.findall(self._html()))


def add_stamped(content: Page, files: Files, config: MkDocsConfig) -> File:
    """Let links find a stamped page, by its address and by the file it is written in.

    Where several pages are written in one file, a link to the file leads to the first.

    Raises:
        PublishingError: Another page has this address.
    """

    def html() -> str:
        return content.html

    found = StampedFile(content.address, html, content.address.rstrip("/"), config)
    if found.src_uri in files.src_uris:
        raise PublishingError(f'two pages want the same address: "{content.address}"')
    files.append(found)
    written_in = from_docs(content.edit_path, config) if content.edit_path else found.src_uri
    if written_in not in files.src_uris:
        files.append(StampedFile(content.address, html, written_in, config))
    return found


def front_of(section: str, nav: Navigation) -> SitePage | None:
    """Return the page of the navigation that stands for a section."""
    fronts = (page for page in nav.pages if page.is_index and page.url.startswith(f"{section}/"))
    return next(fronts, None)


def root_of(config: MkDocsConfig) -> Path:
    """Return the folder of mkdocs.yml, which MkDocs may name by a relative path."""
    return Path(config.config_file_path).absolute().parent


def from_docs(path: str, config: MkDocsConfig) -> str:
    """Return a path below the repository's root as it is seen from the docs folder."""
    root = os.path.relpath(root_of(config), config.docs_dir)
    return f"{Path(root).as_posix()}/{path}"


def _generated(page: Page, config: MkDocsConfig, inclusion: InclusionLevel) -> File:
    file = File.generated(config, f"{page.address}index.md", content="", inclusion=inclusion)
    if page.edit_path:
        file.edit_uri = from_docs(page.edit_path, config)
    return file

"""Ordered pages as MkDocs sees them: found when a link asks for one, and listed in the sitemap.

There may be ten thousand of them: none is written here unless a link names an anchor on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from urllib.parse import quote

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from hub.adapter.pages import StampedFile, from_docs
from hub.page import Order, Page
from hub.publishing import PublishingError


class OrderedFiles(Files):
    """The files of a build; a file for an ordered page is made when it is asked for.

    Such a page has two names: its address, and the file it is written in (for the first one
    that is written there).
    """

    def __init__(
        self, files: Iterable[File], orders: Sequence[Order], write: Callable[[Order], Page],
        config: MkDocsConfig,
    ) -> None:  # fmt: skip
        """Begin with the files that there are."""
        super().__init__(files)
        self._orders = orders
        self._write = write
        self._config = config
        self._made: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file of this name, if there is one."""
        found = super().get_file_from_path(path)
        name = PurePath(path).as_posix()
        if found or name not in self._by_name:
            return found
        if name not in self._made:
            self._made[name] = self._file(name, self._by_name[name])
        return self._made[name]

    def _file(self, name: str, order: Order) -> File:
        return StampedFile(order.address, lambda: self._write(order).html, name, self._config)

    @cached_property
    def _by_name(self) -> dict[str, Order]:
        root = from_docs("", self._config)
        written_in = {root + each.edit_path: each for each in reversed(self._orders)}
        return written_in | {each.address.rstrip("/"): each for each in self._orders}


@dataclass(frozen=True, slots=True)
class ListedPage:
    """All of a page that a sitemap asks for, under the names that it asks with."""

    canonical_url: str
    is_link: bool = False
    update_date: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the sitemap, as its template knows it."""

    page: ListedPage


_SAMPLES = "hub-entry-1", "hub-entry-2"


def samples(orders: Sequence[Order], config: MkDocsConfig) -> list[Listed]:
    """Return what the template of a sitemap lists instead of thousands of ordered pages.

    Without an address of the site, a sitemap lists no page.
    """
    return [Listed(ListedPage(each)) for each in _SAMPLES if orders and config.site_url]


def with_listed(sitemap: str, orders: Sequence[Order], config: MkDocsConfig) -> str:
    """Return a sitemap with the ordered pages in the place of its samples, if it has any."""
    before, found, rest = sitemap.partition(_SAMPLES[0])
    if not found:
        return sitemap
    between, _, after = rest.partition(_SAMPLES[1])
    base = str(escape(f"{config.site_url}".rstrip("/") + "/"))
    ending = "" if config.use_directory_urls else "index.html"
    urls = quote("\n".join(order.address + ending for order in orders), safe="/\n")
    return before + base + urls.replace("\n", between + base) + after


def refuse_taken(orders: Iterable[Order], pages: Iterable[Page]) -> None:
    """See that no two pages have the same address.

    Raises:
        PublishingError: Two have.
    """
    taken = {page.address for page in pages}
    for order in orders:
        if order.address in taken:
            raise PublishingError(f'two pages want the same address: "{order.address}"')
        taken.add(order.address)

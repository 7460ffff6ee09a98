"""A built site as elements and words, and records as bare text; neither is read by the hub's code.

What must stand on a page is for the tests to say.
"""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import yaml
from lxml.html import HtmlElement, document_fromstring

Pages = dict[str, HtmlElement]
"""Every page of a site by its address: `evidence/`, and `404.html`, which has no folder."""

HOME = "http://site.test/"
"""Where the site is thought to be."""

Records = dict[str, dict[str, Any]]
"""Records of one folder by the name of their file; every value is text, a list or a mapping."""


def read_pages(site: Path) -> Pages:
    """Read every page of a built site."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): document_fromstring(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(site.rglob("*.html"))
    }


def read_records(folder: Path) -> Records:
    """Read every record in a folder."""
    return {path.stem: read_record(path) for path in sorted(folder.glob("*.yml"))}


def read_record(path: Path) -> dict[str, Any]:
    """Read one record."""
    record: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - makes text alone
    return record


def words(element: HtmlElement) -> str:
    """Return the text of an element on one line, without the marks that link to headings."""
    return " ".join(" ".join(element.itertext()).replace("¶", " ").split())


def main(page: HtmlElement) -> HtmlElement:
    """Return what a page has to say, without the frame."""
    (found,) = page.xpath("//main//article[not(ancestor::article)]")
    return found


def leads_to(element: HtmlElement, address: str) -> set[str]:
    """Return the addresses on this site that the links in an element lead to, anchors included.

    `address` is that of the page on which the element stands.
    """
    targets = (urljoin(HOME + address, href) for href in element.xpath(".//a/@href"))
    return {unquote(each.removeprefix(HOME)) for each in targets if each.startswith(HOME)}


def headings(page: HtmlElement) -> list[HtmlElement]:
    """Return the headings of a page in order."""
    return [each for each in page.iter() if re.fullmatch("h[1-6]", str(each.tag))]


def facts(page: HtmlElement) -> dict[str, str]:
    """Return what a page lists as terms with their values."""
    return {words(term): words(term.getnext()) for term in main(page).iter("dt")}

"""What is true of every page of the real site, whatever it is about."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from hub.publishing.frames import MARK
from tests.conftest import REPOSITORY
from tests.site.reading import Pages, headings, main, words

SITE_URL = "https://creativehealthhub.example/"


def without_missing(pages: Pages) -> Pages:
    """Return the pages that have an address of their own."""
    return {address: page for address, page in pages.items() if address != "404.html"}


def is_markdown(address: str) -> bool:
    """Tell whether a page was written by hand, or from explanations that were."""
    files = (f"{address.rstrip('/')}.md", f"{address}index.md")
    written = any((REPOSITORY / "docs" / file).is_file() for file in files)
    return written or address.startswith("reference/diagnostics/")


def test_there_is_a_page_for_what_is_missing(pages: Pages) -> None:
    """A reader who comes to a wrong address is told so, and shown a way on."""
    assert "Page not found" in words(main(pages["404.html"]))


def test_every_page_has_one_first_heading(pages: Pages) -> None:
    """There is one h1, and it says something."""
    wrong = {
        address: found
        for address, page in pages.items()
        if len(found := [words(each) for each in page.iter("h1")]) != 1 or not found[0]
    }

    assert {} == wrong


def test_no_level_of_heading_is_left_out(pages: Pages) -> None:
    """After a heading comes one that is at most a level deeper."""
    jumps = []
    for address, page in pages.items():
        found = headings(main(page))
        for above, below in pairwise(found):
            if int(below.tag[1]) > int(above.tag[1]) + 1:
                jumps.append((address, words(above), words(below)))

    assert [] == jumps


def test_every_table_is_named(pages: Pages) -> None:
    """A table has a caption; in Markdown, which has none, it stands alone under its heading."""
    nameless = [
        (address, words(table.xpath("preceding::*[self::h1 or self::h2 or self::h3][1]")[0]))
        for address, page in pages.items()
        for table in page.xpath("//table[not(caption)]")
    ]

    assert [] == [place for place, number in Counter(nameless).items() if number > 1]
    assert [] == [address for address, _ in nameless if not is_markdown(address)]


def test_every_table_has_header_cells(pages: Pages) -> None:
    """Every column has a header cell that is not empty."""
    headless = [
        (address, words(table)[:60])
        for address, page in pages.items()
        for table in page.iter("table")
        if len(table.xpath(".//tbody/tr[1]/*")) != sum(bool(words(th)) for th in
                                                       table.xpath("./thead/tr/th"))
    ]  # fmt: skip

    assert [] == headless


def test_every_page_says_its_language(pages: Pages) -> None:
    """The language is English."""
    assert {"en"} == {page.get("lang") for page in pages.values()}


@pytest.mark.parametrize("where", ["//head/title", "//head/meta[@name='description']/@content"])
def test_every_page_has_a_title_and_a_description(pages: Pages, where: str) -> None:
    """Neither is empty, and neither stands twice."""
    found = {address: page.xpath(where) for address, page in pages.items()}

    assert {} == {
        address: each
        for address, each in found.items()
        if len(each) != 1 or not str(getattr(each[0], "text", each[0])).strip()
    }


def test_no_two_pages_have_the_same_title(pages: Pages) -> None:
    """A title tells a page from all others."""
    titles = sorted(words(page.find("head/title")) for page in pages.values())

    assert [] == [one for one, other in pairwise(titles) if one == other]


def test_every_page_names_its_own_address(pages: Pages) -> None:
    """The canonical address is that of the page, once."""
    canonical = {
        address: page.xpath("//link[@rel='canonical']/@href")
        for address, page in without_missing(pages).items()
    }

    assert {address: [SITE_URL + address] for address in canonical} == canonical


def test_the_sitemap_lists_the_pages(real_site: Path, pages: Pages) -> None:
    """Every page is in the sitemap once, and nothing else is."""
    sitemap = ET.fromstring((real_site / "sitemap.xml").read_bytes())  # noqa: S314 - our own
    listed = [each.text for each in sitemap.iter() if each.tag.endswith("loc")]

    assert sorted(SITE_URL + address for address in without_missing(pages)) == sorted(
        str(each) for each in listed
    )


def test_no_element_carries_style_or_script(pages: Pages) -> None:
    """A strict Content-Security-Policy would refuse nothing: no style, handler or inline code."""
    inline = (
        "//@style | //style | //@*[starts-with(name(), 'on')]"
        " | //@href[starts-with(., 'javascript:')] | //script[not(@src or contains(@type, 'json'))]"
    )

    assert [] == [address for address, page in pages.items() if page.xpath(inline)]


def test_no_page_fetches_from_elsewhere(pages: Pages) -> None:
    """Scripts, styles, icons and pictures are the site's own."""
    parts = "//@src | //@srcset | //@poster | //link[not(@rel='canonical')]/@href | //object/@data"
    fetched = {url for page in pages.values() for url in page.xpath(parts)}

    assert set() == {url for url in fetched if re.match(r"[a-z]+:|//", url)}


def test_no_style_sheet_fetches_from_elsewhere(real_site: Path) -> None:
    """Fonts and pictures that styles ask for are the site's own."""
    outside = re.compile(r"""(?:url\(|@import)\s*["']?(?:https?:)?//""")
    sheets = {path.name: path.read_text(encoding="utf-8") for path in real_site.rglob("*.css")}

    assert "tokens.css" in sheets
    assert [] == [name for name, css in sheets.items() if outside.search(css)]


@pytest.mark.parametrize("trace", [MARK, "{{", "{%", "Undefined", "&lt;span", "&amp;amp;"])
def test_no_trace_of_the_making_is_left(real_site: Path, trace: str) -> None:
    """No page holds a mark to be filled, a template's braces, or HTML escaped twice."""
    pages = real_site.rglob("*.html")

    assert [] == [path for path in pages if trace in path.read_text(encoding="utf-8")]


def test_citations_are_numbers(pages: Pages) -> None:
    """No citation is left as it was typed, except where it is shown how to type one."""
    typed = {
        address
        for address, page in pages.items()
        if re.search(r"\[[^\]]*@\w", " ".join(main(page).xpath(".//text()[not(ancestor::code)]")))
    }

    assert set() == typed


def test_nothing_of_the_repository_is_published_by_accident(real_site: Path) -> None:
    """Records are read, not copied: the site holds no YAML, Markdown or Python of its own accord.

    On purpose it holds the texts that are signed, for their fingerprints to be compared, and the
    file that is filled in to sign. BibTeX is there to take away, and not the file of editors.
    """
    meant = {"signature.yml", *(path.name for path in REPOSITORY.glob("concordats/*/*.md"))}
    sources = {".yml", ".yaml", ".md", ".py"}

    assert not (real_site / "evidence/references.bib").exists()

    published = {path.name for path in real_site.rglob("*") if path.suffix in sources}
    assert set() == published - meant


def test_every_folder_of_records_has_its_pages(pages: Pages) -> None:
    """There is one page for each record of the kinds that have pages."""
    kinds = {"evidence/summaries": "evidence/summaries", "programmes": "evidence/programmes"}
    for public, folder in kinds.items():
        files = {path.stem for path in (REPOSITORY / folder).glob("*.yml")}
        found = {
            address.split("/")[-2] for address in pages if re.fullmatch(f"{public}/[^/]+/", address)
        }

        assert files == found

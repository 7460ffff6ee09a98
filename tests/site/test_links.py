"""Every link, anchor and reference inside the real site leads somewhere."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from tests.site.reading import HOME, Pages


def links(pages: Pages) -> Iterator[tuple[str, str, str]]:
    """Yield every address that a page names on this site: the page, the file meant, the anchor."""
    for address, page in pages.items():
        entries = (f"{each}pagefind-entry.json" for each in page.xpath("//@data-index"))
        for link in (*page.xpath("//@href | //@src"), *entries):
            target, anchor = urldefrag(urljoin(HOME + address, link))
            if target.startswith(HOME):
                path = unquote(target.removeprefix(HOME).partition("?")[0])
                yield address, path + "index.html" * (path[-1:] in ("", "/")), unquote(anchor)


def test_every_link_leads_to_a_file(real_site: Path, pages: Pages) -> None:
    """No page links to what is not there."""
    broken = [(page, path) for page, path, _ in links(pages) if not (real_site / path).is_file()]

    assert [] == broken


def test_every_anchor_is_there(pages: Pages) -> None:
    """A link to a place on a page finds it."""
    ids = {address: {*page.xpath("//@id")} for address, page in pages.items()}
    broken = [
        (page, path, anchor)
        for page, path, anchor in links(pages)
        if anchor and anchor not in ids[path.removesuffix("index.html")]
    ]

    assert [] == broken


def test_every_id_is_unique(pages: Pages) -> None:
    """No id stands twice on a page."""
    twice = {
        address: [name for name, times in Counter(page.xpath("//@id")).items() if times > 1]
        for address, page in pages.items()
    }

    assert {} == {address: names for address, names in twice.items() if names}


def test_every_label_and_description_is_there(pages: Pages) -> None:
    """What names or describes an element for a screen reader is on the page."""
    missing = [
        (address, name)
        for address, page in pages.items()
        for names in page.xpath("//@aria-labelledby | //@aria-describedby | //@aria-controls")
        for name in names.split()
        if not page.xpath("//*[@id=$name]", name=name)
    ]

    assert [] == missing


def test_no_page_is_an_island(pages: Pages) -> None:
    """Every page but home and the one for what is missing has a link from another page."""
    reached = {path.removesuffix("index.html") for page, path, _ in links(pages)
               if page != path.removesuffix("index.html")}  # fmt: skip

    assert set() == {*pages} - reached - {"", "404.html"}

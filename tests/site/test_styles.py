"""Style sheets: pages load what styles them, and what all pages load stays little."""

import re
from collections import Counter, defaultdict
from pathlib import Path

from tests.site.reading import Pages

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CLASS = re.compile(r"\.(hub-[\w-]+)")


def sheets_of(site: Path) -> dict[str, str]:
    """Return our own style sheets by name, without their comments."""
    folder = site / "assets" / "hub" / "css"
    return {path.name: COMMENT.sub("", path.read_text("utf-8")) for path in folder.glob("*.css")}


def loaded(pages: Pages) -> dict[str, set[str]]:
    """Return the names of the style sheets that each page loads."""
    return {
        address: {each.rpartition("/")[2] for each in page.xpath("//link[@rel='stylesheet']/@href")}
        for address, page in pages.items()
    }


def test_what_is_styled_somewhere_is_styled_where_it_stands(real_site: Path, pages: Pages) -> None:
    """A page with a class that style sheets know loads one of them."""
    styling = defaultdict(set)
    for name, css in sheets_of(real_site).items():
        for each in CLASS.findall(css):
            styling[each].add(name)
    bare = {
        (address, each)
        for address, names in loaded(pages).items()
        for classes in set(pages[address].xpath("//@class"))
        for each in styling.keys() & classes.split()
        if styling[each].isdisjoint(names)
    }

    assert set() == bare


def test_every_style_sheet_is_loaded_by_some_page(real_site: Path, pages: Pages) -> None:
    """None is asked for that is not there; only what changed between versions has no page here."""
    there = set(sheets_of(real_site))
    asked = {name for names in loaded(pages).values() for name in names if ".min." not in name}

    assert (set(), {"versions.css"}) == (asked - there, there - asked)


def test_no_sheet_says_a_selector_twice(real_site: Path) -> None:
    """What is said of a thing at all widths and on all media is said in one place of a file."""
    selector = re.compile(r"^(?:  )?([.#:a-z&][^@{};]*)\{$", re.MULTILINE)
    twice = {
        (name, each)
        for name, css in sheets_of(real_site).items()
        for each, number in Counter(
            " ".join(found.split()) for found in selector.findall(css.split("@media")[0])
        ).items()
        if number > 1
    }

    assert set() == twice

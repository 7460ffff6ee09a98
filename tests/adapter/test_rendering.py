"""Pages of the hub in MkDocs' frame: stamped or rendered, they are the same bytes."""

import gzip
import re
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from hub.page import Heading, Page
from tests.adapter.conftest import OUR_THEME, Project

pytestmark = pytest.mark.usefixtures("no_explanations")

ODD = "Sing\u00a0& <script>alert(1)</script> {{ 7 * 7 }} 'x' \"y\""

HEADINGS = [Heading(f"part-{number}", f"Part {number} & <i>more</i>") for number in range(5)]

RECORD = Page(
    address="evidence/summaries/singing/", kind="summary", title=ODD, description=ODD,
    html="<h1>Singing</h1><p>{{ 7 * 7 }} {% raw %}</p>", headings=tuple(HEADINGS),
    section="evidence", edit_path="evidence/summaries/singing.yml",
    head='<script type="application/ld+json">{"name": "Singing"}</script>',
)  # fmt: skip

RECORDS = [
    replace(
        RECORD, address=f"evidence/summaries/s-{number}/", description=description,
        headings=tuple(HEADINGS[:headings]), edit_path=edit_path, html=html, head=head,
    )
    for number, (description, headings, edit_path, (html, head)) in enumerate(product(
        ("", ODD), (0, 1, 2, 5), ("", RECORD.edit_path),
        ((RECORD.html, RECORD.head), ("<p>No heading</p>", "")),
    ))
]  # fmt: skip
OTHERS = [
    replace(RECORD, address=address, section=section)
    for address, section in [
        ("evidence/references/", "evidence"), ("concordats/one/", "concordats"),
        ("concordats/one/signatories/", "concordats"), ("lone/", ""),
    ]
]  # fmt: skip

STOCK: dict[str, Any] = {"name": "material", "font": False}
BUSY = [
    "navigation.tabs", "navigation.tabs.sticky", "navigation.top", "navigation.path",
    "navigation.footer", "toc.integrate", "content.action.edit", "content.action.view",
]  # fmt: skip


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({}, id="ours"),
        pytest.param({"use_directory_urls": False}, id="file-addresses"),
        pytest.param({"site_url": "", "repo_url": "", "edit_uri": ""}, id="no-urls"),
        pytest.param({"theme": STOCK}, id="material"),
        pytest.param({"theme": STOCK | {"features": BUSY}}, id="material-with-features"),
        pytest.param({"theme": OUR_THEME | {"direction": "rtl"}}, id="right-to-left"),
    ],
)
def test_a_stamped_page_is_what_mkdocs_would_have_rendered(
    project: Project, settings: dict[str, Any]
) -> None:
    """Every sample of every kind is the same, byte for byte, by both ways."""
    project.settings = settings
    records = [*RECORDS, *OTHERS]
    fronts = project.edition.pages
    # A front goes through MkDocs whole.
    project.add(*(replace(each, kind="front") for each in records))
    project.build()
    rendered = {each.address: project.html(each.address) for each in records}
    project.edition = replace(project.edition, pages=(*fronts, *records))
    project.build()

    assert rendered == {each.address: project.html(each.address) for each in records}


def test_no_sample_is_published(project: Project) -> None:
    """What holds the place of a page's own text is nowhere on the site, nor its file."""
    project.add(*RECORDS)
    project.build()

    found = [path for path in project.site.rglob("*") if "hub-slot" in path.name]
    found += [
        path for path in project.site.rglob("*.html") if "hub-slot" in path.read_text("utf-8")
    ]
    assert [] == found


def test_stamped_pages_stand_in_the_sitemap(project: Project) -> None:
    """Both forms of the sitemap list fronts and stamped pages, and no samples."""
    project.add(RECORD)
    project.build()

    sitemap = (project.site / "sitemap.xml").read_bytes()
    assert sitemap == gzip.decompress((project.site / "sitemap.xml.gz").read_bytes())
    assert {
        "https://hub.example/sub/",
        "https://hub.example/sub/evidence/",
        "https://hub.example/sub/concordats/",
        "https://hub.example/sub/evidence/summaries/singing/",
    } == {
        url
        for url in re.findall("<loc>(.*?)</loc>", sitemap.decode())
        if "/reference/diagnostics/" not in url
    }


@pytest.mark.parametrize("theme", [OUR_THEME, STOCK], ids=["ours", "material"])
def test_titles_are_text(project: Project, theme: dict[str, Any]) -> None:
    """A title with markup in it is shown as it was written, whatever the theme does with it."""
    project.settings = {"theme": theme}
    project.add(RECORD)
    project.build()

    html = project.html(RECORD.address)
    escaped = "Sing &amp; &lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }} &#39;x&#39; &#34;y&#34;"
    assert f"<title>{escaped}" in html
    assert f'<meta name="description" content="{escaped}">' in html
    assert "<script>alert(1)" not in html


def test_braces_in_content_stay_braces(project: Project) -> None:
    """Neither mkdocs-macros nor the theme reads what the hub's pages say."""
    project.add(RECORD, replace(RECORD, address="programmes/", kind="front"))
    project.build()

    assert RECORD.html in project.html(RECORD.address)
    assert RECORD.html in project.html("programmes/")


def test_the_section_of_a_stamped_page_is_lit(project: Project) -> None:
    """A reader of a summary sees in the header that they are in Evidence, and there alone."""
    project.add(RECORD)
    project.build()

    header = project.html(RECORD.address).partition("hub-header__tools")[0]
    assert ["Evidence"] == re.findall(r'aria-current="true">([^<]*)</a>', header)
    front = project.html("concordats/").partition("hub-header__tools")[0]
    assert [("page", "Concordats")] == re.findall(r'aria-current="(\w+)">([^<]*)</a>', front)


def test_the_edit_link_leads_to_the_record(project: Project) -> None:
    """Changing a page means changing the file it is written in, outside the docs folder."""
    project.add(RECORD, replace(RECORD, address="programmes/", kind="front"))
    project.build()

    for address in (RECORD.address, "programmes/"):
        assert (
            'href="https://git.example/a/b/edit/main/evidence/summaries/singing.yml"'
            in project.html(address)
        )

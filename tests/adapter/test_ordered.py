"""Ordered pages: written by whom it may be, and for links and the sitemap as if they were there."""

import pickle
import re
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from hub.adapter import printing, search_index
from hub.adapter.content import load_edition
from hub.adapter.edition import Edition
from hub.page import Document, Heading, Order, Page, SearchEntry
from hub.pool import Aside, Pool
from hub.publishing.finding import Finding
from hub.publishing.frames import frame_of
from hub.views.settings import Settings
from tests.adapter.conftest import FRONTS, Project
from tests.conftest import DEMO

pytestmark = pytest.mark.usefixtures("no_explanations")

ORDERS = [
    Order(f"evidence/summaries/s-{number}/", "summary", str(number), f"evidence/{number}.yml")
    for number in range(20)
]


@dataclass(frozen=True)
class Write:
    """Writes small pages; those of `bare` have no headings, and those of `broken` fail."""

    bare: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()

    def __call__(self, order: Order) -> Page:
        """Return the page."""
        name = order.subject
        if name in self.broken:
            raise ZeroDivisionError(name)
        return Page(
            address=order.address, kind="summary", title=f"Choir {name}", description="A choir.",
            html=f'<h1>Choir {name}</h1><h2 id="sung">Sung</h2><p>Choir {name} sang.</p>',
            headings=() if name in self.bare else (Heading("sung", "Sung"),),
            section="evidence", edit_path=order.edit_path,
            beside=(Document(f"{order.address}sung.txt", name.encode()),),
        )  # fmt: skip


def find(order: Order) -> SearchEntry:
    """Return what finds such a page."""
    name = order.subject
    return SearchEntry(order.address, f"Choir {name}", filters=(("year", name),))


def edition(orders: Sequence[Order] = ORDERS, write: Write | None = None) -> Edition:
    """Return an edition with these orders."""
    writer = write or Write()
    return Edition(pages=FRONTS, orders=orders, write=writer, frames=[frame_of(writer(orders[0]))],
                   found=Aside(partial(Finding(find), orders), is_forked=False))  # fmt: skip


@pytest.fixture
def ordered(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project with twenty orders, for which it is worth to start processes."""
    monkeypatch.setattr(printing, "_EACH", 1.0)
    project.edition = edition()
    return project


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_site_does_not_depend_on_who_wrote_it(
    ordered: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process, three forked ones, two fresh ones or threads: the same bytes, index and all."""
    pools: list[dict[str, Any]] = [
        {}, {"workers": 3, "method": "fork"}, {"workers": 2, "method": "spawn"},
        {"executor": ThreadPoolExecutor(2)},
    ]  # fmt: skip
    sites = []
    for given in pools:
        for module in (printing, search_index):
            monkeypatch.setattr(module, "local", lambda folder, given=given: Pool(folder, **given))
        ordered.build()
        sites.append(contents(ordered.site))

    assert "evidence/summaries/s-19/index.html" in sites[0]
    assert all(site == sites[0] for site in sites)


def test_a_page_is_printed_next_to_the_one_that_it_is_near() -> None:
    """What both are made of is made once; one near a page that is not printed keeps its place."""
    near = {"trial": "", "review": "", "report": "gone/", "Lee2020": "trial/", "x": ""}
    orders = [Order(f"{name}/", "any", name, near=each) for name, each in near.items()]

    together = [each.subject for each in printing._together(orders)]

    assert ["trial", "Lee2020", "review", "report", "x"] == together


def test_an_ordered_page_is_what_mkdocs_would_have_rendered(ordered: Project) -> None:
    """Written in time or later, a page is the same, byte for byte."""
    ordered.build()
    stamped = ordered.html(ORDERS[3].address)
    ordered.edition = edition(ORDERS[:1])
    ordered.add(replace(Write()(ORDERS[3]), kind="front"))
    ordered.build()

    assert ordered.html(ORDERS[3].address) == stamped


@pytest.mark.parametrize("link", ["../evidence/3.yml", "evidence/summaries/s-3/"])
def test_a_link_to_an_ordered_page_leads_there(ordered: Project, link: str) -> None:
    """Its file and its address both name it."""
    ordered.write("about.md", f"# About\n\n[Sung]({link}#sung)\n")
    ordered.build(strict=True)

    assert 'href="../evidence/summaries/s-3/#sung"' in ordered.html("about/")


def test_a_link_to_a_missing_part_of_an_ordered_page_is_told(
    ordered: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """The page is written for this link alone, and looked through."""
    ordered.write("about.md", "# About\n\n[Sung](../evidence/3.yml#hummed)\n")

    with pytest.raises(Abort):
        ordered.build(strict=True)
    assert "does not contain an anchor '#hummed'" in caplog.text


@pytest.mark.parametrize(
    "settings", [{}, {"use_directory_urls": False}, {"site_url": ""}], ids=["", "files", "no-url"]
)
def test_ordered_pages_stand_in_the_sitemap_as_others_do(
    ordered: Project, settings: dict[str, Any]
) -> None:
    """Whether pages are written in time or later, the sitemap holds the same addresses."""
    ordered.settings = settings
    odd = Order("evidence/summaries/ä&b/", "summary", "x", "evidence/x.yml")
    ordered.edition = edition([*ORDERS, odd])
    ordered.build()
    later = (ordered.site / "sitemap.xml").read_text(encoding="utf-8")
    ordered.edition = Edition(pages=(*FRONTS, *map(Write(), [*ORDERS, odd])))
    ordered.build()

    assert (ordered.site / "sitemap.xml").read_text(encoding="utf-8") == later
    assert bool(ordered.settings.get("site_url", "x")) == bool(re.search("<loc>.*s-19/", later))


def test_two_orders_for_one_address_stop_a_build(
    ordered: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing is written over anything."""
    ordered.edition = edition([*ORDERS, ORDERS[0]])

    with pytest.raises(Abort):
        ordered.build()
    assert 'two pages want the same address: "evidence/summaries/s-0/"' in caplog.text


def test_a_page_with_a_frame_of_its_own_is_refused(
    ordered: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """A page is never poured into a frame that was made for others."""
    ordered.edition = edition(write=Write(bare=frozenset({"7"})))

    with pytest.raises(Abort):
        ordered.build()
    assert 'the page "evidence/summaries/s-7/" has another frame' in caplog.text


def test_a_page_that_cannot_be_written_stops_a_build(ordered: Project) -> None:
    """What went wrong comes from the process where it did."""
    ordered.edition = edition(write=Write(broken=frozenset({"7"})))

    with pytest.raises(ZeroDivisionError):
        ordered.build()


def test_a_preview_does_without_a_page_that_cannot_be_written(
    ordered: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """All others can be had, and the log says which cannot, and why."""
    ordered.edition = edition(write=Write(broken=frozenset({"7"})))
    ordered.build(previewing=True)

    assert not ordered.supply(f"{ORDERS[7].address}index.html")
    assert "evidence/summaries/s-7/" in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert ordered.supply(f"{ORDERS[8].address}index.html")
    assert "Choir 8 sang." in ordered.html(ORDERS[8].address)
    assert not (ordered.site / ORDERS[7].address).exists()


@pytest.mark.parametrize("name", ["s-3", "s-3/", "s-3/index.html", "s-3/sung.txt"])
def test_a_preview_makes_a_page_when_it_is_asked_for(ordered: Project, name: str) -> None:
    """With what is beside it; other pages wait."""
    ordered.build(previewing=True)
    address = ORDERS[3].address
    assert not (ordered.site / address).exists()

    assert ordered.supply(f"evidence/summaries/{name}")
    assert "Choir 3 sang." in ordered.html(address)
    assert b"3" == (ordered.site / address / "sung.txt").read_bytes()
    assert not (ordered.site / ORDERS[4].address).exists()


def test_a_page_made_when_asked_for_is_what_a_build_writes(ordered: Project) -> None:
    """But for the address, which is where it is served, and for what a browser must be told."""
    ordered.build(previewing=True)
    ordered.supply(ORDERS[3].address)
    previewed = ordered.html(ORDERS[3].address)
    shutil.rmtree(ordered.site)
    ordered.build()
    policy = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')

    assert previewed.split() == policy.sub("", ordered.html(ORDERS[3].address)).split()


def test_a_preview_makes_the_index_when_somebody_searches(ordered: Project) -> None:
    """It finds pages that nobody has looked at."""
    ordered.build(previewing=True)
    assert not (ordered.site / "pagefind").exists()

    assert ordered.supply("pagefind/pagefind-worker.js")
    assert (ordered.site / "pagefind/pagefind-worker.js").exists()
    assert not ordered.supply("pagefind/nothing.js")


def test_what_writes_the_pages_can_be_sent_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy of it that was pickled writes the same pages: the seam for other machines."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = load_edition(DEMO, Settings(), tmp_path / "site", previewing=False)
    copy = pickle.loads(pickle.dumps(made.write))  # noqa: S301 - made a line above

    assert {"summary", "reference"} <= {order.view for order in made.orders}
    for order in made.orders:
        assert copy(order) == made.write(order)

"""Other hubs' indexes, merged in the browser: one honest, one hostile, one that is not there.

Each is served at a port of its own, as another origin; the hub that searches them sends its policy
as a header too, since a policy in a page does not bind the worker that reads the indexes.
"""

import gzip
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from markupsafe import Markup
from playwright.sync_api import Page, expect

from hub.publishing import search
from tests.conftest import build, copy_content
from tests.e2e.browser import PageAt, Visit
from tests.e2e.searching import counts, facet, number, results, status, titles
from tests.e2e.serving import serving

OPEN = {"Access-Control-Allow-Origin": "*"}
NEAR, BAD, LOST, TORN = "Midwater Hub", 'Bad <b>"Hub"</b>', "Lost Hub", "Torn Hub"

HOSTILE = '<img src=x onerror="document.title=1">'
STUBS = {
    # Each finds "singing"; what it claims is in its fields, and in what Pagefind itself reads.
    "markup": ({"answer": f"{HOSTILE} singing", "directions": f"benefit={HOSTILE}; nonsense=x",
                "certainty": f"High (GRADE){HOSTILE}", "work": "evidence/references/x/"},
               {"title": f"singing {HOSTILE}"}),
    "script": ({}, {"title": "singing script", "url": "javascript:alert(1)"}),
    "away": ({}, {"title": "singing away", "url": "https://else.example/"}),
    "double": ({}, {"title": "singing double", "url": "//else.example/"}),
    "up": ({}, {"title": "singing up", "url": "../../../elsewhere/"}),
}  # fmt: skip


@dataclass(frozen=True)
class Hubs:
    """Where the hub and those beside it are served."""

    home: str
    near: str
    bad: str


@pytest.fixture(scope="module")
def hubs(tmp_path_factory: pytest.TempPathFactory, real_site: Path) -> Iterator[Hubs]:
    """Serve a hub that names three others, and two of these."""
    folder = tmp_path_factory.mktemp("hubs")
    with ExitStack() as servers:
        near = servers.enter_context(serving(real_site, headers=OPEN))
        bad = servers.enter_context(serving(_hostile(folder / "bad"), "/bad/", headers=OPEN))
        torn = servers.enter_context(serving(_torn(folder), "/torn/", headers=OPEN))
        others = {NEAR: near, BAD: bad, LOST: "http://127.0.0.1:9/", TORN: torn}
        root = _naming(folder / "home", others)
        built = build(root, folder / "site")
        assert 0 == built.returncode, built.stdout
        (policy,) = re.findall(
            r"Content-Security-Policy: (.+)", (folder / "site/_headers").read_text("utf-8")
        )
        headers = {"Content-Security-Policy": policy}
        home = servers.enter_context(serving(folder / "site", "/hub/", headers=headers))
        yield Hubs(home, near, bad)


def _naming(root: Path, others: dict[str, str]) -> Path:
    copy_content(root)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    listed = yaml.safe_dump(
        {"hub": {"search_also": [{"name": name, "url": url} for name, url in others.items()]}}
    )
    indented = "".join(f"  {line}\n" for line in listed.splitlines())
    config = config.replace("site_name: Creative Health Hub", "site_name: Northshire Hub")
    (root / "mkdocs.yml").write_text(config.replace("extra:\n", f"extra:\n{indented}"), "utf-8")
    return root


def _hostile(folder: Path) -> Path:
    folder.mkdir()
    stubs = dict[str, str]()
    for name, (shown, meta) in STUBS.items():
        body = Markup("<h1>x</h1><p>singing {} &lt;mark&gt;</p>").format(HOSTILE)
        for each in meta.items():
            body += Markup('<i data-pagefind-meta="{}[title]" title="{}"></i>').format(*each)
        filters = (("kind", "Evidence <i>summary</i>"),)
        stub = search.Stub(f"{name}/", body, filters, tuple(shown.items()))
        stubs[stub.address] = stub.html("en")
    search.make(stubs, folder / "pagefind", "en")
    return folder


def _torn(folder: Path) -> Path:
    """Return a hub whose index begins well and then makes no sense."""
    torn = Path(shutil.copytree(folder / "bad", folder / "torn"))
    for path in (torn / "pagefind").rglob("*.pf_*"):
        if path.suffix != ".pf_meta":
            path.write_bytes(gzip.compress(b"pagefind_dcd" + bytes(range(256))))
    return torn


@pytest.fixture
def visit(hubs: Hubs, page_at: PageAt) -> Visit:
    """Open the search page of the hub that names others."""
    found = page_at(f"{hubs.home}search/?q=singing")
    expect(results(found.page).first).to_be_visible()
    return found


def search_also(page: Page, *names: str) -> None:
    """Tick other hubs, and wait until the status names them."""
    for name in names:
        page.get_by_role("checkbox", name=name, exact=True).check()
        expect(status(page)).to_contain_text(name)


def test_nobody_is_asked_before_a_reader_ticks(visit: Visit) -> None:
    """Other hubs are named on the page, and their servers hear nothing."""
    expect(visit.page.get_by_role("checkbox", name=NEAR)).to_be_visible()

    assert [] == visit.outside_requests


def test_results_of_both_are_merged_and_marked(visit: Visit, hubs: Hubs) -> None:
    """As many again, in one list; those of the other say whose they are, and lead there."""
    page = visit.page
    before = number(page)
    search_also(page, NEAR)
    marked = results(page).filter(has_text=f"from {NEAR}")

    assert 2 * before == number(page)
    assert marked.count() > 0
    for link in marked.get_by_role("heading").get_by_role("link").all():
        assert str(link.evaluate("a => a.href")).startswith(hubs.near)
        assert "noopener" in str(link.get_attribute("rel"))
    assert 0 == marked.get_by_role("checkbox").count()


def test_counts_are_of_both(visit: Visit) -> None:
    """Beside each kind stands the number of records in all hubs that are searched."""
    alone = counts(visit.page, "kind")
    first = facet(visit.page, "kind").locator(".hub-facet__count").first
    before = first.inner_text()
    search_also(visit.page, NEAR)
    expect(first).not_to_have_text(before)

    assert {kind: 2 * each for kind, each in alone.items()} == counts(visit.page, "kind")


def test_choice_of_hubs_stands_in_the_address(visit: Visit, page_at: PageAt) -> None:
    """Whoever opens the address sees the same; the way back unticks."""
    page = visit.page
    before = number(page)
    search_also(page, NEAR)
    other = page_at(page.url).page
    expect(status(other)).to_have_text(status(page).inner_text())
    page.go_back()
    expect(status(page)).not_to_contain_text(NEAR)

    assert before == number(page)


def test_sorting_mixes_hubs(visit: Visit) -> None:
    """A year is a year in either: the same record of both stands side by side."""
    page = visit.page
    search_also(page, NEAR)
    page.get_by_label("Sort by").select_option("Newest")
    expect(page).to_have_url(re.compile("sort=newest"))
    expect(results(page).nth(1)).to_contain_text(f"from {NEAR}")
    first, second = titles(page)[:2]

    assert first == second


class TestHostile:
    """A hub that means harm, or was taken over."""

    @pytest.fixture
    def page(self, visit: Visit) -> Page:
        """Search it as well, and look at all that is found."""
        search_also(visit.page, BAD)
        visit.page.get_by_role("button", name=re.compile(r"^Show \d+ more")).click()
        expect(results(visit.page).filter(has_text=f"from {BAD}").first).to_be_visible()
        return visit.page

    def test_its_markup_is_text(self, page: Page) -> None:
        """All its fields, and the values of its facets, are shown as written."""
        card = results(page).filter(has=page.get_by_role("link", name="singing <img"))

        expect(card).to_have_count(1)
        expect(card.get_by_role("heading")).to_have_text(f"singing {HOSTILE}")
        expect(card).to_contain_text(f"from {BAD}")
        assert 0 == page.locator("main").locator("img, i, b, script").count()
        assert "1" != page.title()
        assert "Evidence <i>summary</i>" in counts(page, "kind")

    def test_its_records_lead_to_itself_alone(self, page: Page, hubs: Hubs) -> None:
        """What claims another address, a script's or this hub's included, is not shown."""
        cards = results(page).filter(has_text=f"from {BAD}")
        links = cards.get_by_role("heading").get_by_role("link").all()
        everywhere = page.locator("main a").evaluate_all("all => all.map(a => a.href)")

        assert {f"{hubs.bad}markup/", f"{hubs.bad}else.example/"} == {
            str(link.evaluate("a => a.href")) for link in links
        }
        assert set() == {urlsplit(href).scheme for href in everywhere} - {"http", "https"}
        assert "else.example" not in {urlsplit(href).hostname for href in everywhere}
        expect(status(page)).to_contain_text("3 of them claim to be elsewhere, and are not shown.")

    def test_no_script_of_its_own_is_fetched(self, page: Page, visit: Visit, hubs: Hubs) -> None:
        """Of its bundle only data is asked for, and nothing from anybody else."""
        asked = [url for url in visit.outside_requests if url.startswith(hubs.bad)]

        assert asked == visit.outside_requests
        assert [] == [url for url in asked if re.search(r"\.(js|pagefind|html)$|/$", url)]
        assert status(page).is_visible()

    def test_axe_finds_nothing(self, page: Page, axe: Callable[[Page], list[str]]) -> None:
        """Marks of other hubs are accessible too."""
        assert [] == axe(page)


@pytest.mark.parametrize(
    "data",
    [
        {"url": "//else.example/a/"},
        {"url": "https://else.example/a/"},
        {"url": "https://near.example/a/", "raw_url": "https://near.example/a/"},
        {"url": "https://near.example.else.example/a/", "raw_url": "/a/"},
        {"url": "HTML/../a/", "raw_url": "/a/"},
        {"url": "/hub/a/", "raw_url": "//near.example/hub/a/"},
        {"url": "/hub/a/", "raw_url": "\\\\near.example/a/"},
        {"url": "/hub/../a/", "raw_url": "/../a/"},
        {"url": "/a/", "raw_url": "/a/"},
        {"url": "/hub/a/", "raw_url": "/a/", "meta": {"url": "https://else.example/"}},
    ],
    ids=str,
)
def test_address_that_no_hub_gave_is_refused(
    hubs: Hubs, page_at: PageAt, data: dict[str, object]
) -> None:
    """Only Pagefind itself puts a hub's address before that of a record."""
    page = page_at(hubs.home).page
    record = """async (data) => {
      const { recordOf } = await import("/hub/assets/hub/js/search/records.js");
      const root = new URL("/hub/", location);
      const neighbours = [{ name: "Near", url: "https://near.example/" }];
      const good = { url: "https://near.example/a/", raw_url: "/a/" };
      return [data, good].map((each) => recordOf(each, { root, neighbours })?.href ?? null);
    }"""

    assert [None, "https://near.example/a/"] == page.evaluate(record, data)


@pytest.mark.parametrize("name", [LOST, TORN])
def test_hub_that_makes_no_sense_is_left_out(visit: Visit, name: str) -> None:
    """The others are searched, and the page says who could not be."""
    page = visit.page
    before = number(page)
    page.get_by_role("checkbox", name=name).check()

    expect(status(page)).to_contain_text(f"Could not be searched: {name}.")
    assert before == number(page)


def test_nobody_else_may_be_asked(visit: Visit, hubs: Hubs) -> None:
    """The policy names the hosts of these hubs, and refuses every other."""
    fetched = "url => fetch(url).then(() => 'answered', () => 'refused')"
    port = urlsplit(hubs.near).port
    allowed = f"http://127.0.0.1:{port}/pagefind/pagefind-entry.json"

    assert "answered" == visit.page.evaluate(fetched, allowed)
    assert "refused" == visit.page.evaluate(fetched, allowed.replace("127.0.0.1", "localhost"))

"""A build as a whole: what stops it, what is left then, and how a preview goes on."""

import logging
import multiprocessing
import sys
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from mkdocs.exceptions import Abort

from hub.codes import Code
from hub.diagnostics import Diagnostic
from hub.page import Document, LongDocument, Page, SearchEntry
from hub.pool import Aside
from hub.publishing import search
from hub.publishing.staging import Staging
from hub.source import Span
from tests.adapter.conftest import Project

pytestmark = pytest.mark.usefixtures("no_explanations")

ERROR = Diagnostic(
    code=Code.UNKNOWN_FIELD, span=Span("evidence/x.yml", 3, 1), message='a "<b>" has no field "y"'
)
ADVICE = Diagnostic(
    code=Code.UNUSED_REFERENCE,
    span=Span("evidence/references.bib", 9, 1),
    message="nothing cites z",
)


@pytest.fixture
def built(project: Project) -> Project:
    """Return a project whose site was built once, with a mark on its first page."""
    project.build()
    (project.site / "index.html").write_text("old", encoding="utf-8")
    return project


def beside(project: Project) -> list[str]:
    """Return what stands in the project's folder beside what belongs there."""
    return sorted({path.name for path in project.folder.iterdir()} - {"docs", "mkdocs.yml", "site"})


def test_a_build_leaves_a_site_and_nothing_else(project: Project) -> None:
    """The folder where it was built and the lock are gone."""
    project.edition = replace(project.edition, documents=(Document("data/all.json", b"{}"),))
    project.build()

    assert [] == beside(project)
    assert b"{}" == (project.site / "data" / "all.json").read_bytes()


def test_errors_stop_a_build_and_leave_the_old_site(
    built: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """All faults are told, one line counts them, and readers notice nothing."""
    built.edition = replace(built.edition, diagnostics=(ADVICE, ERROR))

    with pytest.raises(Abort):
        built.build()

    assert 'evidence/x.yml:3:1: error[unknown-field]: a "<b>" has no field "y"' in caplog.text
    assert "evidence/references.bib:9:1: warning[unused-reference]: nothing cites z" in caplog.text
    assert "1 error and 1 warning in 2 files" in caplog.text
    assert "old" == built.html()
    assert [] == beside(built)


@pytest.mark.parametrize("quiet", [False, True])
def test_warnings_stop_a_strict_build_before_the_site_is_exchanged(
    built: Project, *, quiet: bool
) -> None:
    """MkDocs itself would fail only when the new site is in place, and when quiet not at all."""
    built.edition = replace(built.edition, diagnostics=(ADVICE,))
    logging.getLogger("mkdocs").setLevel(logging.ERROR if quiet else logging.INFO)
    try:
        with pytest.raises(Abort):
            built.build(strict=True)
    finally:
        logging.getLogger("mkdocs").setLevel(logging.NOTSET)

    assert "old" == built.html()
    assert [] == beside(built)


def test_warnings_do_not_stop_other_builds(built: Project) -> None:
    """Advice is advice."""
    built.edition = replace(built.edition, diagnostics=(ADVICE,))
    built.build()

    assert "<h1>Welcome</h1>" in built.html()


def test_two_pages_at_one_address_stop_a_build(
    built: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """No page is written over another; the message names the place."""
    page = Page(address="x/y/", kind="record", title="X", description="", html="<h1>X</h1>")
    built.add(page, page)

    with pytest.raises(Abort):
        built.build()

    assert 'two pages want the same address: "x/y/"' in caplog.text
    assert "old" == built.html()


def test_a_data_file_in_the_place_of_a_hand_written_one_stops_a_build(
    built: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """It may be written while MkDocs copies its own, and neither is lost."""
    built.write("data/all.json", "[]")
    built.edition = replace(built.edition, documents=(Document("data/all.json", b"{}"),))

    with pytest.raises(Abort):
        built.build()

    assert 'want the same place on the site: "data/all.json"' in caplog.text
    assert "old" == built.html()
    assert [] == beside(built)


def test_a_data_file_that_cannot_be_made_stops_a_build(built: Project) -> None:
    """Whichever process makes it."""
    documents = (Document("data/all.json", b"1"), LongDocument("data/x.json", broken()))
    built.edition = replace(built.edition, documents=documents)

    with pytest.raises(RuntimeError, match="no more"):
        built.build()

    assert "old" == built.html()
    assert [] == beside(built)


def test_a_build_that_is_stopped_leaves_nobody_at_work(built: Project) -> None:
    """Nor what the data files were to be."""
    built.edition = replace(built.edition, documents=(LongDocument("x.json", endless()),))
    built.write("index.md", "{{ unheard_of }}")

    with pytest.raises(Abort):
        built.build()

    assert [] == multiprocessing.active_children()
    assert "old" == built.html()
    assert [] == beside(built)


def test_what_finds_pages_is_not_worked_out_for_a_build_that_is_stopped(built: Project) -> None:
    """It was begun before any page was written."""
    built.edition = replace(built.edition, found=Aside(for_ever, is_forked=sys.platform == "linux"))
    built.write("index.md", "{{ unheard_of }}")

    with pytest.raises(Abort):
        built.build()

    assert [] == multiprocessing.active_children()


def test_a_build_that_fails_leaves_no_index_in_the_making(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is made while pages are printed, and one of them cannot be."""
    monkeypatch.setenv("HUB_WORKERS", "2")
    monkeypatch.setattr("threading.active_count", lambda: 1)
    monkeypatch.setattr(search, "make", for_ever)
    built.add(Page(address="x/y/", kind="record", title="X", description="", html="<h1>X</h1>"))
    built.write("x/y.md", "# Mine\n")

    with pytest.raises(Abort):
        built.build()

    assert [] == multiprocessing.active_children()
    assert "old" == built.html()
    assert [] == beside(built)


def for_ever(*_: object) -> dict[str, str]:
    """Never answer."""
    while True:
        time.sleep(0.1)


def broken() -> Iterator[bytes]:
    """Yield a piece, and fail."""
    yield b"["
    raise RuntimeError("no more")


def endless() -> Iterator[bytes]:
    """Yield nothing, and take for ever."""
    while True:
        time.sleep(0.1)
        yield b""


def test_a_file_in_the_place_of_a_page_stops_a_build(
    built: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """Pages, files and hand-written pages keep out of each other's places."""
    page = Page(address="x/y/", kind="record", title="X", description="", html="<h1>X</h1>")
    built.add(page)
    built.write("x/y.md", "# Mine\n")

    with pytest.raises(Abort):
        built.build()

    assert 'want the same place on the site: "x/y/index.html"' in caplog.text
    assert "old" == built.html()


def test_a_hand_written_page_in_the_place_of_a_front_is_named(
    built: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither page wins without a word."""
    built.write("evidence/index.md", "# Mine\n")

    with pytest.raises(Abort):
        built.build()

    assert '"docs/evidence/index.md" stands where the hub publishes a page' in caplog.text


def test_a_second_build_of_the_same_site_gives_way(
    built: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """Two builds never write into each other's folders."""
    other = Staging(built.site)
    other.open()
    try:
        with pytest.raises(Abort):
            built.build()
        assert other.folder.is_dir()
    finally:
        other.close()

    assert "another build of this site is running" in caplog.text
    assert "old" == built.html()


def test_a_preview_says_on_every_page_what_is_to_be_mended(built: Project) -> None:
    """Rendered, stamped and missing pages begin with the errors, escaped, and without advice."""
    record = Page(address="x/y/", kind="record", title="X", description="", html="<h1>X</h1>")
    built.add(record)
    built.edition = replace(built.edition, diagnostics=(ERROR, ADVICE))
    built.build(previewing=True)

    said = "<li>evidence/x.yml:3:1: a &#34;&lt;b&gt;&#34; has no field &#34;y&#34;</li></ul>"
    assert said in built.html()
    assert said in built.html("x/y/")
    assert said in (built.site / "404.html").read_text(encoding="utf-8")


def test_a_preview_of_what_is_whole_says_nothing(built: Project) -> None:
    """Once the fault is mended, the notice is gone."""
    built.build(previewing=True)

    assert "hub-faults" not in built.html()


def test_a_preview_goes_on_when_no_page_could_be_written(built: Project) -> None:
    """Every place in the navigation has a page that says so."""
    built.edition = replace(built.edition, pages=(), failure=KeyError("x"))
    built.write("about.md", "# About\n\n{{ hub.evidence_count }}\n")
    built.build(previewing=True)

    for address in ("", "evidence/", "concordats/"):
        assert "Not to be shown yet" in built.html(address)
    assert "some pages cannot be shown until this is mended" in built.html("about/")


def test_a_data_file_that_breaks_is_not_in_the_preview(
    built: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """Once asked for, it is told of and left out, also where it breaks half-way."""

    def pieces() -> Iterator[bytes]:
        yield b"["
        raise ZeroDivisionError

    built.edition = replace(built.edition, documents=(LongDocument("data/all.json", pieces()),))
    built.build(previewing=True)
    built.supply("data/all.json")

    assert "Some data files could not be written" in caplog.text
    assert "Welcome" in built.html()
    assert not (built.site / "data").exists()


def test_a_page_of_the_hub_is_found_by_its_search_entry(project: Project) -> None:
    """An index is made with the site, and without Pagefind's own interface."""
    project.edition = replace(project.edition, entries=(SearchEntry("x/y/", "X", "words"),))
    project.build()

    assert {"pagefind-worker.js"} == {
        path.name for path in (project.site / "pagefind").glob("*.*s")
    }

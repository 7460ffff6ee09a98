"""`make serve`: what is saved is shown, what is broken is named, and the preview lives on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import copy_content
from tests.e2e.browser import PageAt
from tests.e2e.previewing import PATIENCE, Preview, previewing

NAME = "art-therapy-schizophrenia-trial"
SUMMARY = f"evidence/summaries/{NAME}.yml"
PAGE = f"evidence/summaries/{NAME}/"
CONCORDAT = "concordats/cheshire-merseyside-creative-health"
LIBRARY = "evidence/references.bib"
NOTICE = "To be mended"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Preview a copy of the repository; each test leaves it mended, and its changes in place."""
    root = copy_content(tmp_path_factory.mktemp("preview") / "hub")
    with previewing(root, tmp_path_factory.mktemp("scratch")) as running:
        assert NOTICE not in running.page(""), running.says()
        yield running


@pytest.mark.parametrize(
    ("file", "old", "address"),
    [
        (SUMMARY, "No: in this trial", PAGE),
        (f"{CONCORDAT}/concordat.yml", "Two partnerships in", f"{CONCORDAT}/"),
        ("docs/about/index.md", "The hub joins", "about/"),
    ],
    ids=["evidence", "concordats", "docs"],
)
def test_an_open_page_shows_what_was_saved(
    preview: Preview, page_at: PageAt, file: str, old: str, address: str
) -> None:
    """A page that is open in the browser loads anew by itself when its file is saved."""
    page = page_at(preview.url + address).page

    preview.change(file, old, f"Newly written. {old}")

    expect(page.get_by_text("Newly written.").first).to_be_visible(timeout=PATIENCE * 1000)


def test_a_broken_file_is_named_and_pages_are_served(preview: Preview) -> None:
    """The page tells file, line and fault; other pages stand; mended, all is as before."""
    preview.change(SUMMARY, "design: rct\n", "design: rtc\n")

    assert preview.shows(PAGE, f"{SUMMARY}:4:9: ")
    assert NOTICE in preview.page("")
    assert "What is known about creative health" in preview.page("")
    assert f"{SUMMARY}:4:9: error[unknown-term]" in preview.says()

    preview.change(SUMMARY, "design: rtc\n", "design: rct\n")

    assert preview.loses(PAGE, NOTICE)
    assert NOTICE not in preview.page("")
    assert "Does group art therapy help" in preview.page(PAGE)


@pytest.mark.parametrize(
    ("file", "old", "broken"),
    [
        (SUMMARY, "title: Does", "title: [Does"),
        (LIBRARY, "}\n\n@article{Baker2022", "\n\n@article{Baker2022"),
        (f"{CONCORDAT}/concordat.yml", "parts:\n", "partz:\n"),
        ("docs/about/index.md", "---\ntitle: ", "---\ntitle: ["),
    ],
    ids=["unclosed bracket", "unclosed brace", "field misspelt", "front matter"],
)
def test_the_preview_outlives_any_broken_file(
    preview: Preview, file: str, old: str, broken: str
) -> None:
    """Whatever file cannot be read, the first page is served and names it."""
    preview.change(file, old, broken)

    assert preview.shows("", f"<li>{file}:")

    preview.change(file, broken, old)

    assert preview.loses("", f"<li>{file}:")


def test_a_new_record_has_its_page_and_a_deleted_one_has_none(preview: Preview) -> None:
    """A file that is added is published and listed; when it is deleted both go."""
    old, new = preview.root / SUMMARY, preview.root / "evidence/summaries/a-copy-of-a-trial.yml"
    text = old.read_text(encoding="utf-8").replace("title: Does", "title: Once more, does")
    new.write_text(text, encoding="utf-8")

    assert preview.shows("evidence/summaries/a-copy-of-a-trial/", "Once more, does")
    assert "a-copy-of-a-trial/" in preview.page("evidence/")

    new.unlink()

    assert preview.shows("evidence/summaries/a-copy-of-a-trial/", "Page not found")
    assert "a-copy-of-a-trial/" not in preview.page("evidence/")


def test_a_build_that_fails_leaves_the_last_good_one(preview: Preview) -> None:
    """What stops a build outright is told on the terminal; pages are served, and stay alive."""
    intruder = preview.root / "docs/evidence/index.md"
    intruder.parent.mkdir()
    intruder.write_text("# In the way\n", encoding="utf-8")

    assert preview.comes_true(lambda: "stands where the hub publishes" in preview.says())
    assert "By outcome" in preview.page("evidence/")

    intruder.unlink()
    preview.change(SUMMARY, "plain_summary: >-\n", "plain_summary: >-\n  Once more. ")

    assert preview.shows(PAGE, "Once more.")


def test_ending_the_preview_leaves_nothing_behind(content: Path, tmp_path: Path) -> None:
    """Ctrl-C ends it in order: no traceback, and what it built is removed."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    with previewing(content, scratch) as running:
        pass

    assert 0 == running.process.returncode
    assert "Traceback" not in running.says()
    assert ["log.txt"] == [path.name for path in scratch.iterdir()]

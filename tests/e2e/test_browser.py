"""The tests' own browser: does it see the scheme, hear the page and find faults?"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.e2e.browser import PageAt, Scheme
from tests.e2e.serving import Serve

CLEAN = '<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>{}</main></html>'


@pytest.fixture
def write_page(tmp_path: Path, serve: Serve) -> Callable[[str], str]:
    """Serve a page with the given HTML inside; return its address."""

    def write(html: str = "") -> str:
        (tmp_path / "index.html").write_text(CLEAN.format(html), encoding="utf-8")
        return serve(tmp_path)

    return write


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_sees_the_scheme(
    write_page: Callable[[str], str], page_at: PageAt, scheme: Scheme
) -> None:
    """The page is told which colours the reader's system prefers."""
    visit = page_at(write_page(""), scheme=scheme)

    assert visit.page.evaluate(f"matchMedia('(prefers-color-scheme: {scheme})').matches")


def test_page_has_the_width(write_page: Callable[[str], str], page_at: PageAt) -> None:
    """A width given in CSS pixels is the width of the window."""
    visit = page_at(write_page(""), width=360)

    assert 360 == visit.page.evaluate("innerWidth")


def test_outside_requests_are_told_from_our_own(
    write_page: Callable[[str], str], page_at: PageAt
) -> None:
    """A picture from another host is named; the page itself and inline data are not."""
    visit = page_at(
        write_page('<img src="http://localhost:9/a.png" alt=""><img src="data:," alt="">')
    )

    assert ["http://localhost:9/a.png"] == visit.outside_requests


def test_a_failing_script_is_heard(write_page: Callable[[str], str], page_at: PageAt) -> None:
    """A script's error and a console error are both recorded."""
    visit = page_at(
        write_page('<script>console.error("one")</script><script>throw Error("two")</script>')
    )

    assert ["one", "two"] == visit.errors[:2]


def test_axe_is_silent_on_a_clean_page(
    write_page: Callable[[str], str], page_at: PageAt, axe: Callable[[Page], list[str]]
) -> None:
    """A page without faults gives no lines."""
    visit = page_at(write_page(""))

    assert [] == axe(visit.page)


def test_axe_names_a_picture_without_words(
    write_page: Callable[[str], str], page_at: PageAt, axe: Callable[[Page], list[str]]
) -> None:
    """A picture without a text alternative gives one line, with the rule and the place."""
    visit = page_at(write_page('<img src="data:,">'))

    (line,) = axe(visit.page)
    assert line.startswith("image-alt (critical) at ['img']")

"""Shells: what a theme does around a page is kept, and what it does to its texts is noticed."""

from dataclasses import replace

import pytest

from hub.page import Heading, Page
from hub.publishing import PublishingError
from hub.publishing.frames import frame_of
from hub.publishing.shell import cut

PAGE = Page(
    address="evidence/summaries/a-b/", kind="summary", title="A & <b>", description="Short",
    html="<h1>A</h1>hub-slot-title", headings=(Heading("one", "One"), Heading("two", "<Two>")),
)  # fmt: skip


def themed(page: Page, *, striped: bool = False) -> str:
    """Return a page as a small theme would print it; striped, odd entries differ from even."""
    entries = "\n".join(
        f"<li><a href='#{each.id}'>{each.title}</a>{'odd' if striped and number % 2 else ''}</li>"
        for number, each in enumerate(page.headings)
    )
    skip = f"<a href='#{page.headings[0].id}'>Skip</a>" if page.headings else ""
    return (
        f"<title>{page.title}</title><link href='https://x/{page.address}'>{skip}"
        f"<ul>{entries}</ul>{page.html}<footer>{page.title}</footer>"
    )


def filled(page: Page) -> str:
    """Return a page poured into the shell of its own frame."""
    sample = frame_of(page).sample(0)
    return cut(themed(sample), sample).fill(page).decode()


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_shell_is_filled_as_the_theme_would_have_done(number: int) -> None:
    """Every slot gets the page's own text, escaped; entries are repeated, one for each heading."""
    page = replace(PAGE, headings=PAGE.headings[:number])
    escaped = [Heading("one", "One"), Heading("two", "&lt;Two&gt;")][:number]

    assert themed(replace(page, title="A &amp; &lt;b&gt;", headings=tuple(escaped))) == filled(page)


def test_a_text_that_looks_like_a_mark_is_a_text() -> None:
    """What is poured in is not searched for slots."""
    assert 1 == filled(PAGE).count("hub-slot-title")


def test_pages_of_one_frame_share_a_shell() -> None:
    """Only what a theme may look at tells frames apart, not what the page says."""
    other = replace(PAGE, address="evidence/summaries/z/", title="Z", html="<h1>Z</h1>")

    assert frame_of(PAGE) == frame_of(other)
    assert frame_of(PAGE) != frame_of(replace(other, headings=()))
    assert frame_of(PAGE) != frame_of(replace(other, address="evidence/z/"))
    assert frame_of(PAGE) != frame_of(replace(other, html="<p>Z</p>"))


def test_a_theme_that_changes_a_text_is_refused() -> None:
    """A mark that comes back in part shows that the theme does more than print it."""
    sample = frame_of(PAGE).sample(0)
    html = themed(sample).replace("hub-slot-title", "hub-slot-TITLE", 1)

    with pytest.raises(PublishingError, match=r"changes a page's text .*hub-slot-TITLE"):
        cut(html, sample)


def test_a_theme_that_prints_no_content_is_refused() -> None:
    """A site of empty pages is no site."""
    sample = frame_of(PAGE).sample(0)

    with pytest.raises(PublishingError, match=r"no page\.content"):
        cut("<title>hub-slot-title</title>", sample)


def test_unequal_entries_are_refused() -> None:
    """An entry that differs from the next could not be repeated rightly."""
    sample = frame_of(PAGE).sample(0)

    with pytest.raises(PublishingError, match="unequally"):
        cut(themed(sample, striped=True), sample)


def test_a_theme_without_a_table_of_contents_is_filled() -> None:
    """Headings are then in the content alone."""
    sample = frame_of(PAGE).sample(0)

    shell = cut(f"<main>{sample.html}</main>", sample)

    assert f"<main>{PAGE.html}</main>".encode() == shell.fill(PAGE)

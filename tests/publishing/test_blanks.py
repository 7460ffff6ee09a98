"""Blank lines of a theme are left out, and what a page says is left alone."""

import pytest

from hub.publishing.blanks import without_blanks


@pytest.mark.parametrize(
    ("html", "without"),
    [
        ("\n\n<!doctype html>\n", "<!doctype html>\n"),
        ("<ul>\n    \n      <li>One</li>\n  \n</ul>", "<ul>\n<li>One</li>\n</ul>"),
        ("<b>a</b> \t\r\n <b>b</b>", "<b>a</b>\n<b>b</b>"),
        ("<b>a</b>  <b>b</b>", "<b>a</b>  <b>b</b>"),
        ("<p\n    class='x'>1\u00a0000</p>", "<p\nclass='x'>1\u00a0000</p>"),
        ("a\u00a0\n\u00a0b", "a\u00a0\n\u00a0b"),
    ],
)
def test_a_run_of_blanks_with_line_breaks_is_one_line_break(html: str, without: str) -> None:
    """Words and tags that stood apart still do; blanks within a line and no-break spaces stay."""
    assert without == without_blanks(html, "")


def test_the_content_of_a_page_stays_as_it_is() -> None:
    """In lines of code, each blank counts."""
    code = "<pre><code>if x:\n\n    y()\n</code></pre>"

    assert f"<main>\n{code}\n</main>" == without_blanks(f"<main>\n  {code}\n\n</main>", code)


def test_a_page_that_does_not_show_its_content_is_a_frame_alone() -> None:
    """A template may leave it out."""
    assert "<main>\n</main>" == without_blanks("<main>\n\n</main>", "<p>Nowhere</p>")

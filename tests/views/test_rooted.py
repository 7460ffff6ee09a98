"""Entries of lists that stand on pages of any depth."""

from markupsafe import Markup, escape

from hub.views.rooted import turned
from tests.views.small_hub import studio_of

ENTRY = Markup('<li><a href="evidence/summaries/choir/">Choir</a></li>')


def test_links_lead_on_from_the_page() -> None:
    """The deeper the page, the more steps up."""
    studio = studio_of()
    links = [turned(studio.sheet(page), [ENTRY]) for page in ("", "evidence/", "evidence/all/2/")]

    assert [
        f'<li><a href="{up}evidence/summaries/choir/">Choir</a></li>'
        for up in ("", "../", "../../../")
    ] == links


def test_what_a_title_says_stays() -> None:
    """A title that looks like a link is none, and is printed as it was written."""
    title = escape('See href="evidence/" & more')

    assert title == turned(studio_of().sheet("evidence/"), [title])

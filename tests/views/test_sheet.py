"""A page numbers what it cites, links relatively, and lists its references."""

import re
from html import unescape

import pytest
from jinja2.exceptions import TemplateNotFound, UndefinedError
from markupsafe import Markup

from tests.views.small_hub import studio_of, summary, work

STUDIO = studio_of(*(work(key) for key in "abcde"), work("gone", state="retracted"))


def text_of(html: str) -> str:
    """Return what a reader sees of a piece of HTML."""
    return unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize(
    ("prose", "seen"),
    [
        ("x [@a].", "x [1]."),
        ("[@b] [@a] [@b]", "[1] [2] [1]"),
        ("[@a; @b]", "[1, 2]"),
        ("[@b] [@a; @b]", "[1] [1, 2]"),
        ("[@a; @a]", "[1]"),
        ("[@a, p. 14]", "[1, p. 14]"),
        ("[see @a, table 2, left]", "[see 1, table 2, left]"),
        ("[@a; @b, p. 3]", "[1; 2, p. 3]"),
        ("`[@a]`", "[@a]"),
        (r"\[@a]", "[@a]"),
        ("pat@example.org", "pat@example.org"),
        ("[@nobody]", "[@nobody]"),
    ],
)  # fmt: skip
def test_citations_are_numbered(prose: str, seen: str) -> None:
    """Works are numbered in order of first mention; what surrounds a key is printed."""
    assert seen == text_of(STUDIO.sheet("x/").inline(prose))


def test_words_around_a_citation_are_escaped() -> None:
    """A prefix, locator or suffix is text, whatever it looks like."""
    html = STUDIO.sheet("x/").inline("[<script> @a, p. <b>, <i>]")

    assert "<script>" not in html
    assert "<b>" not in html
    assert "<i>" not in html


def test_three_in_a_row_become_a_range() -> None:
    """A range shows its ends; the numbers between are still links."""
    html = STUDIO.sheet("x/").inline("[@a; @b; @c; @d] [@e; @a; @c]")

    assert "[1, 2, 3, –4] [1, 3, 5]" == text_of(html)
    assert '<span class="hub-cite__between">, <a href="#ref-2" id="cite-2-1"' in html


def test_list_leads_back_to_every_mention() -> None:
    """A repeated mention shares its number and has an id of its own."""
    sheet = STUDIO.sheet("x/")
    html = sheet.prose("One [@b]. Two [@a; @b].\n\nThree [@b, p. 3].")

    led = [re.findall('href="#([^"]*)"', each.back) for each in sheet.references]
    assert ("b", "a") == sheet.mentioned
    assert [["cite-1-1", "cite-1-2", "cite-1-3"], ["cite-2-1"]] == led
    assert {1} == {html.count(f'id="{back}"') for ids in led for back in ids}
    assert ["↑1↑2↑3", "↑"] == [text_of(each.back).replace(" ", "") for each in sheet.references]


def test_cite_takes_a_key_that_is_known() -> None:
    """A template that cites an unknown work is our mistake, and stops."""
    with pytest.raises(KeyError, match="nobody"):
        STUDIO.sheet("x/").cite("nobody")


def test_reference_shows_the_state_of_its_work() -> None:
    """A retracted work is marked wherever it is listed."""
    sheet = STUDIO.sheet("x/")
    sheet.cite("gone")

    assert ["retracted"] == [each.notice for each in sheet.references]


def test_reference_leads_to_its_summary() -> None:
    """A work with a summary leads there, one without to its own page."""
    sheet = studio_of(work("a"), work("b"), summary("choirs", "a")).sheet("concordats/x/")
    sheet.prose("[@a; @b]")

    assert [
        ("../../evidence/summaries/choirs/", "Summary in this hub"),
        ("../../evidence/references/b/", "About this reference"),
    ] == [(each.href, each.label) for each in sheet.references]


@pytest.mark.parametrize(
    ("address", "path", "url"),
    [
        ("", "", "./"),
        ("", "evidence/", "evidence/"),
        ("evidence/", "", "../"),
        ("evidence/", "evidence/#outcome-x", "#outcome-x"),
        ("concordats/x/", "evidence/summaries/y/", "../../evidence/summaries/y/"),
        ("concordats/x/", "concordats/x/signatories/#z", "../../concordats/x/signatories/#z"),
    ],
)
def test_links_are_relative(address: str, path: str, url: str) -> None:
    """Links work below any path; a link within the page is its anchor alone."""
    assert url == STUDIO.sheet(address).url(path)


def test_only_the_packages_own_templates_run() -> None:
    """A template is known by its name in the package; a path that leads elsewhere is none."""
    with pytest.raises(TemplateNotFound):
        STUDIO.render("../sheet.py", {})


def test_small_pieces_that_are_kept_tell_text_from_html() -> None:
    """What is printed once for safe HTML is not printed again for a text that looks like it."""
    template = STUDIO._environment.from_string(
        '{% import "components.html" as ui %}{{ ui.unknown(x) }}'
    )

    assert "<b>" in template.render(x=Markup("<b>"))
    assert "<b>" not in template.render(x="<b>")


def test_missing_value_stops_the_page() -> None:
    """A misspelled name in a template is an error, not an empty space."""
    with pytest.raises(UndefinedError):
        STUDIO._environment.from_string("{{ nobody }}").render()


def test_text_in_a_template_is_escaped() -> None:
    """Text given to a template is text, also when it looks like HTML or like a template."""
    template = STUDIO._environment.from_string("{{ x }}")

    assert "&lt;b&gt; {{ 7 * 7 }}" == template.render(x="<b> {{ 7 * 7 }}")


def test_a_value_comes_before_a_method_of_the_same_name() -> None:
    """In a template, `x.items` is what a dict holds under that name."""
    template = STUDIO._environment.from_string("{{ x.items }}")

    assert "3" == template.render(x={"items": 3})

"""Contributed Markdown becomes HTML that can do nothing but be read."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from hub.model.citations import CitationGroup
from hub.views import markdown
from hub.views.markdown import block, inline, plain
from hub.views.mentions import Mention, print_mentions

LINK = '<a href="{}" rel="noopener noreferrer">{}</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one *two* **three**", "<p>one <em>two</em> <strong>three</strong></p>"),
        ("`[@key]`", "<p><code>[@key]</code></p>"),
        ("[a](https://a.example/b?c=1&d=2)",
         "<p>" + LINK.format("https://a.example/b?c=1&amp;d=2", "a") + "</p>"),
        ("<https://a.example>",
         "<p>" + LINK.format("https://a.example", "https://a.example") + "</p>"),
        ("4 < 5 & 6 > 5", "<p>4 &lt; 5 &amp; 6 &gt; 5</p>"),
        ("{{ hub }} {% for %} {#", "<p>{{ hub }} {% for %} {#</p>"),
        ("# A heading", "<p># A heading</p>"),
        ("A heading\n===", "<p>A heading\n===</p>"),
        ("7. seven", '<ol start="7">\n<li>seven</li>\n</ol>'),
    ],
)  # fmt: skip
def test_markdown_is_rendered(text: str, html: str) -> None:
    """Marks become elements; braces, comparisons and headings stay text."""
    assert html == block(text).strip()


@pytest.mark.parametrize(
    "text",
    [
        "Hello <script>alert(1)</script>",
        'Hello <img src=x onerror="alert(1)">',
        '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
        "<style>.md-content{display:none}</style>",
        '<form action="https://evil.example/"><input name="nhs_number"></form>',
        "<svg onload=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<details open ontoggle=alert(1)>x</details>",
        '<base href="https://evil.example/">',
        "[read](javascript:alert(1))",
        "[read](JaVaScRiPt:alert(1))",
        "[read](&#106;avascript:alert(1))",
        "[read](data:text/html,<script>alert(1)</script>)",
        "[read](vbscript:x)",
        "[read](file:///etc/hosts)",
        "[read](//evil.example/x)",
        "[read](../../x)",
        "[read](#__search)",
        "[NHS](https://www.nhs.example@evil.example/)",
        "<javascript:alert(1)>",
        "<mailto:pat@example.org>",
        '[x](https://a.example "onclick=alert(1)")',
        "![x](https://evil.example/pixel.gif)",
        '!!! note "x <script>alert(1)</script>"\n    body',
        "# Search {: #__search onclick=alert(1) }",
        '--8<-- ".git/config"',
        "a | b\n:-: | -:\n1 | <script>alert(1)</script>",
        "```html onclick=x\n<script>alert(1)</script>\n```",
        "x <![CDATA[ y",
        "<!-- x --> <?php ?>",
        "[@key](javascript:alert(1))",
    ],
)
def test_nothing_active_comes_out(text: str) -> None:
    """No element, handler, style or address of the writer's making reaches the page."""
    html = block(text) + inline(text)
    left = html.replace('rel="noopener noreferrer"', "").replace("https://", "")
    region = '<div class="hub-table" role="region" aria-label="Table 1" tabindex="0">'
    region_of = (region, '<table class="hub-table__table">', "</div>")
    allowed = (*region_of, "<p>", "</p>", "<code>", "</code>", "<pre>", "</pre>", "<em>", "<br>",
               "</table>", "<thead>", "</thead>", "<tbody>", "</tbody>", "<tr>", "</tr>",
               "<th>", "</th>", "<td>", "</td>", '<a href="a.example" >', "</a>",
               '<a href="evil.example/pixel.gif" >')  # fmt: skip
    for each in allowed:
        left = left.replace(each, "")

    assert "<" not in left


def test_image_is_linked_and_not_shown() -> None:
    """A picture elsewhere would tell its host who reads what, so it is only a link."""
    assert "!" + LINK.format("https://a.example/x.png", "x") == inline(
        "![x](https://a.example/x.png)"
    )


def test_line_breaks_are_kept_on_request() -> None:
    """A concordat's lines are broken where they were broken in the original."""
    assert "<p>one<br>\ntwo</p>" == block("one\ntwo", breaks=True).strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Choirs *help* some [@smith, p. 4].", "Choirs help some."),
        ("one\ntwo\n\n- three", "one two three"),
        ("[a](https://a.example) and `b`", "a and b"),
        ("4 < 5", "4 < 5"),
    ],
)
def test_plain_words(text: str, words: str) -> None:
    """Descriptions and search get the words alone."""
    assert words == plain(text)


@pytest.mark.parametrize("piece", ["[", "![", "[@", "> ", "*a_", "`a", "<a ", "|a", "[a]("])
def test_text_cannot_stall_the_build(piece: str) -> None:
    """The longest text a field may hold takes two seconds of work at most, whatever is in it."""
    started = time.process_time()
    block(piece * (20_000 // len(piece)))

    assert time.process_time() - started < 2


def numbering() -> markdown.Cite:
    """Return a printer of citations that numbers mentions as a page does; it knows `a` and `b`."""
    seen: list[str] = []

    def cite(group: CitationGroup) -> Markup | None:
        if any(each.key not in {"a", "b"} for each in group.citations):
            return None
        seen.extend(each.key for each in group.citations)
        found = [Mention(n + 1, f"cite-{n + 1}-{len(seen)}", each)
                 for n, each in enumerate(group.citations)]  # fmt: skip
        return print_mentions(found)

    return cite


PIECES = ["[@a]", "[@b, p. 4]", "[@a; @b]", "[@c]", "[see @a]", "[@a 'x']", "[x]", "[", "]", "@",
          "a", "é", "0", " ", ".", ",", ":", "(", ")", "'", '"', "-", "–", "*", "_", "\\", "`",
          "\n"]  # fmt: skip


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_short_way_for_words_and_citations_gives_what_the_parser_gives(text: str) -> None:
    """Texts with no more Markdown than citations skip the parser, and nobody can tell."""
    parser = markdown._PARSERS[False]

    assert markdown._safe(parser.render(text, {"cite": numbering()})) == block(text, numbering())
    assert markdown._safe(parser.renderInline(text, {"cite": numbering()})) == inline(
        text, numbering()
    )
    words = " ".join("".join(markdown._words(each)) for each in parser.parse(text, {}))
    assert re.sub(r" +(?=[.,;:!?)])", "", " ".join(words.split())) == plain(text)


@given(st.text(alphabet="aé0 .,;:'\"()%/’–—-", max_size=40))
def test_the_short_way_for_mere_words_gives_what_the_parser_gives(text: str) -> None:
    """Texts without any Markdown skip the parser, and nobody can tell."""
    parser = markdown._PARSERS[False]

    assert markdown._safe(parser.render(text, {"cite": None})) == block(text)
    assert markdown._safe(parser.renderInline(text, {"cite": None})) == inline(text)

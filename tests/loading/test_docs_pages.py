"""Front matter of hand-written pages: read by us, and only what is allowed."""

import pytest

from hub.loading.docs_pages import read_page
from hub.source import SourceText


def faults(text: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of what is wrong with a page."""
    _, found = read_page(SourceText("docs/a.md", text))
    return [(each.code.slug, each.span.line, each.span.column) for each in found]


def test_fields_are_read_and_the_body_begins_below() -> None:
    """The page knows its fields and where its text begins."""
    page, _ = read_page(SourceText("docs/a.md", "---\ntitle: A\ntags: [singing]\n---\n\n# A\n"))

    assert page is not None
    assert ("A", ("singing",), "\n\n# A\n") == (
        page.front_matter.title, page.front_matter.tags, page.body
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: Singing: a review\n---\n", ("broken-front-matter", 2, 15)),
        ("---\ntitle: A\n", ("broken-front-matter", 1, 1)),
        ("---\n- a\n---\n", ("broken-front-matter", 2, 1)),
        ("render_macros: true\n\n# A\n", ("broken-front-matter", 1, 1)),
        ("---\nrender_macros: true\n---\n", ("unknown-field", 2, 1)),
        ("---\ntemplate: redirect.html\n---\n", ("unknown-field", 2, 1)),
        ("---\ntitle: A\ntitle: B\n---\n", ("duplicate-field", 3, 1)),
    ],
)
def test_what_is_refused_and_where(text: str, expected: tuple[str, int, int]) -> None:
    """What MkDocs would print or obey is refused at its place."""
    assert [expected] == faults(text)

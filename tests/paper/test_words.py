"""Markdown as words with their marks."""

from hypothesis import given
from hypothesis import strategies as st

from hub.paper.words import Block, Run, blocks, inline


def test_marks_of_a_paragraph_become_looks() -> None:
    """Bold, italic and a break of line are kept; the signs for them are gone."""
    assert (
        Run("plain "), Run("bold", bold=True), Run("\n"), Run("slanted", italic=True),
    ) == inline("plain **bold**\n*slanted*")  # fmt: skip


def test_target_of_a_link_is_spelt_out() -> None:
    """On paper nobody can click."""
    assert (Run("the page"), Run(" (https://hub.example/)")) == inline(
        "[the page](https://hub.example/)"
    )


def test_blocks_come_one_after_the_other() -> None:
    """Headings are bold paragraphs here, a rule is one, and items keep their markers."""
    assert (
        Block("paragraph", (Run("Head", bold=True),)),
        Block("paragraph", (Run("Words"),)),
        Block("rule"),
        Block("paragraph", (Run("• "), Run("item"))),
        Block("paragraph", (Run("4. "), Run("fourth"))),
    ) == blocks("# Head\n\nWords\n\n---\n\n- item\n\n4. fourth\n")


@given(st.text(alphabet="ab *_`[]()<>#-!\\\n1."))
def test_no_text_is_too_odd(text: str) -> None:
    """Any text at all becomes blocks of known kinds."""
    assert {"paragraph", "rule"} >= {each.kind for each in blocks(text)}

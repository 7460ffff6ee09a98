"""Every word of a concordat's text is printed, or the text is refused."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.loading.concordat_text import parse_text
from hub.model.texts import Text
from hub.source import SourceText
from tests.views.small_concordat import concordat

PARTS = [
    {"id": "believe", "heading": "We believe:"},
    {"id": "need", "heading": "We will:"},
    {"id": "closing", "bullets": "aim"},
]
RECORD = concordat(parts=PARTS)


def read(markdown: str) -> tuple[Text, list[str]]:
    """Return what is read of a text, and the codes of what is wrong with it."""
    text, faults = parse_text(SourceText("concordats/northshire/1.0.md", markdown), RECORD)
    return text, [each.code.slug for each in faults]


def printed(text: Text) -> str:
    """Return everything that pages print of a text."""
    clauses = [clause for part in text.parts for clause in part.clauses]
    words = [
        word for each in clauses
        for word in (each.number, each.text, *(bullet.text for bullet in each.bullets))
    ]  # fmt: skip
    headings = [part.heading for part in text.parts]
    return "\n".join([text.preamble, *headings, *words, text.closing])


@pytest.mark.parametrize(
    "block",
    [
        "### Small print\n",
        "# Large print\n",
        "> quoted\n",
        "```\ncode\n```\n",
        "    code\n",
        "1. One.\n   1. Inside.\n",
        "1. One.\n   > quoted\n",
        "1. One.\n\n       code\n",
        "- a bullet without a clause\n",
        "[words]: https://northshire.example/ 'and more words'\n",
        "A [link](https://northshire.example/ 'and more words').\n",
    ],
)
def test_what_would_not_be_printed_is_refused(block: str) -> None:
    """A block that parts do not know would be left out, so the text is refused."""
    assert ["words-not-printed"] == read(f"Title\n\n## We believe:\n\n{block}")[1]


BLOCKS = st.sampled_from([
    "{n}. {word} text.", "{word} alone.", "- {word} bullet", "## We believe:", "## We will:", "---",
    "### {word}", "> {word}", "```\n{word}\n```", "    {word}", "{n}. {word}\n   - {word} inside",
    "{n}. {word}\n   1. {word} inside", "| {word} |\n|---|\n| {word} |", "***{word}***",
    "[{word}]: https://northshire.example/", "## {word}", "{word}\n===", "{word}\n---",
    "- {word}\n  - {word} deeper", "<{word}>", "{n}) {word} in brackets",
])  # fmt: skip


@given(st.lists(BLOCKS, max_size=10))
@settings(max_examples=300, deadline=None)
def test_no_word_is_lost_in_silence(blocks: list[str]) -> None:
    """A text that is accepted is printed with all its words and numbers."""
    lines = [
        block.replace("{n}", str(at + 1)).replace("{word}", f"word{at}x")
        for at, block in enumerate(blocks)
    ]  # fmt: skip
    markdown = "\n\n".join(["Title", *lines, ""])
    text, faults = read(markdown)

    if not faults:
        shown = printed(text)
        assert set() == {each for each in re.findall(r"word\d+x", markdown) if each not in shown}
        assert re.findall(r"^ {0,3}(\d+)[.)]", markdown, re.MULTILINE) == re.findall(
            r"^ {0,3}(\d+)(?=$|[.)])", shown, re.MULTILINE
        )

"""What a style answers once, it answers each time: remembering changes no line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hub.citing import formatting
from hub.citing.formatting import Formatter
from hub.citing.styles import Style
from hub.loading.bibtex import read_bibtex
from hub.loading.hub import load_hub
from hub.model.references import Reference
from hub.source import SourceText
from tests.conftest import REPOSITORY

HARD = Path(__file__).parent / "data" / "hard.bib"
TYPES = (
    "article-journal", "book", "pamphlet", "chapter", "paper-conference", "report", "thesis",
    "webpage", "dataset", "manuscript", "document",
)  # fmt: skip
WITHOUT = """
import json, sys
from hub.citing import formatting
from tests.citing.test_unchanging import lines, works
formatting.remember_answers = lambda: None
formatting.give_names = lambda style: None
print(json.dumps(lines(works())))
"""


def works() -> list[Reference]:
    """Return the real library, the hard entries, and those again as works of all other types."""
    hard = read_bibtex(SourceText(HARD.name, HARD.read_text("utf-8"))).references.values()
    others = (
        work.model_copy(update={"type": TYPES[place % len(TYPES)]})
        for place, work in enumerate(hard)
    )
    return [*load_hub(REPOSITORY).hub.references.values(), *hard, *others]


def lines(references: list[Reference]) -> list[str]:
    """Return what is printed for each, in every style."""
    # Some have the same id: each is printed by a formatter of its own.
    return [Formatter().format_html(each, style) for each in references for style in Style]


@pytest.fixture(scope="module")
def plain() -> list[str]:
    """The lines that citeproc-py prints by itself."""
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        check=True, capture_output=True, text=True, cwd=REPOSITORY,
    )  # fmt: skip
    found: list[str] = json.loads(run.stdout)
    return found


def test_lines_are_the_same_as_when_nothing_is_remembered(plain: list[str]) -> None:
    """Every work, of every type, is printed as citeproc-py prints it by itself."""
    assert plain == lines(works())


def test_lines_do_not_depend_on_what_was_printed_before(plain: list[str]) -> None:
    """The first work of its shape may be any of them."""
    size = len(Style)
    groups = [plain[place : place + size] for place in range(0, len(plain), size)]

    assert [line for group in reversed(groups) for line in group] == lines(works()[::-1])


def test_a_style_does_not_grow_with_what_is_printed() -> None:
    """Names that a style prints in the usual way are told so once, and not for each work."""
    names = list(formatting._style(Style.VANCOUVER).root.iter("{*}names"))
    before = [len(each) for each in names]
    lines(works()[:3])

    assert before == [len(each) for each in names]

"""Mistakes of thirty kinds each get a message that says how to mend them, and a page shows them."""

import os
import shutil
from pathlib import Path

import pytest

from hub import reporters
from hub.diagnostics import Diagnostic
from hub.examining import Examined, examine
from tests.conftest import DEMO, REPOSITORY
from tests.mistakes.made import MISTAKES, Mistake

PAGE = REPOSITORY / "docs" / "contributing" / "mistakes.md"
OLD_ALPHABET = "A file saved for Windows in an old alphabet"
HEAD = """\
---
title: Mistakes and their messages
description: What people do when they write a record, and what the hub says to it.
---

# Mistakes and their messages

Everybody makes these.
Each was made in a small invented hub, and what `hub check` said is printed below it, word for word.
Many can be mended by `hub check --fix`.
[The list of diagnostics](../reference/diagnostics/index.md) says more on each message.
"""


def made(mistake: Mistake, root: Path) -> Examined:
    """Return what is found in the fictional hub with a mistake in it."""
    shutil.copytree(DEMO, root)
    path = root / mistake.path
    text = path.read_text(encoding="utf-8") if mistake.was else mistake.now
    assert mistake.was in text
    text = text.replace(mistake.was, mistake.now, 1) if mistake.was else text
    path.write_bytes(text.encode("cp1252" if mistake.title == OLD_ALPHABET else "utf-8"))
    return examine(root)


def at_fault(mistake: Mistake, examined: Examined) -> list[Diagnostic]:
    """Return what is said of the file in which a mistake was made."""
    return [each for each in examined.diagnostics if each.span.path == mistake.path]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.title)
def test_each_mistake_is_told_with_how_to_mend_it(mistake: Mistake, tmp_path: Path) -> None:
    """Its file is named, and every message says what was expected or what to do."""
    found = at_fault(mistake, made(mistake, tmp_path / "hub"))

    assert found
    assert all(each.help or each.expected for each in found)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.title)
def test_one_mistake_is_not_told_of_the_whole_hub(mistake: Mistake, tmp_path: Path) -> None:
    """A slip in one file brings no flood: at most three messages, all of that file."""
    examined = made(mistake, tmp_path / "hub")

    assert list(examined.diagnostics) == at_fault(mistake, examined)
    assert len(examined.diagnostics) <= 3


def section(number: int, mistake: Mistake, examined: Examined) -> str:
    """Return what the page shows of a mistake."""
    message = reporters.text(examined.diagnostics, examined.sources).rstrip()
    written = mistake.now.strip("\n")
    return (
        f"\n## {number}. {mistake.title}\n\n"
        f'```text title="{mistake.path}"\n{written}\n```\n\n```console\n{message}\n```\n'
    )


def test_page_shows_what_is_said(tmp_path: Path) -> None:
    """The page is made from these mistakes: `make golden` writes it anew."""
    # No e-mail address may stand in a public file, not even as a bad example.
    shown = [each for each in MISTAKES if "@midwater" not in each.now]
    parts = [
        section(number, each, made(each, tmp_path / str(number)))
        for number, each in enumerate(shown, 1)
    ]
    page = "".join([HEAD, *parts])
    if os.environ.get("HUB_UPDATE_GOLDEN"):
        PAGE.write_text(page, encoding="utf-8")

    assert page == PAGE.read_text(encoding="utf-8")

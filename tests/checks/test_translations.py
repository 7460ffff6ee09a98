"""Translations: there, made from the text they stand beside, and clause by clause."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from hub.examining import examine
from tests.conftest import found

FOLDER = "concordats/northshire-creative-health/"
TEXT, WELSH, RECORD = f"{FOLDER}1.0.md", f"{FOLDER}1.0.cy.md", f"{FOLDER}concordat.yml"

Change = Callable[[str, str, str], None]


@pytest.fixture
def welsh(demo: Path, change: Change) -> Path:
    """Return the fictional hub with a translation; its headings are in another language."""
    text = (demo / TEXT).read_text(encoding="utf-8")
    translated = text.replace("We believe:", "Credwn:").replace("We will:", "Byddwn yn:")
    (demo / WELSH).write_text(translated.replace("Listen.", "Gwrando."), encoding="utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    entry = f"    translations:\n      - language: cy\n        text: {sha256}\n"
    change(RECORD, "status: in-force\n", f"status: in-force\n{entry}")
    return demo


def codes(root: Path) -> list[tuple[str, str]]:
    """Return what is wrong with a hub: the file and the code."""
    return [(place.split(":")[0], code) for place, code in found(root)]


def test_a_translation_has_the_clauses_of_its_text(welsh: Path) -> None:
    """Parts are taken in their order whatever their headings say, and clauses keep their ids."""
    examined = examine(welsh)
    name = "northshire-creative-health", "1.0"

    assert () == examined.diagnostics
    text = examined.hub.translations[(*name, "cy")]
    assert examined.hub.texts[name].clause_ids == text.clause_ids
    assert "Byddwn yn:" == text.parts[1].heading


@pytest.mark.parametrize(
    ("old", "new"),
    [("4. Gwrando.", "5. Gwrando."), ("4. Gwrando.\n", ""), ("- with a choir\n", "")],
    ids=["another number", "a clause left out", "a bullet left out"],
)
def test_other_clauses_are_refused(welsh: Path, change: Change, old: str, new: str) -> None:
    """A clause or bullet more or fewer is an error at the translation."""
    change(WELSH, old, new)

    assert [(WELSH, "translation-out-of-step")] == codes(welsh)


def test_a_text_that_moved_on_leaves_its_translation_behind(welsh: Path, change: Change) -> None:
    """The hash names the text that the translator saw; another text is advice to compare."""
    change(TEXT, "with tea.", "with milk.")

    assert [(RECORD, "stale-translation")] == codes(welsh)


def test_a_listed_translation_is_there(welsh: Path) -> None:
    """A translation without its file is told of once."""
    (welsh / WELSH).unlink()

    assert [(RECORD, "unknown-version")] == codes(welsh)


def test_a_translation_that_nobody_lists_is_told(demo: Path) -> None:
    """A file that is not listed would not be published."""
    (demo / WELSH).write_bytes((demo / TEXT).read_bytes())

    assert [(WELSH, "unknown-version")] == codes(demo)


def test_a_language_is_listed_once(welsh: Path, change: Change) -> None:
    """Two translations in one language cannot both have its address."""
    entry = (welsh / RECORD).read_text(encoding="utf-8").split("translations:\n")[1].split("\nc")[0]
    change(RECORD, f"{entry}\n", f"{entry}\n{entry}\n")

    assert [(RECORD, "duplicate-id")] == codes(welsh)


def test_a_translation_is_canonical_too(welsh: Path, change: Change) -> None:
    """It is hashed like the text, so there is one way to write it."""
    change(WELSH, "Gwrando.", "Gwrando. ")

    assert [(WELSH, "not-canonical")] == codes(welsh)

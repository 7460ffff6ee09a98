"""A library's text is searched once: what was found sound is recognised, what was not is told."""

from pathlib import Path

import pytest

from hub.loading import library_text
from hub.loading.library_text import faults_in_library_text
from hub.source import SourceText
from hub.store import Store


def told(text: str, store: Store) -> list[list[str]]:
    """Return the codes of the personal data and of the hidden characters in a text."""
    faults = faults_in_library_text(SourceText("evidence/references.bib", text), store)
    return [[each.code.slug for each in some] for some in faults]


def test_a_sound_text_is_not_searched_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time, a text without a fault is only recognised."""
    store = Store(tmp_path / "kept.sqlite")
    told("@misc{a}", store)
    monkeypatch.setattr(library_text, "personal_data", None)

    assert [[], []] == told("@misc{a}", store)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("% ada@example.org", [["e-mail-in-public-file"], []]),
        ("@misc{\u200ba}", [[], ["hidden-character"]]),
    ],
)
def test_faults_are_told_each_time(tmp_path: Path, text: str, faults: list[list[str]]) -> None:
    """What is wrong with a text is never taken for known."""
    store = Store(tmp_path / "kept.sqlite")

    assert [faults, faults] == [told(text, store), told(text, store)]

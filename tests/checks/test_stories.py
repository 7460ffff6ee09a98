"""No story is published that its teller did not agree to, or does not agree to any more."""

from pathlib import Path

import pytest

from tests.conftest import found

STORY = """\
title: The Tuesday choir
told_by: R. (fictional)
telling: own-words
text: I stayed for the singing.
"""
CONSENT = """\
consent:
  kind: written
  on: 2023-03-02
  covers: the words
  kept_by: the secretary
  to_withdraw: by word to the secretary
"""


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (STORY + CONSENT, []),
        (STORY, [("1:8", "story-without-consent")]),
        (STORY + "status: draft\n", []),
        (STORY + CONSENT + "  withdrawn: 2024-01-01\n", [("11:14", "story-without-consent")]),
        (STORY + CONSENT.replace("2023", "2999"), [("7:7", "future-date")]),
    ],
    ids=["agreed", "not asked", "draft", "taken back", "agreed tomorrow"],
)
def test_a_story_needs_the_word_of_its_teller(
    text: str, faults: list[tuple[str, str]], demo: Path
) -> None:
    """Each fault is told where it stands; a draft may wait for the answer."""
    path = demo / "evidence/stories/choir.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")

    assert [(f"evidence/stories/choir.yml:{where}", code) for where, code in faults] == found(demo)

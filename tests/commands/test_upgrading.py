"""Every version has a note that says what keepers of a hub must do."""

import re

from tests.conftest import REPOSITORY

NOTES = (REPOSITORY / "docs/reference/upgrading.md").read_text(encoding="utf-8")
LAST = "What each note says"


def headings(text: str) -> list[str]:
    """Return the headings of the second level, without the dates of versions."""
    return [each.partition(" - ")[0].strip("[]") for each in re.findall(r"(?m)^## (.*)$", text)]


def test_every_version_has_its_note() -> None:
    """In the order of the changelog; the pattern for the next one follows."""
    versions = headings((REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8"))
    outside_code = re.sub(r"(?ms)^```.*?^```", "", NOTES)

    assert [*versions, LAST] == headings(outside_code)


def test_every_note_says_what_to_do() -> None:
    """Also where that is nothing."""
    notes = re.split(r"(?m)^## ", NOTES.partition(f"## {LAST}")[0])[1:]

    assert notes
    assert [] == [note for note in notes if "**To do:**" not in note]


def test_what_a_new_hub_calls_the_page_is_its_title() -> None:
    """The starter's README names it."""
    readme = (REPOSITORY / "hooks/hub/starter/README.md").read_text(encoding="utf-8")
    title = re.findall(r"(?m)^# (.*)$", NOTES)[0]

    assert f"*{title}*" in readme

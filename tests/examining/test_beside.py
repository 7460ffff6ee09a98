"""A signatory or story found sound beside others is not judged again while these are the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hub.checks import consent, stories
from hub.examining import Examined, examine
from hub.store import Store

FOLDER = "concordats/northshire-creative-health"
SIGNATORY = f"{FOLDER}/signatories/midwater-arts.yml"
BODY = "evidence/organisations/midwater-arts.yml"
STORY = "evidence/stories/tuesdays.yml"
Change = Callable[[str, str, str], None]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store in a file of its own."""
    return Store(tmp_path / "cache" / "library.sqlite")


def codes(examined: Examined, path: str) -> list[str]:
    """Return what is wrong in a file, by code."""
    return [each.code.slug for each in examined.diagnostics if each.span.path == path]


def test_what_was_found_sound_is_not_judged_again(
    demo: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second check asks no rule about a signatory or a story."""
    examine(demo, store)
    page = demo / "docs/about/index.md"  # so that not the whole hub is known
    page.write_text(page.read_text("utf-8") + "\nMore.\n", "utf-8")
    monkeypatch.setattr(consent, "_is_person", lambda *_: pytest.fail("a signatory was judged"))
    monkeypatch.setattr(stories, "_check_consent", lambda _: pytest.fail("a story was judged"))

    assert () == examine(demo, store).diagnostics


def test_a_text_that_is_signed_no_more_is_seen_in_its_signatures(
    demo: Path, store: Store, change: Change
) -> None:
    """A signature is judged again when another version takes the place of the one it names."""
    examine(demo, store)
    (demo / FOLDER / "1.0.md").rename(demo / FOLDER / "1.1.md")
    change(f"{FOLDER}/concordat.yml", 'number: "1.0"', 'number: "1.1"')

    assert ["unknown-version"] == codes(examine(demo, store), SIGNATORY)


def test_a_text_that_was_changed_is_seen_in_its_signatures(
    demo: Path, store: Store, change: Change
) -> None:
    """A signature that says what was signed is judged again when the words are others."""
    change(SIGNATORY, '  - version: "1.0"\n', f'  - version: "1.0"\n    text: {"0" * 64}\n')
    first = codes(examine(demo, store), SIGNATORY)
    text = next(iter(examine(demo, store).hub.texts.values()))
    change(SIGNATORY, "0" * 64, text.sha256)
    second = codes(examine(demo, store), SIGNATORY)
    page = demo / FOLDER / "1.0.md"
    page.write_text(page.read_text("utf-8").replace("We ", "We  ", 1), "utf-8")

    assert ["signed-text-changed"] == first == codes(examine(demo, store), SIGNATORY)
    assert [] == second


def test_a_body_of_another_name_is_seen_in_its_signature(
    demo: Path, store: Store, change: Change
) -> None:
    """Who signs personally may be a person, once the body is not called so any more."""
    change(SIGNATORY, "    by:\n", "    capacity: personal\n    by:\n")
    before = codes(examine(demo, store), SIGNATORY)
    change(BODY, "title: Midwater Arts", "title: Midwater Crafts")

    assert [] == before
    assert ["name-without-consent"] == codes(examine(demo, store), SIGNATORY)


def test_another_day_is_another_judgement(
    demo: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dates that have not come yet are found, though the records were sound the day after."""
    examine(demo, store)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    early = examine(demo, store)

    assert {"future-date"} == {*codes(early, SIGNATORY)} == {*codes(early, STORY)}


def test_a_fault_is_told_each_time(demo: Path, store: Store, change: Change) -> None:
    """Only what is sound is remembered."""
    change(STORY, "on: 2025-06-10", "on: 2999-06-10")
    first = codes(examine(demo, store), STORY)

    assert ["future-date"] == first == codes(examine(demo, store), STORY)

"""`hub erase` removes a person from every record, and says what it cannot reach."""

import gzip
import subprocess
from pathlib import Path

import pytest

from tests.commands.working import CONCORDAT, SIGNATORIES, files, is_sound, run

PERSON = f"{SIGNATORIES}/ada-example.yml"
BODY = f"{SIGNATORIES}/midwater-arts.yml"
CONCORDAT_FILE = f"concordats/{CONCORDAT}/concordat.yml"
SIGNED = """\
title: Ada Example
signatures:
  - version: "1.0"
    signed: 2024-01-02
    capacity: personal
    by:
      role: A singer
      name_published: yes
      name_basis: She asked for it.
    source:
      web: https://northshire.example/ada
"""
NAMED = "      role: Director\n      name: Ada Example\n      name_published: yes\n"


@pytest.fixture
def with_ada(demo: Path) -> Path:
    """Return the hub with a person who signed for herself and for a body, and is in a note."""
    (demo / PERSON).write_text(SIGNED)
    body = demo / BODY
    body.write_text(body.read_text().replace("      role: Director\n", NAMED) + "note: Fine.\n")
    council = demo / "evidence/organisations/northshire-council.yml"
    council.write_text(council.read_text() + "note: Its first singer was ADA\n  Example.\n")
    assert is_sound(demo)
    return demo


def test_person_is_in_no_record_and_is_counted(with_ada: Path) -> None:
    """Her own file goes, and one is counted; the body's signature stays, with the post alone."""
    body = (with_ada / BODY).read_text()
    expected = body.replace("      name: Ada Example\n      name_published: yes\n", "")

    run(with_ada, "erase", "Ada Example", "--yes")

    assert not (with_ada / PERSON).exists()
    assert expected == (with_ada / BODY).read_text()
    assert "erased: 1" in (with_ada / CONCORDAT_FILE).read_text()
    assert is_sound(with_ada)


def test_words_that_only_people_can_reword_are_listed(with_ada: Path) -> None:
    """A note that holds the name is named with its line, even over a line end; the status is 1."""
    result = run(with_ada, "erase", "ada example", "--yes")

    assert "evidence/organisations/northshire-council.yml:4" in result.output
    assert 1 == result.exit_code


def test_second_person_is_added_to_the_count(with_ada: Path) -> None:
    """The count grows by one for each person whose signature stood."""
    run(with_ada, "erase", "Ada Example", "--yes")
    (with_ada / PERSON.replace("ada", "bob")).write_text(SIGNED.replace("Ada", "Bob"))

    run(with_ada, "erase", "Bob Example", "--yes")

    assert "erased: 2" in (with_ada / CONCORDAT_FILE).read_text()


def test_withdrawn_person_is_not_counted(with_ada: Path) -> None:
    """A signature that was taken back did not count before, and does not after."""
    path = with_ada / PERSON
    path.write_text(path.read_text() + "withdrawn:\n  on: 2025-01-01\n")

    run(with_ada, "erase", "Ada Example", "--yes")

    assert "erased" not in (with_ada / CONCORDAT_FILE).read_text()


def test_story_of_the_person_goes(demo: Path) -> None:
    """What the person told under this name is deleted; nothing of it is counted."""
    path = demo / "evidence/stories/a-choir.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        "title: A choir\ntold_by: Ada Example\ntelling: own-words\ntext: It was good.\n"
        "consent:\n  kind: written\n  on: 2026-01-02\n  covers: The words.\n"
        "  kept_by: The clerk\n  to_withdraw: Ask the clerk.\n"
    )

    result = run(demo, "erase", "Ada Example", "--yes")

    assert (0, False) == (result.exit_code, path.exists()), result.output


@pytest.mark.parametrize("words", [["--dry-run"], []])
def test_nothing_changes_in_a_dry_run_or_without_consent(with_ada: Path, words: list[str]) -> None:
    """A dry run shows what would go; without `--yes`, it is asked first."""
    before = files(with_ada)

    result = run(with_ada, "erase", "Ada Example", *words, answers="n\n")

    assert before == files(with_ada)
    assert ("would delete" if words else "change 3 files") in result.output


def test_built_site_is_looked_through_packed_files_too(with_ada: Path, tmp_path: Path) -> None:
    """Pages and packed fragments of the search that hold the name are listed."""
    site = tmp_path / "built"
    site.mkdir()
    (site / "index.html").write_text("<p>Ada Example</p>")
    (site / "one.pf_fragment").write_bytes(gzip.compress(b'{"title": "Ada Example"}'))
    (site / "other.html").write_text("<p>Nobody</p>")

    result = run(with_ada, "erase", "Ada Example", "--yes", "--site", str(site))

    assert "holds the name in 2 files; build it anew" in result.output
    assert "other.html" not in result.output


def git(root: Path, *words: str) -> None:
    """Run git with an invented committer."""
    who = ["-c", "user.name=Hub", "-c", "user.email=hub@hub.example"]
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


def test_history_that_holds_the_name_is_said(with_ada: Path) -> None:
    """The commits that wrote the name are counted, and the guide is named."""
    git(with_ada, "init", "-q")
    git(with_ada, "add", ".")
    git(with_ada, "commit", "-qm", "All")

    result = run(with_ada, "erase", "Ada Example", "--yes")

    assert "The history still holds the name: 1 commit added or removed it" in result.output
    assert "docs/contributing/erasure.md" in result.output


def test_unknown_person_changes_nothing(demo: Path) -> None:
    """Where no record has the name, that is said."""
    before = files(demo)

    result = run(demo, "erase", "Nobody Atall", "--yes")

    assert "No record names this person." in result.output
    assert (0, before) == (result.exit_code, files(demo))

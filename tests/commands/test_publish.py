"""`hub publish`: a text is put in force and locked, once, and only when it is in order."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.conftest import found
from tests.site.reading import read_record

NAME = "northshire-creative-health"
FOLDER = f"concordats/{NAME}/"
TEXT, LOCK, RECORD = f"{FOLDER}1.0.md", f"{FOLDER}lock.yml", f"{FOLDER}concordat.yml"
DRAFT = '  - number: "1.1"\n    status: draft  # out for consultation\n'

Change = Callable[[str, str, str], None]


@pytest.fixture
def drafted(demo: Path, change: Change) -> Path:
    """Return the fictional hub with a draft of version 1.1."""
    change(RECORD, "    status: in-force\n", f"    status: in-force\n{DRAFT}")
    text = (demo / TEXT).read_text(encoding="utf-8")
    (demo / f"{FOLDER}1.1.md").write_text(text.replace("tea.", "milk."), encoding="utf-8")
    return demo


def locked(root: Path) -> dict[str, tuple[str, str]]:
    """Return the hash and the day of each locked version."""
    versions = read_record(root / LOCK)["versions"]
    return {each["number"]: (each["sha256"], each["published"]) for each in versions}


def sha256(path: Path) -> str:
    """Return what `sha256sum` prints of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_published_version_is_locked_with_its_hash(demo: Path, run: Run) -> None:
    """The lock holds the hash and the day, and the record stays as it is, byte for byte."""
    record = (demo / RECORD).read_bytes()
    code, said = run("publish", NAME, "1.0")

    assert (0, {"1.0": (sha256(demo / TEXT), "2023-03-01")}) == (code, locked(demo))
    assert sha256(demo / TEXT) in said
    assert record == (demo / RECORD).read_bytes()


def test_publishing_again_changes_nothing(demo: Path, run: Run) -> None:
    """A version that is locked stays as it is."""
    run("publish", NAME, "1.0")
    before = (demo / LOCK).read_bytes()
    code, said = run("publish", NAME, "1.0")

    assert (0, before) == (code, (demo / LOCK).read_bytes())
    assert "locked already" in said


def test_a_changed_text_is_not_locked_anew(demo: Path, run: Run, change: Change) -> None:
    """Another hash under the same number is refused, and the lock stays."""
    run("publish", NAME, "1.0")
    before = (demo / LOCK).read_bytes()
    change(TEXT, "tea.", "milk.")
    code, said = run("publish", NAME, "1.0")

    assert (1, before) == (code, (demo / LOCK).read_bytes())
    assert "locked-text-changed" in said


def test_a_draft_is_put_in_force(drafted: Path, run: Run) -> None:
    """The version before is superseded, comments stay, and both texts are locked."""
    run("publish", NAME, "1.0")
    code, _ = run("publish", NAME, "1.1", "--on", "2024-03-01")
    text = (drafted / RECORD).read_text(encoding="utf-8")

    assert 0 == code
    assert [
        {"number": "1.0", "published": "2023-03-01", "status": "superseded"},
        {"number": "1.1", "published": "2024-03-01", "status": "in-force", "replaces": "1.0"},
    ] == read_record(drafted / RECORD)["versions"]
    assert "# out for consultation" in text
    assert {"1.0", "1.1"} == set(locked(drafted))
    assert "signature-without-hash" in {code for _, code in found(drafted)}


def test_a_text_that_can_be_written_in_two_ways_is_not_published(
    drafted: Path, run: Run, change: Change
) -> None:
    """What is wrong is said, and nothing is written."""
    record = (drafted / RECORD).read_bytes()
    change(f"{FOLDER}1.1.md", "4. Listen.", "4. Listen. ")
    code, said = run("publish", NAME, "1.1")

    assert (1, record, False) == (code, (drafted / RECORD).read_bytes(), (drafted / LOCK).exists())
    assert "not-canonical" in said


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("northshire-creative-heath", "1.0"), 'did you mean "northshire-creative-health"?'),
        ((NAME, "2.0"), "there are: 1.0"),
        ((NAME, "1.0", "--on", "2023-03-02"), "was published on 2023-03-01"),
        ((NAME, "1.0", "--on", "yesterday"), "is not a date"),
        ((NAME, "1.0", "--on", "2999-01-01"), "has not come yet"),
    ],
    ids=["concordat", "version", "other day", "no day", "future"],
)
def test_wrong_use_is_told_and_nothing_is_written(
    demo: Path, run: Run, arguments: tuple[str, ...], expected: str
) -> None:
    """A name or a day that cannot be meant ends with status 2."""
    code, said = run("publish", *arguments)

    assert (2, False) == (code, (demo / LOCK).exists())
    assert expected in " ".join(said.split())

"""What a signatory does later is added to its file, and the rest of the file stays."""

import hashlib
from pathlib import Path

import pytest

from tests.commands.working import CONCORDAT, SIGNATORIES, files, is_sound, run

FILE = f"{SIGNATORIES}/midwater-arts.yml"
CONCORDAT_FILE = f"concordats/{CONCORDAT}/concordat.yml"
TEXT = f"concordats/{CONCORDAT}/1.0.md"
SECOND = """\
  - number: "1.0"
    published: 2023-03-01
    status: superseded
  - number: "1.1"
    published: 2024-03-01
    status: in-force
    replaces: "1.0"
"""


@pytest.fixture
def moved_on(demo: Path) -> Path:
    """Return the hub with a second version in force, and a signatory's file with comments."""
    path = demo / CONCORDAT_FILE
    head, _, rest = path.read_text().partition('  - number: "1.0"')
    path.write_text(head + SECOND + rest[rest.index("clauses:") :])
    (demo / TEXT.replace("1.0", "1.1")).write_bytes((demo / TEXT).read_bytes() + b"\nMore.\n")
    own = demo / FILE
    own.write_text("# The first to sign.\n" + own.read_text().replace("1.0", "1.0", 1))
    return demo


def test_reaffirming_adds_a_signature_and_changes_nothing_else(moved_on: Path) -> None:
    """The second signature names the new version and its hash; the first stays as it is."""
    before = (moved_on / FILE).read_text()
    text = (moved_on / TEXT.replace("1.0", "1.1")).read_bytes()

    result = run(moved_on, "reaffirm", CONCORDAT, "midwater-arts", "--role", "Director", "--signed",
                 "2024-05-01", "--yes")  # fmt: skip

    added = (
        '  - version: "1.1"\n'
        f"    text: {hashlib.sha256(text).hexdigest()}\n"
        "    signed: 2024-05-01\n    by:\n      role: Director\n    capacity: organisation\n"
        "    source:\n      title: Recorded at the request of the signatory\n"
    )
    assert 0 == result.exit_code, result.output
    assert before.replace("delivery:", added + "delivery:") == (moved_on / FILE).read_text()


def test_same_version_is_not_signed_twice(demo: Path) -> None:
    """Who signed the version in force has nothing to reaffirm."""
    before = files(demo)

    result = run(demo, "reaffirm", CONCORDAT, "midwater-arts", "--role", "Director", "--yes")

    assert (1, before) == (result.exit_code, files(demo))
    assert "Midwater Arts (fictional) has signed version 1.0" in result.output


def test_withdrawing_leaves_a_dated_tombstone(demo: Path) -> None:
    """The record stays as it was, with the date and the reason below it."""
    before = (demo / FILE).read_text()

    result = run(demo, "withdraw", CONCORDAT, "Midwater Arts (fictional)", "--on", "2025-02-01",
                 "--reason", "It closed.", "--yes")  # fmt: skip

    assert (0, True) == (result.exit_code, is_sound(demo)), result.output
    assert (
        f"{before}withdrawn:\n  on: 2025-02-01\n  reason: It closed.\n" == (demo / FILE).read_text()
    )


@pytest.mark.parametrize("act", [("withdraw",), ("reaffirm", "--role", "Director")])
def test_what_was_taken_back_stays_so(demo: Path, act: tuple[str, ...]) -> None:
    """After a withdrawal, neither a second one nor a new signature is written by a command."""
    run(demo, "withdraw", CONCORDAT, "midwater-arts", "--yes")
    before = files(demo)

    result = run(demo, act[0], CONCORDAT, "midwater-arts", *act[1:], "--yes")

    assert "took its signature back on" in result.output
    assert (1, before) == (result.exit_code, files(demo))


def test_unknown_signatory_is_said(demo: Path) -> None:
    """A misspelt name leads to the one that is meant."""
    result = run(demo, "withdraw", CONCORDAT, "midwater-art", "--yes")

    assert 2 == result.exit_code
    assert '"midwater-art" is no signatory of' in result.output
    assert 'did you mean "midwater-arts"' in result.output


def test_reason_holds_no_telephone_number(demo: Path) -> None:
    """A telephone number in the reason is refused, and nothing is written."""
    before = files(demo)

    result = run(demo, "withdraw", CONCORDAT, "midwater-arts", "--reason", "Ring 0151 496 0000",
                 "--yes")  # fmt: skip

    assert "--reason: this looks like a telephone number" in result.output
    assert before == files(demo)

"""The text of a concordat: printed numbers, permanent ids, what stands around the clauses."""

from collections.abc import Callable
from pathlib import Path

from hub.examining import examine
from hub.model.texts import Bullet, Text
from tests.conftest import found

TEXT = "concordats/northshire-creative-health/1.0.md"


def read(demo: Path) -> Text:
    """Return the text of the fictional concordat."""
    return examine(demo).hub.texts["northshire-creative-health", "1.0"]


def test_printed_numbers_are_kept(demo: Path) -> None:
    """A part that jumps from 1 to 4 keeps its numbers."""
    assert ["1", "4"] == [clause.number for clause in read(demo).parts[1].clauses]


def test_ids_come_from_part_and_number(demo: Path) -> None:
    """Clauses, unnumbered paragraphs and bullets all have ids that last."""
    expected = (
        "believe-1", "believe-1-para", "believe-2", "believe-2-a", "believe-2-b",
        "need-1", "need-4", "closing", "aim-a", "aim-b",
    )  # fmt: skip

    assert expected == read(demo).clause_ids


def test_bullets_belong_to_the_clause_above(demo: Path) -> None:
    """A bullet is part of its clause, with its words as written."""
    expected = (
        Bullet("believe-2-a", "ask what is known"),
        Bullet("believe-2-b", "say what is not"),
    )

    assert expected == read(demo).parts[0].clauses[2].bullets


def test_title_and_signature_blocks_stand_apart(demo: Path) -> None:
    """What stands before the first part and after the last is kept as it is."""
    text = read(demo)

    assert "**The Northshire Partnership (fictional)**" == text.preamble
    assert "Signed: the Clerk of Northshire Council" == text.closing


def test_a_number_that_is_printed_twice_is_reported(demo: Path) -> None:
    """Two clauses cannot share an address."""
    path = demo / TEXT
    changed = path.read_text(encoding="utf-8").replace(
        "4. Listen.", "4. Listen.\n\nAnd:\n\n4. Wait."
    )
    path.write_text(changed, encoding="utf-8")

    assert [(f"{TEXT}:20:1", "duplicate-id")] == found(demo)


def test_a_part_that_another_version_has_is_not_waited_for(
    demo: Path, change: Callable[[str, str, str], None]
) -> None:
    """A text without that part is read as before: rules, and what stands after the last part."""
    before = read(demo)
    record = "concordats/northshire-creative-health/concordat.yml"
    change(
        record, "  - id: closing\n", '  - id: count\n    heading: "We count:"\n  - id: closing\n'
    )

    assert (before.clause_ids, before.closing) == (read(demo).clause_ids, read(demo).closing)


def test_a_heading_may_change_and_its_clauses_keep_their_ids(
    demo: Path, change: Callable[[str, str, str], None]
) -> None:
    """What another version prints is named beside, and what this one prints is kept."""
    before = read(demo)
    record = "concordats/northshire-creative-health/concordat.yml"
    change(record, '"We will:"\n', '"We will:"\n    other_headings: ["We promise to:"]\n')
    change(TEXT, "## We will:", "## We promise to:")

    assert before.clause_ids == read(demo).clause_ids
    assert "We promise to:" == read(demo).parts[1].heading
    assert [] == found(demo)

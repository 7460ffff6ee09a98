"""`hub import practice` takes the rows it can, as drafts, and refuses the others with reasons."""

from pathlib import Path

import pytest

from tests.commands.working import files, is_sound, run

HEADS = "Name of the work,where,nations,settings,populations,since,contact,lat,long,What is new"
MAPS = ("--map", "title=Name of the work", "--map", "innovation=What is new")
QUAY = "Songs on the quay,Midwater,Northshire,Community venue,older-adults,2019,"
QUAY += "https://quay.example/songs,54.51,-1.50,Sung where people wait for the ferry."


def taken(demo: Path, *rows: str, words: tuple[str, ...] = ()) -> str:
    """Import rows, and return what was said."""
    path = demo.parent / "survey.csv"
    path.write_text("\n".join([HEADS, *rows, ""]), encoding="utf-8")
    result = run(demo, "import", "practice", str(path), *MAPS, *words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


def written(demo: Path) -> set[str]:
    """Return the names of the examples that were added."""
    there = {path.name for path in (demo / "evidence/practice").glob("*.yml")}
    return there - {"harbour-choir.yml"}


def test_a_row_becomes_a_draft(demo: Path) -> None:
    """Terms and nations may be said by their labels; the hub is sound afterwards."""
    said = taken(demo, QUAY)
    text = (demo / "evidence/practice/songs-on-the-quay.yml").read_text(encoding="utf-8")

    assert "1 of 1 rows recorded as drafts, 0 refused." in said
    assert "status: draft\n" in text
    assert "  - community-venue\n" in text
    assert "innovation: Sung where people wait for the ferry.\n" in text
    assert is_sound(demo)


def test_a_dry_run_writes_nothing(demo: Path) -> None:
    """It says what would be done."""
    before = files(demo)

    assert "1 of 1 rows would be recorded" in taken(demo, QUAY, words=("--dry-run",))
    assert before == files(demo)


def test_the_same_table_twice_doubles_nothing(demo: Path) -> None:
    """The second time each row is refused."""
    taken(demo, QUAY)

    assert "there is evidence/practice/songs-on-the-quay.yml already" in taken(demo, QUAY)
    assert {"songs-on-the-quay.yml"} == written(demo)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Songs on the quay", "", 'row 2, column "Name of the work": this is needed'),
        ("Community venue", "Castle", 'row 2, column "settings": there is no "Castle"'),
        ("Northshire", "Atlantis", 'row 2, column "nations": the hub knows no place "Atlantis"'),
        ("54.51,-1.50", "-1.50,54.51", "is not in the UK or Ireland"),
        ("54.51,", "54.51234,", "is finer than a town"),
        ("https://quay.example/songs", "songs@quay.example", "an e-mail address stands in"),
        ("Songs on the quay", "=1+1", 'a spreadsheet would run "=1+1"'),
        ("2019", "last year", '"last year" is not a date'),
    ],
    ids=["no name", "term", "place", "swapped", "fine", "e-mail", "formula", "date"],
)
def test_a_row_is_refused_with_its_reason(demo: Path, old: str, new: str, said: str) -> None:
    """Nothing of a refused row is written; the rows beside it are."""
    other = QUAY.replace("Songs on the quay", "Songs on the ferry")

    assert said in taken(demo, QUAY.replace(old, new), other)
    assert {"songs-on-the-ferry.yml"} == written(demo)

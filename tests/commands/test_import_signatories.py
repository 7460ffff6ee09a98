"""`hub import signatories` takes the rows it can, and refuses the others with reasons."""

import os
import re
from pathlib import Path

import pytest

from tests.commands.working import CONCORDAT, SIGNATORIES, files, is_sound, run

HEADS = "organisation,sector,role,signed"
CHOIR = "Midwater Choir,arts-organisation,Chair,2024-03-01"
BAND = "Harbour Band,Arts organisation,Leader,2024-03-02 10:15:00"


def taken(demo: Path, *rows: str, words: tuple[str, ...] = (), content: bytes = b"") -> str:
    """Import rows, and return what was said."""
    path = demo.parent / "form.csv"
    path.write_bytes(content or "\n".join([HEADS, *rows, ""]).encode())
    result = run(demo, "import", "signatories", str(path), "--concordat", CONCORDAT, *words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


def signatories(demo: Path) -> set[str]:
    """Return the ids of those who signed."""
    return {path.stem for path in (demo / SIGNATORIES).iterdir()}


def test_rows_become_records(demo: Path) -> None:
    """Each row is a signature bound to its text; new organisations are added; the hub is sound."""
    said = taken(demo, CHOIR, BAND, "Northshire Council (fictional),,Clerk,2024-03-03")

    assert "3 rows: 3 signatories recorded, with 2 new organisations; 0 rows refused." in said
    assert {"midwater-arts", "midwater-choir", "harbour-band", "northshire-council"} == signatories(
        demo
    )
    assert is_sound(demo)


def test_same_table_twice_doubles_nothing(demo: Path) -> None:
    """A second import of the same table writes nothing, and says why."""
    taken(demo, CHOIR, BAND)
    before = files(demo)

    said = taken(demo, CHOIR, BAND)

    assert 2 == said.count("has signed already")
    assert before == files(demo)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Bell Ringers,,Chair,2024-03-01",
         'column "organisation": the hub knows no organisation "Bell Ringers"'),
        ("=1+1,arts-organisation,Chair,2024-03-01",
         'column "organisation": a spreadsheet would run "=1+1"'),
        ("Drummers,arts-organisation,+CMD(),2024-03-01", 'column "role": a spreadsheet would run'),
        ("Drummers,arts-organisation,-1+1,2024-03-01", 'column "role": a spreadsheet would run'),
        ("Drummers,arts-organisation,@SUM(1),2024-03-01", 'column "role": a spreadsheet would run'),
        ("Drummers,arts-organisation,'=1,2024-03-01", 'column "role": a spreadsheet would run'),
        ("Drummers,arts-organisation,ada@drums.example,2024-03-01",
         'column "role": an e-mail address stands in a public file'),
        ("Drummers,arts-organisation,0151 496 0000,2024-03-01",
         'column "role": this looks like a telephone number'),
        ("Drummers,arts-organisations,Chair,2024-03-01",
         'column "sector": there is no "arts-organisations"; did you mean "arts-organisation"'),
        ("Drummers,arts-organisation,Chair,01/03/2024", 'column "signed": "01/03/2024" is no date'),
        ("Drummers,arts-organisation,Chair,", 'column "signed": there is no date'),
        ("Drummers,arts-organisation,,2024-03-01", 'column "role": this is needed'),
        ("Drummers,arts-organisation,Chair,2019-03-01", "before it was published"),
        ("Drummers,arts-organisation,Chair,2999-03-01", "has not come yet"),
        ("Drummers,arts-organisation,Chair,2024-03-01,more", "more cells than there are columns"),
        ("Midwater Arts Ltd (fictional),arts-organisation,Chair,2024-03-01",
         'may be "midwater-arts"'),
        ("Midwater Art (fictional),arts-organisation,Chair,2024-03-01", 'may be "midwater-arts"'),
        ("MIDWATER ARTS - fictional,arts-organisation,Chair,2024-03-01", "has signed already"),
        ("Mid\u200bwater Band,arts-organisation,Chair,2024-03-01", "character"),
    ],
)  # fmt: skip
def test_row_at_fault_is_refused_with_its_number_and_column(
    demo: Path, row: str, said: str
) -> None:
    """The bad row is named with what is wrong; the good one beside it is taken."""
    output = taken(demo, CHOIR, row)

    assert re.search(rf"refused: row 3.*{re.escape(said)}", output), output
    assert {"midwater-arts", "midwater-choir"} == signatories(demo)
    assert is_sound(demo)


def test_body_that_comes_twice_is_taken_once(demo: Path) -> None:
    """The second row of one body is refused, and so is one that is nearly called the same."""
    twice = CHOIR.replace("Midwater Choir", "MIDWATER CHOIR")
    said = taken(demo, CHOIR, twice, CHOIR.replace("Choir", "Choirs"))

    assert 'row 3, column "organisation": row 2 is "midwater-choir" already' in said
    assert 'row 4, column "organisation": "Midwater Choirs" may be "midwater-choir"' in said


def test_another_body_of_nearly_the_same_name_can_be_told_apart(demo: Path) -> None:
    """With `--distinct`, a name that is nearly another's is another body's."""
    row = CHOIR.replace("Choir", "Choirs")

    taken(demo, CHOIR, row, words=("--distinct", "Midwater Choirs"))

    assert {"midwater-arts", "midwater-choir", "midwater-choirs"} == signatories(demo)


def test_same_identifier_is_the_same_body(demo: Path) -> None:
    """A code that the hub knows tells who it is, whatever the name."""
    path = demo / "evidence/organisations/northshire-council.yml"
    path.write_text(path.read_text() + "ods: ZZ9\n")

    taken(demo, content=b"organisation,ods,role,signed\nThe Town Hall,zz9,Clerk,2024-03-01\n")

    assert {"midwater-arts", "northshire-council"} == signatories(demo)


FORM = (
    "When;Name of body;E-mail;Tel;Post;On\n1;Midwater Choir;a@b.org;0151 496 0000;Chair;1/3/2024\n"
)
MAPS = ("organisation=Name of body", "role=Post", "signed=On")
SAID = ("--set", "sector=arts-organisation", "--dates", "day-first")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_form_of_any_make_is_read_by_its_mapping(demo: Path, encoding: str) -> None:
    """Semicolons, byte order marks and British dates are read; private columns are not."""
    words = [word for each in MAPS for word in ("--map", each)]

    said = taken(demo, words=(*words, *SAID), content=FORM.encode(encoding))

    assert (
        'Not read: "When", "E-mail" (holds e-mail addresses), "Tel" (holds telephone numbers).'
    ) in said
    assert "signed: 2024-03-01" in (demo / SIGNATORIES / "midwater-choir.yml").read_text()
    assert "a@b.org" not in "".join(files(demo).values())


def test_mapping_may_stand_in_a_file(demo: Path) -> None:
    """A file says which column is which, a line each."""
    path = demo.parent / "mapping.yml"
    path.write_text("".join(f"{each.replace('=', ': ')}\n" for each in MAPS))

    taken(demo, words=("--mapping", str(path), *SAID), content=FORM.encode())

    assert {"midwater-arts", "midwater-choir"} == signatories(demo)


def test_windows_letters_are_read_and_said(demo: Path) -> None:
    """A file that is not UTF-8 is read as Windows-1252, with a word of warning."""
    row = CHOIR.replace("Choir", "Orchestra of Caf\u00e9s")

    said = taken(demo, content=f"{HEADS}\n{row}\n".encode("cp1252"))

    assert "it was read as Windows-1252" in said
    assert "Midwater Orchestra of Cafés" in "".join(files(demo).values())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--map", "post=role"), 'there is no field "post"'),
        (("--map", "role=Roles"), 'the file has no column "Roles"; did you mean "role"?'),
        (("--map", "role"), 'has no "="'),
        (("--set", "sectors=arts"), 'there is no field "sectors"; did you mean "sector"?'),
    ],
)
def test_wrong_mapping_is_refused(demo: Path, words: tuple[str, ...], said: str) -> None:
    """A field or a column that does not exist is said before any row is read."""
    before = files(demo)

    assert said in taken(demo, CHOIR, words=words)
    assert before == files(demo)


def test_dry_run_reports_and_writes_nothing(demo: Path) -> None:
    """The report of a dry run is that of the import."""
    before = files(demo)

    said = taken(demo, CHOIR, "=1,,,", words=("--dry-run",))

    assert "2 rows: 1 signatory would be recorded, with 1 new organisation; 1 row refused." in said
    assert "refused: row 3" in said
    assert before == files(demo)


@pytest.mark.parametrize("number", range(6))
def test_interrupted_import_writes_nothing(
    demo: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Wherever the exchange of files is interrupted, the hub is as it was before."""
    before, real, calls = files(demo), os.replace, iter(range(100))

    def replace(*paths: str) -> None:
        if next(calls) == number:
            raise KeyboardInterrupt
        real(*paths)

    monkeypatch.setattr(os, "replace", replace)
    said = taken(demo, CHOIR, BAND)

    interrupted = number < 5
    assert interrupted == ("Aborted!" in said)
    assert interrupted == (before == files(demo))

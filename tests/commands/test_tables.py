"""A table is read whatever made it; what is no table is said, and never breaks anything."""

import csv
import io
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.commands.tables import RowError, columns, read_table, unread, values

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r\n"), max_size=40)
ROWS = st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a place for a file."""
    return tmp_path_factory.mktemp("tables") / "form.csv"


@given(content=st.binary(max_size=400))
def test_any_bytes_are_a_table_or_refused(path: Path, content: bytes) -> None:
    """Whatever a file holds, it is read, or the command says why not."""
    path.write_bytes(content)

    try:
        table = read_table(path)
    except click.ClickException as error:
        assert error.message  # noqa: PT017 - one of the two is right
    else:
        assert any(table.heads)


@given(rows=ROWS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_cells_come_back_as_they_were(
    path: Path, delimiter: str, rows: list[tuple[str, str]]
) -> None:
    """What was written with any delimiter is read again, blank rows left out."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([("name", "role"), *rows])
    path.write_bytes(file.getvalue().encode())

    expected = [
        (number, row) for number, row in enumerate(rows, start=2) if any(map(str.strip, row))
    ]
    assert expected == [*read_table(path).rows]


@given(text=CELLS)
def test_no_formula_comes_through(path: Path, text: str) -> None:
    """A cell that is taken does not begin with a sign that a spreadsheet would run."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([("name", "role"), (text, "Chair")])
    path.write_bytes(file.getvalue().encode())
    table = read_table(path)

    try:
        taken = values(table, table.rows[0][1], {"name": "name"})
    except RowError:
        return
    assert taken.get("name", "x").lstrip(" \u00a0\ufeff'")[:1] not in {
        *"=+-@\uff1d\uff0b\uff0d\uff20"
    }


def test_columns_called_like_fields_need_no_mapping(path: Path) -> None:
    """Case and blanks of a head do not matter; a mapping goes first."""
    path.write_text("Date unknown,ROLE,Post\n,,\n", encoding="utf-8")
    table = read_table(path)

    assert {"date_unknown": "Date unknown", "role": "ROLE"} == columns(
        table, ["date_unknown", "role"], [], None
    )
    assert "Post" == columns(table, ["role"], ["role=Post"], None)["role"]
    assert ['"Date unknown"', '"ROLE"'] == [*unread(table, {"role": "Post"})]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no line with the heads"),
        (b"a,b,a\n1,2,3\n", 'two columns called "a"'),
        (b'a,b\n"1,2\n', "is not a CSV file"),
        (b"\xff\xfea\x00,", "not text"),
    ],
)
def test_what_is_no_table_is_said(path: Path, content: bytes, said: str) -> None:
    """Each kind of broken file has its message."""
    path.write_bytes(content)

    with pytest.raises(click.ClickException, match=said):
        read_table(path)

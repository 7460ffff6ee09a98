"""`hub retractions`, with a small file in the format of Retraction Watch, all invented."""

from pathlib import Path

import pytest

from tests.commands.conftest import Run

HEADER = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,"
    "RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
    "OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes\n"
)
DOI = "10.5555/INVENTED.2019.4"


def row(
    nature: str = "Retraction", when: str = "3/9/2021 0:00", *,
    notice: str = "10.5555/n", doi: str = DOI, reason: str = "",
) -> str:  # fmt: skip
    """Return a row on a work."""
    return (
        '1,"A work, retracted",(SOC);,Inst,Journal,Press,UK,"A;B",,Research Article;,'
        f"{when},{notice},0,1/1/2019 0:00,{doi},0,{nature},{reason},No,\n"
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the file is."""
    return tmp_path / "retraction_watch.csv"


def test_a_retraction_is_shown_with_the_lines_that_record_it(run: Run, file: Path) -> None:
    """DOIs are matched whatever their capitals; date and notice are ready to paste."""
    file.write_text(HEADER + row(reason="+Concerns/Issues About Data;"), "utf-8")
    status, output = run("retractions", str(file))

    assert 1 == status
    assert "evidence/references.bib:3:10: Example2019: Group singing" in output
    assert "Retraction, 2021-03-09, notice 10.5555/n" in output
    assert "reason: Concerns/Issues About Data" in output
    for line in (
        "status = {retracted},",
        "status-date = {2021-03-09},",
        "status-notice = {10.5555/n},",
    ):
        assert line in output


def test_the_lines_can_be_pasted(run: Run, file: Path, demo: Path) -> None:
    """Pasted into the entry, they are read, and the next run has nothing more to say."""
    file.write_text(HEADER + row(), "utf-8")
    lines = [each for each in run("retractions", str(file))[1].splitlines() if "= {" in each]
    library = demo / "evidence/references.bib"
    text = library.read_text("utf-8")
    pages = "  pages = {12--19},"
    library.write_text(text.replace(pages, "\n".join([pages, *lines])), "utf-8")
    status, output = run("retractions", str(file))

    assert 0 == status
    assert "already recorded" in output


def test_the_last_notice_counts(run: Run, file: Path) -> None:
    """A concern that became a retraction is a retraction; both are shown, in order of time."""
    file.write_text(HEADER + row() + row("Expression of concern", "1/2/2020 0:00"), "utf-8")
    output = run("retractions", str(file))[1]

    assert output.index("Expression of concern, 2020-01-02") < output.index(
        "Retraction, 2021-03-09"
    )
    assert "status = {retracted}," in output


def test_a_reinstatement_is_left_to_a_person(run: Run, file: Path) -> None:
    """What the library has no state for is shown, and no line is proposed."""
    file.write_text(HEADER + row() + row("Reinstatement", "1/2/2022 0:00"), "utf-8")
    output = run("retractions", str(file))[1]

    assert "decide by hand" in output
    assert "status =" not in output


def test_a_cited_notice_is_known_as_one(run: Run, file: Path) -> None:
    """The library may cite the notice itself: the second column of DOIs finds it."""
    file.write_text(HEADER + row(doi="10.5555/other", notice=DOI), "utf-8")
    status, output = run("retractions", str(file))

    assert 0 == status
    assert "this work is itself a notice: Retraction, 2021-03-09" in output


def test_what_is_unavailable_matches_nothing(run: Run, file: Path) -> None:
    """The word "unavailable", 0 and empty fields are not identifiers."""
    file.write_text(
        HEADER + row(doi="unavailable", notice="Unavailable") + row(doi="", notice=""), "utf-8"
    )
    status, output = run("retractions", str(file))

    assert (0, "2 works compared: 0 with notices, 0 to record\n") == (status, output)


def test_what_was_found_can_be_written_to_a_file(run: Run, file: Path, tmp_path: Path) -> None:
    """A scheduled run keeps its findings for review, and says how many there are."""
    file.write_text(HEADER + row(when="someday"), "utf-8")
    review = tmp_path / "review.txt"
    output = run("retractions", str(file), "--output", str(review))[1]

    assert "2 works compared: 1 with notices, 1 to record\n" == output
    assert "Retraction, date unknown" in review.read_text("utf-8")


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\xff\xfe\x00", b"PK\x03\x04"])
def test_another_file_is_refused(run: Run, file: Path, content: bytes) -> None:
    """What has not the columns is no file of Retraction Watch, and that is said."""
    file.write_bytes(content)
    status, output = run("retractions", str(file))

    assert 1 == status
    assert "no file of Retraction Watch" in output


@pytest.mark.parametrize("dirt", [b"\0", b"\xff", b'"unclosed', b",,,,,\n", b"\r\n\r\n"])
def test_dirt_in_a_row_harms_nobody(run: Run, file: Path, dirt: bytes) -> None:
    """Rows that are short or odd are no matches; the others are found."""
    file.write_bytes((HEADER + row()).encode() + dirt)

    assert "1 with notices" in run("retractions", str(file))[1]


def test_the_columns_may_stand_in_another_order(run: Run, file: Path) -> None:
    """Columns are found by name, after a byte-order mark too, and more of them do not matter."""
    file.write_text(
        "RetractionNature,New,OriginalPaperDOI,RetractionDate,RetractionDOI\n"
        f"Correction,x,https://doi.org/{DOI},2021-03-09,10.5555/n\n", "utf-8-sig",
    )  # fmt: skip

    assert "status = {corrected}," in run("retractions", str(file))[1]
